"""The ways in which a text that was read back may have to be read to make out a name."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_HYPHEN = re.compile("[-\u00ad\u2010\u2011\ufffe]\\s*\n\\s*|[\u00ad\ufffe]\\s*")
_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Way:
    """A text to search; where words were `joined` (offsets, in order), only there is it new."""

    text: str
    joined: tuple[int, ...] | None = None

    def has(self, start: int, end: int) -> bool:
        """Tell whether words from `start` to `end` are to be read in this way alone."""
        if self.joined is None:
            return True
        at = bisect_right(self.joined, start)
        return at < len(self.joined) and self.joined[at] < end


def ways(text: str) -> Iterator[Way]:
    """Yield a text as it stands, with words joined that lines or hyphens part, and backwards."""
    for way in (Way(text), _without(_HYPHEN, text), _without(_LINE_END, text)):
        if way.joined != ():
            yield way
            yield _backwards(way)
    if "\n" in text:
        yield Way("\n".join(line[::-1] for line in text.split("\n")))


def _without(gap: re.Pattern[str], text: str) -> Way:
    pieces = gap.split(text)
    joined, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        joined.append(at)
    return Way("".join(pieces), tuple(joined))


def _backwards(way: Way) -> Way:
    length = len(way.text)
    joined = way.joined and tuple(length - at for at in reversed(way.joined))
    return Way(way.text[::-1], joined)
