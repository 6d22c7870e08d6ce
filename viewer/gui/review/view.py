"""The table of suggestions: arrows or J and K look at one, a single key deals with it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.gui.review.model import CONFIDENCE_ROLE, ProposalModel
from viewer.gui.review.words import DEGREES
from viewer.gui.row_model import Index
from viewer.gui.row_table import SELECT, RowTable
from viewer.gui.theme import colours

#: Device-independent pixels of the bar that shows a confidence, and beside it.
_BAR, _THICK, _GAP = 34, 4, 8
#: Rows that are measured for the width of their column, and the room of icon and gaps in it.
_ROWS, _ICON_ROOM = 100, 52
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReviewView(RowTable):
    """Says which row the user looks at, and what is to be done with it."""

    #: A row was come to.
    looked_at = Signal(int)
    accept_wanted = Signal()
    edit_wanted = Signal()
    reject_wanted = Signal()
    accept_all_wanted = Signal()

    def __init__(self, model: ProposalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegateForColumn(2, _Confidence(self))
        self.horizontalHeader().hide()
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.rowsInserted.connect(self.fit)
        model.modelReset.connect(self.fit)
        keys = Qt.Key
        self._deeds: dict[Qt.Key, SignalInstance] = {
            **dict.fromkeys((keys.Key_A, *_ENTER), self.accept_wanted),
            keys.Key_E: self.edit_wanted,
            **dict.fromkeys((keys.Key_R, keys.Key_Delete), self.reject_wanted),
        }
        self._steps = {keys.Key_Down: 1, keys.Key_J: 1, keys.Key_Up: -1, keys.Key_K: -1}

    def go_to(self, row: int) -> None:
        """Move to a row as an arrow key would."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, SELECT)
        # The row after it is seen as well.
        self.scrollTo(self.model().index(min(row + 1, self.model().rowCount() - 1), 0))
        self.scrollTo(index)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Deal with the row by one key; a key that is held down goes on, but does nothing twice."""
        key, is_plain = Qt.Key(event.key()), event.modifiers() in _PLAIN
        last = self.model().rowCount() - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if is_plain and key in self._steps:
            self.go_to(min(max(self.currentIndex().row() + self._steps[key], 0), last))
        elif is_plain and key in ends:
            self.go_to(ends[key])
        elif is_plain and key in self._deeds:
            self._do(event, self._deeds[key])
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._do(event, self.accept_all_wanted)
        else:
            super().keyPressEvent(event)

    def _do(self, event: QKeyEvent, deed: SignalInstance) -> None:
        if not event.isAutoRepeat():
            deed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row where none is looked at."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.model().rowCount():
            self.go_to(max(self.currentIndex().row(), 0))

    def fit_columns(self) -> None:
        """Give the labels what they need, and the details what is left."""
        for column, width in enumerate(self._widths()):
            self.setColumnWidth(column, width)

    def _widths(self) -> tuple[int, int, int]:
        """Return widths that fill the view; where it is narrow, the bar stands without words."""
        whole, metrics = self.viewport().width(), self.fontMetrics()
        sure = max(metrics.horizontalAdvance(words) for words in DEGREES) + _BAR + 6 * _GAP
        if whole < 4 * sure:
            sure = _BAR + 2 * _GAP
        rows = range(min(_ROWS, self.model().rowCount()))
        labels = (self.model().index(row, 0).data() for row in rows)
        longest = max(map(metrics.horizontalAdvance, labels), default=0)
        label = min(longest + _ICON_ROOM, (whole - sure) // 2)
        return label, whole - sure - label, sure


class _Confidence(QStyledItemDelegate):
    """Draws a small bar before the words."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # Spaces take the room of the bar: the style knows no indentation of text.
        space = max(1, option.fontMetrics.horizontalAdvance(" "))
        words = " " * -(-(_BAR + _GAP) // space) + option.text
        has_room = option.rect.width() > _BAR + 4 * _GAP
        option.text = words if has_room else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        shades = colours(option.palette)
        whole = QRectF(0, 0, _BAR, _THICK)
        whole.moveCenter(QRectF(option.rect).center())
        edge = QRectF(option.rect)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            whole.moveRight(edge.right() - _GAP)
        else:
            whole.moveLeft(edge.left() + _GAP)
        part = QRectF(whole)
        part.setWidth(_BAR * float(index.data(CONFIDENCE_ROLE) or 0.0))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            part.moveRight(whole.right())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, colour in ((whole, shades.line), (part, shades.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(rect, _THICK / 2, _THICK / 2)
        painter.restore()
