"""Nouns of harm, and what is half a noun: "his murder", "the killing of", "attempts on"."""

from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.verbs import is_unreal, is_wished, verb_at
from viewer.suggest.events.english.words import ABOUT, ACCUSING, DOING_AFTER, MODALS
from viewer.suggest.events.telling import Telling


def attempt(told: Told) -> Telling | None:
    """Read "tried to kill him", "survived an assassination attempt"."""
    if told.is_mention or is_unreal(told.sentence, told.first):
        return None
    if survivors := _survivors(told):
        return told.as_noun(survivors, [])
    if is_wished(told.sentence, told.first):
        return None
    return _tried(told) if " to " in told.word else _attempted(told)


def _tried(told: Told) -> Telling | None:
    verb, victims = verb_at(told.sentence, told.first), told.people.after(told.last)
    if verb is None or not victims:
        return None
    return told.as_verb(verb.first, victims, told.people.before(verb.first), verb.trust)


def _attempted(told: Told) -> Telling | None:
    is_aimed = told.sentence.word(told.last + 1) in ("on", "of", "against")
    victims = told.people.after(told.last + 1) if is_aimed else told.people.owner(told.first)
    return told.as_noun(victims, [])


def _survivors(told: Told) -> list[Who]:
    for at in range(told.first - 1, max(told.first - 4, 0), -1):
        if told.sentence.word(at) in ("survived", "escaped"):
            verb = verb_at(told.sentence, at)
            return told.people.before(verb.first) if verb is not None else []
    return []


def doing(told: Told) -> Telling | None:
    """Read "killing" and its like: as a verb, or as a noun."""
    before = told.sentence.words(told.first - 3, told.first)
    if told.is_mention or told.is_loose or is_unreal(told.sentence, told.first):
        return None
    if told.sentence.word(told.first - 1) in ("was", "were") and (
        victims := told.people.after(told.last)
    ):
        return told.as_verb(told.first - 1, victims, told.people.before(told.first - 1), 0.9)
    is_done = before[-1:] and (
        before[-1] in DOING_AFTER - {"for"}
        or (not ACCUSING.isdisjoint(before) and before[-1] in ("of", "with", "for", "in"))
    )
    if is_done and (victims := told.people.after(told.last)):
        return told.as_noun(victims, [])
    return deed(told)


def deed(told: Told) -> Telling | None:
    """Read "Amjad's murder", "the killing of Amjad by gunmen", "his arrest"."""
    if not told.is_of_somebody:
        return None
    following = told.sentence.word(told.last + 1)
    if (
        told.is_mention
        or is_unreal(told.sentence, told.first)
        or is_wished(told.sentence, told.first)
    ):
        return None
    if following in ABOUT or told.sentence.word(told.first - 1) == "to":
        return None
    owners = told.people.owner(told.first)
    if following == "of":
        victims = told.people.after(told.last + 1)
        doers = [*told.people.agent(told.last + 1), *owners]
        return told.as_noun(victims, doers) if victims and not _may_be(told, victims) else None
    if told.word.endswith("s") or told.is_loose or (told.word == "shooting" and not owners):
        return None
    return told.as_noun(owners, told.people.agent(told.last)) if owners else None


def _may_be(told: Told, people: list[Who]) -> bool:
    """Whether what is said of a deed is only that it could be: "the killing of him would"."""
    last = told.sentence.at(people[-1].mentioned.start)
    return told.sentence.word(last + 1) in MODALS
