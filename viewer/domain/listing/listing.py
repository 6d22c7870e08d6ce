"""A whole list: its rows planned one by one, then written as one change set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.domain.changes import ChangeSet, Content
from viewer.domain.listing.columns import FIELDS, Columns
from viewer.domain.listing.events import EventRows
from viewer.domain.listing.making import Making
from viewer.domain.listing.persons import PersonRows
from viewer.domain.listing.planned import Cells, Planned
from viewer.domain.listing.table import Table
from viewer.domain.listing.taken import Taken
from viewer.domain.reader import CaseReader

_ROWS: dict[str, type[PersonRows] | type[EventRows]] = {"persons": PersonRows, "events": EventRows}

_TAKEN = "Made of this row before."


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is to become: `what` is persons or events; see `Columns`."""

    what: str
    columns: Columns
    #: Whether what the case has already is made once more.
    again: bool = False


def planned(case: CaseReader, table: Table, wish: Wish) -> Iterator[Planned]:
    """Yield what each row becomes; nothing is written."""
    rows = _ROWS[wish.what](case, again=wish.again)
    taken = Taken(case, table.document, wish.what.removesuffix("s"))
    for row in table.rows():
        cells = Cells(table, wish.columns, row)
        found = rows.planned(row.line, cells)
        if not wish.again and found.item is not None and taken.has(cells.all()):
            found.item, found.is_known, found.why = None, True, _TAKEN
        yield found


def change_set(
    case: CaseReader, table: Table, content: Content, plans: Iterable[Planned], what: str
) -> ChangeSet:
    """Return the one change set that makes what is planned, with the table as its document."""
    making = Making(case, table)
    number = 0
    for plan in plans:
        if plan.item is not None:
            plan.item.make(making)
            number += 1
    one, many = what.removesuffix("s"), what
    return making.change_set(f"Import {number:,} {one if number == 1 else many}", content)


def left_out(table: Table, wish: Wish) -> list[str]:
    """Return the headings of columns of which nothing is taken."""
    headings = (cell.text for cell in table.headings.cells)
    return [heading for heading, code in zip(headings, wish.columns, strict=True) if not code]


def labels(wish: Wish) -> dict[str, str]:
    """Return the label of the field of each mapped column, by the field's code."""
    return {field.code: field.label for field in FIELDS[wish.what] if field.code in wish.columns}
