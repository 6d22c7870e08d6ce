"""A file with separated values → a `Table`, whose document keeps the text as it was received."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath

from viewer import __version__
from viewer.domain.changes import Content
from viewer.domain.formats import TABLE
from viewer.domain.listing.table import OWN_ID, Row, Table
from viewer.domain.records import Document
from viewer.errors import UnreadableSource
from viewer.sources.charsets import decoded
from viewer.sources.files import contents
from viewer.sources.limits import LIMITS, Limits
from viewer.sources.problems import Problem, ProblemError, for_user
from viewer.sources.reading import shown_name
from viewer.sources.sniffing import PLAIN, sniffed
from viewer.sources.source import Source, document_of
from viewer.sources.tables.scanning import rows_of
from viewer.sources.tables.separators import separator_of
from viewer.sources.tidy import tidied

#: Nobody looks through a list of more.
MOST_ROWS = 10_000
MOST_COLUMNS = 500
#: Endings of files that are tables.
ENDINGS = frozenset({".csv", ".tsv"})

#: They end no row, whatever they do elsewhere.
_INNER_NEWLINES = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\w")
_TOO_MANY_ROWS = (
    "“{name}” holds more than {most:,} rows, the most that are taken in at once; nothing was "
    "changed. Split it into several files, or leave out the rows that are of no concern."
)
_TOO_MANY_COLUMNS = (
    "“{name}” holds {number:,} columns, more than a list of persons or events has; nothing was "
    "changed. Save it with the columns that matter."
)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table, and the bytes of which it was read."""

    table: Table
    content: Content


def read_table(path: Path, limits: Limits = LIMITS) -> ReadTable:
    """Return the table that a file holds; raises `UnreadableSource`."""
    name = shown_name(path)
    try:
        return _read(contents(path, limits.input_bytes), name, limits)
    except ProblemError as error:
        raise for_user(error, name, limits) from error


def read_table_bytes(data: bytes, file_name: str = "", limits: Limits = LIMITS) -> ReadTable:
    """Return the table that bytes are; raises `UnreadableSource`."""
    try:
        return _read(data, file_name, limits)
    except ProblemError as error:
        raise for_user(error, file_name, limits) from error


def _read(data: bytes, file_name: str, limits: Limits) -> ReadTable:
    if len(data) > limits.input_bytes:
        raise ProblemError(Problem.TOO_LARGE)
    text, charset = text_of(data, file_name)
    if len(text) > limits.text_length:
        raise ProblemError(Problem.TOO_MUCH_TEXT)
    document, content = _document(data, text, charset, file_name)
    return ReadTable(_table(document), content)


def _document(data: bytes, text: str, charset: str, file_name: str) -> tuple[Document, Content]:
    source = Source(
        data=data,
        text=text,
        media_type=TABLE,
        extracted_by=f"Casefile {__version__}, as {charset}",
        file_name=file_name,
        title=PurePath(file_name).stem,
    )
    return document_of(source, type="table")


def _table(document: Document) -> Table:
    separator, start = separator_of(document.text)
    headings = next(rows_of(document.text, separator, start=start), None)
    if headings is None or not _WORD.search(document.text, start):
        raise ProblemError(Problem.NO_TEXT)
    is_own = any(cell.text == OWN_ID for cell in headings.cells)

    def rows() -> Iterator[Row]:
        found = rows_of(document.text, separator, start=start, is_own=is_own)
        return islice(found, 1, None)

    _require_few(document.file_name, len(headings.cells), rows())
    return Table(document, separator, headings, rows)


def _require_few(name: str, columns: int, rows: Iterator[Row]) -> None:
    name = name or "What was pasted"
    if columns > MOST_COLUMNS:
        raise UnreadableSource(_TOO_MANY_COLUMNS.format(name=name, number=columns))
    if sum(1 for _ in islice(rows, MOST_ROWS + 1)) > MOST_ROWS:
        raise UnreadableSource(_TOO_MANY_ROWS.format(name=name, most=MOST_ROWS))


def text_of(data: bytes, file_name: str = "") -> tuple[str, str]:
    """Return the text of a table and its character set; raises `ProblemError`."""
    if sniffed(data, file_name) != PLAIN:
        raise ProblemError(Problem.NOT_TEXT)
    text, charset = decoded(data)
    return tidied(_INNER_NEWLINES.sub(" ", text)), charset
