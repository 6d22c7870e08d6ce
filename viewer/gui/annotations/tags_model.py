"""All tags with how many records have each, for the dialog that keeps them in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from viewer.gui.session import Session
from viewer.store import ListQuery

_HEADERS = ("Tag", "Records")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as it is listed."""

    id: str
    label: str
    number: str


class TagsModel(QAbstractTableModel):
    """Reads the tags whose names begin with some words. What is typed over a name is a wish."""

    #: The id of a tag, and the name that it is to have.
    rename_requested = Signal(str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = ""
        self.rows: list[TagRow] = []

    def refresh(self) -> None:
        """Read the tags as they are in the case."""
        self.beginResetModel()
        self.rows = list(self._read()) if self._session.is_open else []
        self.endResetModel()

    def narrow(self, words: str) -> None:
        """Show only tags with words that begin so."""
        self._words = words
        self.refresh()

    def _read(self) -> Iterator[TagRow]:
        query = ListQuery("tag", words=self._words)
        page = self._session.case.page(query)
        while page:
            yield from (TagRow(row.id, *row.cells[:2]) for row in page)
            page = self._session.case.page(query, page[-1].key)

    def row_of(self, id: str) -> int | None:
        """Return the row of a tag."""
        return next((row for row, each in enumerate(self.rows) if each.id == id), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many tags there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_HEADERS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name or a number."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (row.label, row.number)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a column holds."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let names be typed over where the case can be written."""
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and not self._session.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for another name; whoever hears it changes the case, and that this model."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            row = self.rows[index.row()]
            if str(value) != row.label:
                self.rename_requested.emit(row.id, str(value))
        return False
