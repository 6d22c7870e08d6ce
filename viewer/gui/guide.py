"""Leads through the case: when a record is shown, every pane shows what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Document
from viewer.gui.browse_pane import BrowsePane
from viewer.gui.kinds import LISTED_KINDS, OVERVIEW
from viewer.gui.navigation import Navigator, Trail
from viewer.gui.pages import PAGES
from viewer.gui.reading import words_of
from viewer.gui.review.state import review_of
from viewer.gui.session import Session
from viewer.gui.workspace import Workspace

if TYPE_CHECKING:
    from viewer.gui.details_pane import DetailsPane
    from viewer.gui.reader_pane import ReaderPane, Reading

#: Milliseconds that the user rests on a record before the reader follows.
_PAUSE = 60


class Guide(QObject):
    """Hears the wishes of the panes and tells the panes what to show."""

    def __init__(
        self,
        session: Session,
        navigator: Navigator,
        workspace: Workspace,
        browse: BrowsePane,
        details: DetailsPane,
        reader: ReaderPane,
    ) -> None:
        super().__init__(browse)
        self._session, self._navigator, self._workspace = session, navigator, workspace
        self._browse, self._details, self._reader = browse, details, reader
        self._reading = False
        #: The record that the reader is to follow to after the pause.
        self._wanted = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._follow)
        browse.chosen.connect(self.go)
        workspace.list_requested.connect(self.go)
        workspace.record_requested.connect(navigator.go_to)
        workspace.passage_requested.connect(self.read)
        workspace.field_requested.connect(details.show_field)
        details.record_requested.connect(navigator.go_to)
        details.passage_requested.connect(self.read)
        reader.record_requested.connect(self._from_reader)
        reader.suggestions_requested.connect(self.review)
        reader.suggesting.chosen.connect(self._show_review)
        review_of(session).made.connect(self._from_reader)
        navigator.record_shown.connect(self._show)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Show the first page of a case that was just opened."""
        self.go(OVERVIEW)
        self._navigator.go_to(self._session.case.case.id)

    def come_back(self, kind: str, trail: Trail, reading: Reading) -> None:
        """Show again what was shown before the case was let go."""
        self._reading = True
        try:
            self._navigator.come_back(trail)
            self.go(kind)
        finally:
            self._reading = False
        self._pause.stop()
        self._wanted = ""
        self._reader.come_back(reading)

    def go(self, kind: str) -> None:
        """Show the list of a kind, the overview, or another page."""
        self._browse.mark(kind)
        if kind == OVERVIEW:
            self._workspace.show_overview()
            return
        if kind in PAGES:
            self._workspace.show_page(kind)
            self._pause.start()
            return
        pane = self._workspace.show_list(kind)
        pane.select(self._navigator.current)
        self._pause.start()

    def visit(self, kind: str) -> None:
        """Show the list of a kind or a page, and give it the keyboard."""
        self.go(kind)
        self._workspace.front.setFocus()

    def review(self, document_id: str) -> None:
        """Suggest what is in a document: its open suggestions above the text, with the keyboard."""
        if not document_id:
            return
        review_of(self._session).begin(document_id)
        self._wanted = ""
        self.go("review")
        self._reader.show()
        self._reader.show_document(document_id)
        self._workspace.front.setFocus()

    def _show_review(self) -> None:
        """Show the list in which a dashed mark was clicked; the text keeps the keyboard."""
        if not self._workspace.shows("review"):
            self.go("review")

    def find(self, record_id: str) -> None:
        """Show a record in its list, where it has one."""
        record = self._session.case.find(record_id)
        if record is not None and record.kind in LISTED_KINDS:
            self.go(record.kind)
        self._navigator.go_to(record_id)

    def read(self, passage_id: str) -> None:
        """Show a passage in its document."""
        self._show_reader()
        self._pause.stop()
        self._reader.show_passage(passage_id)

    def _show_reader(self) -> None:
        if not self._workspace.list_is_shown:
            record = self._session.case.find(self._navigator.current)
            self.go(record.kind if record and record.kind in LISTED_KINDS else "document")
        self._reader.show()

    def _from_reader(self, record_id: str) -> None:
        """Follow a highlight, and leave the text where the user is reading it."""
        self._reading = True
        try:
            self._navigator.go_to(record_id)
        finally:
            self._reading = False

    def _show(self, record_id: str) -> None:
        record = self._session.case.find(record_id) if record_id else None
        if record is None:
            self._details.clear()
            return
        self._details.show_record(record_id)
        if self._workspace.pane is not None:
            self._workspace.pane.select(record_id)
        if not self._reading:
            self._wanted = record_id
            self._pause.start()

    def _follow(self) -> None:
        """Let the reader follow once the user rests on a record: a document can be long."""
        if not self._session.is_open or not self._workspace.list_is_shown:
            return
        record = self._session.case.find(self._wanted) if self._wanted else None
        words = words_of(self._session.case, record) if record is not None else None
        self._wanted = ""
        if isinstance(words, Document):
            self._reader.show_document(words.id)
        elif words is not None:
            self._reader.show_passage(words.id)
        elif not self._reader.document_id:
            self._read_first_document()

    def _read_first_document(self) -> None:
        from viewer.store import ListQuery

        for row in self._session.case.page(ListQuery("document"), limit=1):
            self._reader.show_document(row.id)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if "document" in change_set.kinds:
            self._pause.start()
