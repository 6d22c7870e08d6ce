"""The backups of a case as Qt asks for them, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QModelIndex, QObject, Qt

from viewer.gui import moments
from viewer.gui.backing_up.looking import Look
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index, RowModel

if TYPE_CHECKING:
    from viewer.store import Backup, Former

_BESIDE = {
    "restoring": "Kept before restoring",
    "version": "Kept before it was brought up to date",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A file that may be restored: when it was made (UTC), its size in bytes, what it is."""

    path: Path
    at: datetime
    size: int
    what: str


def row_of_backup(backup: Backup) -> Row:
    """Return the row of a backup."""
    return Row(backup.path, backup.at, backup.size, "Backup")


def row_of_former(former: Former) -> Row:
    """Return the row of a file that was kept before something was done to all of it."""
    told = (words for mark, words in _BESIDE.items() if f"(before {mark}" in former.path.name)
    return Row(former.path, former.at, former.size, next(told, "Kept beside the case"))


def row_of_file(path: Path) -> Row:
    """Return the row of any other file."""
    from viewer.store.backup import modified

    return Row(path, modified(path), path.stat().st_size, path.name)


class BackupsModel(RowModel):
    """One row for each file. What is in it is told later, by `tell`."""

    columns = ("When", "What", "Size", "Records")

    def __init__(self, rows: list[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = sorted(rows, key=lambda row: row.at, reverse=True)
        self._looks: dict[Path, Look] = {}

    def row(self, number: int) -> Row | None:
        """Return a row; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number(self, path: Path) -> int:
        """Return the number of the row of a file, which gets one at the end if it has none."""
        for number, row in enumerate(self._rows):
            if row.path == path:
                return number
        self.beginInsertRows(QModelIndex(), self.count, self.count)
        self._rows.append(row_of_file(path))
        self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0), self.index(self.count - 1, 0))
        return self.count - 1

    def tell(self, path: Path, look: Look) -> None:
        """Show what was found in a file."""
        self._looks[path] = look
        number = self.number(path)
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    # What Qt asks

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cells(row)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(str(row.path))
            case _:
                return None

    def _cells(self, row: Row) -> tuple[str, ...]:
        look = self._looks.get(row.path, Look())
        known = f"{look.records:,}" if look.records is not None else look.problem
        size = QLocale.c().formattedDataSize(row.size, 1)
        return self._when(row), row.what, size, known

    def _when(self, row: Row) -> str:
        """Return when a file was made, to the second where another is of the same minute."""
        same = [each for each in self._rows if _when(each) == _when(row)]
        return _when(row, is_exact=len(same) > 1)


def _when(row: Row, *, is_exact: bool = False) -> str:
    return moments.local(row.at.isoformat(), is_exact=is_exact)
