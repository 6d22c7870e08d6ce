"""What befalls a life without a blow: somebody is gone, is threatened, loses a house."""

from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.verbs import is_wished
from viewer.suggest.events.english.words import DETERMINERS, PREPOSITIONS, PROPERTY
from viewer.suggest.events.telling import Telling

#: How many words a phrase about a house may have after it.
_PHRASE = 5


def gone(told: Told) -> Telling | None:
    """Read "disappeared" of somebody, and not of what is only out of sight."""
    verb = told.verb()
    if verb is None or told.sentence.word(told.last + 1) in ("from", "into", "as", "off"):
        return None
    victims = told.people.before(verb.first)
    return told.as_verb(verb.first, victims, [], verb.trust * 0.9) if victims else None


def warned(told: Told) -> Telling | None:
    """Read "received death threats", "threats against her"."""
    if told.word.endswith("against"):
        is_told = not (told.is_mention or is_wished(told.sentence, told.first))
        return told.as_noun(told.people.after(told.last), []) if is_told else None
    verb = told.verb()
    if verb is None or verb.voice == "passive":
        return None
    victims = told.people.before(verb.first)
    return told.as_verb(verb.first, victims, [], verb.trust) if victims else None


def burned(told: Told) -> Telling | None:
    """Read "his house was burned", "gunmen torched her shop"."""
    verb = told.verb()
    if verb is None:
        return None
    if verb.voice == "passive":
        owners, doers = _owners_before(told, verb.first - 1), told.people.agent(told.last)
    else:
        owners, doers = _owners_after(told), told.people.before(verb.first)
    return told.as_verb(verb.first, owners, doers, verb.trust) if owners else None


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
