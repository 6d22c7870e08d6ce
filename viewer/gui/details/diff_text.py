"""A text with what left it struck through and what came underlined."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from viewer.domain.differences import Piece
from viewer.gui.editors.text import GrowingText

# Both read on light and on dark ground.
_RED, _GREEN = QColor("#d0453a"), QColor("#2f8f4e")
_SAID = {"removed": "taken out: ", "added": "put in: "}


class DiffText(GrowingText):
    """Shown as it stands, never read as markup; the colours only help what the lines say."""

    def __init__(self, pieces: list[Piece], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, least_lines=1)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(spoken(pieces))
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(piece.text, _format(piece))


def spoken(pieces: list[Piece]) -> str:
    """Return the changes without the words around them, for who does not see the lines."""
    changed = [piece for piece in pieces if piece.role != "same" and piece.text.strip()]
    return "; ".join(f"{_SAID[piece.role]}“{piece.text.strip()}”" for piece in changed)


def _format(piece: Piece) -> QTextCharFormat:
    shown = QTextCharFormat()
    if piece.role == "removed":
        shown.setFontStrikeOut(True)
        shown.setForeground(_RED)
    elif piece.role == "added":
        shown.setFontUnderline(True)
        shown.setForeground(_GREEN)
    return shown
