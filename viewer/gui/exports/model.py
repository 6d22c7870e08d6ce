"""The export log as Qt asks for it, newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from viewer.domain.records import Export
from viewer.gui import moments
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index, RowModel
from viewer.gui.session import Session

#: The column of the hash, and letters of it that are enough to compare at a glance.
_HASH, _OF_HASH = 5, 12
_ROOT = QModelIndex()


class ExportsModel(RowModel):
    """One row for each export. It reads when it is told to."""

    columns = ("When", "File", "Format", "For whom", "Protections", "SHA-256")

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._exports: list[Export] = []
        self.refresh()

    def refresh(self) -> None:
        """Read anew, after the case has changed; nothing without a case."""
        self.beginResetModel()
        found = self._session.case.all(Export) if self._session.is_open else ()
        self._exports = sorted(found, key=lambda export: (export.at, export.id), reverse=True)
        self.endResetModel()

    def export(self, row: int) -> Export | None:
        """Return the export of a row; None where there is none."""
        return self._exports[row] if 0 <= row < len(self._exports) else None

    def line(self, row: int) -> str:
        """Return a row as it is copied: its cells, parted by tabs."""
        export = self.export(row)
        cells = _cells(export) if export is not None else ()
        return "\t".join(" ".join(cell.split()) for cell in cells)

    # What Qt asks

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self._exports)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt."""
        export = self.export(index.row()) if index.isValid() else None
        if export is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(export, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(_cells(export)[index.column()])
            case _:
                return None


def _shown(export: Export, column: int) -> str:
    cell = " ".join(_cells(export)[column].split())
    return f"{cell[:_OF_HASH]}…" if column == _HASH and cell else cell


def _cells(export: Export) -> tuple[str, ...]:
    when = moments.local(export.at)
    told = (export.file_name, export.format, export.audience)
    return (when, *told, export.protections, export.sha256)
