"""A line that leads somewhere: an icon, words, and quieter words that say what it is."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from viewer.gui.icons import icon
from viewer.gui.plain import show_tip
from viewer.gui.theme import colours

_ICON = 16
_GAP = 6
_PADDING = 4


class LinkLine(QAbstractButton):
    """One line, cut where room ends; the whole of it is in its tooltip and accessible name."""

    def __init__(
        self, text: str, note: str = "", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Not the button's own text, in which “&” would be a shortcut.
        self._words = text
        self._note = note
        self._icon_name = icon_name
        self.setAccessibleName(f"{text}, {note}" if note else text)
        self.add_tip()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add_tip(self, *lines: str) -> None:
        """Say more in the tooltip."""
        show_tip(self, " · ".join(w for w in (self._words, self._note, *lines) if w))

    @property
    def words(self) -> str:
        """The words of the link, uncut."""
        return self._words

    @property
    def note(self) -> str:
        """The quieter words."""
        return self._note

    def sizeHint(self) -> QSize:
        """Return the room that it would like to have."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + metrics.horizontalAdvance(self._note)
        return QSize(width + 3 * _GAP + _ICON, max(metrics.height(), _ICON) + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """Return the room that it needs."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it as usual."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        rect = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        rect = self._paint_icon(painter, rect) if self._icon_name else rect
        self._paint_words(painter, rect)

    def _paint_ground(self, painter: QPainter) -> None:
        shades = colours(self.palette())
        painter.setPen(QColor(shades.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shades.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)

    def _paint_icon(self, painter: QPainter, rect: QRect) -> QRect:
        place = QRect(0, 0, _ICON, _ICON)
        place.moveCenter(rect.center())
        if self.isRightToLeft():
            place.moveRight(rect.right())
            rest = rect.adjusted(0, 0, -_ICON - _GAP, 0)
        else:
            place.moveLeft(rect.left())
            rest = rect.adjusted(_ICON + _GAP, 0, 0, 0)
        icon(self._icon_name).paint(painter, place)
        return rest

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        metrics = self.fontMetrics()
        note_room = rect.width() * 2 // 5
        note = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, note_room)
        note_width = metrics.horizontalAdvance(note) + (2 * _GAP if note else 0)
        words = metrics.elidedText(
            self._words, Qt.TextElideMode.ElideRight, rect.width() - note_width
        )
        shades = colours(self.palette())
        painter.setPen(QColor(shades.accent if self.isEnabled() else shades.disabled))
        at = rect.adjusted(0, 0, -note_width, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self._mirrored(rect, at), align, words)
        painter.setPen(QColor(shades.quiet))
        trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(rect, trailing, note)

    def _mirrored(self, within: QRect, rect: QRect) -> QRect:
        if not self.isRightToLeft():
            return rect
        return QRect(within.right() - rect.width() + 1, rect.y(), rect.width(), rect.height())
