"""How much room the margin takes beside a text, and on which side. Lengths are pixels."""

from PySide6.QtCore import QPoint, QRect, Qt

from viewer.gui.reader.marks import HIGHLIGHTS
from viewer.gui.reader.paragraphs import direction
from viewer.gui.reader.text_view import TextView

#: Widths of the reader below which there are signs only, and of the notes.
_NARROW = 560
LEAST, MOST = 180, 320
_SIGNS = 22


def has_notes(view: TextView) -> bool:
    """Whether anything in a text belongs into its margin."""
    numbers = view.marks.numbers
    return any(numbers[group] > 0 for group in ("annotation", *HIGHLIGHTS.values()))


def width_beside(view: TextView) -> int:
    """Return the width that the margin takes of a text's own room."""
    if not has_notes(view):
        return 0
    if view.width() < _NARROW:
        return _SIGNS
    return max(LEAST, min(MOST, view.width() - view.widest()))


def is_mirrored(view: TextView) -> bool:
    """Whether a text reads from the right, so that its notes stand at its left."""
    block = view.document().firstBlock()
    while block.isValid() and not block.text().strip():
        block = block.next()
    return block.isValid() and direction(block) == Qt.LayoutDirection.RightToLeft


def place_beside(view: TextView) -> QRect:
    """Return where the margin is, from the words to the edge or the scroll bar."""
    text, bar = view.viewport().geometry(), view.verticalScrollBar()
    # The bar stands in a box of its own: its place must be asked of the reader.
    edge = QRect(bar.mapTo(view, QPoint()), bar.size()) if bar.isVisible() else QRect()
    if is_mirrored(view):
        left = edge.right() + 1 if edge.isValid() and edge.x() < text.x() else 0
        return QRect(left, text.y(), text.left() - left, text.height())
    right = edge.x() if edge.isValid() and edge.x() > text.x() else view.width()
    return QRect(text.right() + 1, text.y(), right - text.right() - 1, text.height())
