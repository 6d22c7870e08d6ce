"""Notices that nobody has touched the program for a while, or that the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

#: Seconds between two looks at the clock.
TICK = 5.0
#: Seconds between two looks after which the computer must have slept.
SLEPT = 60.0
_LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L).toCombined()
_TOUCHES = {
    *(QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress),
    *(QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress),
    *(QEvent.Type.InputMethod, QEvent.Type.DragMove, QEvent.Type.Drop),
}


class Idle(QObject):
    """Watches the windows and not each widget in them, which would slow everything down.

    The clock goes on while the computer sleeps. `minutes` are those of the settings; 0 for never.
    """

    #: Nobody was there for so long, or the computer slept.
    passed = Signal()
    #: Ctrl+L in a dialog, which the keys of the window behind it do not reach.
    lock_pressed = Signal()

    def __init__(
        self, window: QWidget, minutes: Callable[[], int], clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(window)
        self._window = window
        self._minutes, self._clock = minutes, clock
        self._touched = self._looked = clock()
        self._timer = QTimer(self, interval=round(TICK * 1000))
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)

    def begin(self) -> None:
        """Count from now on."""
        self._touched = self._looked = self._clock()
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock; a clock that was put back counts from now on."""
        now, minutes = self._clock(), self._minutes()
        slept = now - self._looked > SLEPT
        self._touched, self._looked = min(self._touched, now), now
        if minutes and (slept or now - self._touched >= minutes * 60):
            self._touched = now
            self.passed.emit()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            # A filter that is there already only comes first now.
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See that somebody is there; take nothing away."""
        if event.type() in _TOUCHES:
            self._touched = self._clock()
        if isinstance(event, QKeyEvent) and _locks(event) and self._is_dialog(watched):
            # Later: the dialog is not to go while it is handed a key.
            QTimer.singleShot(0, self, self.lock_pressed.emit)
            return True
        return super().eventFilter(watched, event)

    def _is_dialog(self, watched: QObject) -> bool:
        window = self._window.windowHandle()
        return isinstance(watched, QWindow) and watched.transientParent() is window is not None


def _locks(event: QKeyEvent) -> bool:
    is_press = event.type() == QEvent.Type.KeyPress
    return is_press and event.keyCombination().toCombined() == _LOCK
