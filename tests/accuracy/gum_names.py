"""Names in GUM: the run of proper nouns around the head of a mention, without a title before it."""

import itertools
from collections.abc import Iterator

from tests.accuracy.conllu import Token, mentions
from tests.accuracy.gold import GoldName
from tests.accuracy.locating import Span

_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
#: Small words within the name of a person, and of an organisation or a place.
_OF_A_PERSON = {
    *("de", "da", "du", "di", "del", "der", "den", "van", "von"),
    *("bin", "ibn", "al", "el", "la", "le"),
}
_WITHIN = {"of", "the", "and", "for", "&", "-", "'", "’", "'s", "’s"} | _OF_A_PERSON
#: A person is not named by these alone, nor do they begin or end a name.
_TITLES = {
    *("President", "Minister", "Prime", "Director", "Chairman", "Secretary", "Senator", "MP"),
    *("Mr.", "Mrs.", "Ms.", "Dr.", "Professor", "Emeritus", "Undersecretary", "Administrator"),
    *("Sheriff", "Governor", "General", "Commissioner", "Home", "Shadow", "State", "U.S.", "US"),
}


def names_in(words: list[Token]) -> Iterator[GoldName]:
    for kind, first, last in mentions(words):
        if kind in _KINDS and (run := _proper(words, first, last, kind == "person")):
            span = words[run[0]].span[0], words[run[1]].span[1]
            yield GoldName(spans=(span,), kinds=frozenset([_KINDS[kind]]), names=frozenset())


def _proper(words: list[Token], first: int, last: int, person: bool) -> tuple[int, int] | None:
    """Return the first and last token of the name within a mention, if its head is a name."""
    head = _head(words, first, last)
    if not words[head].is_name:
        return None
    small = _OF_A_PERSON if person else _WITHIN
    start, end = head, head
    while start > first and (words[start - 1].is_name or words[start - 1].form in small):
        start -= 1
    while end < last and (words[end + 1].is_name or words[end + 1].form in small):
        end += 1
    end = _hyphened(words, end, last)
    start = max((at + 1 for at in range(start, head) if _is_title(words[at])), default=start)
    run = _trimmed(words, start, end, person)
    return None if person and run and _is_people(words, *run) else run


def _is_people(words: list[Token], start: int, end: int) -> bool:
    return start == end and words[start].is_plural


def _hyphened(words: list[Token], end: int, last: int) -> int:
    """Go on to the end of a name with hyphens, whatever its parts were taken for."""
    while end + 2 <= last and words[end + 1].form == "-" and _touch(words[end : end + 3]):
        end += 2
        while end < last and words[end + 1].is_name:
            end += 1
    return end


def _touch(words: list[Token]) -> bool:
    return all(one.span[1] == two.span[0] for one, two in itertools.pairwise(words))


def _head(words: list[Token], first: int, last: int) -> int:
    """Return the head, or the name that follows it, as in "member Ada Lo"."""
    outward = (at for at in range(first, last + 1) if not first <= words[at].head - 1 <= last)
    head = next(outward, first)
    if words[head].is_name or head == last:
        return head
    after = words[head + 1]
    named = after.is_name and after.head == head + 1 and after.relation in ("flat", "appos")
    return head + 1 if named else head


def _is_title(word: Token) -> bool:
    return word.relation == "nmod:desc"


def _trimmed(words: list[Token], start: int, end: int, person: bool) -> tuple[int, int] | None:
    """Return the run without small words and titles at its ends; None where nothing is left."""

    def idle(at: int) -> bool:
        if start < at and words[at - 1].form == "-":
            return False
        return not words[at].is_name or (person and words[at].form in _TITLES)

    while start <= end and idle(start):
        start += 1
    while end >= start and idle(end):
        end -= 1
    return (start, end) if start <= end else None


def longest(names: list[GoldName]) -> Iterator[GoldName]:
    """Leave out what stands within a longer name, and what stands there twice."""
    seen: set[Span] = set()
    for name in names:
        start, end = name.span
        inside = any(s <= start and end <= e and (s, e) != (start, end) for s, e in _spans(names))
        if not inside and name.span not in seen:
            seen.add(name.span)
            yield name


def _spans(names: list[GoldName]) -> Iterator[Span]:
    return (name.span for name in names)
