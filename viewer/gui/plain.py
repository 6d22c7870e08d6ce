"""Words of a case where Qt would read them as markup: shown as they stand, never interpreted."""

from html import escape
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def tool_tip(text: str) -> str:
    """Return a tool tip that shows the text as it stands and breaks its lines."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def show_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip, and a screen reader its words without the markup around them.

    What was said by `setAccessibleDescription` stays.
    """
    told = widget.accessibleDescription()
    if not told or told == widget.property("tip"):
        widget.setAccessibleDescription(text)
        widget.setProperty("tip", text)
    widget.setToolTip(tool_tip(text))


def menu_text(text: str) -> str:
    """Return a text for a menu or button in which “&” is no shortcut."""
    return text.replace("&", "&&")


def sentence(text: str) -> str:
    """Return a text of ours whose lines begin at our side, whatever name stands first in them."""
    return "\n".join(map(_from_our_side, text.split("\n")))


def _from_our_side(line: str) -> str:
    strong = (kind for kind in map(bidirectional, line) if kind in ("L", "R", "AL"))
    return line if next(strong, "L") == "L" else f"\u200e{line}"


def label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of plain text with a look of the style sheet."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if look:
        made.setProperty("look", look)
    return made


def paragraph(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that breaks its lines."""
    made = label(text, look, parent)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return made
