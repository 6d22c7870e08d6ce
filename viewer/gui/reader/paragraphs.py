"""How paragraphs are laid out: each when it is first seen, so that a long text shows at once.

`QTextEdit` would lay out everything before what is shown. `QPlainTextEdit` does not, but by itself
it neither spaces its lines nor sets Arabic from the right.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from viewer.gui.text_units import TextUnits

#: Code points of a paragraph above which it is laid out in pieces, and of such a piece.
_LONGEST, _PIECE = 12_000, 6_000
_LINE_HEIGHT = 1.5
#: Paragraphs above which their lines are not guessed for the scroll bar.
_MOST_GUESSED = 4_000
#: A guess stays below what it will be.
_UNDER = 0.8
#: What the state of a block says when it continues a paragraph.
_CONTINUES = {Qt.LayoutDirection.LeftToRight: 1, Qt.LayoutDirection.RightToLeft: 2}


def fill(document: QTextDocument, text: str) -> None:
    """Put a text in; its positions stay what they are in UTF-16 units."""
    # Qt makes one line end of the pair, which would move everything after it.
    text = text.replace("\r\n", " \n") if "\r" in text else text
    breaks = list(_breaks(text))
    document.setPlainText(_divided(text, breaks) if breaks else text)
    units = TextUnits(text) if breaks else TextUnits("")
    for at in breaks:
        block = document.findBlock(units.to_units(at + 1))
        block.setUserState(_CONTINUES[direction(block.previous())])


def _breaks(text: str) -> Iterator[int]:
    """Yield the spaces at which paragraphs are divided that would take long to lay out."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end - start > _LONGEST:
            at = text.rfind(" ", start, start + _PIECE)
            if at <= start:
                break
            yield at
            start = at + 1
        start = end + 1


def _divided(text: str, breaks: list[int]) -> str:
    starts = [0, *(at + 1 for at in breaks)]
    return "\n".join(text[a:b] for a, b in zip(starts, [*breaks, len(text)], strict=True))


def continues(block: QTextBlock) -> bool:
    """Whether a block continues the paragraph of the one before."""
    return block.userState() in _CONTINUES.values()


def selected(cursor: QTextCursor) -> str:
    """Return the words of a selection as the text has them, however they are laid out."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    words = cursor.selectedText().replace("\u2029", "\n")
    block = cursor.document().findBlock(start).next()
    units = TextUnits(words)
    while block.isValid() and block.position() <= end:
        if continues(block):
            at = units.to_code_points(block.position() - start)
            words = f"{words[: at - 1]} {words[at:]}"
        block = block.next()
    return words


def direction(block: QTextBlock) -> Qt.LayoutDirection:
    """Return in which direction the paragraph reads that a block belongs to."""
    known = (side for side, state in _CONTINUES.items() if state == block.userState())
    return next(known, block.textDirection())


def line_part(line: QTextLine, span: tuple[int, int], begin: int, at: QPointF) -> QRect:
    """Return the rectangle around the part of a line that lies in a span of the document.

    `begin` is the position of its block and `at` the place of it; empty where no part does. In a
    line of both directions it may hold more than that part.
    """
    start = max(span[0] - begin, line.textStart())
    end = min(span[1] - begin, line.textStart() + line.textLength())
    if start >= end:
        return QRect()
    rect = QRectF()
    for run in line.glyphRuns(start, end - start):
        rect = rect.united(run.boundingRect())
    return QRectF(rect.x(), line.y(), rect.width(), line.height()).translated(at).toAlignedRect()


class ParagraphLayout(QPlainTextDocumentLayout):
    """Lays out a block when its place is asked for. Lengths are device-independent pixels."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        #: The width that lines may take, margins included, and the gap between paragraphs.
        self.width = 0.0
        self.gap = 0.0
        self._telling = False

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the room that a block takes, with the gap below."""
        if block.isValid() and not block.layout().lineCount():
            self._lay_out(block)
        gap = 0.0 if continues(block.next()) else self.gap
        gap += block.layout().lineAt(0).height() * (_LINE_HEIGHT - 1) if block.isValid() else 0
        return super().blockBoundingRect(block).adjusted(0, 0, 0, gap)

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Lay out anew what Qt lays out by itself, which it does for a single block."""
        super().documentChanged(position, removed, added)
        self.document().findBlock(position).clearLayout()

    def guess_lines(self) -> None:
        """Let the scroll bar know about how many lines there are before they are laid out."""
        document = self.document()
        if document.blockCount() > _MOST_GUESSED or self.width <= 0:
            return
        advance = self._advance()
        block = document.firstBlock()
        while block.isValid():
            if not block.layout().lineCount():
                block.setLineCount(max(1, int(block.length() * advance * _UNDER / self.width)))
            block = block.next()
        self._tell()

    def _advance(self) -> float:
        return QFontMetricsF(self.document().defaultFont()).averageCharWidth()

    def _lay_out(self, block: QTextBlock) -> None:
        layout, before = block.layout(), self.document().lineCount()
        self._set_direction(layout, direction(block))
        margin = self.document().documentMargin()
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(max(1.0, self.width - 2 * margin))
            line.setPosition(QPointF(margin, y))
            y += line.height() * _LINE_HEIGHT
        layout.endLayout()
        block.setLineCount(layout.lineCount())
        if self.document().lineCount() != before:
            self._tell()

    def _set_direction(self, layout: QTextLayout, side: Qt.LayoutDirection) -> None:
        option = self.document().defaultTextOption()
        option.setTextDirection(side)
        to_right = side == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)

    def _tell(self) -> None:
        """Let the scroll bar follow, once: it asks for places itself."""
        if not self._telling:
            self._telling = True
            self.documentSizeChanged.emit(self.documentSize())
            self._telling = False
