"""Who is taken away and held, by whom it may be: "was held for nine days", "took him away"."""

import re

from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.verbs import Verb
from viewer.suggest.events.telling import Telling

#: Those who take somebody away by law, or say so.
_BY_LAW = re.compile(
    r"\b(?:police\w*|officers?|soldiers?|troops|army|security|gendarmes?|agents?|arrest\w*|court|jail"
    r"|prison|authorities|intelligence|handcuff\w*|raid\w*|marshals?|deputies)\b",
    re.IGNORECASE,
)
#: Beside these, who is taken away is helped, or only moved.
_HELPED = re.compile(
    r"\b(?:ambulances?|hospital|medics?|paramedics?|doctors?|school|rescue\w*|firefighters?|safety"
    r"|vacation|holiday|trip|limelight|attention)\b",
    re.IGNORECASE,
)
_TAKEN_BEFORE = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?|captors?|militants|gunmen)\b", re.I)
#: Who may take people, where nothing else says that it was by force.
_TAKERS = re.compile(
    r"\b(?:they|gunmen|soldiers|militia\w*|police\w*|officers|fighters|militants|guards|rebels|troops"
    r"|(?:armed|masked|unknown|unidentified)\ men|men\ in\ [\w ]{3,20})\W",
    re.IGNORECASE,
)


def held(told: Told) -> Telling | None:
    """Read "was held for nine days without charge", and not of a meeting or by kidnappers."""
    verb = told.verb()
    if verb is None or verb.is_now or _holds(told, _TAKEN_BEFORE):
        return None
    if told.word.endswith("captive"):
        told.act = "kidnapping"
    victims = _whom(told, verb)
    return told.as_verb(verb.first, victims, [], verb.trust * 0.9) if victims else None


def seized(told: Told) -> Telling | None:
    """Read "was dragged from her car", "soldiers took him away", "they took my son"."""
    verb = told.verb()
    if verb is None or verb.is_now or _holds(told, _HELPED):
        return None
    told.act = "arrest" if _holds(told, _BY_LAW) else "kidnapping"
    if told.word != "taken" and (victims := told.people.after(told.last)):
        doers = told.people.before(verb.first)
        is_forced = bool(doers) or _TAKERS.search(
            told.page.text, told.sentence.start, told.trigger[0]
        )
        return told.as_verb(verb.first, victims, doers, 0.8) if is_forced else None
    victims = _whom(told, verb)
    agents = told.people.agent(told.last)
    return told.as_verb(verb.first, victims, agents, verb.trust * 0.9) if victims else None


def _whom(told: Told, verb: Verb) -> list[Who]:
    """Return whom a passive is about, perhaps one that goes on: "was stopped and put in a van"."""
    if verb.voice == "passive":
        return told.people.main(verb.first) if verb.is_lent else told.people.before(verb.first)
    return told.people.before(verb.first) if told.goes_on else []


def _holds(told: Told, words: re.Pattern[str]) -> bool:
    return words.search(told.page.text, told.sentence.start, told.sentence.end) is not None
