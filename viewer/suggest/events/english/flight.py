"""Who fled, from where: and who only left a room."""

from dataclasses import replace

from viewer.domain.suggestions import Mentioned
from viewer.suggest.events.english.phrases import Who
from viewer.suggest.events.english.sentence import Token
from viewer.suggest.events.english.titles import capitalised, listed
from viewer.suggest.events.english.told import Told
from viewer.suggest.events.english.verbs import Verb, is_unreal, verb_at
from viewer.suggest.events.english.words import (
    AWAY,
    COMPELLED,
    DOING_AFTER,
    ESCAPE,
    FLIGHT_CAUSE,
    HOMELAND,
)
from viewer.suggest.events.telling import Telling

_LEFT = frozenset(["left", "leave"])


def flight(told: Told) -> Telling | None:
    """Read "fled to Turkey", "was forced to flee", and "left Iraq" where danger is spoken of."""
    if AWAY.match(told.page.text, told.trigger[1]) is None:
        return None
    if told.is_mention or is_unreal(told.sentence, told.first) or not _is_away(told):
        return None
    is_forced = told.sentence.word(told.first - 2) in ("forced", "compelled")
    if told.word in _LEFT and not (is_forced or _is_from_danger(told)):
        return None
    verb = _verb(told)
    victims = _who(told, verb) if verb is not None else []
    if verb is None or not victims:
        return None
    telling = told.as_verb(
        verb.first, victims, [], verb.trust * (0.85 if told.word in _LEFT else 1)
    )
    return telling and replace(telling, title=_title(told, victims), place=_left(told))


def _verb(told: Told) -> Verb | None:
    before = told.sentence.word(told.first - 1)
    if told.word == "fleeing":
        return Verb(told.first - 1, "lent", 0.9) if before in DOING_AFTER else None
    if told.word in ("flee", "leave"):
        is_done = before == "to" and told.sentence.word(told.first - 2) in COMPELLED
        return verb_at(told.sentence, told.first - 2) if is_done else None
    verb = verb_at(told.sentence, told.first)
    return None if verb is None or verb.voice == "passive" else verb


def _who(told: Told, verb: Verb) -> list[Who]:
    people = told.people
    found = people.main(verb.first) if verb.voice == "lent" else people.before(verb.first)
    return [who for who in found if who.is_definite]


def _is_away(told: Told) -> bool:
    """Whether somebody went away from home or country, not from a room or the police."""
    text, end = told.page.text, told.trigger[1]
    if ESCAPE.match(text, end):
        return False
    if told.word == "left":
        away = HOMELAND.match(text, end)
        return _place(told) is not None or (away is not None and "country" in away[0])
    return _place(told) is not None or HOMELAND.match(text, end) is not None


def _is_from_danger(told: Told) -> bool:
    sentence = told.sentence
    return any(
        FLIGHT_CAUSE.search(sentence.text, *span)
        for span in ((sentence.start, told.trigger[0]), (told.trigger[1], sentence.end))
    )


def _place(told: Told) -> Token | None:
    """Return the place that follows at once, perhaps after "northern" or "the city of"."""
    for at in range(told.last + 1, told.last + 6):
        token = told.sentence.token(at)
        if token is None or token.is_mark or token.is_person or token.date is not None:
            return None
        if token.is_place:
            return None if token.owns else token
        if token.word in ("to", "for", "into", "in", "with", "by", "after", "and"):
            return None
    return None


def _left(told: Told) -> Mentioned | None:
    token = _place(told)
    if token is None or token.name is None:
        return None
    return Mentioned(token.start, token.end, token.name.name)


def _title(told: Told, people: list[Who]) -> str:
    verb = "leave" if told.word in _LEFT else "flee"
    names = [name for who in people if (name := told.called(who))]
    if not names:
        return f"Flight{_to(told)}"
    says = f"{listed(names)} {verb}{'s' if len(people) == 1 else ''}"
    return f"{capitalised(says)}{_where(told)}"


def _to(told: Told) -> str:
    """Return how "Flight" goes on: " from Iraq", " to Turkey"."""
    where = _where(told)
    return f" from{where}" if where and not where.startswith(" to") else where


def _where(told: Told) -> str:
    """Return how a title goes on: " Iraq", " to Turkey", " the country"."""
    if (place := _left(told)) is not None:
        return f" {place.name}"
    token = told.sentence.token(told.last + 2)
    if told.sentence.word(told.last + 1) == "to" and token is not None and token.is_place:
        return f" to {token.name.name}" if token.name is not None else ""
    away = HOMELAND.match(told.page.text, told.trigger[1])
    return f" {away[0].strip()}" if told.word in _LEFT and away is not None else ""
