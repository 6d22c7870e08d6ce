"""Which tables a damaged file has, and what each row of them says, page by page.

Where the list of tables, or a page on the way to a row, cannot be read, the rows themselves say
whose they may be: by how many values they have and of which types.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from viewer.store.salvage.cells import TABLE_LEAF, Cell, below, cells, kind_of
from viewer.store.salvage.layouts import AS_INDEX, WANTED, Row, row_of
from viewer.store.salvage.pages import Pages


@dataclass(slots=True)
class Table:
    """What was found of a table; `is_whole` where no page and no row of it is missing."""

    rows: list[Row] = field(default_factory=list)
    #: Rows on pages to which nothing leads any more, and which look as this table's do.
    strays: list[Row] = field(default_factory=list)
    is_whole: bool = False


def read(pages: Pages) -> dict[str, Table]:
    """Return every wanted table, empty where nothing was found of it."""
    reading = _Reading(pages)
    reading.follow_roots()
    reading.gather_strays()
    return reading.tables


class _Reading:
    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._seen: set[int] = set()
        self.tables = {name: Table() for name in WANTED}

    def follow_roots(self) -> None:
        """Read the tables from their roots, as the list of tables names them."""
        for kind, name, root in list(self._listed()):
            if kind == "table" and name in WANTED:
                self._fill(self.tables[name], name, root)
            else:
                self._pass_by(root)

    def _listed(self) -> Iterator[tuple[str, str, int]]:
        """Yield kind, name and root of what the file says that it has."""
        for cell in self._walked(1):
            match cell:
                case Cell(values=(str(kind), str(name), _, int(root), _)) if root > 1:
                    yield kind, name, root

    def _fill(self, table: Table, name: str, root: int) -> None:
        table.is_whole = True
        for cell in self._walked(root):
            row = row_of(name, cell.values) if cell is not None else None
            if row is None:
                table.is_whole = False
            else:
                table.rows.append(row)

    def _pass_by(self, root: int) -> None:
        """Know whose pages these are: what stands in an index, or in the search, is no stray."""
        for number, _ in self._pages_below(root):
            self._seen.add(number)

    def _walked(self, root: int) -> Iterator[Cell | None]:
        """Yield the cells below a root, None for each cell and page that cannot be read."""
        for number, page in self._pages_below(root):
            if page is None:
                yield None
            else:
                yield from cells(self._pages, page, number)

    def _pages_below(self, root: int) -> Iterator[tuple[int, bytes | None]]:
        """Yield each page of a tree once; None for what is no page of one, or of another."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = None if number in self._seen else self._pages[number]
            if page is None or not kind_of(page, number):
                yield number, None
                continue
            self._seen.add(number)
            yield number, page
            waiting += reversed(list(below(page, number)))

    def gather_strays(self) -> None:
        """Look at the rows of each page that nothing led to."""
        for number in range(1, self._pages.count + 1):
            page = None if number in self._seen else self._pages[number]
            for cell in cells(self._pages, page, number) if page is not None else ():
                if cell is not None:
                    self._keep(cell, is_row=kind_of(page or b"", number) == TABLE_LEAF)

    def _keep(self, cell: Cell, *, is_row: bool) -> None:
        for name in WANTED:
            if is_row is (name not in AS_INDEX):
                row = row_of(name, cell.values)
                if row is not None:
                    self.tables[name].strays.append(row)
