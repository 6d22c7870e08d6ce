"""The open suggestions as Qt asks for them: what it is, what it says, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from viewer.domain.accepting import Proposal
from viewer.domain.text import in_own_direction, shortened
from viewer.gui.icons import icon
from viewer.gui.list_model import ID_ROLE
from viewer.gui.plain import tool_tip
from viewer.gui.review.words import confidence_words, kind_name, kind_of
from viewer.gui.row_model import Index, RowModel

#: Role under which a cell of the last column gives the confidence, from 0 to 1.
CONFIDENCE_ROLE = ID_ROLE + 1
#: Code points of a cell.
_MOST = 200
#: Changed rows above which everything is shown anew.
_FEW = 100
_ROOT = QModelIndex()


class ProposalModel(RowModel):
    """Rows in the order of the text."""

    columns = ("Suggestion", "What it says", "How sure")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Proposal] = []

    def show(self, rows: Sequence[Proposal]) -> None:
        """Show others, leaving what stays in its place."""
        wanted = {each.key for each in rows}
        stays = [each.key for each in self._rows if each.key in wanted]
        known = set(stays)
        moved = len(self._rows) - len(stays) + len(rows) - len(stays)
        if moved > _FEW or stays != [each.key for each in rows if each.key in known]:
            self._reset(rows)
            return
        self._remove(wanted)
        self._insert(rows, known)
        self._renew(rows)

    def _reset(self, rows: Sequence[Proposal]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def _remove(self, wanted: set[str]) -> None:
        gone = [row for row, each in enumerate(self._rows) if each.key not in wanted]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_ROOT, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _insert(self, rows: Sequence[Proposal], known: set[str]) -> None:
        new = [row for row, each in enumerate(rows) if each.key not in known]
        for first, last in _runs(new):
            self.beginInsertRows(_ROOT, first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _renew(self, rows: Sequence[Proposal]) -> None:
        changed = [row for row, each in enumerate(rows) if each != self._rows[row]]
        self._rows = list(rows)
        for first, last in _runs(changed):
            end = self.index(last, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), end)

    def proposal_at(self, row: int) -> Proposal | None:
        """Return what stands in a row; None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Return the row of a suggestion, -1 where it is not shown."""
        return next((row for row, each in enumerate(self._rows) if each.key == key), -1)

    # What Qt asks

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt."""
        each = self.proposal_at(index.row()) if index.isValid() else None
        if each is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(each, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(f"{kind_name(kind_of(each))}: {each.label}\n{each.reason}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return _told(each, index.column())
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return each.reason
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return icon(kind_of(each))
            case role if role == ID_ROLE:
                return each.key
            case role if role == CONFIDENCE_ROLE:
                return each.confidence
        return None


def _cell(each: Proposal, column: int) -> str:
    texts = (each.label, each.detail, confidence_words(each.confidence))
    return in_own_direction(shortened(texts[column], _MOST))


def _told(each: Proposal, column: int) -> str:
    """Name the kind, which is seen from the icon, and say the number behind the bar."""
    told = (
        f"{kind_name(kind_of(each))}: {each.label}",
        each.detail,
        f"{confidence_words(each.confidence)}, {round(each.confidence * 100)} of 100",
    )
    return shortened(told[column], _MOST)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of rows that follow each other."""
    found = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        found.append((numbers[0], numbers[-1]))
    return found
