"""What stands right beside a name in a document, and says that its bearer needs protection.

Only what is said of the name itself counts: what is put before it ("his brother, …",
"12-year-old …") or after it ("…, 12, …", "…, who is in hiding, …", "… is in hiding").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.domain.careful.words import (
    Kin,
    asks_not_to_be_named,
    is_hiding,
    is_minor,
    kin_before,
    kin_in,
    minor_before,
)

#: Code points before and after a name that are looked at.
_NEAR = 120
_EDGE = re.compile(r"[.,;:!?()\n\[\]\"“”«»،؛؟—–]")
_COMMAS = frozenset(",،")
_CLOSING = " \u00a0,،("
#: A comma or a bracket behind a name, and what stands between it and the next.
_APPOSITION = re.compile(r"\s*[,(،]\s*(?P<said>[^,.;:()\n،؛]+)")
_PREDICATE = re.compile(
    r"\s+(?P<said>(?:is|was|remains|lives|went|has\s+(?:gone|been))\b[^,.;:\n]{0,60})"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Words beside a name, from `start` to before `end` in code points, and what they say of it."""

    start: int
    end: int
    #: The words themselves.
    words: str
    kin: Kin | None = None
    is_minor: bool = False
    is_hiding: bool = False
    asks: bool = False


def told_beside(text: str, start: int, end: int) -> Iterator[Told]:
    """Yield what is told of the name that stands from `start` to before `end`, in code points."""
    for told in (_before(text, start), _apposition(text, end), _predicate(text, end)):
        if told is not None and (told.kin or told.is_minor or told.is_hiding or told.asks):
            yield told


def _before(text: str, at: int) -> Told | None:
    near = text[max(0, at - _NEAR) : at]
    closed = near.rstrip(_CLOSING)
    clause = _EDGE.split(closed)[-1].strip()
    is_apart = not _COMMAS.isdisjoint(near[len(closed) :])
    whole = kin_in(clause) if is_apart else None
    kin, number = (whole, len(clause.split())) if whole else kin_before(clause) or (None, 0)
    young = minor_before(clause)
    words = _last_words(clause, max(number, young))
    end = at - len(near) + len(closed)
    return Told(end - len(words), end, words, kin, is_minor=bool(young)) if words else None


def _last_words(text: str, number: int) -> str:
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    return text[starts[-number] :] if number else ""


def _apposition(text: str, at: int) -> Told | None:
    found = _APPOSITION.match(text, at, at + _NEAR)
    if found is None:
        return None
    start, words = found.start("said"), found["said"].rstrip()
    return Told(
        start,
        start + len(words),
        words,
        kin_in(words),
        is_minor(words),
        is_hiding(words),
        asks_not_to_be_named(words),
    )


def _predicate(text: str, at: int) -> Told | None:
    found = _PREDICATE.match(text, at, at + _NEAR)
    if found is None:
        return None
    start, words = found.start("said"), found["said"].rstrip()
    return Told(start, start + len(words), words, is_hiding=is_hiding(words))
