"""A fingerprint as one reads it to somebody: in four lines of four groups."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel

from viewer.gui import plain

_GROUPS = 4


class Fingerprint(QLabel):
    """Hidden until there is one to show; it can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(plain.label().font().pointSizeF() * 1.1)
        self.setFont(font)
        self.setContentsMargins(12, 4, 12, 4)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Fingerprint of the signer's key")
        self.hide()

    def show_groups(self, fingerprint: str) -> None:
        """Show a fingerprint that is in groups."""
        groups = fingerprint.split()
        lines = [groups[at : at + _GROUPS] for at in range(0, len(groups), _GROUPS)]
        self.setText("\n".join("  ".join(line) for line in lines))
        self.show()
