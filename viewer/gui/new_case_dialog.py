"""Asks for the title of a new case, its passphrase, and where its file shall be."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import plain
from viewer.gui.fitting import Fitting, FittingArea
from viewer.gui.labels import label
from viewer.gui.passphrase import NOBODY_CAN
from viewer.gui.passphrase.optional import OptionalPassphrase

_SUFFIX = ".casefile"
#: What some file system or shell would not take in a name.
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*\u2066-\u2069\u202a-\u202e]+')
_OPEN_TO_ALL = (
    "Without a passphrase, whoever has the file can read all of it: on a lost laptop, a USB stick, "
    "or in the mail. You can set one later."
)
_HINT = "The name of the file can be read by anybody who sees it, so it need not be the title."


class NewCaseDialog(QDialog):
    """The file's name follows the title until the user chooses another."""

    #: The path, the title, and the passphrase; "" for none.
    wanted = Signal(object, str, str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New case")
        self._folder = folder
        self.title = QLineEdit()
        self.title.setPlaceholderText("What the case is about")
        self.file = QLineEdit()
        self.passphrase = OptionalPassphrase("&Protect with a passphrase")
        self.passphrase.wanted.setChecked(True)
        self.passphrase.chosen.meter.known = lambda: (self.title.text(), self.path.stem)
        self._meaning = plain.paragraph(look="quiet")
        self._problem = label("", "problem")
        self._follows = True
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._create = self._buttons.addButton("Create", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._on_title("")

    def _lay_out(self) -> None:
        browse = QPushButton("Browse…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.addRow("&Title", self.title)
        file_label = QLabel("&File")
        file_label.setBuddy(self.file)
        form.addRow(file_label, place)
        for line, name in ((self.title, "Title"), (self.file, "File")):
            line.setAccessibleName(name)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addLayout(form)
        for widget in (plain.paragraph(_HINT, "quiet"), self.passphrase, self._meaning):
            inner.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        for part in (FittingArea(content), self._problem, self._buttons):
            box.addWidget(part)
        self.resize(560, 0)
        Fitting(self)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.title.textChanged.connect(self._on_title)
        self.file.textEdited.connect(self._on_file)
        self.passphrase.changed.connect(self._allow)

    @property
    def path(self) -> Path:
        """The path that the user wants, with its suffix."""
        path = Path(self.file.text().strip()).expanduser()
        path = path if path.is_absolute() else self._folder / path
        return path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)

    def accept(self) -> None:
        """Say what is wanted."""
        if self._create.isEnabled():
            self.wanted.emit(self.path, self.title.text().strip(), self.passphrase.value)
            super().accept()

    def done(self, result: int) -> None:
        """Keep nothing of the passphrase."""
        self.passphrase.forget()
        super().done(result)

    def _on_title(self, title: str) -> None:
        if self._follows:
            self.file.setText(str(free(self._folder, file_name(title))))
        self._allow()

    def _allow(self) -> None:
        is_named = bool(self.title.text().strip() and self.file.text().strip())
        problem = self.passphrase.problem
        self._create.setEnabled(is_named and not problem)
        self._meaning.setText(NOBODY_CAN if self.passphrase.wanted.isChecked() else _OPEN_TO_ALL)
        # Not before something was typed: nobody likes to be blamed for what they did not do yet.
        self._problem.setText(problem if self.passphrase.again.text() else "")
        self._problem.setVisible(bool(self._problem.text()))

    def _on_file(self) -> None:
        self._follows = False
        self._on_title(self.title.text())

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Where to keep the case", str(self.path))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"Case files (*{_SUFFIX})")
        dialog.setDefaultSuffix(_SUFFIX[1:])
        # An existing file is never written over; the message about it comes from the case file.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.file.setText(name)
        self._on_file()


def file_name(title: str) -> str:
    """Return a file name without suffix that any system takes, made from a title."""
    fit = " ".join(_UNFIT.sub(" ", title).split()).strip(". ")
    # 255 bytes is the least that file systems allow; numbers and suffix need some of them.
    return fit.encode()[:200].decode(errors="ignore").strip() or "New case"


def free(folder: Path, stem: str) -> Path:
    """Return the path of a case file that is not there yet, numbered if need be."""
    path, number = folder / f"{stem}{_SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{_SUFFIX}", number + 1
    return path
