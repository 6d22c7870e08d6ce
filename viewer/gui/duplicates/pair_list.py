"""The list of pairs: who they are, how likely they are one, and why."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.domain.similar import Similar
from viewer.domain.titles import title_of
from viewer.gui.duplicates.lookout import Lookout
from viewer.gui.icons import icon
from viewer.gui.row_model import Index
from viewer.gui.session import Session

#: Roles under which a row gives why, and how likely.
REASON = int(Qt.ItemDataRole.UserRole) + 1
LIKELY = REASON + 1
_ROOT = QModelIndex()
_ICON, _PADDING = 18, 6
#: From which score on what is said.
_SAID = ((85, "very likely"), (70, "likely"), (0, "possible"))


def likelihood(score: int) -> str:
    """Return in words how likely two persons are one."""
    return next(words for least, words in _SAID if score >= least)


class PairModel(QAbstractListModel):
    """The pairs that the lookout knows."""

    def __init__(self, session: Session, lookout: Lookout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._lookout = session, lookout
        self._pairs: tuple[Similar, ...] = ()
        self._titles: dict[str, str] = {}
        lookout.found.connect(self._read)
        self._read()

    def _read(self) -> None:
        self.beginResetModel()
        self._pairs = self._lookout.pairs
        self._titles.clear()
        self.endResetModel()

    def pair_at(self, row: int) -> Similar | None:
        """Return a pair, None beyond the end."""
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def row_of(self, pair: frozenset[str]) -> int:
        """Return the row of two persons, -1 where they are no pair."""
        return next((n for n, each in enumerate(self._pairs) if each.pair == pair), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        pair = self.pair_at(index.row()) if index.isValid() else None
        if pair is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{self._title(pair.person_id)}  ·  {self._title(pair.other_id)}"
            case Qt.ItemDataRole.DecorationRole:
                return icon("similar")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{pair.reason}: {likelihood(pair.score)}"
            case role if role == REASON:
                return pair.reason
            case role if role == LIKELY:
                return likelihood(pair.score)
            case _:
                return None

    def _title(self, id: str) -> str:
        if id not in self._titles:
            self._titles[id] = f"\u2068{title_of(self._session.case, id)}\u2069"
        return self._titles[id]


class PairDelegate(QStyledItemDelegate):
    """Two lines: both persons with how likely they are one, and quietly why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Answer Qt."""
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        painter.save()
        rect = QRect(option.rect).adjusted(10, _PADDING, -10, -_PADDING)
        picture = QRect(rect.left(), rect.top() + 1, _ICON, _ICON)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, picture)
        rect.setLeft(picture.right() + 10)
        line = option.fontMetrics.height()
        first, second = rect.adjusted(0, 0, 0, -line), rect.adjusted(0, line, 0, 0)
        quiet = option.palette.placeholderText().color()
        likely = option.fontMetrics.horizontalAdvance(index.data(LIKELY)) + 12
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        _draw(painter, option, first.adjusted(0, 0, -likely, 0), index.data())
        painter.setPen(quiet)
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, index.data(LIKELY))
        _draw(painter, option, second, index.data(REASON))
        painter.restore()


def _draw(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str) -> None:
    cut = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    # The mark of direction keeps the order of both names, whichever script comes first.
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, f"\u200e{cut}")
