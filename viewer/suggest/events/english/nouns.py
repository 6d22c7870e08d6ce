"""Nouns of harm, and what is half a noun: "his murder", "the killing of", "attempts on"."""

from itertools import pairwise

from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.verbs import is_unreal, is_wished, verb_at
from viewer.suggest.events.english.words import ABOUT, ACCUSING, DOING_AFTER, MODALS, PAID
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
    if told.is_mention or told.is_loose or is_unreal(told.sentence, told.first):
        return None
    victims = told.people.after(told.last)
    if victims and told.sentence.word(told.first - 1) in ("was", "were"):
        return told.as_verb(told.first - 1, victims, told.people.before(told.first - 1), 0.9)
    return told.as_noun(victims, []) if victims and _is_done(told) else deed(told)


def _is_done(told: Told) -> bool:
    """Whether "killing him" tells of what was done: after it, or somebody tried for it."""
    before = told.sentence.words(told.first - 3, told.first)
    link = before[-1] if before else ""
    if link == "for":
        words = told.sentence.words(told.first - 8, told.first)
        return PAID.isdisjoint(words) and not is_wished(told.sentence, told.first)
    if link == "," or (link == "and" and _goes_on(told)):
        return MODALS.isdisjoint(told.sentence.words(0, told.first))
    is_charge = link in ("of", "with", "in") and not ACCUSING.isdisjoint(before)
    return link in DOING_AFTER or is_charge


def _goes_on(told: Told) -> bool:
    """Whether an "and" joins to another such verb: ", killing him and wounding his driver"."""
    words = told.sentence.words(told.first - 12, told.first - 1)
    return any(mark == "," and word.endswith("ing") for mark, word in pairwise(words))


def deed(told: Told) -> Telling | None:
    """Read "Amjad's murder", "the killing of Amjad by gunmen", "his arrest"."""
    if not told.is_of_somebody or _is_only_named(told):
        return None
    following = told.sentence.word(told.last + 1)
    owners = told.people.owner(told.first)
    if following == "of":
        victims = told.people.all_after(told.last + 1)
        doers = [*told.people.agent(told.last + 1), *owners]
        return told.as_noun(victims, doers) if victims and not _may_be(told, victims) else None
    if told.word.endswith("s") or told.is_loose or (told.word == "shooting" and not owners):
        return None
    return told.as_noun(owners, told.people.agent(told.last)) if owners else None


def _is_only_named(told: Told) -> bool:
    """Whether a deed is named without being told: in a wish, a question, "the murder trial"."""
    if told.is_mention or is_unreal(told.sentence, told.first):
        return True
    is_other = told.sentence.word(told.last + 1) in ABOUT
    is_meant = told.sentence.word(told.first - 1) == "to"
    return is_other or is_meant or is_wished(told.sentence, told.first)


def _may_be(told: Told, people: list[Who]) -> bool:
    """Whether what is said of a deed is only that it could be: "the killing of him would"."""
    last = told.sentence.at(people[-1].mentioned.start)
    return told.sentence.word(last + 1) in MODALS
