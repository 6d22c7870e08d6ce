"""The passphrase of the open case: set, changed or removed, with what that does and does not do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.fitting import Fitting, FittingArea
from viewer.gui.labels import label
from viewer.gui.passphrase import NOBODY_CAN
from viewer.gui.passphrase.choosing import ChosenPassphrase
from viewer.gui.passphrase.key_job import KeyJob
from viewer.gui.passphrase.line import SecretLine

if TYPE_CHECKING:
    from viewer.store import Key

_OLD = (
    "Backups and copies made until now stay as they are: {old}. Delete those that must not be "
    "read; on flash drives (SSD, USB) deleted files can often be brought back, unless the whole "
    "drive is encrypted."
)
_READABLE, _WITH_OLD = "readable without a passphrase", "with the passphrase they had"
_REMOVING = (
    "Without a passphrase, whoever has the file can read it: names, testimonies, everything. "
    "The case can then not be locked either."
)
_WRONG = "This is not the passphrase that the case has now. Nothing was changed."


class PassphraseDialog(QDialog):
    """For a case with a passphrase the present one is asked for, whatever is to be done.

    `known` are words that whoever guesses would try first.
    """

    #: The new `Key`, or None for no passphrase.
    wanted = Signal(object)

    def __init__(
        self, key: Key | None, known: Iterable[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._job: KeyJob | None = None
        self.setWindowTitle("Passphrase")
        self.present = SecretLine("Present passphrase")
        self.change = QRadioButton("Change it")
        self.remove = QRadioButton("Remove it")
        self.change.setChecked(True)
        self.chosen = ChosenPassphrase(name="Passphrase" if key is None else "New passphrase")
        words = tuple(known)
        self.chosen.meter.known = lambda: words
        self.warning = plain.paragraph()
        self.old = plain.paragraph(look="quiet")
        self.problem = label("", "problem")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        asked: tuple[QWidget, ...] = (self.present, self.change, self.remove)
        for widget in (*asked, self.warning, self.chosen, self.old):
            inner.addWidget(widget)
        for widget in asked:
            widget.setVisible(self._key is not None)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for widget in (FittingArea(content), self.problem, self._buttons):
            box.addWidget(widget)
        self.resize(520, 0)
        Fitting(self)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.remove.toggled.connect(self._follow)
        self.chosen.changed.connect(self._allow)
        self.present.textChanged.connect(self._allow)

    @property
    def _removes(self) -> bool:
        return self._key is not None and self.remove.isChecked()

    def _follow(self) -> None:
        """Say what the deed means that is chosen."""
        self.chosen.setVisible(not self._removes)
        self.old.setVisible(not self._removes)
        self.warning.setText(_REMOVING if self._removes else NOBODY_CAN)
        self.old.setText(_OLD.format(old=_READABLE if self._key is None else _WITH_OLD))
        names = {True: "Remove the passphrase", False: "Encrypt" if self._key is None else "Change"}
        self.confirm.setText(names[self._removes])
        # Enter, after the present passphrase was typed, does not take it away.
        safe = self._cancel if self._removes else self.confirm
        safe.setDefault(True)
        self._allow()

    def _allow(self) -> None:
        typed = self._removes or self.chosen.first.text()
        self.problem.setText("" if self._removes or not typed else self.chosen.problem)
        self.problem.setVisible(bool(self.problem.text()))
        has_present = self._key is None or bool(self.present.text())
        ready = bool(typed) and has_present and not self.problem.text()
        self.confirm.setEnabled(ready and self._job is None)

    def accept(self) -> None:
        """Make the new key, once it is known that the present passphrase is right."""
        if not self.confirm.isEnabled():
            return
        make = partial(_new_key, self._key, self.present.text(), self._new)
        self._job = KeyJob(make, self)
        self._job.made.connect(self._want)
        self._job.broke.connect(self._end)
        self._allow()
        self._job.start()

    @property
    def _new(self) -> str:
        return "" if self._removes else self.chosen.value

    def _want(self, made: tuple[bool, Key | None]) -> None:
        self._end()
        is_right, key = made
        if not is_right:
            self.problem.setText(_WRONG)
            self.problem.show()
            self.present.setFocus()
            self.present.selectAll()
            return
        super().accept()
        self.wanted.emit(key)

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        self._allow()

    def done(self, result: int) -> None:
        """Keep nothing of what was typed."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.present.forget()
        self.chosen.forget()
        super().done(result)


def _new_key(old: Key | None, present: str, new: str) -> tuple[bool, Key | None]:
    """Return whether the present passphrase is right, and then the new key."""
    from viewer.store import Key

    if old is not None and not old.fits(present):
        return False, None
    return True, Key.new(new) if new else None
