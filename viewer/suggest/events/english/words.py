"""The words of English by which harm is told, and those by which it is only thought of."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Acts also spoken of in contests and arguments; they count beside a word of violence only.
LOOSE = _set("attacked attack attacks beat beaten beating injured wounded execution poisoned")
LOOSE |= {"fired at", "fired on"}
#: What somebody is beaten with, or into; elections and games are won without.
BLOWS = re.compile(
    r"\b(?:to\ death|unconscious|up|with\ (?:\w+\ ){0,3}(?:sticks?|clubs?|batons?|cables?|rifles?"
    r"|hoses?|fists|pipes?|belts?|whips?|hammers?|stones?|rods?|butts?)"
    r"|in\ (?:the|a|his|her|their)\ (?:yard|courtyard|cell|street|house|room|car|van|station|field"
    r"|basement|cellar|corridor|camp)|for\ (?:\w+\ ){1,2}?(?:hours|days|nights|weeks))\b"
)
#: Before "shot", which is then no verb.
CHANCES = _set("long big best good clean clear cheap warning parting last first mug head opening")
#: What tortures only in a manner of speaking.
INNER = _set("memory memories thought thoughts guilt doubt doubts question idea dreams conscience")
#: Before a name these tell what befell who has it: "the imprisoned poet Salma Rahim".
BEFALLEN = _set(
    "imprisoned jailed detained murdered slain kidnapped abducted assassinated executed"
)
#: After "attacked", which is then done with words.
VERBAL = _set("for over as because on")
#: Somebody of whom nothing else is known, who may be "he" all the same.
SOMEBODY = re.compile(
    r"(?<!, )\b(?:the|a|an|this|that|his|her|another|one)\s+"
    r"(?:\w+\s+)?(?:\w+(?:ist|man|woman)|suspect|driver"
    r"|victim|officer|student|soldier|teacher|reporter|attacker|shooter|killer|boy|girl|person|bomber"
    r"|leader|lawyer|father|mother|son|daughter|brother|sister|wife|husband|friend|colleague)\b"
)
VIOLENT = re.compile(
    r"\b(?:gunm[ae]n|gunfire|gunpoint|gunshots?|gunned|armed|arms|masked|militia\w*|militants?|rebels?|soldiers?|troops|police\w*|guards?"
    r"|officers?|prison\w*|jail\w*|detain\w*|detention|arrest\w*|custody|knives|knife|machete\w*"
    r"|axe|bombs?|bomb(?:ed|er|ers|ing|ings)|blasts?|explo\w+|grenades?|rockets?|missiles?|rifles?|bullets?"
    r"|kill\w*|dead|death|murder\w*|shot|shoot\w*|stab\w*|tortur\w*|abduct\w*|kidnap\w*|hospital\w*"
    r"|battles?|siege|war|combat|duel|mob|assailants?|attackers?|thugs|batons?|clubs|sticks|fists|unconscious|bleeding|blood\w*"
    r"|severely|brutally|badly|savagely|seriously|critically|hanging|hanged|acid|wound\w+"
    r"|snipers?|drones?|air\ ?strikes?|shell(?:ed|ing)|terror\w*|extremists?|ISIS|injur\w+"
    r"|captors?|hostages?|handcuff\w*|blindfold\w*)\b",
    re.IGNORECASE,
)

#: By what somebody is killed or hurt whom nobody harmed.
ACCIDENT = re.compile(
    r"\b(?:accident\w*|crash(?:es|ed)?|collisions?|collided|earthquakes?|floods?|avalanche|landslide"
    r"|hurricanes?|tornado\w*|lightning|drown\w*|skiing|stampede)\b"
)
#: Who shoots and beats rather than is shot, where a verb alone may mean either.
ARMED = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|soldiers?|police\w*|officers?|troops|militia\w*"
    r"|militants?|guards?|rebels?|fighters?|shooters?|snipers?|suspects?|kidnappers?)$",
    re.IGNORECASE,
)
#: Beside these, who is beaten has only lost.
CONTEST = re.compile(
    r"\b(?:scored?|scores|goal\w*|match(?:es)?|league|season|tournament|championship|primary"
    r"|primaries|elections?|polls?|votes?|voters?|caucus\w*)\b"
)
#: Before "to have been killed", which is then told of all the same.
BELIEVED = _set("believed reported said thought known alleged presumed understood")
BE = _set("was were is are be been being am got get gets 're 'm")
PAST_BE = _set("was were been got")
HAVE = _set("has have had having 've")
MODALS = _set("will would can could may might shall should must 'll cannot")
NEGATIONS = _set("not never no neither nor hardly barely without nobody none")
ADVERBS = _set(
    "since later then also once twice again already still just even first soon afterwards "
    "thereafter both all almost ever long now often always sometimes together eventually "
    "himself herself themselves"
)
#: Come before a participle that tells of what was done all the same.
COMPELLED = _set("forced compelled obliged had managed able")

#: Verbs that do not look like one, so that they are not taken for nouns.
IRREGULAR = _set(
    "went came left took made ran began kept became stood lost won grew gave got had led drove "
    "drew brought sent set put cut hit spoke broke fell felt found held knew lay met paid read "
    "rose saw sat shook struck spread spent taught thought threw told wrote"
)
PREPOSITIONS = _set(
    "of by with to for from against about on upon in at over under between among through during "
    "near like within without despite towards toward into onto per via than around beside behind "
    "outside inside across off out up down including"
)
DETERMINERS = _set("the a an this that these those his her their its our my your another one")
RELATIVES = _set("who which that")
#: Where what was told before no longer belongs to what is told now.
BOUNDARIES = _set("when while because although though but whether if unless whereas until so")
CONDITIONS = _set(
    "if unless whether lest suppose supposing imagine wish wished hope hoped "
    "dreamed dreamt dreams pretended"
)
DENIALS = _set(
    "denied denies deny denying untrue false falsely hoax myth rumors rumours rumor rumour "
    "novel movie film plays starring character fictional fiction heroine tale legend falsified"
    " unsubstantiated unfounded debunked fake faked fabricated hypothetical hypothetically "
    "prevent prevented prevents preventing avoid avoided avoids avoiding refused fear fears feared"
)
#: Before the noun of an act that was perhaps never done.
UNREAL = _set(
    "call calls called calling demand demands demanded demanding order orders ordered ordering "
    "plot plots plotted plotting plan plans planned planning threat threats threaten threatened "
    "threatening want wants wanted urge urged urges seek seeks seeking sought prevent prevented "
    "fear feared fears fearing risk risked risks possible potential foil foiled warrant warrants "
    "avoid avoided escape escaped likely would could may might should will if face faces facing "
    "conspiracy conspired conspiring soliciting incite incited inciting no against allow "
    "fictional imagined mock virtual character film movie novel"
)
#: After these a participle says what somebody wished or saw, not what was done.
CAUSATIVES = _set("want wants wanted have had has get got see saw seen like order ordered")
#: Names a thing that is about an act, and not the act.
ABOUT = _set(
    "trial trials charge charges conviction convictions case cases suspect suspects weapon rate "
    "rates warrant warrants record records squad squads victim victims scene mystery plot plots "
    "investigation threat threats spree powers quota center centers centre centres facility "
    "facilities camp camps team teams game range star guard gallery row order orders allegations "
    "allegation claim claims statistics numbers toll field fields machine bill policy policies"
)
#: What tells whose deed or fate a noun is, after it and before it.
OF, OWNER = re.compile(r"\s+of\b"), re.compile(r"['’ʼ]|\b(?:his|her|my)\b", re.IGNORECASE)
#: Titles that end with a point.
SHORTENED = _set("mr mrs ms dr prof gen col capt lt sgt rev fr")
FEW = _set("two three four")
CONNECTING = _set("and or then but")
OBJECT_PRONOUNS = _set("him her me us them")
SUBJECT_PRONOUNS = _set("he she i we they")
OWNING_PRONOUNS = _set("his her my")
OTHER_PRONOUNS = _set("they them we us it you who whom himself herself themselves itself myself")
#: Names that may come before a deed noun whose doer they could also be.
ACCUSING = _set("accused convicted suspected guilty acquitted charged responsible charge")
#: For what somebody is paid, but perhaps has not done.
PAID = _set("reward rewards bounty bounties money paid pay offered reason plan plans")
DOING_AFTER = _set("after for while since by following")

#: Of whom it is told is also who said it.
SAYING = _set(
    "said says say told tells added adds claimed claims stated wrote writes alleged alleges "
    "testified recalled recalls explained insisted insists"
)

#: What of somebody's may be burned or torn down.
PROPERTY = _set(
    "house houses home homes shop shops store office offices farm farms car cars vehicle property "
    "village villages church churches mosque mosques school land fields crops apartment flat "
    "workshop restaurant clinic newspaper belongings building headquarters studio barn barns "
    "vines vineyard orchard orchards trees grove groves harvest tent tents stall warehouse mill "
    "boat boats tractor livestock library shrine cemetery monastery factory camp hospital garage"
)
PLACE_BEFORE = _set("in at near outside inside to of from around beside behind towards toward on")
PLACE_NOUN = re.compile(
    r"(?:station|square|street|road|avenue|highway|bridge|checkpoint|prison|jail|airport|market"
    r"|mosque|church|cathedral|temple|school|university|college|hospital|camp|village|town|city"
    r"|district|neighbou?rhood|province|governorate|county|region|hotel|restaurant|caf[eé]"
    r"|barracks|base|border|building|headquarters|embassy|consulate|stadium|cemetery|palace|park"
    r"|roundabout|valley|mountains?|river|island|port|courthouse|nightclub|mall)$"
)
PLACE_PHRASE = re.compile(
    r"\b(?:in\ front\ of|close\ to|next\ to|in|at|near|outside|inside|on)\s+(?:the|a|an)\s+"
    r"(?P<place>(?:[\w'’-]+\s+){0,3}?[\w'’-]+)(?=[\s]*(?:[,.;:!?”\"’)]|$|\s(?:and|in|on|at|by|when"
    r"|where|after|before|last|as|while|during|with)\b))"
)
#: Leaves a country rather than a room.
HOMELAND = re.compile(
    r"\s+(?:the\ (?:country|village|town)\b|(?:his|her|their)\ (?:country|homeland|hometown"
    r"|home(?=[\s,.])|village|town)|abroad|into\ exile|home\b|to\b|from\b|across\ the\ border)",
)
#: What may follow "left" and "fled" where they tell of a flight; seen before the sentence is read.
AWAY = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,4}?(?:[A-Z]|village|town|country|homeland|hometown|home|abroad|exile|border)"
)
ESCAPE = re.compile(r"\s+(?:the\ (?:scene|area|room|building|crash|police)|on\ foot|in\ a|police)")
FLIGHT_CAUSE = re.compile(
    r"\b(?:murder\w*|kill\w*|assassinat\w*|threat\w*|fear\w*|danger\w*|exile|asylum|refuge\w*"
    r"|safety|persecut\w*|arrest\w*|kidnap\w*|abduct\w*|attack\w*|war|violence|fled|escap\w*"
    r"|crackdown|militia\w*)\b",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"\b(?:was|were)\s+(?:one\s+of|among)\s+(?:[\w,-]+\s+){1,5}?$")
AMONG = re.compile(
    r"\b(?:among|one\ of)\ (?:the|those)\ (?:\w+\ )?(?P<how>killed|murdered|executed|arrested"
    r"|detained|kidnapped|abducted|wounded|injured|tortured)\ (?:was|were)\ ",
    re.IGNORECASE,
)
