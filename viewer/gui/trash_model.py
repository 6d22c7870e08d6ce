"""The deletions of the open case as Qt asks for them, newest first, some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from viewer.domain.records import KINDS
from viewer.gui import moments
from viewer.gui.icons import kind_icon
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index, RowModel
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store.trash import TrashEntry

#: Deletions that are read at a time.
_PAGE = 64
_ROOT = QModelIndex()


class TrashModel(RowModel):
    """One row for each deletion. It reads when it is told to."""

    columns = ("What was deleted", "Kind", "Deleted", "By")

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: list[TrashEntry] = []
        self._total = 0
        self.refresh()

    @property
    def total(self) -> int:
        """How many deletions there are, read or not."""
        return self._total

    def refresh(self) -> None:
        """Read anew, after the case has changed; nothing without a case."""
        wanted = max(len(self._entries), _PAGE)
        self.beginResetModel()
        is_open = self._session.is_open
        self._entries = self._session.case.trash(limit=wanted) if is_open else []
        self._total = self._session.case.trash_count() if is_open else 0
        self.endResetModel()

    def entry(self, row: int) -> TrashEntry | None:
        """Return the deletion of a row; None where there is none."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, seq: int) -> int | None:
        """Return the row of the deletion by deed `seq`, if it was read."""
        numbers = [entry.entry.seq for entry in self._entries]
        return numbers.index(seq) if seq in numbers else None

    # What Qt asks

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self._entries)

    def canFetchMore(self, parent: Index) -> bool:
        """Answer Qt."""
        return not parent.isValid() and len(self._entries) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if parent.isValid() or not self._entries or not self._session.is_open:
            return
        more = self._session.case.trash(before=self._entries[-1].entry.seq, limit=_PAGE)
        if not more:
            self._total = len(self._entries)
            return
        first = len(self._entries)
        self.beginInsertRows(_ROOT, first, first + len(more) - 1)
        self._entries += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(entry, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return kind_icon(entry.record.kind)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(_cell(entry, index.column()))
            case _:
                return None


def _cell(entry: TrashEntry, column: int) -> str:
    kind = KINDS[entry.record.kind].labels[0]
    return (entry.title, kind, moments.local(entry.entry.at), entry.entry.who)[column]
