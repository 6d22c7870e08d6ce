"""What befalls a life without a blow: somebody is gone, is threatened, loses a house."""

from dataclasses import replace

from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.verbs import Verb, is_wished
from viewer.suggest.events.english.words import DETERMINERS, PREPOSITIONS, PROPERTY
from viewer.suggest.events.telling import Telling

#: How many words a phrase about a house may have after it.
_PHRASE = 5
#: What is done to a house by nobody but people, and on purpose.
_ON_PURPOSE = frozenset(
    [
        "set fire to",
        "set on fire",
        "set ablaze",
        "torched",
        "looted",
        "ransacked",
        "bulldozed",
        "blown up",
    ]
)
_WHOSE = frozenset(["the", "a", "our", "his", "her", "their", "my"])


def gone(told: Told) -> Telling | None:
    """Read "disappeared" of somebody, and not of what is only out of sight."""
    verb = told.verb()
    if verb is None or told.sentence.word(told.last + 1) in ("from", "into", "as", "off"):
        return None
    victims = told.people.before(verb.first)
    return told.as_verb(verb.first, victims, [], verb.trust * 0.9) if victims else None


def warned(told: Told) -> Telling | None:
    """Read "received death threats", "threats against her"."""
    if told.word.endswith(("against", " to")):
        is_told = not (told.is_mention or is_wished(told.sentence, told.first))
        return told.as_noun(told.people.after(told.last), []) if is_told else None
    verb = told.verb()
    if verb is None or verb.voice == "passive":
        return None
    victims = told.people.before(verb.first)
    return told.as_verb(verb.first, victims, [], verb.trust) if victims else None


def menaced(told: Told) -> Telling | None:
    """Read "threatened to kill him": what was said is no deed, and the threat is one."""
    verb, victims = told.verb(), told.people.after(told.last)
    if verb is None or verb.voice == "passive" or not victims:
        return None
    return told.as_verb(verb.first, victims, told.people.before(verb.first), verb.trust)


def burned(told: Told) -> Telling | None:
    """Read "his house was burned", "gunmen torched her shop"."""
    verb = told.verb()
    if verb is None:
        return None
    if verb.voice == "passive":
        owners, doers = _owners_before(told, verb.first - 1), told.people.agent(told.last)
    else:
        owners, doers = _owners_after(told), told.people.before(verb.first)
    if owners:
        return told.as_verb(verb.first, owners, doers, verb.trust)
    return _of_nobody(told, verb, doers)


def _of_nobody(told: Told, verb: Verb, doers: list[Who]) -> Telling | None:
    """Read what befell a house of which it is not said whose it is: "set fire to the clinic"."""
    thing = _thing(told, verb)
    if not thing or verb.is_now or not (told.word in _ON_PURPOSE or told.is_violent):
        return None
    telling = told.as_verb(verb.first, [], doers, verb.trust, is_enough=True)
    return telling and replace(telling, title=f"Destruction of {thing}")


def _thing(told: Told, verb: Verb) -> str:
    """Return the words for a house that was burned, from "the" or "our" on; "" for none."""
    is_before = verb.voice == "passive"
    last = verb.first - 1 if is_before else told.last + _PHRASE
    for noun in range(last, max(last - _PHRASE, 0), -1):
        first = next((at for at in (noun - 1, noun - 2) if told.sentence.word(at) in _WHOSE), -1)
        is_near = noun == last if is_before else first == told.last + 1
        if told.sentence.word(noun) in PROPERTY and first >= 0 and is_near:
            tokens = told.sentence.tokens
            words = told.page.text[tokens[first].start : tokens[noun].end]
            return words[0].lower() + words[1:]
    return ""


def _owners_before(told: Told, last: int) -> list[Who]:
    """Return whose house a phrase means that ends with a token: "her house in Basra"."""
    for noun in range(last, max(last - _PHRASE, -1), -1):
        if told.sentence.word(noun) in PROPERTY:
            return _owners_of(told, noun)
        token = told.sentence.token(noun)
        if token is None or not (token.name or token.word in PREPOSITIONS | DETERMINERS):
            return []
    return []


def _owners_after(told: Told) -> list[Who]:
    nouns = range(told.last + 1, told.last + _PHRASE)
    return next((_owners_of(told, at) for at in nouns if told.sentence.word(at) in PROPERTY), [])


def _owners_of(told: Told, noun: int) -> list[Who]:
    is_of = told.sentence.word(noun + 1) == "of"
    return told.people.after(noun + 1) if is_of else told.people.owner(noun)
