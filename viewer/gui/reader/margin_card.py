"""One annotation beside the text: its sign, what it says, its tags, who wrote it and when."""

from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.gui.annotations.note_text import NoteDocument, write_note
from viewer.gui.plain import tool_tip
from viewer.gui.reader.margin_notes import MarginNote
from viewer.gui.reader.signs import SIGN_SIZE, draw_sign, sign_colour
from viewer.gui.theme import colours, is_dark


class Level(IntEnum):
    """How much of a note there is room for; the number is the most lines of its words."""

    FULL = 6
    SHORT = 2
    LINE = 1
    SIGN = 0


#: Device-independent pixels.
_PADDING = 6.0
#: Code points of a note that are laid out.
_READ = 800
_SIGN_ROOM = SIGN_SIZE + 5.0


class MarginCard(QAbstractButton):
    """Shows one annotation at a time; who scrolls gets the same cards with other annotations."""

    #: The card before (-1) or after (1) it is wanted.
    step_requested = Signal(int)
    deletion_requested = Signal()
    #: The keyboard is to go back to the text.
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note: MarginNote | None = None
        self.level = Level.LINE
        self._words = NoteDocument(self)
        self._words.setDocumentMargin(0)
        self._written: tuple[object, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_note(self, note: MarginNote) -> None:
        """Show an annotation."""
        if note != self.note:
            self.note = note
            self.setAccessibleName(". ".join(note.told))
            self.setAccessibleDescription(self.accessibleName())
            self.setToolTip("<br>".join(tool_tip(line) for line in note.told))
            self.update()

    def height_at(self, level: Level, width: float) -> float:
        """Return the height that the annotation takes at a level."""
        if level is Level.SIGN:
            return SIGN_SIZE + 4
        line = self._line_height()
        if level is Level.LINE or self._is_one_line():
            return line + _PADDING
        lines = line + self._words_height(level, width)
        if level is Level.FULL and self.note is not None:
            lines += line * (bool(self.note.tags) + bool(self.note.by)) * 0.95
        return lines + 2 * _PADDING

    def least_height(self, level: Level) -> float:
        """Return a height that it takes at least, without laying its words out."""
        lines = 1 if level <= Level.LINE or self._is_one_line() else 2
        return lines * self._line_height()

    def _is_one_line(self) -> bool:
        return self.note is not None and not self.note.body and not self.note.tags

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _words_height(self, level: Level, width: float) -> float:
        self._write(width)
        lines = QFontMetricsF(self.font()).lineSpacing() * level
        return min(self._words.size().height(), lines)

    def _write(self, width: float) -> None:
        assert self.note is not None
        wanted = (self.note.body, width, self.font().pointSizeF(), is_dark(self.palette()))
        if wanted != self._written:
            self._written = wanted
            self._words.setDefaultFont(self.font())
            # As much as the most lines can hold: a note may be long.
            write_note(self._words, self.note.body[:_READ], self.palette())
            self._words.setTextWidth(width - 2 * _PADDING)

    # What the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, go on, delete, or go back to the text."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Delete:
                self.deletion_requested.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        if self.note is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.level is Level.SIGN:
            self._paint_sign_alone(painter)
            return
        self._paint_ground(painter)
        if self.level is Level.LINE or self._is_one_line():
            self._paint_line(painter, self.note.line, self.rect().center().y() + 1, quiet=False)
        else:
            self._paint_note(painter)

    def _paint_sign_alone(self, painter: QPainter) -> None:
        assert self.note is not None
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(colours(self.palette()).accent), 1.4))
            painter.drawEllipse(QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7))
        draw_sign(painter, QRectF(self.rect()).center(), self.note.colour, self.palette())

    def _paint_ground(self, painter: QPainter) -> None:
        assert self.note is not None
        shades = colours(self.palette())
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(shades.accent if lit else shades.line), 1.0))
        painter.setBrush(QColor(shades.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_note(self, painter: QPainter) -> None:
        assert self.note is not None
        line = self._line_height()
        self._paint_line(painter, self.note.heading, _PADDING + line / 2, quiet=True)
        top = _PADDING + line
        height = self._words_height(self.level, self.width())
        self._paint_words(painter, QRectF(_PADDING, top, self.width() - 2 * _PADDING, height))
        if self.level is Level.FULL:
            tags = "  ".join(f"#{tag}" for tag in self.note.tags)
            bottom = top + height
            for words in filter(None, (tags, self.note.by)):
                self._paint_small(painter, words, bottom)
                bottom += line * 0.95

    def _paint_line(self, painter: QPainter, words: str, middle: float, *, quiet: bool) -> None:
        """Draw the sign and words beside it on one line."""
        assert self.note is not None
        shades = colours(self.palette())
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = _PADDING + SIGN_SIZE / 2
        sign_at = QPointF(self.width() - at if right_to_left else at, middle)
        draw_sign(painter, sign_at, self.note.colour, self.palette())
        room = QRectF(_PADDING, 0, self.width() - 2 * _PADDING, 2 * middle)
        room.adjust(*((0, 0, -_SIGN_ROOM, 0) if right_to_left else (_SIGN_ROOM, 0, 0, 0)))
        painter.setPen(QColor(shades.quiet if quiet else shades.text))
        painter.setFont(self.font())
        self._draw_text(painter, room, words)

    def _paint_small(self, painter: QPainter, words: str, top: float) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(QColor(colours(self.palette()).quiet))
        room = QRectF(_PADDING, top, self.width() - 2 * _PADDING, self._line_height())
        self._draw_text(painter, room, words)

    def _draw_text(self, painter: QPainter, room: QRectF, words: str) -> None:
        metrics = QFontMetricsF(painter.font())
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        # Beside the sign, in whatever direction the words read.
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align | Qt.TextFlag.TextSingleLine, elided)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.save()
        painter.setClipRect(room)
        painter.translate(room.topLeft())
        painter.setPen(self.palette().text().color())
        self._words.drawContents(painter, QRectF(0, 0, room.width(), room.height()))
        painter.restore()
        is_cut = self.note is not None and len(self.note.body) > _READ
        if is_cut or self._words.size().height() > room.height() + 1:
            self._paint_more(painter, room)

    def _paint_more(self, painter: QPainter, room: QRectF) -> None:
        """Show that the words go on."""
        assert self.note is not None
        painter.setPen(
            QPen(sign_colour(self.note.colour, self.palette()), 1.4, Qt.PenStyle.DotLine)
        )
        painter.drawLine(room.bottomLeft(), room.bottomRight())
