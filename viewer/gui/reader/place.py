"""Where in the text the user stands: the current mark, in view and glowing for a while."""

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.gui.reader.flash import Flash
from viewer.gui.reader.marks import Mark
from viewer.gui.reader.text_view import TextView


class Place(QObject):
    """Goes to marks; what was asked for while nothing could be seen is gone to when it can."""

    #: Where the mark begins that is stood on now; it is in view, or will be.
    stood = Signal(int)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._target: int | None = None
        self._flash = Flash(self)
        self._flash.glowed.connect(self._glow)

    def stand_on(self, mark: Mark) -> None:
        """Scroll to a mark unless it is in view, and let it glow."""
        self._view.current = mark
        is_seen = self._view.isVisible() and self._view.is_in_view(mark.start, mark.end)
        self._target = None if is_seen else mark.start
        if self._view.isVisible():
            self._scroll()
        self.stood.emit(mark.start)
        self._flash.begin()

    def catch_up(self) -> None:
        """Go where was asked for while nothing could be seen."""
        if self._target is not None:
            QTimer.singleShot(0, self, self._scroll)

    def leave(self) -> None:
        """Stand nowhere: another text is shown, or none."""
        self._flash.stop()
        self._target = None

    def _scroll(self) -> None:
        if self._target is not None:
            target, self._target = self._target, None
            self._view.scroll_to(target)
            self.stood.emit(target)

    def _glow(self, strength: float) -> None:
        self._view.glow = strength
        self._view.viewport().update()
