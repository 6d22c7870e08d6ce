"""Mouse and keys in the text: what is pointed at, clicked, or gone to."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from viewer.gui.reader.marks import Mark
from viewer.gui.reader.text_view import TextView

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pointing(QObject):
    """Watches a text view; points are global."""

    #: The marks that were clicked, the shortest first, and where.
    clicked = Signal(list, QPoint)
    #: The same, of dashed marks where they are the shortest there.
    suggestion_clicked = Signal(list)
    #: The marks over which the mouse rests, perhaps none, and where.
    rested = Signal(list, QPoint)
    suggestion_rested = Signal(list, QPoint)
    #: The mark on which the keys stand is to be opened.
    opening_requested = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow mouse and keys; selecting words stays the view's own."""
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress and watched is self._view:
                return self._follow_key(event)
            case QHelpEvent() if watched is not self._view:
                self._rest(event.pos(), event.globalPos())
                return True
            case QMouseEvent() if watched is not self._view:
                self._follow_mouse(event)
        return False

    def _follow_mouse(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._pressed = point if event.button() == Qt.MouseButton.LeftButton else None
            case QEvent.Type.MouseMove if not event.buttons():
                self._show_cursor(point)
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                moved = (point - self._pressed).manhattanLength()
                self._pressed = None
                is_click = moved < QApplication.startDragDistance()
                # A click may also end a selection, or make it longer.
                if is_click and not self._view.textCursor().hasSelection():
                    self._click(point, event.globalPosition().toPoint())

    def _click(self, point: QPoint, at: QPoint) -> None:
        if suggested := self._suggested(point):
            self.suggestion_clicked.emit(suggested)
        else:
            self.clicked.emit(self._view.marks_at(point), at)

    def _rest(self, point: QPoint, at: QPoint) -> None:
        if suggested := self._suggested(point):
            self.suggestion_rested.emit(suggested, at)
        else:
            self.rested.emit(self._view.marks_at(point), at)

    def _suggested(self, point: QPoint) -> list[Mark]:
        """Return the dashed marks under a point, unless a mark that is shorter stands there."""
        marks, suggested = self._view.marks_at(point), self._view.suggested_at(point)
        if suggested and marks and _length(marks[0]) < _length(suggested[0]):
            return []
        return suggested

    def _show_cursor(self, point: QPoint) -> None:
        over = bool(self._view.marks_at(point) or self._view.suggested_at(point))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)

    def _follow_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        if event.key() in _OPENING:
            self.opening_requested.emit()
            return True
        return False


def _length(mark: Mark) -> int:
    return mark.end - mark.start
