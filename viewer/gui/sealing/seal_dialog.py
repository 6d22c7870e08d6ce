"""“Seal…”: a signed statement of what the case is now, for those who get it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.labels import label
from viewer.gui.passphrase.line import SecretLine
from viewer.gui.sealing.fingerprint import Fingerprint
from viewer.gui.sealing.jobs import Sealed, SealJob

if TYPE_CHECKING:
    from viewer.store import Access

_WHAT = (
    "A seal is a small file beside the case. With it, others can tell later whether a copy of the "
    "case is the one that you sealed now, or has been changed. It holds nothing that the case says."
)
_FIRST = (
    "A signing key is made for you now. Whoever has it can sign as you: a passphrase protects it. "
    "Nobody can find the passphrase out for you; without it, you will need a new key."
)
_TELL = (
    "Tell those who will get the case this fingerprint of your key, in person or by telephone: "
    "the seal alone does not prove that it is yours."
)
_DIFFER = "The two passphrases differ."


class SealDialog(QDialog):
    """Asks for a name and for the passphrase of the key, then shows where the seal is."""

    def __init__(self, access: Access, signer: str = "", parent: QWidget | None = None) -> None:
        from viewer.store import signing

        super().__init__(parent)
        self.setWindowTitle("Seal this case")
        self._access = access
        self._job: SealJob | None = None
        self.has_key = signing.has_key()
        self.needs_passphrase = self.has_key and signing.needs_passphrase()
        self.signer = QLineEdit(signer)
        self.signer.setPlaceholderText("Your name in the seal (may be empty)")
        self.signer.setAccessibleName("Your name in the seal")
        asked = (
            "Passphrase of your key" if self.has_key else "Passphrase for your key (may be empty)"
        )
        self.passphrase = SecretLine(asked)
        self.again = SecretLine("The same passphrase again")
        self.sentence = plain.paragraph(_WHAT)
        self.problem = label("", "problem")
        self.fingerprint = Fingerprint()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.confirm = self._buttons.addButton("Seal", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        self.first = plain.paragraph(_FIRST, "quiet")
        asked = (self.signer, self.first, self.passphrase, self.again)
        for widget in (self.sentence, *asked, self.problem, self.fingerprint):
            box.addWidget(widget)
        self.first.setVisible(not self.has_key)
        self.passphrase.setVisible(self.needs_passphrase or not self.has_key)
        self.again.setVisible(not self.has_key)
        self.problem.hide()
        box.addStretch(1)
        box.addWidget(self._buttons)
        self.resize(520, 0)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for line in (self.passphrase, self.again):
            line.textChanged.connect(self._compare)

    def _compare(self) -> None:
        differ = not self.has_key and self.passphrase.text() != self.again.text()
        self._say(_DIFFER if differ and self.again.text() else "")
        self.confirm.setEnabled(not differ)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def accept(self) -> None:
        """Seal; the dialog stays to show the fingerprint."""
        if not self.confirm.isEnabled():
            return
        self._say("")
        self.confirm.setEnabled(False)
        words = self.signer.text().strip(), self.passphrase.text()
        self._job = SealJob(self._access, *words, self)
        self._job.sealed.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.broke.connect(self._end)
        self._job.start()

    def _show(self, sealed: Sealed) -> None:
        self._end()
        self.sentence.setText(f"The seal is in “{sealed.path.name}”, beside the case. {_TELL}")
        for widget in (self.signer, self.first, self.passphrase, self.again, self.confirm):
            widget.hide()
        self.fingerprint.show_groups(sealed.fingerprint)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.resize(self.width(), 0)

    def _fail(self, sentence: str) -> None:
        self._end()
        self._say(sentence)

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        self.confirm.setEnabled(True)

    def done(self, result: int) -> None:
        """Give up what is under way, let the file go, and keep nothing of what was typed."""
        if self._job is not None:
            self._job.cancel()
        self._end()
        self.passphrase.forget()
        self.again.forget()
        super().done(result)
