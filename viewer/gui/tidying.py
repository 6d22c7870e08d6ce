"""Python's own tidying up, in the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds between two looks.
_PAUSE = 1000


class Tidying(QObject):
    """Looks for objects that only hold each other, which Python else does in whichever thread.

    A dialog is mostly among them, and Qt crashes where one is destroyed beside the window.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect what Python would have by now: the oldest generation that is due."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(number for number, is_due in enumerate(due) if is_due))
