"""What parts the cells of a table: said by the file, or guessed from its first rows."""

import re
from itertools import islice

from viewer.sources.tables.scanning import rows_of

#: Those that are looked for, the likelier first.
SEPARATORS = (",", ";", "\t", "|")
#: The line with which a spreadsheet says it.
_SAID = re.compile(r'\s*"?sep=(.)"?[^\S\n]*\n')
#: Code points and rows that are looked at.
_SAMPLE = 64 * 1024
_ROWS = 50
_PART_OF_A_ROW = 0.5


def separator_of(text: str) -> tuple[str, int]:
    """Return the separator and where the table begins; "" where each line is one cell."""
    if (said := _SAID.match(text)) is not None and said[1] in SEPARATORS:
        return said[1], said.end()
    sample = text[:_SAMPLE]
    best = max(SEPARATORS, key=lambda separator: _fits(sample, separator))
    return (best, 0) if _fits(sample, best) > (0.0, 0) else ("", 0)


def _fits(sample: str, separator: str) -> tuple[float, int]:
    """Return how well rows keep to the headings, and how many of these there are."""
    sizes = [len(row.cells) for row in islice(rows_of(sample, separator), _ROWS)]
    if not sizes or sizes[0] < 2:
        return 0.0, 0
    fitting = [_fit(size, sizes[0]) for size in sizes[1:]] or [1.0]
    return sum(fitting) / len(fitting), sizes[0]


def _fit(cells: int, headings: int) -> float:
    if cells == headings:
        return 1.0
    return _PART_OF_A_ROW if 1 < cells < headings else 0.0
