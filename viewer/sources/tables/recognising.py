"""Whether a file seems to be a list of persons or events: by its name, or by what is in it."""

from itertools import islice
from pathlib import Path

from viewer.domain.listing.columns import NEEDED, likely, matched
from viewer.sources.files import beginning
from viewer.sources.problems import ProblemError
from viewer.sources.tables.reading import ENDINGS, text_of
from viewer.sources.tables.scanning import rows_of
from viewer.sources.tables.separators import separator_of

#: Bytes that are looked at.
_HEAD = 64 * 1024
#: Endings of plain text that may be a list all the same, and how many rows must say so.
_PLAIN = frozenset({"", ".txt"})
_FEWEST, _LOOKED_AT = 3, 50


def holds_list(path: Path) -> bool:
    """Return whether a file is a table by its ending, or by its headings and its even rows."""
    ending = path.suffix.lower()
    if ending not in ENDINGS | _PLAIN:
        return False
    try:
        text, _ = text_of(beginning(path, _HEAD), path.name)
    except (OSError, ValueError, ProblemError):
        return False
    return ending in ENDINGS or _is_list(text)


def _is_list(text: str) -> bool:
    separator, start = separator_of(text)
    if not separator:
        return False
    # The last row may have been cut.
    found = list(islice(rows_of(text, separator, start=start), _LOOKED_AT))
    rows = [[cell.text for cell in row.cells] for row in found[:-1] or found]
    if len(found) < _FEWEST or len({len(row) for row in rows}) > 1:
        return False
    what = likely(rows[0])
    return bool({*NEEDED[what]}.intersection(matched(what, rows[0])))
