"""What can be done with the suggestion that is looked at: buttons that show their keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

#: What the buttons say in a narrow pane, and the pixels below which it is one.
_SHORT = {
    "Accept (A)": "Accept",
    "Edit… (E)": "Edit…",
    "Reject (R)": "Reject",
    "Accept all above…": "All above…",
}
_NARROW = 420


class DeedBar(QWidget):
    """Accept, Edit, Reject, and Accept all above a confidence."""

    accept_wanted = Signal()
    edit_wanted = Signal()
    reject_wanted = Signal()
    accept_all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What to do with the suggestion")
        self.accept = self._button("Accept (A)", "Make records of it: A or Enter", "primary")
        self.edit = self._button("Edit… (E)", "Correct it before it is written: E")
        self.reject = self._button("Reject (R)", "Do not suggest it again: R or Del")
        self.accept_all = self._button(
            "Accept all above…", "Accept all that are sure enough, in one step: Shift+A"
        )
        self.accept.clicked.connect(self.accept_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.reject.clicked.connect(self.reject_wanted)
        self.accept_all.clicked.connect(self.accept_all_wanted)
        layout = WrappingLayout(self)
        be_as_high_as_needed(self)
        for button in self.buttons:
            layout.addWidget(button)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All of them, in their order."""
        return self.accept, self.edit, self.reject, self.accept_all

    def _button(self, words: str, tip: str, look: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        if look:
            button.setProperty("look", look)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys to the tool tips where it is narrow."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        for button in self.buttons:
            words = button.accessibleName()
            button.setText(_SHORT[words] if is_narrow else words)

    def allow(self, *, one: bool, several: bool) -> None:
        """Let be done what can be done."""
        for button in (self.accept, self.edit, self.reject):
            button.setEnabled(one)
        self.accept_all.setEnabled(several)
