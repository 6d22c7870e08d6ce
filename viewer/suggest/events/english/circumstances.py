"""When and where something was done, as far as the words around it say so."""

import re

from viewer.domain.suggestions import Mentioned, SuggestedDate
from viewer.suggest.article import Span
from viewer.suggest.events.english.page import Page
from viewer.suggest.events.english.sentence import Sentence
from viewer.suggest.events.english.triggers import TRIGGER
from viewer.suggest.events.english.verbs import clause_end, clause_start
from viewer.suggest.events.english.words import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PLACE_BEFORE,
    PLACE_NOUN,
    PLACE_PHRASE,
    SAYING,
)

_VERBS = BE | HAVE | MODALS | SAYING
_CAPITAL = re.compile(r"\b[A-Z]")
_NEAR = 8
_LEADS = frozenset(["close", "next", "front", "of"])


def date_of_verb(page: Page, sentence: Sentence, trigger: Span) -> SuggestedDate | None:
    """Return the date in the clause of a verb, or the one that opens its sentence."""
    dates = _dates(page, sentence, trigger)
    at = sentence.at(trigger[0])
    start, end = _offsets(sentence, clause_start(sentence, at), clause_end(sentence, at))
    after = [date for date in dates if trigger[1] <= date.start < end]
    if after and not _is_told_between(sentence, trigger[1], after[0].start):
        return after[0]
    before = [date for date in dates if start <= date.start and date.end <= trigger[0]]
    if before and not _is_told_between(sentence, before[-1].end, trigger[0]):
        return before[-1]
    opening = [date for date in dates if sentence.at(date.start) <= 1 and date.end <= trigger[0]]
    is_first = opening and not _is_told_between(sentence, opening[0].end, trigger[0])
    return opening[0] if is_first else None


def date_of_noun(page: Page, sentence: Sentence, trigger: Span) -> SuggestedDate | None:
    """Return the date that stands beside the noun of an act: "the killing of Amjad in May"."""
    for date in _dates(page, sentence, trigger):
        if date.end <= trigger[0] and sentence.at(trigger[0]) - sentence.at(date.start) <= 2:
            return date
        if date.start >= trigger[1] and _is_beside(sentence, trigger[1], date.start):
            return date
    return None


def place_of(sentence: Sentence, trigger: Span, *, beside: bool) -> Mentioned | None:
    """Return the place that a clause names with "in" or "near"; beside a noun only."""
    at = sentence.at(trigger[0])
    _, end = _offsets(sentence, at, clause_end(sentence, at))
    found = [*_named_places(sentence, trigger[1], end), *_phrases(sentence, trigger[1], end)]
    if beside:
        found = [each for each in found if _is_beside(sentence, trigger[1], each.start)]
    found = [each for each in found if not _is_told_between(sentence, trigger[1], each.start)]
    return min(found, key=_order, default=None) or _opening_place(sentence, at)


def _order(place: Mentioned) -> tuple[int, int]:
    return place.start, -place.end


def _dates(page: Page, sentence: Sentence, trigger: Span) -> list[SuggestedDate]:
    """Return the dates of a sentence apart from those that this very act dates."""
    return [
        date
        for date in page.dates_in((sentence.start, sentence.end))
        if not _overlap((date.start, date.end), trigger)
        and not _overlap((date.anchor_start, date.anchor_end), trigger)
    ]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _offsets(sentence: Sentence, first: int, last: int) -> Span:
    start = sentence.tokens[first].start if first else sentence.start
    end = sentence.tokens[last].start if last < len(sentence.tokens) else sentence.end
    return start, end


def _is_told_between(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another act, to which a date or place could belong, is told in between."""
    return TRIGGER.search(sentence.text, start, end) is not None


def _is_beside(sentence: Sentence, start: int, end: int) -> bool:
    words = [
        token
        for token in sentence.tokens[sentence.at(start) : sentence.at(end) + 1]
        if start <= token.start < end
    ]
    is_verb = any(
        token.name is None and (token.word in _VERBS or token.word in ",;:" or _is_past(token.word))
        for token in words
    )
    return len(words) <= _NEAR and not is_verb


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 3


def _named_places(sentence: Sentence, start: int, end: int) -> list[Mentioned]:
    return [
        Mentioned(token.start, token.name.end, token.name.name)
        for at, token in enumerate(sentence.tokens)
        if start <= token.start < end
        and token.name is not None
        and token.is_place
        and not token.owns
        and _is_located(sentence, at)
    ]


def _is_located(sentence: Sentence, at: int) -> bool:
    """Whether a place stands behind "in" or "near", as in "in the southern city of Amarah"."""
    for back in range(at - 1, at - 7, -1):
        word = sentence.word(back)
        if word in PLACE_BEFORE and word != "of":
            return True
        if word in ("close", "next") and sentence.word(back + 1) == "to":
            return True
        if word != "to" and (not word.isalpha() or word in _VERBS):
            return False
    return False


def _phrases(sentence: Sentence, start: int, end: int) -> list[Mentioned]:
    """Return the places that no gazetteer knows: "close to the Maysan police station"."""
    return [
        Mentioned(*match.span("place"), match["place"])
        for match in PLACE_PHRASE.finditer(sentence.text, start, end)
        if PLACE_NOUN.search(match["place"]) and _CAPITAL.search(match["place"])
    ]


def _opening_place(sentence: Sentence, before: int) -> Mentioned | None:
    """Return the place with which a sentence opens: "In Basra, gunmen shot him"."""
    for at in range(1, min(4, before)):
        token = sentence.tokens[at]
        if token.name is not None and token.is_place:
            follows = sentence.token(at + 1)
            is_apart = follows is not None and follows.word == ","
            located = sentence.word(at - 1) in ("in", "at", "near") or sentence.word(0) in (
                "in",
                "at",
            )
            return (
                Mentioned(token.start, token.end, token.name.name) if is_apart and located else None
            )
        if sentence.word(at) in DETERMINERS:
            continue
    return None
