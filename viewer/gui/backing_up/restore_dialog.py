"""*Restore from backup…*: which backups there are, and what one of them would change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.text import in_own_direction
from viewer.errors import CasefileError
from viewer.gui import plain
from viewer.gui.backing_up.comparing import Comparing
from viewer.gui.backing_up.difference_tree import DifferenceTree
from viewer.gui.backing_up.looking import Comparison, Look, LookJob
from viewer.gui.backing_up.model import BackupsModel, Row, row_of_backup, row_of_former
from viewer.gui.labels import label
from viewer.gui.passphrase.asking import AskedPassphrase
from viewer.gui.passphrase.knocking import Knocking
from viewer.gui.row_table import RowTable
from viewer.store import Access, Key, backups, folder_beside, formers

_SIZE = QSize(820, 640)
_NARROWEST = 130
_FILTER = "Case files (*.casefile);;All files (*)"
_NONE = "There is no backup of this case in that folder. Perhaps you have one elsewhere."
_ASKED = (
    "This backup opens with the passphrase that the case had when it was made: changing the "
    "passphrase later does not change older backups."
)
_KEPT = (
    "The file that is there now is kept beside the restored one, byte for byte: nothing is lost by "
    "trying."
)
_COMPARING = "It is being compared with the case as it is now…"


class _Table(RowTable):
    """Narrow columns side by side, and room at the end."""

    def fit_columns(self) -> None:
        """Give each column what its words need."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        self.resizeColumnsToContents()
        last = header.count() - 1
        room = self.viewport().width() - header.sectionPosition(last)
        header.resizeSection(last, max(room, header.sectionSize(last)))


class RestoreDialog(QDialog):
    """A table of backups; below, what restoring the selected one would do. It changes nothing."""

    #: The `Access` to the backup that is to take the place of the case.
    wanted = Signal(object)

    def __init__(self, present: Access, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = present
        self._keys: dict[Path, Key | None] = {}
        self.setWindowTitle("Restore from backup")
        self._make_widgets(folder or folder_beside(present.path))
        self.model = BackupsModel(_rows(present.path, folder), self)
        self.table.setModel(self.model)
        self.comparing = Comparing(self)
        self._lay_out()
        self._connect()
        self._looking: LookJob | None = None
        self._look([row.path for n in range(self.model.count) if (row := self.model.row(n))])
        self._select(0)
        self._show()

    def _make_widgets(self, folder: Path) -> None:
        name = in_own_direction(self._present.path.name)
        self.heading = plain.paragraph(f"Backups of “{name}”", "subheading")
        self.place = label(f"In {in_own_direction(str(folder))}", "quiet", selectable=True)
        self.table = _Table()
        self.table.setAccessibleName("Backups")
        self.told = plain.paragraph()
        self.told.setAccessibleName("What restoring would do")
        self.asked = AskedPassphrase("Open the backup")
        self.knocking = Knocking(self.asked, self._enter)
        self.tree = DifferenceTree()
        self.kept = plain.paragraph(_KEPT, "quiet")
        self.other = QPushButton("Another file…")
        self.restore = QPushButton("Restore")
        self.restore.setProperty("look", "primary")
        for button in (self.other, self.restore):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.other, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for widget, stretch in (
            *((self.heading, 0), (self.place, 0), (self.table, 2), (self.told, 0)),
            *((self.asked, 0), (self.tree, 3), (self.kept, 0), (buttons, 0)),
        ):
            box.addWidget(widget, stretch)
        box.addStretch(0)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(16, 48)))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.other.clicked.connect(self._ask_file)
        self.restore.clicked.connect(self._want)
        self.comparing.succeeded.connect(self._show_comparison)
        self.comparing.failed.connect(self._show_problem)
        self.comparing.passphrase_needed.connect(self._ask_passphrase)

    @property
    def chosen(self) -> Access | None:
        """The backup that is selected, with the key that opens it as far as that is known."""
        row = self.model.row(self.table.currentIndex().row())
        return self._access(row.path) if row is not None else None

    def _access(self, path: Path) -> Access:
        return Access(path, self._keys.get(path, self._present.key))

    def _look(self, paths: list[Path]) -> None:
        self._looking = LookJob([self._access(path) for path in paths])
        self._looking.looked.connect(self._tell)
        self._looking.start()

    def _tell(self, path: Path, look: Look) -> None:
        self.model.tell(path, look)
        self.table.fit()

    def _select(self, number: int) -> None:
        self.table.setCurrentIndex(self.model.index(number, 0))

    # The one that is selected

    def _show(self) -> None:
        chosen = self.chosen
        self.table.setVisible(bool(self.model.count))
        self.knocking.stop()
        self._say(_COMPARING if chosen is not None else _NONE)
        if chosen is not None:
            self.comparing.begin(self._present, chosen)

    def _say(self, sentence: str, *, is_ready: bool = False, asks: bool = False) -> None:
        """Say what is known of the backup, and offer what can be done with it."""
        self.told.setText(sentence)
        self.asked.setVisible(asks)
        self.tree.setVisible(is_ready and self.tree.topLevelItemCount() > 0)
        self.kept.setVisible(is_ready)
        self.restore.setEnabled(is_ready)

    def _show_comparison(self, found: Comparison) -> None:
        self.tree.show_differences(found.differences)
        self._say(found.sentence, is_ready=True)

    def _show_problem(self, sentence: str) -> None:
        self._say(sentence)

    def _ask_passphrase(self) -> None:
        if (chosen := self.chosen) is not None:
            self.knocking.path = chosen.path
            self._say(_ASKED, asks=True)
            self.asked.setFocus()

    def _enter(self, key: Key) -> str:
        path = self.knocking.path
        try:
            Access(path, key).open().close()
        except CasefileError as error:
            return str(error)
        self._keys[path] = key
        self._look([path])
        self._show()
        return ""

    # Another file, and the end

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, "Restore from", str(self._present.path.parent), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, path: Path) -> None:
        """Select a file, wherever it is."""
        number = self.model.number(path)
        self._look([path])
        self._select(number)
        self._show()

    def _want(self) -> None:
        chosen = self.chosen
        self.accept()
        if chosen is not None:
            self.wanted.emit(chosen)

    def done(self, result: int) -> None:
        """Look no further."""
        if self._looking is not None:
            self._looking.cancel()
        self.comparing.stop()
        self.knocking.stop()
        super().done(result)


def _rows(path: Path, folder: Path | None) -> list[Row]:
    own = [row_of_backup(backup) for backup in backups(path, folder)]
    return own + [row_of_former(former) for former in formers(path)]
