"""The text of a document with its passages marked. Only what is visible is drawn."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from viewer.gui.reader.marks import Mark, Marks
from viewer.gui.reader.painting import draw_grounds, draw_lines

#: Code points of a line that is comfortable to read.
_LINE_LENGTH = 72
_LINE_HEIGHT = 150
_LEAST_MARGIN = 22


class TextView(QTextEdit):
    """Plain text, set for reading, right to left where it is Arabic. Knows no records."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        #: Groups that are not drawn.
        self.hidden: frozenset[str] = frozenset()
        #: The mark that the keys stand on, and how strongly it glows.
        self.current: Mark | None = None
        self.glow = 0.0
        self._side = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The paper goes to the edges, beyond the margins of the viewport.
        self.setStyleSheet("TextView { background: palette(base); border: none; }")
        self.viewport().setMouseTracking(True)

    def set_text(self, text: str) -> None:
        """Show a text. Its positions stay what they are in UTF-16 units."""
        self.marks, self.current = Marks(), None
        self.clear()
        self._set_font()
        self.document().setDocumentMargin(16)
        cursor = QTextCursor(self.document())
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        if "\n\n" not in text:  # otherwise blank lines part the paragraphs
            spacing.setBottomMargin(self.fontMetrics().height() * 0.5)
        cursor.setBlockFormat(spacing)
        # Qt makes one line end of the pair, which would move everything after it.
        cursor.insertText(text.replace("\r\n", " \n"))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_font(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.document().setDefaultFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text that the user chooses."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_font()

    def set_marks(self, marks: Marks) -> None:
        """Show other marks over the same text."""
        self.marks = marks
        self.viewport().update()

    def marks_at(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the viewport, the shortest first."""
        place = QPointF(point) + self._scrolled()
        layout = self.document().documentLayout()
        position = layout.hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return []
        return [mark for mark in self.marks.at(position) if self.is_shown(mark)]

    def is_shown(self, mark: Mark) -> bool:
        """Whether any of a mark's groups is drawn."""
        return not self.hidden.issuperset(mark.groups)

    def scroll_to(self, position: int) -> None:
        """Bring a position into the upper third of the view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        top = self.cursorRect(cursor).top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def point_of(self, position: int) -> QPoint:
        """Return the lower left corner of a position, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor).bottomLeft()

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the paragraphs in view with their places in the viewport."""
        scrolled = self._scrolled()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        before = block.previous()
        block = before if before.isValid() else block
        bottom = self.viewport().height()
        while block.isValid():
            at = self.document().documentLayout().blockBoundingRect(block).topLeft() - scrolled
            if at.y() > bottom:
                return
            yield block, at
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        blocks = list(self.visible_blocks()) if len(self.marks) or self.current else []
        painter = QPainter(self.viewport())
        draw_grounds(painter, self, blocks, QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_lines(painter, self, blocks, QRectF(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        top = self.cursorForPosition(QPoint(0, 0))
        was = self.cursorRect(top).top()
        self._centre()
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(top).top() - was)

    def _centre(self) -> None:
        """Keep lines short enough to be read, in the middle of a wide window."""
        widest = self.fontMetrics().averageCharWidth() * _LINE_LENGTH * 1.15
        side = max(_LEAST_MARGIN, round((self.width() - widest) / 2))
        if side != self._side:
            self._side = side
            self.setViewportMargins(side, 0, side, 0)

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
