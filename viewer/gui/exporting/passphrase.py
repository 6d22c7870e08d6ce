"""A passphrase for what is handed on, typed twice, as nobody can see what is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget


class Passphrase(QWidget):
    """Asks for a passphrase where the file is to be encrypted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox("Encrypt (AES-256)")
        self.first = _secret("Passphrase")
        self.again = _secret("Passphrase again")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.wanted, self.first, self.again):
            layout.addWidget(widget)
        for line in (self.first, self.again):
            line.setVisible(False)
            self.wanted.toggled.connect(line.setVisible)
            line.textChanged.connect(self.changed)
        self.wanted.toggled.connect(self.changed)
        self.wanted.clicked.connect(self._begin)

    @property
    def value(self) -> str:
        """The passphrase; "" for none, or while it is not typed twice alike."""
        return "" if self.problem or not self.wanted.isChecked() else self.first.text()

    @property
    def problem(self) -> str:
        """Why there is no passphrase although one is wanted; "" where all is well."""
        if not self.wanted.isChecked():
            return ""
        if not self.first.text():
            return "Type a passphrase, or leave the file unencrypted."
        if self.first.text() != self.again.text():
            return "The two passphrases are not the same."
        return ""

    def _begin(self, is_wanted: bool) -> None:
        if is_wanted:
            self.first.setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.first.clear()
        self.again.clear()


def _secret(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line
