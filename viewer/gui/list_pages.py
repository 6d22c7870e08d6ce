"""The rows of a list, read page by page when they are asked for, so that length costs nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.store import CaseFile, ListQuery, ListRow
    from viewer.store.lists import Counted, Key

#: Rows of a page, and pages that are kept.
PAGE = 128
_KEPT = 64


class ListPages:
    """One reading of one list. Throw it away when the case or the query changes.

    A page is read from the nearest known key, forwards or backwards, or from the nearer end of
    the list. Known are the first and last key of each page that was read: 16 bytes a row at most.
    Where many rows pass a filter, only the first are counted, and `more` follow.
    """

    def __init__(self, case: CaseFile, query: ListQuery) -> None:
        self._case = case
        self.query = query
        counted = case.counted(query)
        self.count, self.more = counted.number, counted.more
        self._pages: OrderedDict[int, list[ListRow]] = OrderedDict()
        self._edges: dict[int, tuple[Key, Key]] = {}
        self._read: list[int] = []

    def row(self, number: int) -> ListRow | None:
        """Return a row; None when the list has shrunk meanwhile and `changed` is on its way."""
        page = self.page(number // PAGE)
        at = number % PAGE
        return page[at] if at < len(page) else None

    def page(self, number: int) -> list[ListRow]:
        """Return a page, from memory if it was read lately."""
        if number not in self._pages:
            self._remember(number, self._fetched(number))
        self._pages.move_to_end(number)
        return self._pages[number]

    def find(self, id: str) -> int | None:
        """Return the row of a record; None where the list leaves it out or has not come to it."""
        return self._case.position(self.query, id, self._last_key() if self.more else None)

    def following(self) -> Counted:
        """Count the rows that follow those that were counted."""
        return self._case.counted(self.query, self._last_key())

    def go_on(self, counted: Counted) -> None:
        """Let the list be longer by rows that `following` counted."""
        self._forget(self.count // PAGE)
        self.count, self.more = self.count + counted.number, counted.more

    def _forget(self, number: int) -> None:
        """Let go of the page that was the last one and not full."""
        self._pages.pop(number, None)
        if self._edges.pop(number, None) is not None:
            self._read.remove(number)

    def _last_key(self) -> Key | None:
        last = self.row(self.count - 1)
        return last.key if last is not None else None

    def _remember(self, number: int, rows: list[ListRow]) -> None:
        self._pages[number] = rows
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        if len(rows) == self._length(number) and number not in self._edges:
            self._edges[number] = rows[0].key, rows[-1].key
            insort(self._read, number)

    def _length(self, number: int) -> int:
        return min(PAGE, self.count - number * PAGE)

    def _fetched(self, number: int) -> list[ListRow]:
        length = self._length(number)
        after, forwards = self._known_before(number)
        before, backwards = self._known_behind(number)
        if forwards <= backwards:
            return self._case.page(self.query, after, skip=forwards, limit=length)
        rows = self._case.page(self.query, before, backwards=True, skip=backwards, limit=length)
        return rows[::-1]

    def _known_before(self, number: int) -> tuple[Key | None, int]:
        """Return the nearest key before a page (None: the beginning) and the rows in between."""
        at = bisect_left(self._read, number) - 1
        if at < 0:
            return None, number * PAGE
        known = self._read[at]
        return self._edges[known][1], (number - known - 1) * PAGE

    def _known_behind(self, number: int) -> tuple[Key | None, int]:
        """Return the nearest key behind a page (None: the end) and the rows in between."""
        at = bisect_right(self._read, number)
        if at == len(self._read):
            # Where more follow, the end of the list is not known.
            rows = self.count - number * PAGE - self._length(number)
            return None, rows if not self.more else self.count
        known = self._read[at]
        return self._edges[known][0], (known - number - 1) * PAGE
