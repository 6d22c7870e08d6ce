"""The small bar that floats beside the selected words."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from viewer.gui.marking.actions import MarkActions
from viewer.gui.marking.placing import EDGE, above, below, beside
from viewer.gui.reader.text_view import TextView

_ICON = QSize(18, 18)
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class MarkBar(QFrame):
    """Shows itself while words are selected, in view, and not just being dragged over."""

    def __init__(self, view: TextView, actions: MarkActions) -> None:
        super().__init__(view)
        self._view = view
        self._is_dragging = False
        #: The user sent it away; other words bring it back.
        self._is_dismissed = False
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Mark the selected words")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        self.buttons = {name: self._button() for name in actions.marks}
        for name, button in self.buttons.items():
            button.setDefaultAction(actions.marks[name])
            button.setAccessibleName(button.text())
            row.addWidget(button)
        self.hide()
        view.selectionChanged.connect(self.bring_back)
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(_ICON)
        button.setAutoRaise(True)
        # The text keeps the keyboard.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def dismiss(self) -> None:
        """Go away until other words are selected."""
        self._is_dismissed = True
        self.follow()

    def follow(self) -> None:
        """Stand beside the words where they are now; be hidden where that cannot be."""
        lines = [] if self._is_dragging or self._is_dismissed else self._lines()
        corner = self._corner(lines) if lines else None
        if corner is not None:
            self.move(corner)
            self.raise_()
        self.setVisible(corner is not None)

    def _lines(self) -> list[QRect]:
        corner = self._view.viewport().pos()
        return [line.translated(corner) for line in self._view.selected_lines()]

    def _corner(self, lines: list[QRect]) -> QPoint | None:
        room = self._room()
        self._fit(room.width() - 2 * EDGE)
        return beside(self.size(), lines, room, (above, below))

    def _room(self) -> QRect:
        viewport = self._view.viewport().geometry()
        bar = self._view.verticalScrollBar()
        room = self._view.rect()
        if bar.isVisible():
            room = room.adjusted(0, 0, -bar.width(), 0)
            if self._view.isRightToLeft():
                room.translate(bar.width(), 0)
        return QRect(room.left(), viewport.top(), room.width(), viewport.height())

    def _fit(self, width: int) -> None:
        """Name the buttons where there is room for that."""
        for style in (_BESIDE, _ALONE):
            for button in self.buttons.values():
                button.setToolButtonStyle(style)
            layout = self.layout()
            assert layout is not None
            layout.activate()
            self.adjustSize()
            if self.width() <= width:
                return

    def bring_back(self) -> None:
        """Show itself again where words are selected."""
        self._is_dismissed = False
        self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while the mouse selects, follow the view's size, and leave on Escape."""
        match event.type():
            case QEvent.Type.MouseButtonPress if self._is_left(watched, event):
                self._is_dragging = True
                self.follow()
            case QEvent.Type.MouseButtonRelease if self._is_left(watched, event):
                self._is_dragging = False
                self.follow()
            case QEvent.Type.Resize if watched is self._view.viewport():
                self.follow()
            case QEvent.Type.KeyPress if watched is self._view and isinstance(event, QKeyEvent):
                return event.key() == Qt.Key.Key_Escape and self._leave()
        return super().eventFilter(watched, event)

    def _is_left(self, watched: QObject, event: QEvent) -> bool:
        is_mouse = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        return watched is self._view.viewport() and is_mouse

    def _leave(self) -> bool:
        """Go away, or where it is gone already let go of the words; False with nothing to do."""
        cursor = self._view.textCursor()
        if self.isVisible():
            self.dismiss()
        elif cursor.hasSelection():
            cursor.clearSelection()
            self._view.setTextCursor(cursor)
        else:
            return False
        return True
