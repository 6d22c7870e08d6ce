"""The import dialog: which files, what is known of each, and into the case with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.gui.importing.entry import Entry
from viewer.gui.importing.form import EntryForm
from viewer.gui.importing.job import ReadJob
from viewer.gui.importing.model import EntryModel
from viewer.gui.importing.phrases import import_words, sentence
from viewer.gui.importing.table import FileTable
from viewer.gui.importing.taking import Taking
from viewer.gui.importing.writing import KnownBytes, first_values
from viewer.gui.labels import label
from viewer.gui.row_table import SELECT
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.sources.reading import Source

_STOPPED = "Reading stopped, because of a fault in the program; nothing was changed."


class ImportDialog(QDialog):
    """Reads files beside the window, asks for what they do not say, and imports those wanted."""

    #: The ids of the documents that were imported, and whether suggestions are wanted.
    imported = Signal(object, bool)

    def __init__(
        self,
        session: Session,
        paths: list[Path],
        parent: QWidget | None = None,
        *,
        left_out: int = 0,
    ) -> None:
        super().__init__(parent)
        self._session = session
        #: Files of a folder that are no documents, and do not stand in the table.
        self._left_out = left_out
        self._known = KnownBytes()
        self.setWindowTitle("Import documents")
        self.model = EntryModel(paths, self)
        self.table = FileTable()
        self.form = EntryForm(session, is_wide=len(paths) < 2)
        self.progress = QProgressBar()
        self.sentence = label("", "quiet")
        self.problem = label("", "problem")
        self.problem.hide()
        self.by_file_name = QPushButton("Use the file's name where there is no title")
        self.suggest = QCheckBox("Then look for persons, events and quotes in it")
        self.cancel = QPushButton("Cancel")
        self.confirm = QPushButton("Import")
        self._lay_out()
        self.job = ReadJob(paths, self)
        self.taking = Taking(session, self)
        self._connect()
        self._go_to(0)
        self._show_state()
        self.job.start()

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Files")
        self.model.dataChanged.connect(self.table.fit)
        self.table.setVisible(len(self.model.entries) > 1)
        self.suggest.setChecked(True)
        self.by_file_name.setAutoDefault(False)
        self.confirm.setDefault(True)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.form)
        split.setSizes([480, 460])
        lower = QHBoxLayout()
        lower.addWidget(self.suggest, 1)
        lower.addWidget(self.cancel)
        lower.addWidget(self.confirm)
        told = QHBoxLayout()
        told.addWidget(self.sentence, 1)
        told.addWidget(self.by_file_name)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(split, 1)
        layout.addWidget(self.progress)
        layout.addLayout(told)
        layout.addWidget(self.problem)
        layout.addLayout(lower)
        room = self.screen().availableSize()
        self.resize(min(1000, room.width() - 16), min(720, room.height() - 48))

    def _connect(self) -> None:
        self.job.read.connect(self._on_read)
        self.job.refused.connect(self._on_refused)
        self.job.ended.connect(self._on_all_read)
        self.job.broke.connect(self._break)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.model.dataChanged.connect(self._show_state)
        self.form.edited.connect(self._on_edited)
        self.by_file_name.clicked.connect(self._name_by_file)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.begin)
        self.taking.taken.connect(self._on_taken)
        self.taking.ended.connect(self._finish)
        self.taking.refused.connect(self._give_up)
        self._session.failed.connect(self._say_problem)

    @property
    def current(self) -> Entry | None:
        """The file that is looked at."""
        row = self.table.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    # Reading

    def _on_read(self, number: int, source: Source) -> None:
        entry = self.model.entries[number]
        entry.source, entry.values = source, first_values(source)
        entry.known = self._known.says(self._session.case, entry, source)
        self._touch(number)

    def _on_all_read(self) -> None:
        """Begin with a file that something can be said of, unless another was gone to."""
        self._show_state()
        is_first = self.table.currentIndex().row() == 0
        if is_first and self.current is not None and not self.current.is_open:
            opened = (n for n, entry in enumerate(self.model.entries) if entry.is_open)
            self._go_to(next(opened, 0))
        if self.table.isHidden():
            self.form.begin()

    def _on_refused(self, number: int, sentence: str) -> None:
        self.model.entries[number].problem = sentence
        self._touch(number)

    def _touch(self, number: int) -> None:
        self.model.touch(number)
        if self.model.entries[number] is self.current:
            self.form.show_entry(self.current)

    def _break(self) -> None:
        for number, entry in enumerate(self.model.entries):
            if entry.state == "waiting":
                self._on_refused(number, _STOPPED)

    # Looking at one, and saying what it is

    def _go_to(self, row: int) -> None:
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), SELECT)
        self.form.show_entry(self.current)

    def _on_current(self, _current: QModelIndex, previous: QModelIndex) -> None:
        if not self.form.is_whole and previous.isValid():
            QTimer.singleShot(0, self, lambda: self._go_to(previous.row()))
            return
        self.form.show_entry(self.current)

    def _on_edited(self) -> None:
        self.model.touch(self.table.currentIndex().row())

    def _name_by_file(self) -> None:
        """Take the file's own name for a title: a name that somebody gave, not a made one."""
        for entry in self.model.entries:
            if entry.state == "untitled":
                entry.values["title"] = entry.path.stem
        self.model.touch_all()
        self.form.show_entry(self.current)

    # What is said

    def _show_state(self) -> None:
        entries = self.model.entries
        waiting = sum(entry.state == "waiting" for entry in entries)
        wanted = self.model.wanted
        untitled = sum(entry.state == "untitled" for entry in wanted)
        self._show_progress(waiting)
        self.by_file_name.setVisible(bool(untitled) and not waiting)
        self.sentence.setText(sentence(entries, untitled, self._left_out))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.confirm.setText(import_words(len(wanted)))
        self.confirm.setEnabled(bool(wanted) and not (waiting or untitled or self.taking.total))

    def _show_progress(self, waiting: int) -> None:
        """Show how many files were read, and later how many were imported."""
        importing, total = self.taking.total, len(self.model.entries)
        self.progress.setRange(0, importing or total)
        self.progress.setValue(self.taking.done if importing else total - waiting)
        self.progress.setVisible(bool(waiting or importing))
        self.progress.setAccessibleName("Documents imported" if importing else "Files read")

    def _say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # Importing

    def begin(self) -> None:
        """Import what is wanted, one document after the other, each a deed of its own."""
        if not self.form.is_whole:
            return
        self._say_problem("")
        self._allow(False)
        self.taking.start(self.model.wanted)
        self._show_state()

    def _allow(self, allowed: bool) -> None:
        for part in (self.table, self.form, self.suggest, self.by_file_name):
            part.setEnabled(allowed)

    def _on_taken(self, entry: Entry) -> None:
        self.model.touch(self.model.entries.index(entry))

    def _give_up(self) -> None:
        """Stay open, with the sentence that says why the case could not take it."""
        self._allow(True)
        self._show_state()

    def _finish(self) -> None:
        ids = [entry.document_id for entry in self.model.entries if entry.document_id]
        self.imported.emit(ids, self.suggest.isChecked())
        super().accept()

    def reject(self) -> None:
        """Stop what is under way; documents that are imported already stay, and can be undone."""
        self.taking.stop()
        self.done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """End all work before closing."""
        self.job.cancel()
        self.job.wait()
        super().done(result)
