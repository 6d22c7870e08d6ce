"""Choosing a new passphrase: typed twice, as nobody can see what is typed, or suggested."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.domain.strength import CASE
from viewer.domain.suggested_passphrase import WORDS, suggested, suggested_bits
from viewer.gui.labels import label
from viewer.gui.passphrase.line import SecretLine
from viewer.gui.passphrase.meter import Meter

_CAPS = "Caps Lock seems to be on."


class ChosenPassphrase(QWidget):
    """Two lines, how strong it is, and a button that suggests one. A weak one is not forbidden."""

    changed = Signal()

    def __init__(
        self, rate: int = CASE, parent: QWidget | None = None, name: str = "Passphrase"
    ) -> None:
        super().__init__(parent)
        self.first, self.again = SecretLine(name), SecretLine(f"{name} again")
        self.meter = Meter(rate)
        self.caps = label(_CAPS, "quiet")
        self.caps.setVisible(False)
        self.suggest = _suggest_button()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        suggesting = QHBoxLayout()
        suggesting.addWidget(self.suggest)
        suggesting.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.first, self.again, self.caps, self.meter):
            layout.addWidget(widget)
        layout.addLayout(suggesting)
        self.setFocusProxy(self.first)

    def _connect(self) -> None:
        self.suggest.clicked.connect(self._suggest)
        self.first.textChanged.connect(self.meter.measure)
        # One eye for both: what can be seen need not be guessed.
        self.first.eye.toggled.connect(self.again.show_letters)
        self.again.eye.toggled.connect(self.first.show_letters)
        for line in (self.first, self.again):
            line.textChanged.connect(self.changed)
            line.caps_lock.connect(self.caps.setVisible)

    @property
    def value(self) -> str:
        """The passphrase; "" while there is none that can be used."""
        return "" if self.problem else self.first.text()

    @property
    def problem(self) -> str:
        """What is missing before it can be used; "" where nothing is."""
        if not self.first.text():
            return "Type a passphrase."
        if "\0" in self.first.text():
            return "The passphrase holds a character that cannot be used. Type it anew."
        if self.first.text() != self.again.text():
            return "The two passphrases are not the same."
        return ""

    def _suggest(self) -> None:
        """Fill both lines, to be seen: it has to be written down or learnt."""
        words = suggested()
        for line in (self.first, self.again):
            line.setText(words)
            line.setCursorPosition(0)
        self.first.show_letters(True)

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        for line in (self.first, self.again):
            line.forget()


def _suggest_button() -> QPushButton:
    button = QPushButton("Suggest one")
    button.setProperty("look", "link")
    button.setAutoDefault(False)
    button.setToolTip(
        f"{WORDS} words drawn by chance ({suggested_bits()} bits). Write them on paper, or learn "
        "them, before you go on."
    )
    return button
