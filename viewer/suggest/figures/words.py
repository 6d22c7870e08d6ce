"""Words of English in which harm is counted, as parts of patterns."""

import re

from viewer.domain.marking.acts import act_of

#: Words that tell of harm; what else they might mean is for the words around to say.
HARM = re.compile(
    r"(?:kill|murder|assassin|execut|massacr|slain|slaughter|behead|lynch|dead|died|death|shot|"
    r"shoot|abduct|kidnap|hostage|disappear|missing|detain|detention|arrest|jail|imprison|tortur|"
    r"beat|injur|wound|maim|hurt|stab|assault|attack|rape|raping|sexual|threat|intimidat|harass|"
    r"displac|uproot|expel|evict|deport|homeless|fle[de]|driven|burn|torch|destroy|destruct|"
    r"demolish|loot|violence|violation|abuse|casualt|victim|tear-gas|behind bars)"
)
_WORD = r"[^\W\d_][\w'’-]*"
#: What is done to those who are counted: "were killed", "have been arrested", "dead".
_DONE = (
    r"killed|murdered|assassinated|executed|massacred|slain|slaughtered|beheaded|lynched|dead|"
    r"shot|abducted|kidnapped|disappeared|missing|detained|arrested|jailed|imprisoned|"
    r"tortured|beaten|injured|wounded|maimed|hurt|stabbed|assaulted|attacked|raped|threatened|"
    r"intimidated|harassed|displaced|uprooted|expelled|evicted|deported|burned|burnt|torched|"
    r"destroyed|demolished|looted|driven|taken hostage|behind bars"
)
#: What they did or what became of them, without any "were".
_BECAME = r"fled|died|disappeared|perished"
#: Acts as nouns: "39 killings", "61 threats".
_ACTS = (
    r"killings?|murders?|assassinations?|executions?|massacres?|deaths|fatalities|shootings?|"
    r"abductions?|kidnappings?|disappearances?|detentions?|arrests?|beatings?|injuries|stabbings?|"
    r"assaults?|attacks?|rapes?|threats?|displacements?|evictions?|deportations?|expulsions?|"
    r"burnings?|demolitions?|casualties|violations?|abuses?|hostages?|"
    r"attempts on \w+ (?:life|lives)"
)
#: Of what there may be so many "of torture": the act is named behind.
_CASES = (
    r"(?:(?:cases?|incidents?|instances?|acts?|reports?|allegations?|complaints?|accounts?|counts?|"
    r"episodes?|victims?|survivors?)(?: involving| of| about)(?: (?:alleged|suspected|the))?)"
)

DONE = re.compile(rf"\b(?:{_DONE})\b")
BECAME = re.compile(rf"\b(?:{_BECAME})\b")
ACTS = re.compile(rf"\b(?P<act>(?:(?:attempted|sexual) )?(?:{_ACTS}))\b")
CASES = re.compile(
    rf"\b{_CASES} (?P<act>(?:\w+ ){{0,3}}?(?:torture|ill-treatment|violence|abuse|harassment|"
    rf"intimidation|rape|murder|arrest|detention|disappearance|{_ACTS}))\b"
)
#: Harm as a quality of what is counted: "17 burned schools", "12 murdered journalists".
QUALITY = re.compile(rf"\b(?P<act>{_DONE})\b")
#: Verbs whose object is counted: "killed three people", "arresting at least 12 activists".
DOING = re.compile(
    r"\b(?P<act>(?:kill|murder|assassinat|execut|massacr|slaughter|behead|abduct|kidnap|detain|"
    r"arrest|jail|imprison|tortur|beat|injur|wound|stab|assault|attack|rap|threaten|displac|evict|"
    r"deport|expel|burn|torch|destroy|demolish|loot|shoot|shot|took hostage)"
    r"(?:p?ed|p?ing|l?ed|l?ing|s|es|e|ing|ten|ning|ning)?(?: dead| hostage| down)?)\s+$"
)
#: So many more of those who were named: "and 12 others".
PEOPLE = re.compile(
    r"\b(?:people|persons?|men|man|women|woman|children|child|boys?|girls?|civilians?|others|"
    r"protest[eo]rs?|demonstrators?|activists?|journalists?|reporters?|workers?|students?|"
    r"teachers?|lawyers?|doctors?|medics?|nurses?|villagers?|residents?|families|family|"
    r"members?|soldiers?|troops|police(?:men)?|officers?|guards?|prisoners?|detainees?|refugees?|"
    r"migrants?|victims?|passengers?|worshippers?|pilgrims?|farmers?|fishermen|monks?|priests?|"
    r"schools?|homes|houses|villages|buildings|shops|churches|mosques|hospitals)\b"
)
WORD = re.compile(_WORD)
#: Acts that are no harm to somebody, and so no figure here.
_NO_HARM = frozenset(["demonstration", "meeting", "statement", "investigation", "office"])
_KILLED = re.compile(r"execut|massacr|slain|slaughter|behead|lynch")
_DEAD = re.compile(r"dead|died|deaths|fatalit|perish")
_VIOLENT = re.compile(
    r"\b(?:kill|murder|shot|shoot|gunm[ae]n|gunfire|bomb|blast|explosion|attack|shell|strike|"
    r"air ?raid|massacre|militia|soldiers|security forces|protest|clash|crackdown|"
    r"opened fire|rockets?)"
)
_ACT_OF = {
    "tortur": "torture",
    "shot": "shooting",
    "hostage": "kidnapping",
    "displac": "displacement",
    "uproot": "displacement",
    "driven": "displacement",
    "expel": "displacement",
    "expuls": "displacement",
    "evict": "displacement",
    "deport": "displacement",
    "homeless": "displacement",
    "burn": "destruction",
    "torch": "destruction",
    "destroy": "destruction",
    "demoli": "destruction",
    "loot": "destruction",
    "harass": "threat",
    "raped": "sexual_violence",
    "raping": "sexual_violence",
    "sexual": "sexual_violence",
    "rap": "sexual_violence",
    "stab": "assault",
    "maim": "assault",
    "hurt": "assault",
    "ill-treat": "torture",
    "behind": "arrest",
    "took hostage": "kidnapping",
    "attack": "other",
    "violence": "other",
    "abuse": "other",
}


def act_code(words: str, sentence: str) -> str:
    """Return the code of the act that words name; "" where it is no harm.

    Who is only dead was killed where the sentence tells of violence; otherwise it is not said.
    """
    words = words.lower()
    if "shot dead" in words or _KILLED.search(words):
        return "killing"
    if _DEAD.search(words):
        return "killing" if _VIOLENT.search(sentence) else "other"
    if words.startswith("attempt"):
        is_killing = act_of(words.partition(" ")[2]) == "killing" or " on " in words
        return "attempted_killing" if is_killing else "other"
    own = next((code for stem, code in _ACT_OF.items() if stem in words), "")
    code = own or act_of(words)
    return "" if code in _NO_HARM else code
