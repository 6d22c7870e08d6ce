"""Labels for panes and forms: they break their lines and take no room of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from viewer.gui import plain


def label(words: str, look: str = "", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps; `look` is one of the style sheet's, problem or badge."""
    made = plain.label(words)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if look == "badge":
        made.setWordWrap(False)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setStyleSheet(
            "border: 1px solid palette(link); border-radius: 6px; padding: 1px 8px;"
            "font-weight: 500;"
        )
    elif look:
        made.setProperty("look", look)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made
