"""Editors of words: one line, or several."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from viewer.domain.dates import moment_phrase
from viewer.domain.text import normalised
from viewer.gui.editors.base import Editor

_FLAT = "QLineEdit { background: transparent; border: none; padding: 1px 0; }"


def make_flat(line: QLineEdit, flat: bool) -> None:
    """Let a line be read, selected and copied only, and look so."""
    line.setReadOnly(flat)
    line.setStyleSheet(_FLAT if flat else "")
    line.setCursorPosition(0)


class LineEditor(Editor):
    """One line of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMinimumWidth(60)
        self.line.editingFinished.connect(self.finished)
        self.line.textEdited.connect(self.typed)
        self._layout.addWidget(self.line)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """Return the value; raises `InvalidRecordError` while there is none."""
        return normalised(self.line.text())

    def set_value(self, value: str) -> None:
        """Show a value."""
        self.line.setText(value)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        make_flat(self.line, read_only)

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.line.setAccessibleName(name)


class MomentEditor(LineEditor):
    """A time that the program noted: shown in words, never edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = ""

    def value(self) -> str:
        """Return the time as it is kept."""
        return self._moment

    def set_value(self, value: str) -> None:
        """Show a time."""
        self._moment = value
        super().set_value(moment_phrase(value))


class LongEditor(Editor):
    """Several lines of words, as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = GrowingText()
        self.area.left.connect(self.finished)
        self.area.textChanged.connect(self._on_text)
        self._is_showing = False
        self._layout.addWidget(self.area)
        self.setFocusProxy(self.area)

    def value(self) -> str:
        """Return the value; raises `InvalidRecordError` while there is none."""
        return normalised(self.area.toPlainText())

    def set_value(self, value: str) -> None:
        """Show a value."""
        self._is_showing = True
        at = self.area.textCursor().position()
        self.area.setPlainText(value)
        cursor = self.area.textCursor()
        cursor.setPosition(min(at, len(self.area.toPlainText())))
        self.area.setTextCursor(cursor)
        self._is_showing = False

    def _on_text(self) -> None:
        if not self._is_showing:
            self.typed.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        self.area.setReadOnly(read_only)

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.area.setAccessibleName(name)


class GrowingText(QTextEdit):
    """Plain text that grows with its words up to a limit, and scrolls beyond it."""

    #: The focus went elsewhere.
    left = Signal()

    _MOST_LINES = 14

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = 2) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room that it would like to have."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the room that it needs."""
        return QSize(60, self._height())

    def _height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        around = round(2 * self.document().documentMargin()) + 2 * self.frameWidth()
        words = round(self.document().size().height()) + 2 * self.frameWidth()
        return max(self._least_lines * line + around, min(words, self._MOST_LINES * line + around))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        super().resizeEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
