"""The ways in which a text that was read back may have to be read to make out a name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from viewer.export.leaks.places import APART

_HYPHENS = "-\u00ad\u2010\u2011\ufffe"
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
#: So many words on each side of a line's end are put together.
_NEAR = 2


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
    lines = text.splitlines()
    yield Way(text)
    yield Way(text[::-1])
    yield from _joined(lines)
    if _FROM_THE_RIGHT.search(text):
        backwards = [line[::-1] for line in lines]
        yield Way("\n".join(backwards))
        yield from _joined(backwards)


def _joined(lines: list[str]) -> Iterator[Way]:
    """A word may begin at the end of a line and end in the next one, with a hyphen or without."""
    pieces: list[str] = []
    joined: list[int] = []
    at = 0
    for line, after in pairwise(line.split() for line in lines if line.strip()):
        ends, begins = " ".join(line[-_NEAR:]).rstrip(_HYPHENS), " ".join(after[:_NEAR])
        if ends[-1:].isalpha() and begins[0].isalpha():
            joined.append(at + len(ends))
            pieces.append(f"{ends}{begins}")
            at += len(ends) + len(begins) + len(APART)
    if pieces:
        yield Way(APART.join(pieces), tuple(joined))
