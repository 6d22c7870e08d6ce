"""Notes in light Markdown as they are shown: by formats alone, so that nothing can be loaded.

No HTML and no Markdown is ever given to Qt, which would ask for the images in it.
"""

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from viewer.domain.markdown import Block, Span, parsed
from viewer.gui.editors.text import GrowingText

#: Device-independent pixels.
_INDENT, _GAP = 14.0, 4.0
#: Grey enough for light and dark ground alike.
_CODE_GROUND = QColor(128, 128, 128, 45)
#: How much larger a heading of the first, second … level is than other words.
_HEADINGS = (1.2, 1.1, 1.0)


class NoteDocument(QTextDocument):
    """A note to be drawn, which loads nothing."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Give nothing, whatever is asked for."""
        return None


class NoteView(GrowingText):
    """A note to be read: selected and copied, and nothing to be clicked in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, least_lines=1)
        self._body = ""
        # A document of our own: what the view refuses, Qt's would look for among the files.
        self.setDocument(NoteDocument(self))
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)

    def show_note(self, body: str) -> None:
        """Show a note, unless it is there already."""
        if body != self._body:
            self._body = body
            write_note(self.document(), body, self.palette())

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            write_note(self.document(), self._body, self.palette())


def write_note(document: QTextDocument, body: str, palette: QPalette) -> None:
    """Let a document hold a note, in the colours of a palette."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in enumerate(parsed(body)):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format(block, is_first=number == 0))
        _write(cursor, block, palette)
    cursor.endEditBlock()


def _block_format(block: Block, *, is_first: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    if not is_first:
        form.setTopMargin(1.0 if block.kind == "item" else _GAP)
    if block.kind == "item":
        form.setIndent(block.level + 1)
        form.setTextIndent(-_INDENT)
    return form


def _write(cursor: QTextCursor, block: Block, palette: QPalette) -> None:
    cursor.document().setIndentWidth(_INDENT)
    size = cursor.document().defaultFont().pointSizeF()
    if block.sign:
        cursor.insertText(f"{block.sign} ", QTextCharFormat())
    for span in block.spans:
        form = _look(span, palette)
        if block.kind == "heading":
            form.setFontWeight(QFont.Weight.Bold)
            form.setFontPointSize(size * _HEADINGS[min(block.level, len(_HEADINGS)) - 1])
        # Lines of one paragraph stay together.
        cursor.insertText(span.text.replace("\n", "\u2028"), form)


def _look(span: Span, palette: QPalette) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold if span.strong else QFont.Weight.Normal)
    form.setFontItalic(span.emphasis)
    if span.code:
        form.setBackground(_CODE_GROUND)
    if span.is_address:
        form.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
    return form
