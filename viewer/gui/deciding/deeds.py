"""What can be done with the words that are looked at: buttons that show their keys."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.domain.identifying import Mention
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

#: Times the width of a letter below which the keys are left to the tool tips.
_NARROW = 72


class DecisionBar(QWidget):
    """Withhold, leave readable, decide again, and show where the words stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What to do with the words")
        self.withhold = _button("Withhold", "W", "Leave the words out of what is exported")
        self.withhold.setProperty("look", "primary")
        self.leave = _button("Leave readable", "L", "They point to nobody, or are meant to")
        self.reopen = _button("Decide again", "Del", "Ask about these words again")
        self.place = _button("Show", "Enter", "Show the words where they stand")
        layout = WrappingLayout(self)
        be_as_high_as_needed(self)
        for button in self.buttons:
            layout.addWidget(button)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All of them, in their order."""
        return self.withhold, self.leave, self.reopen, self.place

    def allow(self, mention: Mention | None, *, may_write: bool) -> None:
        """Let be done what can be done with some words."""
        ruling = mention.ruling if mention is not None and may_write else None
        self.withhold.setEnabled(ruling not in (None, "withheld"))
        self.leave.setEnabled(ruling not in (None, "kept"))
        self.reopen.setEnabled(bool(ruling))
        self.place.setEnabled(mention is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys to the tool tips where it is narrow."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW * self.fontMetrics().averageCharWidth()
        for button in self.buttons:
            words = button.accessibleName()
            button.setText(words.partition(" (")[0] if is_narrow else words)


def _button(words: str, key: str, tip: str) -> QPushButton:
    button = QPushButton(f"{words} ({key})")
    button.setAccessibleName(f"{words} ({key})")
    button.setToolTip(f"{tip}: {key}")
    button.setAutoDefault(False)
    return button
