"""“Verify a seal…”: is this case what was sealed, and by whom?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import moments, plain
from viewer.gui.fitting import Fitting
from viewer.gui.labels import label
from viewer.gui.sealing.fingerprint import Fingerprint
from viewer.gui.sealing.jobs import Held, VerifyJob

if TYPE_CHECKING:
    from viewer.store import Access

_NOT_SIGNED = (
    "The signature of this seal is not right: it was changed, or is not of the key that it names. "
    "Believe nothing that it says."
)
_WHOSE = "The signature is right for this key. Compare it with the one that the signer told you:"
_OWN, _OTHER = "It is that key.", "It is another key: that signer did not seal this."


class VerifyDialog(QDialog):
    """Shows that the case is looked at, then what it is to the seal, and whose the seal is."""

    def __init__(self, seal: Path, access: Access, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Verify a seal")
        self._access = access
        self._held: Held | None = None
        self.sentence = plain.paragraph(f"The case is held against “{seal.name}”…")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.signed = plain.paragraph()
        self.fingerprint = Fingerprint()
        self.told = QLineEdit()
        self.told.setPlaceholderText("The signer's fingerprint, to compare")
        self.told.setAccessibleName("The signer's fingerprint, to compare")
        self.told.textChanged.connect(self._compare)
        self.compared = label("")
        self.problems = QPlainTextEdit(readOnly=True)
        self.problems.setAccessibleName("What was found")
        self._lay_out()
        self._job = VerifyJob(seal, access, self)
        self._job.held.connect(self._show)
        self._job.failed.connect(self._say)
        self._job.broke.connect(self.bar.hide)
        self._job.start()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._later = (self.signed, self.told, self.compared, self.problems)
        signer = (self.signed, self.fingerprint, self.told, self.compared)
        for widget in (self.sentence, self.bar, self.problems, *signer, buttons):
            box.addWidget(widget)
        for widget in self._later:
            widget.hide()
        self.resize(520, 0)
        Fitting(self)

    def _say(self, sentence: str) -> None:
        self.bar.hide()
        self.sentence.setText(plain.sentence(sentence))

    def _show(self, held: Held) -> None:
        if held.verdict is None:
            self._say(_NOT_SIGNED)
            return
        from viewer.store import sealing

        self._held = held
        self._show_signer()
        self.problems.setPlainText("\n".join(held.verdict.problems))
        self.problems.setVisible(bool(held.verdict.problems))
        self._say(sealing.said(held.verdict, f"“{self._access.path.name}”"))

    def _show_signer(self) -> None:
        assert self._held is not None
        seal = self._held.seal
        by = f" by one who calls themselves “{seal.signer}”" if seal.signer else ""
        self.signed.setText(f"Sealed {moments.local(seal.at)}{by}. {_WHOSE}")
        self.fingerprint.show_groups(seal.fingerprint)
        self.signed.show()
        self.told.show()

    def _compare(self, written: str) -> None:
        from viewer.store import signing

        assert self._held is not None
        is_it = signing.is_fingerprint(written, self._held.seal.public)
        self.compared.setText(_OWN if is_it else _OTHER)
        self.compared.setProperty("look", "" if is_it else "problem")
        self.compared.style().polish(self.compared)
        self.compared.setVisible(bool(written.strip()))

    def done(self, result: int) -> None:
        """Close only when the case was let go, which is at once."""
        self._job.cancel()
        self._job.wait()
        super().done(result)
