"""A question at the words: one line to type in, and below it what may be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from viewer.domain.text import shortened
from viewer.gui import plain
from viewer.gui.icons import icon
from viewer.gui.marking.placing import above, below, beside, corner, left, right

_WIDTH, _ROW = 400, 27
#: Answers that are shown without scrolling: as many as there is room for.
_ROWS = (11, 8, 5)
_VALUE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers: its words, its icon, and what `Prompt.chosen` then gives."""

    label: str
    icon: str
    value: object


class Prompt(QFrame):
    """Floats over the window beside the words. Escape, or going elsewhere, drops the question."""

    #: The value of the option that was chosen.
    chosen = Signal(object)
    #: It was left without an answer.
    dropped = Signal()

    def __init__(self, question: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(question)
        self._is_over = False
        self._rows = _ROWS[0]
        #: Above the words it must not grow towards them: it is small and keeps its height.
        self._keeps_height = False
        self.line = QLineEdit()
        self.line.setAccessibleName(question)
        self.model = QStandardItemModel(self)
        self.list = QListView()
        self._set_list()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(6)
        self.column.addWidget(plain.label(question, "subheading"))
        self.column.addWidget(plain.label(f"“{shortened(words, 52)}”", "quiet"))
        self.column.addWidget(self.line)
        self.column.addWidget(self.list)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.offer)
        self.line.installEventFilter(self)

    def _set_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Answers")
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._choose)

    def options(self, typed: str) -> Sequence[Option]:
        """Return what may be meant by what was typed; the first is ready for Enter."""
        raise NotImplementedError

    def offer(self) -> None:
        """Show the answers to what is typed."""
        self.model.clear()
        for option in self.options(self.line.text().strip()):
            item = QStandardItem(icon(option.icon), option.label)
            item.setData(option, _VALUE)
            item.setSizeHint(QSize(0, self._row_height()))
            self.model.appendRow(item)
        self._go_to(0)
        rows = min(self.model.rowCount(), self._rows)
        self._set_rows(self._rows if self._keeps_height else rows)

    def _row_height(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 9)

    def _set_rows(self, rows: int) -> None:
        self.list.setFixedHeight(rows * self._row_height() + 4)
        self.column.activate()
        self.resize(_WIDTH, self.sizeHint().height())

    def ask(self, lines: Sequence[QRect], column: QRect) -> None:
        """Show it beside words, in the column of the text or, where there is no room, outside.

        Both are in the coordinates of the parent.
        """
        self.ensurePolished()
        self.move(self._place(lines, column))
        self.offer()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.selectAll()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _place(self, lines: Sequence[QRect], column: QRect) -> QPoint:
        window = self.parentWidget()
        assert window is not None
        room = window.rect()
        many, few = _ROWS[:-1], _ROWS[-1:]
        ways = [(column, below, many), (column, above, few), (column, below, few)]
        ways += [(room, right, many), (room, left, many)]
        for within, side, numbers in ways if lines else ():
            for self._rows in numbers:
                self._set_rows(self._rows)
                self._keeps_height = side is above
                if (place := beside(self.size(), lines, within, (side,))) is not None:
                    return place
        return corner(self.size(), room)

    def drop(self) -> None:
        """Leave without an answer."""
        if self._end():
            self.dropped.emit()

    def _end(self) -> bool:
        if self._is_over:
            return False
        self._is_over = True
        self.hide()
        self.deleteLater()
        return True

    def _on_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Go when the keyboard goes elsewhere in the window; other windows come back."""
        if self._is_over or focused is None or focused.window() is not self.window():
            return
        if focused is not self and not self.isAncestorOf(focused):
            self.drop()

    def _go_to(self, row: int) -> None:
        rows = self.model.rowCount()
        if rows:
            index = self.model.index(row % rows, 0)
            self.list.setCurrentIndex(index)
            self.line.setAccessibleDescription(f"Enter takes: {index.data()}")

    def _choose(self, index: QModelIndex) -> None:
        option = index.data(_VALUE)
        if isinstance(option, Option) and self._end():
            self.chosen.emit(option.value)

    def choose_current(self) -> None:
        """Take the answer that is marked."""
        self._choose(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the line's keys move in the answers and take one."""
        is_key = event.type() == QEvent.Type.KeyPress and watched is self.line
        if is_key and isinstance(event, QKeyEvent):
            row = self.list.currentIndex().row()
            match event.key():
                case Qt.Key.Key_Down:
                    self._go_to(row + 1)
                case Qt.Key.Key_Up:
                    self._go_to(row - 1)
                case key if key in _ENTER:
                    self.choose_current()
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape; nothing else goes through to what is behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        event.accept()
