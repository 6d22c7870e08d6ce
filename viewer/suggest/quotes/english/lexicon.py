"""English words that say that somebody says, asks, writes or thinks something."""

from viewer.suggest.quotes.english.words import listed

_SAY = """
say tell add ask note write tweet retweet argue insist recall warn explain continue conclude
declare announce reply respond answer reiterate remark observe comment state claim assert contend
maintain acknowledge admit concede confess confirm deny complain lament joke quip jest boast brag
predict promise pledge vow urge plead implore beg demand suggest propose recommend advise caution
agree disagree object protest counter retort rebut interject interrupt shout yell scream cry
exclaim whisper mutter mumble murmur chant post blog email text testify swear allege accuse blast
slam criticize criticise condemn denounce decry deride praise mock ridicule dismiss reject
describe characterize characterise call label brand dub term deem cite quote mention emphasize
emphasise stress underscore proclaim pronounce profess opine muse reason speculate theorize wonder
inquire enquire query question reveal disclose recount narrate relate elaborate clarify specify
summarize summarise repeat echo reassure assure inform notify remind preach lecture intone rail
rant fume vent snap bark growl groan sigh laugh chuckle shrug gush rave enthuse marvel crow
applaud hail tout thank apologize apologise invoke report estimate forecast venture volunteer
offer begin conclude volley bemoan bristle scoff sneer taunt tease thunder bellow roar sob weep
gasp stammer insinuate imply hint signal stipulate rule order instruct command appeal petition
sigh grumble gripe grouse correct chide scold rebuke admonish berate castigate lambast lambaste
excoriate lash attack defend dictate joke liken compare portray depict cast hammer knock rip
savage skewer challenge chastise greet title argue blame commend congratulate cheer salute
celebrate welcome endorse explain dispute refute confide allude bluster carp contradict convey
declaim decree demur detail deadpan disparage drawl effuse enjoin entreat espouse exhort expound
exult extol fret gloat guarantee heckle hiss holler howl huff jeer justify laud paraphrase persist
pray quibble recite reflect rejoin remonstrate shriek smirk snarl spout squeal stutter trumpet
underline utter vouch wail whine whimper yelp frame nickname christen downplay discount minimize
hype pledge sneer rejoice regret attest affirm reaffirm avow aver advocate prophesy posit
postulate express read blare riff ponder intimate credit mouth press surmise counsel
"""
_THINK = """
believe think feel hope fear know consider view see find want worry expect want guess suspect
doubt understand realize realise decide plan seek show indicate mean consider regard reckon
imagine assume hear learn remember
"""
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing",
    "weep": "weeps wept weeping",
    "begin": "begins began",
    "label": "labels labeled labelled labeling labelling",
    "signal": "signals signaled signalled signaling signalling",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "find": "finds found finding",
    "understand": "understands understood understanding",
    "seek": "seeks sought seeking",
    "show": "shows showed shown showing",
    "mean": "means meant meaning",
    "hear": "hears heard hearing",
    "read": "reads reading",
    "sing": "sings sang sung singing",
    "learn": "learns learned learnt learning",
    "cast": "casts casting",
}
_VOWELS = frozenset("aeiou")
#: One vowel and one consonant at the end, doubled before an ending.
_DOUBLING = listed("brag admit beg quip blog snap slam plan dub rebut sob rip demur aver shrug")

#: Verbs whose plain form and third person are nearly always nouns or something else.
_MOSTLY_NOUNS = listed(
    "email text post order rule reason signal label brand term title caption headline question "
    "cast attack knock hammer query account volley begin offer appeal petition laugh sign sigh "
    "plan press counsel caution view hope fear doubt guess command instruct mean find blast slam "
    "rant greet"
)


def forms(verb: str) -> list[str]:
    """Return a verb with its endings: "ask", "asks", "asked", "asking"."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    return [verb, _third(verb), *_with_ending(verb)]


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _with_ending(verb: str) -> list[str]:
    if verb in _DOUBLING:
        return [f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"]
    if verb.endswith("ee"):
        return [f"{verb}d", f"{verb}ing"]
    if verb.endswith("e"):
        return [f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [f"{verb[:-1]}ied", f"{verb}ing"]
    return [f"{verb}ed", f"{verb}ing"]


def _table(verbs: str) -> dict[str, str]:
    return {
        form: verb for verb in verbs.split() for form in forms(verb)[2 * (verb in _MOSTLY_NOUNS) :]
    }


#: Verbs of two words, as they stand.
_PHRASES = {
    "go on": ("go on", "goes on", "went on"),
    "point out": ("point out", "points out", "pointed out", "pointing out"),
    "put it": ("put it", "puts it"),
    "shoot back": ("shot back", "fired back", "hit back", "pushed back", "struck back"),
    "chime in": ("chimed in", "weighed in", "cut in", "broke in"),
    "speak": ("spoke to", "speaks to", "spoke with", "talked to", "talks to", "talked with"),
    "sum up": ("summed up", "sums up"),
}
#: Verbs whose subject may follow a comma: "The road, said Mrs Hale, was closed".
INVERTED = listed(
    "say explain write note add recall argue insist report remark observe comment concede "
    "conclude reply warn acknowledge admit continue declare announce agree joke quip"
)
#: Participles that are not also the past of their verb.
PARTICIPLES = listed("written sworn thought known seen sung")
#: Every form of a verb of saying, and of a verb of thinking or showing, with its verb.
SAYING = _table(_SAY) | {form: verb for verb, all_ in _PHRASES.items() for form in all_}
THINKING = {form: verb for form, verb in _table(_THINK).items() if form not in SAYING}
