"""Asking for the passphrase of a case that has one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.passphrase.line import SecretLine

_CAPS = "Caps Lock seems to be on."


class AskedPassphrase(QWidget):
    """One line, a button, and why it was not opened. What was typed stays for a retry."""

    #: The passphrase that was typed.
    given = Signal(str)

    def __init__(self, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = deed
        self.line = SecretLine("Passphrase")
        self.line.setMinimumWidth(220)
        self.button = QPushButton(deed)
        self.button.setProperty("look", "primary")
        self.button.setAutoDefault(True)
        self.problem = plain.paragraph("", "problem")
        self.caps = plain.paragraph(_CAPS, "quiet")
        for words in (self.problem, self.caps):
            words.hide()
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        layout.addWidget(self.caps)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(self.problem.hide)
        self.line.textChanged.connect(self._allow)
        self.line.caps_lock.connect(self.caps.setVisible)
        self.button.clicked.connect(self._give)
        self._allow()

    def set_busy(self, busy: bool) -> None:
        """Take nothing while what was given is tried."""
        self.line.setReadOnly(busy)
        self.button.setText("One moment…" if busy else self._deed)
        self._allow()

    def say(self, problem: str) -> None:
        """Say why it was not opened, and let the user mend what was typed or type anew."""
        self.problem.setText(problem)
        self.problem.show()
        self.line.setFocus()
        self.line.selectAll()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.line.forget()
        self.problem.hide()
        self.caps.hide()

    def _give(self) -> None:
        if self.button.isEnabled():
            self.problem.hide()
            self.given.emit(self.line.text())

    def _allow(self) -> None:
        self.button.setEnabled(bool(self.line.text()) and not self.line.isReadOnly())
