"""Running heads and feet, taken out only where they are plainly that.

They stand apart from the text, in letters no larger, and say the same on most pages, but for the
number of the page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from viewer.sources.pdf.lines import Line

#: Pages on which a line must stand, and their part of all.
_FEWEST = 3
_MOST_OF_THEM = 0.6
#: Lines that a head or foot may have, and how far it is from the text, in sizes of its letters.
_DEPTH = 2
_APART = 1.8
_LARGER = 1.06
_NUMBER = re.compile(r"\d{1,5}")

#: The words, with the page's number as a distance from its place, and how high they stand.
_Key = tuple[str, int]


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without their running heads and feet."""
    size = median([line.height for page in pages for line in page] or [1.0])
    ends = [_ends(page, size) for page in pages]
    seen = Counter(key for place, lines in enumerate(ends) for key in _all_keys(lines, place))
    fewest = max(_FEWEST, _MOST_OF_THEM * sum(map(bool, pages)))
    running = {key for key, count in seen.items() if count >= fewest}
    gone = {id(li) for n, lines in enumerate(ends) for li in lines if running & set(_keys(li, n))}
    return [[line for line in page if id(line) not in gone] for page in pages]


def _all_keys(lines: list[Line], place: int) -> set[_Key]:
    return {key for line in lines for key in _keys(line, place)}


def _keys(line: Line, place: int) -> Iterator[_Key]:
    height = round(line.bottom / 8)
    yield line.text, height
    for number in _NUMBER.finditer(line.text):
        before, after = line.text[: number.start()], line.text[number.end() :]
        yield f"{before}#{int(number[0]) - place}#{after}", height


def _ends(page: Sequence[Line], size: float) -> list[Line]:
    """Return the lines at the top and bottom of a page that stand apart from all others."""
    by_height = sorted(page, key=lambda line: line.bottom)
    found = _apart(by_height) + _apart(by_height[::-1])
    return [line for line in found if line.height <= size * _LARGER]


def _apart(lines: list[Line]) -> list[Line]:
    """Return the first lines, if there is a gap after them."""
    for count, (line, after) in enumerate(pairwise(lines[: _DEPTH + 1]), start=1):
        if abs(after.bottom - line.bottom) > _APART * line.height:
            return lines[:count]
    return []
