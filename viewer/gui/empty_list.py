"""A list without rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from viewer.domain.records import KINDS
from viewer.gui import kinds, plain
from viewer.gui.icons import icon


class EmptyList(QWidget):
    """One sentence and one button where there are no rows."""

    #: A wish: ask for nothing, and see all rows.
    all_wanted = Signal()

    def __init__(self, kind: str, create: QAction | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._create = kind, create
        self._sentence = plain.paragraph(look="quiet")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = create_button(kind, create) if create else QPushButton()
        self._clear = QPushButton("Clear filters")
        self._clear.clicked.connect(self.all_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 4, 32, 4)
        box.addStretch(1)
        box.addWidget(self._sentence)
        for button in (self._button, self._clear):
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def show_for(self, said: str) -> None:
        """Say that nothing is as the filters ask, in their words, or that nothing is there."""
        sentence = f"No row is as asked for: {said}." if said else kinds.empty_sentence(self._kind)
        self._sentence.setText(sentence)
        self._button.setVisible(not said and self._create is not None)
        self._clear.setVisible(bool(said))


def create_button(kind: str, action: QAction) -> QPushButton:
    """Return a button that does what an action does which creates records of a kind."""
    button = QPushButton(icon("add"), f"New {KINDS[kind].labels[0].lower()}")
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
