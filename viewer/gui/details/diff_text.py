"""A text with what left it struck through and what came underlined."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from viewer.domain.differences import Piece
from viewer.gui.editors.text import GrowingText

_SAID = {"removed": "taken out: ", "added": "put in: "}
#: Each role's colour on light and on dark ground.
_COLOURS = {"removed": ("#b3261e", "#f28b82"), "added": ("#1e7a3e", "#7bd88f")}


class DiffText(GrowingText):
    """Shown as it stands, never read as markup; the colours only help what the lines say."""

    def __init__(self, pieces: list[Piece], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, least_lines=1)
        self._pieces = pieces
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(spoken(pieces))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()

    def _fill(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.insertText(piece.text, self._format(piece))
            if piece.role == "removed" and not piece.text[-1:].isspace():
                cursor.insertText(" ", QTextCharFormat())

    def _format(self, piece: Piece) -> QTextCharFormat:
        shown = QTextCharFormat()
        if piece.role != "same":
            is_dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
            shown.setForeground(QColor(_COLOURS[piece.role][is_dark]))
            shown.setFontStrikeOut(piece.role == "removed")
            shown.setFontUnderline(piece.role == "added")
        return shown


def spoken(pieces: list[Piece]) -> str:
    """Return the changes without the words around them, for who does not see the lines."""
    changed = [piece for piece in pieces if piece.role != "same" and piece.text.strip()]
    return "; ".join(f"{_SAID[piece.role]}“{piece.text.strip()}”" for piece in changed)
