"""The files of an import as Qt asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from viewer.gui.importing.entry import Entry
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index, RowModel

_FILE, _TITLE, _STATE = range(3)
_ROOT = QModelIndex()


class EntryModel(RowModel):
    """A row for each file, with a box that says whether it is wanted."""

    columns = ("File", "Title", "State")

    def __init__(self, paths: list[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = [Entry(path) for path in paths]

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a file that can be imported be wanted or not."""
        found = super().flags(index)
        if index.isValid() and index.column() == _FILE and self.entries[index.row()].is_open:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (entry.path.name, entry.title, entry.state_label)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(entry.says or str(entry.path))
            case Qt.ItemDataRole.CheckStateRole if index.column() == _FILE and entry.is_open:
                return Qt.CheckState.Checked if entry.wanted else Qt.CheckState.Unchecked
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take in whether a file is wanted."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & (
            Qt.ItemFlag.ItemIsUserCheckable
        ):
            return False
        self.entries[index.row()].wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        self.touch(index.row())
        return True

    def touch(self, row: int) -> None:
        """Tell that a file is not as it was."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def touch_all(self) -> None:
        """Tell that any file may not be as it was."""
        if self.entries:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.entries) - 1, len(self.columns) - 1)
            )

    @property
    def wanted(self) -> list[Entry]:
        """The files that are to be imported."""
        return [entry for entry in self.entries if entry.is_open and entry.wanted]
