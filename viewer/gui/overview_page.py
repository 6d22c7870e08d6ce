"""The first page of a case: what it is about, how much there is, what happened in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet
from viewer.gui import moments, plain
from viewer.gui.flow import CardGrid
from viewer.gui.icons import icon
from viewer.gui.overview_parts import Beginning, CountCard, LineList
from viewer.gui.session import Session

_CARDS = ("person", "event", "quote", "document", "place", "figure")
#: Lines of the chronology, of the documents and of the history.
_EVENTS, _DOCUMENTS, _DEEDS = 8, 6, 5


class OverviewPage(QScrollArea):
    """Reads a handful of rows of each list; reads them anew after a change."""

    record_requested = Signal(str)
    #: A kind of record whose list is wanted.
    list_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.setProperty("look", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Overview")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = plain.paragraph(look="heading")
        self._reference = plain.label(look="quiet")
        self._summary = plain.paragraph()
        self.cards = {kind: CountCard(kind) for kind in _CARDS}
        self.beginning = Beginning()
        self._events = LineList("Chronology", "All events")
        self._documents = LineList("Documents", "All documents")
        self._history = LineList("Latest changes", "")
        self._connect()
        self.setWidget(self._page())
        session.opened.connect(self._on_changed)
        session.closed.connect(self._forget)
        session.changed.connect(self._on_changed)

    def _connect(self) -> None:
        for kind, card in self.cards.items():
            card.clicked.connect(lambda _=False, kind=kind: self.list_requested.emit(kind))
        for lines, kind in ((self._events, "event"), (self._documents, "document")):
            lines.record_requested.connect(self.record_requested)
            lines.all_requested.connect(lambda kind=kind: self.list_requested.emit(kind))

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("look", "page")
        box = QVBoxLayout(page)
        box.setContentsMargins(22, 20, 22, 22)
        box.setSpacing(16)
        box.addLayout(self._head())
        box.addWidget(self._summary)
        box.addWidget(CardGrid(list(self.cards.values()), 150))
        for part in (self.beginning, self._events, self._documents, self._history):
            box.addWidget(part)
        box.addStretch(1)
        return page

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._reference)
        self.details = QPushButton(icon("edit"), "Case details")
        self.details.clicked.connect(self._show_case)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _show_case(self) -> None:
        self.record_requested.emit(self._session.case.case.id)

    def _forget(self) -> None:
        """Keep no word of a case that was closed."""
        for words in (self._title, self._reference, self._summary):
            words.setText("")
        for lines in (self._events, self._documents, self._history):
            lines.show_lines([])

    def _on_changed(self, _: ChangeSet | None = None) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was shown."""
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Show the case as it is now."""
        if not self._session.is_open:
            return
        from viewer.domain.titles import title

        self._stale = False
        case_file = self._session.case
        case = case_file.case
        self._title.setText(title(case_file, case))
        self._reference.setText(case.reference)
        self._reference.setVisible(bool(case.reference))
        self._summary.setText(case.summary)
        self._summary.setVisible(bool(case.summary))
        for kind, card in self.cards.items():
            card.show_count(case_file.total(kind))
        self._show_lists()

    def _show_lists(self) -> None:
        from viewer.store import ListQuery

        case_file = self._session.case
        events = case_file.page(ListQuery("event"), limit=_EVENTS)
        self._events.show_lines(
            [(row.id, row.cells[0] or "Undated", row.cells[1]) for row in events]
        )
        documents = case_file.page(ListQuery("document"), limit=_DOCUMENTS)
        self._documents.show_lines([(row.id, row.cells[1], row.cells[0]) for row in documents])
        deeds = case_file.history(limit=_DEEDS)
        signed = [moments.deed(e) + (f" – {e.who}" if e.who else "") for e in deeds]
        times = [moments.local(entry.at) for entry in deeds]
        self._history.show_lines([("", *line) for line in zip(times, signed, strict=True)])
        self.beginning.setVisible(not documents and not self._session.read_only)
        self._events.setVisible(bool(events))
        self._documents.setVisible(bool(documents))
