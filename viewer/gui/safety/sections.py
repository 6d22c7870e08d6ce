"""The parts of the dialog: each shows what was chosen, and writes down what is chosen now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import plain
from viewer.gui.safety.clearing import CLEARS, REMAINS, clear_traces
from viewer.gui.settings import Settings

_MINUTES = {0: "Never", **{n: f"After {n} minutes" for n in (2, 5, 10, 15, 30, 60)}}
_MINUTES[1] = "After 1 minute"
_KEPT = (3, 5, 10, 20)
_LOCKS = "Only a case with a passphrase can be locked. Ctrl+L locks it at once."
_BACKUPS = (
    "The last five stay, one of each day for a week, and one of each week for a month. A backup "
    "is encrypted as its case is. One that lies on another disk outlives this one; whoever finds "
    "it learns that there is a case."
)
_TRACES = "What is not to be remembered is gone from the disk at once."
_INDENT = 22


class Section(QWidget):
    """A heading, and below it the choices."""

    def __init__(self, heading: str, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(7)
        self.column.addWidget(plain.label(heading, "subheading"))

    def keep(self) -> None:
        """Write down what is chosen."""
        raise NotImplementedError


class Locking(Section):
    """After how long a case is locked."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("Locking", settings)
        chosen = settings.lock_minutes
        values = sorted({*_MINUTES, chosen}, key=lambda minutes: (minutes == 0, minutes))
        named = {n: _MINUTES.get(n, f"After {n} minutes") for n in values}
        self.minutes = _choice("Lock a case", named, chosen)
        self.column.addLayout(_row("&Lock a case that nobody touches", self.minutes))
        self.column.addWidget(plain.paragraph(_LOCKS, "quiet"))

    def keep(self) -> None:
        """Write down what is chosen."""
        self._settings.lock_minutes = int(self.minutes.currentData())


class Backups(Section):
    """Whether backups are made, where, and how many are kept."""

    #: Another folder is chosen.
    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__("Backups", settings)
        self.makes = QCheckBox("Make &backups without being asked")
        self.makes.setChecked(settings.makes_backups)
        self.beside = QRadioButton("B&eside the case")
        self.apart = QRadioButton("In this &folder:")
        folder = settings.backups_folder
        (self.beside if folder is None else self.apart).setChecked(True)
        self.folder = QLineEdit(str(folder) if folder is not None else "")
        self.folder.setAccessibleName("Folder for backups")
        self.browse = QPushButton("Choose…")
        self.browse.setAutoDefault(False)
        kept = sorted({*_KEPT, settings.backups_kept})
        named = {number: f"At most {number}" if number > 1 else "The last one" for number in kept}
        self.kept = _choice("Backups kept of a case", named, settings.backups_kept)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.addWidget(self.makes)
        place = QHBoxLayout()
        place.addWidget(self.apart)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        below = QVBoxLayout()
        below.setContentsMargins(_INDENT, 0, 0, 0)
        below.addWidget(self.beside)
        below.addLayout(place)
        below.addLayout(_row("&Kept of each case", self.kept))
        self.column.addLayout(below)
        self.column.addWidget(plain.paragraph(_BACKUPS, "quiet"))

    def _connect(self) -> None:
        self.apart.toggled.connect(self._allow)
        self.makes.toggled.connect(self._allow)
        self.apart.toggled.connect(self.changed)
        self.folder.textChanged.connect(self.changed)
        self.browse.clicked.connect(self._browse)
        self._allow()

    def _allow(self) -> None:
        # A backup that is asked for goes to the same place, so that stays open.
        for part in (self.folder, self.browse):
            part.setEnabled(self.apart.isChecked())

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Folder for backups", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    @property
    def problem(self) -> str:
        """What is to be said of the folder, if it cannot be used."""
        place = Path(self.folder.text().strip())
        if self.beside.isChecked() or (place.is_absolute() and place.is_dir()):
            return ""
        return "Choose a folder for backups that is there, or keep them beside the case."

    def keep(self) -> None:
        """Write down what is chosen."""
        apart = Path(self.folder.text().strip()) if self.apart.isChecked() else None
        self._settings.makes_backups = self.makes.isChecked()
        self._settings.backups_folder = apart
        self._settings.backups_kept = int(self.kept.currentData())


class Traces(Section):
    """What is remembered of the work outside the case, and how to forget it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("Traces on this computer", settings)
        self.recent = QCheckBox("Remember the cases o&pened last")
        self.states = QCheckBox("Remember &windows, panes and lists as they were left")
        self.crash_log = QCheckBox("Keep a c&rash log, which holds no word of a case")
        self.recent.setChecked(settings.keeps_recent)
        self.states.setChecked(settings.keeps_states)
        self.crash_log.setChecked(settings.keeps_crash_log)
        self.clear = QPushButton("&Clear all traces now")
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self._clear)
        self.outcome = plain.paragraph()
        self._lay_out()

    def _lay_out(self) -> None:
        for box in (self.recent, self.states, self.crash_log):
            self.column.addWidget(box)
        self.column.addWidget(plain.paragraph(_TRACES, "quiet"))
        row = QHBoxLayout()
        row.addWidget(self.clear)
        row.addWidget(self.outcome, 1)
        self.column.addLayout(row)
        self.column.addWidget(plain.paragraph(CLEARS, "quiet"))
        self.column.addWidget(plain.paragraph(REMAINS, "quiet"))

    def _clear(self) -> None:
        self.outcome.setText(clear_traces(self._settings))

    def keep(self) -> None:
        """Write down what is chosen; raises `OSError` where the crash log cannot be switched."""
        self._settings.keeps_recent = self.recent.isChecked()
        self._settings.keeps_states = self.states.isChecked()
        if self.crash_log.isChecked() != self._settings.keeps_crash_log:
            self._settings.keeps_crash_log = self.crash_log.isChecked()


def _choice(name: str, named: dict[int, str], chosen: int) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, words in named.items():
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _row(words: str, box: QComboBox) -> QHBoxLayout:
    label = plain.label(words)
    label.setBuddy(box)
    row = QHBoxLayout()
    row.addWidget(label)
    row.addWidget(box)
    row.addStretch(1)
    return row
