"""A line for a passphrase: hidden until the user wants to see it, and never on a clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.gui.icons import icon

_LEAVING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class SecretLine(QLineEdit):
    """What is typed can be seen with the eye at its end; pasting works, copying does not."""

    #: Whether letters come as if Caps Lock were on.
    caps_lock = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setProperty("secret", True)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.eye = QAction(self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self.show_letters)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        """Let what is typed be seen, or hide it."""
        self.eye.setChecked(shown)
        self.eye.setIcon(icon("hide" if shown else "show"))
        self.eye.setText("Hide the passphrase" if shown else "Show the passphrase")
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )

    def forget(self) -> None:
        """Keep nothing of what was typed, not even for an undo."""
        self.setText("")  # `clear` could be undone
        self.show_letters(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy nothing; notice Caps Lock, which Qt does not tell of."""
        if any(event.matches(key) for key in _LEAVING):
            event.accept()
            return
        if event.text().isalpha():
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(event.text().isupper() != is_shifted and _has_case(event.text()))
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was selected from the system's own selection, which others read."""
        if event.button() == Qt.MouseButton.LeftButton and self.hasSelectedText():
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say no more of Caps Lock."""
        super().focusOutEvent(event)
        self.caps_lock.emit(False)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()
