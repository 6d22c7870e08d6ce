"""The ways in which a text that was read back may have to be read to make out a name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HYPHEN = re.compile("[-\u00ad\u2010\u2011\ufffe]\\s*\n\\s*|[\u00ad\ufffe]\\s*")
_LINE_END = re.compile(r"\s*\n\s*")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Way:
    """A text to search; where words were `joined` (offsets, in order), only there is it new."""

    text: str
    joined: tuple[int, ...] | None = None

    def has(self, start: int, end: int) -> bool:
        """Tell whether words from `start` to `end` are to be read in this way alone."""
        return self.joined is None or bool(self._within(start, end))

    def parted(self, start: int, end: int) -> str:
        """Return words as they stood before they were joined."""
        ends = (start, *self._within(start, end), end)
        return "\n".join(self.text[a:b] for a, b in pairwise(ends))

    def _within(self, start: int, end: int) -> tuple[int, ...]:
        joined = self.joined or ()
        return joined[bisect_right(joined, start) : bisect_left(joined, end)]


def ways(text: str) -> Iterator[Way]:
    """Yield a text as it stands, with words joined that lines or hyphens part, and backwards.

    Libraries give Arabic as it is read or as it is drawn: then each line stands backwards.
    """
    yield from _forwards(text)
    yield from _forwards(text[::-1])
    if "\n" in text and _FROM_THE_RIGHT.search(text):
        yield from _forwards("\n".join(line[::-1] for line in text.split("\n")))


def _forwards(text: str) -> Iterator[Way]:
    yield Way(text)
    yield from (way for gap in (_HYPHEN, _LINE_END) if (way := _without(gap, text)).joined)


def _without(gap: re.Pattern[str], text: str) -> Way:
    pieces = gap.split(text)
    joined, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        joined.append(at)
    return Way("".join(pieces), tuple(joined))
