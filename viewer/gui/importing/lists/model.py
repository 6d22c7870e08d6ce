"""What the rows of a list become, as Qt asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from viewer.domain.text import shortened
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index, RowModel

if TYPE_CHECKING:
    from viewer.domain.listing.planned import Planned

_ROOT = QModelIndex()
_STATES = {"new": "New", "known": "In the case already", "left_out": "Left out"}
#: Code points of a cell.
_SHOWN = 200


class PlanModel(RowModel):
    """A row for each row of the list; all, or those in which there is something to look at."""

    columns = ("Line", "State", "Who or what", "What the list says", "To look at")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans: list[Planned] = []
        self._shown: list[Planned] = []
        self._only_told = False

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        plan = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(plan)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(_told(plan)) or _said(plan, _SHOWN * 5))
        return None

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self.plans, self._shown = [], []
        self.endResetModel()

    def add(self, plans: list[Planned]) -> None:
        """Take more rows in."""
        self.plans += plans
        more = [plan for plan in plans if self._is_shown(plan)]
        if more:
            first = len(self._shown)
            self.beginInsertRows(_ROOT, first, first + len(more) - 1)
            self._shown += more
            self.endInsertRows()

    def show_only_told(self, only: bool) -> None:
        """Show all rows, or only those in which there is something to look at."""
        self.beginResetModel()
        self._only_told = only
        self._shown = [plan for plan in self.plans if self._is_shown(plan)]
        self.endResetModel()

    def details(self, row: int) -> str:
        """Return all that is said of a row, on lines of its own."""
        plan = self._shown[row]
        said = (f"{label}: {shortened(text, 300)}" for label, text in plan.says.items())
        return "\n".join([*_told(plan), " · ".join(said)]).strip()

    def _is_shown(self, plan: Planned) -> bool:
        return not self._only_told or bool(_told(plan))


def _cells(plan: Planned) -> tuple[str, ...]:
    told = "⚠ " + " ".join(_told(plan)) if _told(plan) else ""
    return (
        f"{plan.line:,}",
        _STATES[plan.state],
        shortened(plan.title, _SHOWN),
        _said(plan, _SHOWN),
        told,
    )


def _said(plan: Planned, length: int) -> str:
    said = (f"{label}: {text}" for label, text in plan.says.items() if text != plan.title)
    return shortened(" · ".join(said), length)


def _told(plan: Planned) -> list[str]:
    """Return what is to be looked at; that the case has somebody already is a state."""
    return [*([plan.why] if plan.state == "left_out" else []), *plan.problems]
