"""The dialog for a list: what its rows are, what its columns say, and what would come of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.editors.term import CalmCombo
from viewer.gui.importing.lists.mapping import ROWS, MappingTable
from viewer.gui.importing.lists.model import PlanModel
from viewer.gui.importing.lists.planning import Planning
from viewer.gui.importing.lists.preview import PlanTable
from viewer.gui.labels import label
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.domain.listing.listing import Wish
    from viewer.domain.listing.planned import Planned
    from viewer.sources.tables.reading import ReadTable

_KINDS = {"persons": "a person", "events": "an event"}
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}


class ListDialog(QDialog):
    """Maps the columns of a list, shows what each row becomes, and takes all in as one deed."""

    #: The id of the document that the list is now.
    imported = Signal(str)
    #: The file is wanted as a document, and not as a list.
    document_wanted = Signal()

    def __init__(self, session: Session, read: ReadTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._read = session, read
        self._headings = tuple(cell.text for cell in read.table.headings.cells)
        self.setWindowTitle("Import a list")
        self.what = CalmCombo()
        self.mapping = MappingTable(read.table, list(islice(read.table.rows(), ROWS)))
        self.model = PlanModel(self)
        self.table = PlanTable()
        self.says = label("", "quiet")
        self.details = label("", "quiet", selectable=True)
        self.sentence = label("")
        self.problem = label("", "problem")
        self.only_told = QCheckBox("Only rows with something to look at")
        self.again = QCheckBox("Make once more who or what is in the case already")
        self.as_document = QPushButton("As a document instead…")
        self.cancel = QPushButton("Cancel")
        self.confirm = QPushButton("Import")
        self.planning = Planning(session, read.table, self)
        self._lay_out()
        self._connect()
        self._choose_kind()
        self._show_details()

    def _lay_out(self) -> None:
        for code, words in _KINDS.items():
            self.what.addItem(words, code)
        self.what.setAccessibleName("Each row is")
        self.table.setModel(self.model)
        self.table.setAccessibleName("What the rows become")
        self.as_document.setAutoDefault(False)
        self.confirm.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(self._top())
        layout.addWidget(self.mapping, 1)
        layout.addWidget(self.says)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.details)
        layout.addWidget(self.sentence)
        layout.addLayout(_row(self.only_told, self.again))
        layout.addWidget(self.problem)
        layout.addLayout(self._bottom())
        room = self.screen().availableSize()
        self.resize(min(1000, room.width() - 16), min(720, room.height() - 48))

    def _top(self) -> QHBoxLayout:
        table = self._read.table
        parted = _SEPARATORS.get(table.separator, "ends of lines")
        charset = table.document.extracted_by.rpartition(" ")[2]
        facts = f"{table.document.file_name} · read as {charset} · parted by {parted}"
        told = label(facts, "quiet")
        row = QHBoxLayout()
        row.addWidget(plain.label("Each row is"))
        row.addWidget(self.what)
        row.addSpacing(12)
        row.addWidget(told, 1)
        return row

    def _bottom(self) -> QHBoxLayout:
        row = _row(self.as_document)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        return row

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._match)
        self.mapping.mapped.connect(self.plan)
        self.again.toggled.connect(self.plan)
        self.only_told.toggled.connect(self.model.show_only_told)
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        self.model.modelReset.connect(self._show_details)
        self.planning.went_on.connect(self._on_planned)
        self.planning.ended.connect(self._show_state)
        self.as_document.clicked.connect(self._want_document)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.begin)
        self._session.failed.connect(self._say_problem)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure in the fonts that are really used."""
        super().showEvent(event)
        self.mapping.fit()

    # Choosing, and seeing what would come of it

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        from viewer.domain.listing.listing import Wish

        what = str(self.what.currentData())
        return Wish(what, self.mapping.columns, again=self.again.isChecked())

    def _choose_kind(self) -> None:
        from viewer.domain.listing.columns import likely

        self.what.setCurrentIndex(self.what.findData(likely(self._headings)))
        self._match()

    def _match(self) -> None:
        """Choose the fields of columns by their headings."""
        from viewer.domain.listing.columns import matched

        what = str(self.what.currentData())
        self.mapping.show_columns(what, matched(what, self._headings))
        self.plan()

    def plan(self) -> None:
        """Show what would come of the list as it is mapped now."""
        from viewer.domain.listing.phrases import defaults, lacks

        wish = self.wish
        self._say_problem(lacks(wish.what, wish.columns))
        self.says.setText(" ".join(defaults(wish)))
        self.says.setVisible(bool(self.says.text()))
        self.model.clear()
        self.planning.start(wish)
        self._show_state()

    def _on_planned(self, plans: list[Planned]) -> None:
        is_first = not self.model.plans
        self.model.add(plans)
        if is_first:
            self.table.fit()
        self._show_state()

    def _show_details(self) -> None:
        """Say the whole of what a row of the table has no room for."""
        row = self.table.currentIndex().row()
        is_there = 0 <= row < self.model.rowCount()
        self.details.setText(self.model.details(row) if is_there else "")
        self.details.setVisible(bool(self.details.text()))

    def _show_state(self) -> None:
        from viewer.domain.listing.phrases import counts, number

        plans, what = self.model.plans, str(self.what.currentData())
        if self.planning.is_under_way:
            self.sentence.setText(f"{number(len(plans), 'rows')} so far…")
            self.confirm.setEnabled(False)
            return
        new = sum(plan.item is not None for plan in plans)
        self.sentence.setText(f"{counts(plans, what)}.")
        self.confirm.setText(f"Import {number(new, what)}" if new else "Import")
        self.confirm.setEnabled(bool(new))

    def _say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # Importing

    def begin(self) -> None:
        """Take all in, as one deed that can be undone."""
        from viewer.domain.listing.listing import change_set

        if not self.confirm.isEnabled():
            return
        self._say_problem("")
        read, plans = self._read, self.model.plans
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            case = self._session.case
            made = change_set(case, read.table, read.content, plans, self.wish.what)
            is_done = self._session.do(made)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if is_done:
            self.accept()
            self.imported.emit(self._document_id())

    def _document_id(self) -> str:
        from viewer.domain.listing.taken import same_document

        known = same_document(self._session.case, self._read.table.document)
        return known.id if known is not None else ""

    def _want_document(self) -> None:
        self.reject()
        self.document_wanted.emit()

    def done(self, result: int) -> None:
        """Plan no more, and close."""
        self.planning.stop()
        super().done(result)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
