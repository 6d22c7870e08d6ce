"""Cells and rows of separated values, with their places in the text (code points, half open).

RFC 4180, and leniently: a quotation mark that opens no whole cell is a letter like any other, a row
may have more or fewer cells than others, and lines may end in a newline alone. Never raises.
"""

import re
from collections.abc import Iterator
from functools import cache

from viewer.domain.listing.table import Cell, Row
from viewer.domain.spreadsheets import unguarded

#: Stands at the front of a cell so that no spreadsheet takes it for a formula.
_GUARD = re.compile(r"\A'(?='*\s*[=+\-@＝＋－＠\t\r\n])")


def rows_of(text: str, separator: str, *, start: int = 0, is_own: bool = False) -> Iterator[Row]:
    """Yield the rows that say something, from a place on; the whole line is a cell without a
    separator. `is_own` tells that Casefile guarded what is within the cells, too.
    """
    line, first, cells = text.count("\n", 0, start) + 1, start, list[Cell]()
    for match in _cell(separator).finditer(text, start):
        cells.append(_read(match, is_own))
        if match[3] in ("\n", ""):
            if any(cell.text for cell in cells):
                yield Row(line, tuple(cells))
            if not match[3]:
                return
            line += text.count("\n", first, match.end())
            first, cells = match.end(), []


@cache
def _cell(separator: str) -> re.Pattern[str]:
    ends = rf"[{re.escape(separator)}\n]"
    inner = rf"[^{re.escape(separator)}\n]"
    return re.compile(rf'(?: *+"((?:[^"]|"")*+)" *+(?={ends}|\Z)|({inner}*+))({ends}|\Z)')


def _read(match: re.Match[str], is_own: bool) -> Cell:
    is_quoted = match[1] is not None
    words, start = match[1 if is_quoted else 2], match.start(1 if is_quoted else 2)
    text = words.replace('""', '"') if is_quoted else words
    if "'" in text:
        text = unguarded(text) if is_own else _GUARD.sub("", text.lstrip())
    start += len(words) - len(words.lstrip())
    return Cell(text.strip(), start, start + len(words.strip()))
