"""The rows of one list as Qt asks for them. It answers questions and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from viewer.domain.text import unisolated
from viewer.errors import CasefileError
from viewer.gui.list_pages import ListPages
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.domain.criteria import Criteria
    from viewer.store import Column, ListQuery, ListSpec
    from viewer.store.lists import ListRow


#: Role under which every cell of a row gives the id of its record.
ID_ROLE = int(Qt.ItemDataRole.UserRole)
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    ID_ROLE,
)

_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROOT = QModelIndex()


class ListModel(QAbstractTableModel):
    """One list of the open case, in an order and through a filter; length costs nothing."""

    #: A sentence: the file can no longer be read.
    failed = Signal(str)

    def __init__(self, session: Session, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from viewer.store import LISTS, ListQuery

        self._session = session
        self._readable = self._settled = True
        self.spec: ListSpec = LISTS[kind]
        self._pages = ListPages(session.case, ListQuery(kind, self.spec.default))

    @property
    def query(self) -> ListQuery:
        """What the list shows at present."""
        return self._pages.query

    def set_filter(self, words: str, criteria: Criteria) -> None:
        """Show only the rows that hold all words and are as the criteria ask."""
        query = replace(self.query, words=words, criteria=criteria)
        if query != self.query:
            self._show(query)

    def set_order(self, column: str, descending: bool) -> None:
        """Sort by a column that can be sorted by."""
        if self.spec.column(column).sort:
            self._show(replace(self.query, sort=column, descending=descending))

    def refresh(self) -> None:
        """Read everything anew, after the case has changed."""
        self._show(self.query)

    def row_of(self, id: str) -> int | None:
        """Return the row of a record; None where the list leaves it out."""
        try:
            return self._pages.find(id)
        except CasefileError:
            return None

    def id_at(self, row: int) -> str:
        """Return the id of a row's record; "" where there is none."""
        found = self._row(row) if 0 <= row < self._pages.count else None
        return found.id if found else ""

    @property
    def has_more(self) -> bool:
        """Whether rows follow that were not counted yet."""
        return self._pages.more

    def _show(self, query: ListQuery) -> None:
        pages = ListPages(self._session.case, query)
        self.beginResetModel()
        self._pages, self._readable = pages, True
        # Views are told of these rows before more are added.
        self._settled = False
        self.endResetModel()
        self._settled = True

    # What Qt asks

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        """Tell Qt whether rows follow that were not counted yet."""
        may = self._settled and self._session.is_open and not parent.isValid()
        return may and self._pages.more

    def fetchMore(self, parent: Index = _ROOT) -> None:
        """Count more rows when the view comes to the end of those that were counted."""
        if not self.canFetchMore(parent):
            return
        try:
            counted = self._pages.following()
        except CasefileError as error:
            self.failed.emit(str(error))
            return
        if not counted.number:
            self._pages.go_on(counted)
            return
        first = self._pages.count
        self._settled = False
        self.beginInsertRows(_ROOT, first, first + counted.number - 1)
        self._pages.go_on(counted)
        self.endInsertRows()
        self._settled = True

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else self._pages.count

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else len(self.spec.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Answer Qt."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        column = self.spec.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.label
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole if column.sort:
                return f"Sort by {column.label.lower()}"
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.spec.columns[index.column()])
        if role not in _SAID:
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if role == ID_ROLE:
            return row.id
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                return unisolated(cell)
        return cell

    def _row(self, number: int) -> ListRow | None:
        if not self._readable or not self._session.is_open:
            return None
        try:
            return self._pages.row(number)
        except CasefileError as error:
            # Said once: every visible cell would say it again.
            self._readable = False
            self.failed.emit(str(error))
            return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return _NUMBER if column.is_number else _WORDS
