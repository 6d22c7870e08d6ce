"""A table as it was read from a document's text: each cell knows where it stands there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from viewer.domain.records import Document

#: The heading of the column of ids in a table that Casefile writes.
OWN_ID = "Casefile id"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and its words in the document: code points, half open.

    The words are those within the quotation marks of the table; its letters stand among them in
    the same order, with an apostrophe or a second quotation mark between.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; `line` is the line of the text on which it begins, from 1."""

    line: int
    cells: tuple[Cell, ...]

    def text(self, column: int) -> str:
        """Return what the cell of a column says; "" where the row has none."""
        return self.cells[column].text if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A document whose text is a table; its first row that says something are the headings."""

    document: Document
    separator: str
    headings: Row
    #: Reads the rows below the headings from the text, each time anew, without the empty ones.
    rows: Callable[[], Iterator[Row]]
