"""A passphrase that may be wanted or not: a box to tick, and the lines below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from viewer.domain.strength import CASE
from viewer.gui.passphrase.choosing import ChosenPassphrase


class OptionalPassphrase(QWidget):
    """Asks for a passphrase where one is wanted."""

    changed = Signal()

    def __init__(self, offer: str, rate: int = CASE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox(offer)
        self.chosen = ChosenPassphrase(rate)
        self.chosen.setVisible(False)
        self.first, self.again = self.chosen.first, self.chosen.again
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.wanted)
        layout.addWidget(self.chosen)
        self.wanted.toggled.connect(self.chosen.setVisible)
        self.wanted.toggled.connect(self.changed)
        self.wanted.clicked.connect(self._begin)
        self.chosen.changed.connect(self.changed)

    @property
    def value(self) -> str:
        """The passphrase; "" for none, or while there is none that can be used."""
        return self.chosen.value if self.wanted.isChecked() else ""

    @property
    def problem(self) -> str:
        """Why there is no passphrase although one is wanted; "" where all is well."""
        return self.chosen.problem if self.wanted.isChecked() else ""

    def _begin(self, is_wanted: bool) -> None:
        if is_wanted:
            self.first.setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.chosen.forget()
