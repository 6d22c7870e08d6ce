"""What a row is going to become, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from viewer.domain.listing.columns import Columns
from viewer.domain.listing.making import Making
from viewer.domain.listing.several import parted
from viewer.domain.listing.table import Cell, Row, Table
from viewer.domain.listing.values import Value

#: So many values of one cell are taken.
_MOST_VALUES = 100


class Item(Protocol):
    """The records-to-be of one row."""

    def make(self, making: Making) -> None:
        """Add the records, with the words of their cells."""


@dataclass(slots=True)
class Planned:
    """A row and its fate: `item` is None where nothing is made of it, and `why` says why.

    `says` are the labels and values that are shown of it, `problems` sentences of what was not
    taken as it stands.
    """

    line: int
    title: str
    says: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    item: Item | None = None
    why: str = ""
    #: Whether nothing is made because the case has it.
    is_known: bool = False

    @property
    def state(self) -> str:
        """A code: new, known or left_out."""
        if self.item is not None:
            return "new"
        return "known" if self.is_known else "left_out"


class Cells:
    """The cells of one row by their fields; notes what is told of them."""

    def __init__(self, table: Table, columns: Columns, row: Row) -> None:
        self._table = table
        self.problems: list[str] = []
        cells = zip(columns, row.cells, strict=False)
        self._cells = {code: cell for code, cell in cells if code and cell.text}
        if (beyond := len(row.cells) - len(columns)) > 0 and any(
            cell.text for cell in row.cells[len(columns) :]
        ):
            self.problems.append(f"{beyond} cells more than there are headings: left out.")

    def get(self, code: str) -> Cell | None:
        """Return the cell of a field; None where it says nothing."""
        return self._cells.get(code)

    def all(self) -> Iterable[Cell]:
        """Return all cells of which something is taken."""
        return self._cells.values()

    def several(self, code: str) -> list[Cell]:
        """Return the values of a cell that may hold several."""
        cell = self._cells.get(code)
        if cell is None:
            return []
        words = self._table.document.text[cell.start : cell.end]
        found = list(_some(parted(cell, words)))
        if len(found) > _MOST_VALUES:
            self.problems.append(f"More than {_MOST_VALUES} values in one cell: the rest left out.")
        return found[:_MOST_VALUES]

    def take(self, values: dict[str, Value], field: str, value: Value) -> None:
        """Keep a value that there is; tell what there is to tell."""
        if value.problem:
            self.problems.append(value.problem)
        if value.value:
            values[field] = value


def _some(cells: Iterator[Cell]) -> Iterator[Cell]:
    for _, cell in zip(range(_MOST_VALUES + 1), cells, strict=False):
        yield cell


def tie_all(making: Making, record_id: str, values: dict[str, Value]) -> None:
    """Tie each value to its words."""
    for name, value in values.items():
        making.tie(record_id, name, value.cell)


def tie_tags(making: Making, record_id: str, tags: Sequence[Cell]) -> None:
    """Put tags on a record. They state nothing about the world: their words only mention it."""
    making.tag(record_id, tags)
    for cell in tags:
        making.tie(record_id, "", cell, stance="mentions")
