"""The words that may name an act of harm, each family with its own way of being read."""

import re
from collections.abc import Iterator

#: What may be said of somebody's killing, each family with its way of naming who suffered it.
TRIGGER = re.compile(
    r"""\b(?:
    (?P<fire>opened\ fire|fired\ (?:\w+\ ){0,2}?(?:shots?|bullets|rounds)(?:\ (?:at|on|into))?
        |fired\ (?:at|on))
    |(?P<attempt>(?:tried|attempted)\ to\ (?:kill|murder|assassinate|poison)
        |(?:failed\ )?assassination\ attempts?|attempted\ (?:assassination|murder|killing))
    |(?P<fatal>(?:shot|gunned\ down|stabbed|beaten|burned|tortured|hacked|trampled)
            \ (?:dead|to\ death)
        |(?:shot|stabbed|beaten)\ and\ (?:then\ |later\ )?
            (?:killed|murdered)
        |fatally\ (?:shot|stabbed|beaten|wounded)|gunned\ down)
    |(?P<taken>(?:taken|held)\ hostage|taken\ into\ custody|forcibly\ disappeared)
    |(?P<gone>went\ missing|gone\ missing|vanished|disappeared)
    |(?P<flight>fled|fleeing|flee|left|leave)
    |(?P<menaced>threatened\ to\ (?:kill|murder|shoot|beat|hurt|harm|rape|burn|behead|attack|stab
        |hang|execute|assassinate|kidnap|abduct|torture|jail|imprison|deport))
    |(?P<warned>(?:received|got|faced|receiving)\ (?:\w+\ ){0,3}threats?
        |(?:death\ )?threats?\ against|death\ threats\ (?:sent\ |made\ )?to)
    |(?P<held>held\ (?:captive|incommunicado
        |(?:in|without)\ (?:\w+\ )?(?:custody|detention|prison|jail|confinement|charges?|trial)
        |for\ (?:\w+\ ){1,3}?(?:hours?|days?|nights?|weeks?|months?|years?)))
    |(?P<seized>(?:took|taken|dragged|bundled|shoved|pushed|forced|put)
        (?=\ (?:(?!to\b)[\w'’-]+\ ){0,4}?(?:away\b|(?:from|out\ of)\ (?:his|her|their|my|our)
        \ (?:home|house|bed|car|cell|office|shop)\b|in(?:to)?\ (?:an?|the|their|his)
        \ (?:\w+\ )?(?:car|van|truck|pickup|jeep|vehicle|minibus|boot|trunk)\b))
        |taken(?=\ by\ (?:\w+\ ){0,2}(?:men|gunmen|soldiers|police|officers|agents|militia\w*
        |fighters|guards|troops|forces)\b)
        |took(?=\ (?:(?:one|two|three)\ of\ )?(?:my|his|her|our|their)\ (?:\w+\ )?
        (?:son|brother|sister|father|husband|wife|daughter|mother|uncle
        |cousin)s?(?:[.,;]|\ (?:and|at\ night|in\ the\ night|that))))
    |(?P<died>died\ (?:[\w-]+\ ){0,4}?(?:of|from|under|after|during|following)\ (?:[\w-]+\ ){0,3}?
        (?:wounds?|injuries|torture[d]?|beatings?|beaten|shot|stabbed)
        |(?:body|corpse|remains)\ (?:of|(?:was|were)\ (?:found|recovered|discovered|dumped))
        |found\ (?:dead|hanged|murdered|strangled|shot|stabbed))
    |(?P<driven>driven\ (?:out\ of|from)\ (?:his|her|their|our|my)
        \ (?:homes?|villages?|land|lands|houses?|country)|evicted
        |expelled\ from\ (?:the|his|her|their|our)\ (?:country|village|town|land|homes?))
    |(?P<struck>(?:hit|kicked)(?=\ (?:me|him|her|my|us)\b
            |\ (?:in|on)\ the\ (?:head|face|stomach|ribs|groin|back|chest|legs?)\b)|slapped|punched
        |whipped|flogged)
    |(?P<burned>set\ fire\ to|cut\ down|uprooted|burned(?:\ down)?|burnt|torched|looted
        |ransacked|demolished|bulldozed
        |destroyed|set\ (?:on\ fire|ablaze)|blown\ up)
    |(?P<harmed>killed|murdered|assassinated|executed|shot|beheaded|lynched|hanged|strangled
        |stabbed|poisoned|tortured|beaten|beat|raped|(?:sexually\ )?assaulted|kidnapped|abducted
        |arrested|detained|jailed|imprisoned|apprehended|threatened|injured|wounded|attacked
        |ambushed|deported|displaced)
    |(?P<doing>killing|murdering|assassinating|executing|shooting|beheading|stabbing|torturing
        |beating|injuring|raping|kidnapping|abducting|arresting|detaining|jailing|imprisoning|wounding)
    |(?P<deed>murders?|killings|assassinations?|executions?|shootings|stabbings|tortures?
        |beatings|rapes?|kidnappings|abductions?|arrests?|detentions?|imprisonment
        |disappearances?|beheadings?|lynchings?|deportations?)
    )\b""",
    re.VERBOSE,
)
#: How triggers begin: found at once, before each is read whole.
_BEGINS = re.compile(
    r"\b(?:abduct|ambush|apprehend|arrest|assassinat|assault|attack|attempt|beat|behead|blown|bulldoz"
    r"|burn|death\ threat|deport|detain|detention|demolish|destroy|disappear|displac|execut|faced"
    r"|fail|fatally|fired|flee|fled|forcibly|gone|got|gunned|hack|hang|held|imprison|injur|jail"
    r"|body\ |bundled|corpse|remains\ |cut\ down|died|dragged|driven|evict|expelled|flogg|forced"
    r"|found|hit\b|kicked|punched|pushed|put\b|shoved|slapped|took|uproot|whipp"
    r"|kidnap|kill|left|leave|loot|lynch|murder|opened|poison|ransack|rape|raping|received|set"
    r"|sexually|shoot|shot|stab|strangl|taken|threat|tortur|torch|trampl|tried|vanish|went|wound)"
)
#: Families, and words, that name the act by more than the word that `act_of` knows.
CODES = {
    "fire": "shooting",
    "attempt": "attempted_killing",
    "fatal": "killing",
    "gone": "disappearance",
    "flight": "displacement",
    "warned": "threat",
    "menaced": "threat",
    "held": "arrest",
    "seized": "kidnapping",
    "died": "killing",
    "driven": "displacement",
    "struck": "assault",
    "sexually assaulted": "sexual_violence",
    "burned": "destruction",
}


def triggers(text: str) -> Iterator[re.Match[str]]:
    """Yield the triggers of a text, whatever their case; none begins within another."""
    lower = text.lower()
    lower = lower if len(lower) == len(text) else text
    end = 0
    for begin in _BEGINS.finditer(lower):
        match = TRIGGER.match(lower, begin.start()) if begin.start() >= end else None
        if match is not None:
            end = match.end()
            yield match
