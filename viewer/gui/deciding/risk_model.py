"""The combinations that are left as Qt asks for them, and how a row of them is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from viewer.domain.identifying import Level, Risk
from viewer.domain.text import in_own_direction
from viewer.domain.titles import title_of
from viewer.gui.deciding.row_drawing import TwoLines
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index
from viewer.gui.session import Session

#: Roles under which a row gives its second line, and how direct the way to the person is.
HELP = int(Qt.ItemDataRole.UserRole) + 1
LEVEL = HELP + 1
_ROOT = QModelIndex()
_LEVELS = {Level.HIGH: "high", Level.MEDIUM: "medium", Level.LOW: "low"}


class RiskModel(QAbstractListModel):
    """Rows in the order of the domain: the most direct first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[tuple[Risk, str]] = []

    def show(self, risks: Sequence[Risk]) -> None:
        """Show others."""
        if list(risks) == [risk for risk, _ in self._rows]:
            return
        self.beginResetModel()
        self._rows = [(risk, self._whom(risk)) for risk in risks]
        self.endResetModel()

    def risk_at(self, row: int) -> Risk | None:
        """Return what stands in a row; None where there is none."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def _whom(self, risk: Risk) -> str:
        title = in_own_direction(title_of(self._session.case, risk.person_id))
        return f"{title} · {risk.help}"

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        risk, whom = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return risk.sentence
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(f"{risk.sentence}\n{whom}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_LEVELS[risk.level]}: {risk.sentence} {whom}"
            case role if role == HELP:
                return whom
            case role if role == LEVEL:
                return _LEVELS[risk.level]
        return None


class RiskDelegate(TwoLines):
    """Draws the sentence with its level, and quietly who it is and what would help."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        first, second = self.begin(painter, option)
        first = self.draw_aside(painter, option, first, index.data(LEVEL))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        self.draw_words(painter, option, first, index.data())
        self.draw_quietly(painter, option, second, index.data(HELP))
        painter.restore()
