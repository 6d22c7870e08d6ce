"""Dialogs that are as high as their words need, and as the screen allows."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

#: Pixels of the frame and the bars that the system puts around a window.
_FRAME = 48
#: Milliseconds in which a system may put its frame around a window, and between two looks.
_PLACING, _AGAIN = 300, 30


class Fitting(QObject):
    """Gives a dialog the height that its lines need in its width, whenever they change.

    Qt knows that words break in a narrow window, but makes no window higher for it.
    """

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        #: Where it was put, for as long as the system puts its frame around it.
        self._place: QPoint | None = None
        self._placing = QTimer(self, singleShot=True, interval=_PLACING)
        self._placing.timeout.connect(self._put_back)
        #: Pixels that it shall take as soon as it may; 0 for those that it has.
        self._wanted_width = 0
        dialog.installEventFilter(self)

    def widen(self, width: int) -> None:
        """Make the dialog so wide, and as high as its lines need then."""
        self._wanted_width = width
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the layout asks for, once the dialog itself has heard of it."""
        if event.type() == QEvent.Type.Polish:
            self._fit_unseen()
        elif event.type() == QEvent.Type.Show:
            self._place = None
            self._placing.start()
        elif event.type() == QEvent.Type.Move and self._placing.isActive():
            self._remember(self._dialog.pos())
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _remember(self, place: QPoint) -> None:
        if not _is_corner(place):
            self._place = place

    @property
    def _is_astray(self) -> bool:
        """Whether the place is the one in the frame, which X is just putting around the window.

        Whoever gives the window another size then leaves it in the corner of the screen.
        """
        return self._place is not None and _is_corner(self._dialog.pos())

    def _put_back(self) -> None:
        """Undo what others did meanwhile: a layout that needs more room resizes the window, too."""
        if self._is_astray and self._place is not None:
            self._dialog.move(self._place)
        self._place = None
        self._fit()

    def _fit_unseen(self) -> None:
        """Be as high before the dialog is shown, for the system to find a place for all of it."""
        for part in self._dialog.findChildren(QWidget):
            part.ensurePolished()
        if not self._dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._dialog.adjustSize()
        self._take_height()

    def _fit(self) -> None:
        if self._is_astray:
            QTimer.singleShot(_AGAIN, self, self._fit)
        else:
            self._take_height()
            keep_on_screen(self._dialog)

    def _take_height(self) -> None:
        layout, dialog = self._dialog.layout(), self._dialog
        if layout is not None:
            width = self._wanted_width or dialog.width()
            if not self._placing.isActive():  # until then, X may tell of the width that it had
                self._wanted_width = 0
            room = dialog.screen().availableSize().height() - _FRAME
            dialog.resize(width, min(layout.totalHeightForWidth(width), room))


def keep_on_screen(window: QWidget) -> None:
    """Move a window that grew so far up, or to the side, that all of it can be seen."""
    frame, room = window.frameGeometry(), window.screen().availableGeometry()
    frame.moveBottomRight(_least(frame.bottomRight(), room.bottomRight()))
    frame.moveTopLeft(_most(frame.topLeft(), room.topLeft()))
    if frame.topLeft() != window.pos():
        window.move(frame.topLeft())


def _is_corner(place: QPoint) -> bool:
    return place.x() <= 0 and place.y() <= 0


def _least(one: QPoint, other: QPoint) -> QPoint:
    return QPoint(min(one.x(), other.x()), min(one.y(), other.y()))


def _most(one: QPoint, other: QPoint) -> QPoint:
    return QPoint(max(one.x(), other.x()), max(one.y(), other.y()))


class FittingArea(QScrollArea):
    """Asks for all the height that its content needs, and is scrolled where there is less."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        content.installEventFilter(self)

    def heightForWidth(self, width: int) -> int:
        """Return what the content needs."""
        return self._content.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the content, and a height at which it still can be scrolled."""
        return QSize(self._content.minimumSizeHint().width(), 3 * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the whole width."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        # Not as Qt would: the least height of a content is that of a narrower one. Beside a bar the
        # words need more height, and would keep the bar, though without it they had room.
        whole = self.maximumViewportSize()
        has_room = self.heightForWidth(whole.width()) <= whole.height()
        view = whole if has_room else self.viewport().size()
        height = max(self.heightForWidth(view.width()), view.height())
        self._content.resize(view.width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again when the content asks for another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._give_room()
        return super().eventFilter(watched, event)
