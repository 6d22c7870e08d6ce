"""The line below the text in which words are looked for as one types them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from viewer.domain.text import shortened
from viewer.gui import plain
from viewer.gui.icons import icon
from viewer.gui.reader.found_words import FoundWords
from viewer.gui.reader.text_view import TextView
from viewer.gui.text_units import TextUnits

#: Code points of a selection that is taken as the words to look for.
_MOST_TAKEN = 80
#: Pixels: of the bar at least, and of what is beside the choice of whole words.
_LEAST_WIDTH, _ROOM_OF_THE_REST = 240, 280
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class FindBar(QWidget):
    """Hidden until it is begun. Closing leaves the found words selected."""

    def __init__(self, view: TextView, pane: QWidget) -> None:
        super().__init__(pane)
        self._view = view
        self._text = ""
        #: Where it was begun: what is found is the first from there on.
        self._origin = 0
        #: What was selected before.
        self._before: QTextCursor | None = None
        self.found = FoundWords(view)
        self.line = self._line()
        self.count = plain.label(look="quiet")
        self.whole_words = QCheckBox("Whole words")
        self._lay_out()
        self._connect(pane)
        self.setProperty("look", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def _line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText("Find in this document")
        line.setAccessibleName("Find in this document")
        line.setToolTip("Enter: next · Shift+Enter: previous · Esc: done")
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(110)
        line.setMaximumWidth(320)
        line.installEventFilter(self)
        return line

    def _lay_out(self) -> None:
        self._previous = _button("Previous match (Shift+F3)", Qt.ArrowType.UpArrow)
        self._next = _button("Next match (F3)", Qt.ArrowType.DownArrow)
        self._close = _button("Done (Esc)")
        self._close.setIcon(icon("close"))
        self._close.setIconSize(QSize(14, 14))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        for widget in (self.count, self._previous, self._next, self.whole_words, self._close):
            row.addWidget(widget)
        row.insertStretch(row.count() - 1)
        self.setFocusProxy(self.line)

    def _connect(self, pane: QWidget) -> None:
        self.line.textChanged.connect(self._look)
        self.whole_words.toggled.connect(self._look)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.finish)
        self.found.changed.connect(self._show_count)
        self._view.installEventFilter(self)
        for key, by in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(key), pane)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    def minimumSizeHint(self) -> QSize:
        """Be narrower than everything in it."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the choice of whole words out where there is no room for it."""
        super().resizeEvent(event)
        room = event.size().width() - self.whole_words.sizeHint().width()
        self.whole_words.setVisible(room >= _ROOM_OF_THE_REST)

    def set_text(self, text: str, units: TextUnits) -> None:
        """Look in another document; what is looked for stays, and nothing is scrolled."""
        self._text, self._before = text, None
        self.found.set_text(text, units)
        if not text:
            self.hide()
        elif self.isVisible():
            self._look_from(None)

    def forget(self) -> None:
        """Keep no word of a case that was closed."""
        self.found.clear()
        self.line.setText("")

    def begin(self) -> None:
        """Let the user type what to find; short selected words are taken for it."""
        self._origin, _ = self.found.here()
        start, end = self.found.selected()
        self._begin()
        if 0 < end - start <= _MOST_TAKEN:
            self.line.setText(shortened(self._text[start:end], _MOST_TAKEN))
        self._look()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def step(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), around the ends."""
        if not self.line.text().strip():
            self.begin()
            return
        if not self.isVisible():
            here = self.found.here()
            self._begin()
            self._look_from(None)
            self.found.step(by, here)
        else:
            self.found.step(by)

    def _begin(self) -> None:
        """Show it; what is selected is put by, so that it is not taken for something found."""
        cursor = self._view.textCursor()
        self._before = QTextCursor(cursor)
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        self.show()

    def finish(self) -> None:
        """Close it; the words one stands on are selected, or those that were before."""
        if self.found.current is not None:
            self.found.select()
        elif self._before is not None:
            self._view.setTextCursor(self._before)
        self.found.clear()
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        if self.isVisible():
            self._look_from(self._origin)

    def _look_from(self, origin: int | None) -> None:
        self.found.look(self.line.text(), origin, whole_words=self.whole_words.isChecked())

    def _show_count(self) -> None:
        total, current = len(self.found.spans), self.found.current
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)
        words = f"{total:,} found" if current is None else f"{current + 1:,} of {total:,}"
        words = words if total else "Not found" if self.line.text().strip() else ""
        self.count.setText(words)
        self.line.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keys of the line; Escape closes it from the text as well."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.isVisible():
                self.finish()
                return True
            if event.key() in _ENTER and watched is self.line:
                self.step(-1 if event.modifiers() & _SHIFT else 1)
                return True
        return super().eventFilter(watched, event)


def _button(tip: str, arrow: Qt.ArrowType = Qt.ArrowType.NoArrow) -> QToolButton:
    button = QToolButton()
    button.setArrowType(arrow)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
