"""The text of a document with its passages marked. Only what is visible is drawn."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from viewer.gui.reader.marks import SUGGESTED, Mark, Marks
from viewer.gui.reader.painting import draw_grounds, draw_lines, pieces_of
from viewer.gui.reader.paragraphs import ParagraphLayout, fill, line_part, selected
from viewer.gui.reader.suggested import draw_suggested

#: Code points of a line that is comfortable to read.
_LINE_LENGTH = 72
_LEAST_MARGIN = 22
#: Pixels of the text that are kept on a small screen.
_LEAST_HEIGHT = 48
#: Code points of a text in which blank lines are looked for.
_LOOKED_AT = 200_000


class TextView(QPlainTextEdit):
    """Plain text, set for reading, right to left where it is Arabic. Knows no records."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        #: Where something is suggested that is not accepted yet.
        self.suggested = Marks()
        #: Groups that are not drawn.
        self.hidden: frozenset[str] = frozenset()
        #: The mark that the keys stand on, and how strongly it glows.
        self.current: Mark | None = None
        self.glow = 0.0
        #: Pixels left and right that something else stands in.
        self._free = 0, 0
        self._sides = 0, 0
        #: A position that was kept at the top, and where the scroll bar was then.
        self._kept = 0, 0
        document = QTextDocument(self)
        self._layout = ParagraphLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
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
        self.setMinimumHeight(_LEAST_HEIGHT)

    def set_text(self, text: str) -> None:
        """Show a text. Its positions stay what they are in UTF-16 units."""
        self.marks, self.suggested = Marks(), Marks()
        self.current, self._kept = None, (0, 0)
        self._set_font()
        self.document().setDocumentMargin(16)
        # Where there are blank lines, they part the paragraphs.
        self._layout.gap = 0.0 if "\n\n" in text[:_LOOKED_AT] else self.fontMetrics().height() * 0.5
        fill(self.document(), text)
        self._layout.guess_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_font(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.document().setDefaultFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text that the user chooses."""
        is_font = event.type() == QEvent.Type.FontChange
        top = self.top if is_font else 0
        super().changeEvent(event)
        if is_font:
            self._set_font()
            self._layout.guess_lines()
            self.go_to_top(top)

    def set_marks(self, marks: Marks) -> None:
        """Show other marks over the same text, staying with the current one."""
        self.marks = marks
        if self.current is not None:
            number = marks.number_of(self.current.passage_id)
            is_suggested = self.suggested.number_of(self.current.passage_id) is not None
            kept = self.current if is_suggested else None
            self.current = marks[number] if number is not None else kept
        self.viewport().update()

    def marks_at(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the viewport, the shortest first."""
        position = self._position_at(QPointF(point))
        if position is None:
            return []
        return [mark for mark in self.marks.at(position) if self.is_shown(mark)]

    def suggested_at(self, point: QPoint) -> list[Mark]:
        """Return the dashed marks under a point of the viewport, the shortest first."""
        position = self._position_at(QPointF(point))
        if position is None or SUGGESTED in self.hidden:
            return []
        return self.suggested.at(position)

    def _position_at(self, point: QPointF) -> int | None:
        """Return the position of the character under a point; None beside the words."""
        for block, at in self.visible_blocks():
            layout, inside = block.layout(), point - at
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if line.naturalTextRect().contains(inside):
                    on_it = QTextLine.CursorPosition.CursorOnCharacter
                    return block.position() + line.xToCursor(inside.x(), on_it)
        return None

    def is_shown(self, mark: Mark) -> bool:
        """Whether any of a mark's groups is drawn."""
        return not self.hidden.issuperset(mark.groups)

    def scroll_to(self, position: int) -> None:
        """Bring a position into the upper third of the view."""
        self._begin_with(position, self.viewport().height() / 3)

    def _begin_with(self, position: int, above: float) -> None:
        """Scroll so that a position stands under so many pixels of the text before it."""
        block = self.document().findBlock(min(position, self.document().characterCount() - 1))
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        above -= line.y()
        while above > 0 and block.previous().isValid():
            block = block.previous()
            above -= self._layout.blockBoundingRect(block).height()
        layout = block.layout()
        lines = range(layout.lineCount())
        first = next((n for n in lines if layout.lineAt(n).y() >= -above), lines[-1])
        self.verticalScrollBar().setValue(block.firstLineNumber() + first)

    def point_of(self, position: int) -> QPoint:
        """Return the lower left corner of a position, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor).bottomLeft()

    def is_in_view(self, start: int, end: int) -> bool:
        """Whether a span is wholly in view."""
        blocks = list(self.visible_blocks())
        return all(self._is_in_view(position, blocks) for position in (start, end))

    def _is_in_view(self, position: int, blocks: list[tuple[QTextBlock, QPointF]]) -> bool:
        for block, at in blocks:
            if block.contains(position):
                line = block.layout().lineForTextPosition(position - block.position())
                top = at.y() + line.y()
                return top >= 0 and top + line.height() <= self.viewport().height()
        return False

    def put_caret(self, position: int) -> None:
        """Let the keys go on from a position; nothing is selected then."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def selected_lines(self) -> list[QRect]:
        """Return the rectangles of the selected words in view, line by line, in the viewport."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return []
        span = cursor.selectionStart(), cursor.selectionEnd()
        room = self.viewport().rect()
        found = (
            line_part(block.layout().lineAt(number), span, block.position(), at)
            for block, at in self.visible_blocks()
            for number in range(block.layout().lineCount())
        )
        return [part for part in found if part.isValid() and part.intersects(room)]

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the paragraphs in view with their places in the viewport."""
        block = self.firstVisibleBlock()
        at = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        while block.isValid() and at.y() <= self.viewport().height():
            height = self.blockBoundingRect(block).height()  # lays it out
            yield block, at
            at = at + QPointF(0, height)  # a new one: += would move what was given out
            block = block.next()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words as the text has them."""
        # Qt's own object, as a clipboard outlives Python. It fills itself when it is first asked.
        data = super().createMimeDataFromSelection()
        data.text()
        data.clear()
        data.setText(selected(self.textCursor()))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        is_marked = len(self.marks) or len(self.suggested) or self.current
        blocks = list(self.visible_blocks()) if is_marked else []
        area = QRectF(event.rect())
        pieces = list(pieces_of(self.marks, blocks, area))
        dashed = Marks() if SUGGESTED in self.hidden else self.suggested
        suggested = list(pieces_of(dashed, blocks, area))
        painter = QPainter(self.viewport())
        draw_grounds(painter, self, pieces)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_suggested(painter, self, suggested)
        draw_lines(painter, self, pieces)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        top = self.top
        self._centre()
        self._layout.width = self.viewport().width()
        super().resizeEvent(event)
        self._layout.guess_lines()
        self.go_to_top(top)

    @property
    def top(self) -> int:
        """The position that is at the top, the same one until something is scrolled."""
        top, value = self._kept
        if value == self.verticalScrollBar().value():
            return top
        return self.cursorForPosition(QPoint(0, 0)).position()

    def go_to_top(self, top: int) -> None:
        """Go back to a position that was at the top, in whichever width or size of letters."""
        self._begin_with(top, 0)
        self._kept = top, self.verticalScrollBar().value()

    def keep_free(self, left: int, right: int) -> None:
        """Leave so many pixels at the sides to something else."""
        if (left, right) != self._free:
            self._free = left, right
            self._centre()

    def widest(self) -> int:
        """Return the width of the longest line that is comfortable to read, with its margins."""
        widest = self.fontMetrics().averageCharWidth() * _LINE_LENGTH * 1.15
        return round(widest) + 2 * _LEAST_MARGIN

    def _centre(self) -> None:
        """Keep lines short enough to be read, in the middle of a wide window."""
        left, right = self._free
        spare = self.width() - left - right - self.widest()
        side = max(_LEAST_MARGIN, _LEAST_MARGIN + round(spare / 2))
        sides = left + side, right + side
        if sides != self._sides:
            self._sides = sides
            self.setViewportMargins(sides[0], 0, sides[1], 0)
