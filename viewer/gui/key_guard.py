"""Keys of the window that a text field would take for itself.

On X a text field moves to the end of its line on Ctrl+E and deletes up to there on Ctrl+K. In
this program they export and search, wherever the keyboard is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (Qt.Key.Key_E, Qt.Key.Key_K)
_OURS = {QKeyCombination(Qt.KeyboardModifier.ControlModifier, key).toCombined() for key in _KEYS}


class KeyGuard(QObject):
    """Watches the widget that has the keyboard, and only that one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def _watch(self, _: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and focused.window() is self._window:
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep our keys from being claimed by a text field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return event.keyCombination().toCombined() in _OURS
        return super().eventFilter(watched, event)
