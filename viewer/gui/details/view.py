"""One record in the details pane, put together from its parts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.records import Document, Person, Record
from viewer.gui.creation.evidence import EvidenceDialog, takes_evidence
from viewer.gui.details.custody import CustodySection
from viewer.gui.details.evidence import EvidenceLinks, joined, words_by_field
from viewer.gui.details.field_menu import offer_fields
from viewer.gui.details.form import Drafts, RecordForm
from viewer.gui.details.header import Header
from viewer.gui.details.history import HistorySection
from viewer.gui.details.names import NamesSection
from viewer.gui.details.notes import NotesSection
from viewer.gui.details.protection import Protection
from viewer.gui.details.section import Section, TieSection
from viewer.gui.details.tags import TagsRow
from viewer.gui.details.ties import FIRST, Group, ties_of
from viewer.gui.editors.base import Editor
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.selection import Selection
from viewer.gui.session import Session

#: Enough for "show more": beyond it, lists serve better.
_ALL = 1000
_READ_ONLY = "This case is open read-only: nothing can be changed."
_PREVIEW = "This is a preview: nothing can be changed."


class RecordView(QWidget):
    """Header, fields, names, evidence, ties and history of one record."""

    record_requested = Signal(str)
    passage_requested = Signal(str)
    deletion_requested = Signal()

    def __init__(
        self,
        session: Session,
        record: Record,
        drafts: Drafts,
        selection: Selection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._selection = session, selection
        self._kind = type(record)
        self.record_id = record.id
        self._groups: list[Group] = []
        self._most = FIRST
        self.can_add_words = takes_evidence(record.kind) and not session.read_only
        self.header = Header()
        self.tags = TagsRow(session, record.id, record.kind)
        self.form = RecordForm(session, record, drafts, selection)
        self.protection = Protection(session, self.form) if "protection" in self.form.rows else None
        self.names = NamesSection(session, record.id) if isinstance(record, Person) else None
        self.whole = Section("Words that speak of it")
        self._whole_links = EvidenceLinks(session)
        self._add_words = LinkLine("Add words…", icon_name="add")
        for widget in (self._whole_links, self._add_words):
            self.whole.body.addWidget(widget)
        self._add_words.setVisible(self.can_add_words)
        self.whole.setFocusProxy(self._add_words)
        self.notes = NotesSection(session, record)
        self._ties = QVBoxLayout()
        self._ties.setSpacing(6)
        is_document = isinstance(record, Document)
        self.custody = CustodySection(session, record.id) if is_document else None
        self.history = HistorySection(session, record.id)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(12)
        layout.addWidget(self.header)
        layout.addWidget(self.tags)
        if self._session.read_only:
            layout.addWidget(label(_PREVIEW if self._session.is_preview else _READ_ONLY, "quiet"))
        if self.names is not None:
            layout.addWidget(self.names)
        for widget in (self.form, self.whole, self.notes):
            layout.addWidget(widget)
        layout.addLayout(self._ties)
        for fold in (self.custody, self.history):
            if fold is not None:
                layout.addWidget(fold)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.header.deletion_requested.connect(self.deletion_requested)
        self._add_words.clicked.connect(self.add_words)
        self.tags.record_requested.connect(self.record_requested)
        self.notes.record_requested.connect(self.record_requested)
        for part in (self.header, self.form, self._whole_links, self.names):
            if part is not None:
                part.record_requested.connect(self.record_requested)
                part.passage_requested.connect(self.passage_requested)

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        editor = next(iter(self.form.rows.values())).editor
        return editor.focusProxy() or editor

    @property
    def editors(self) -> dict[str, Editor]:
        """Where one types: the fields by their names, the names of a person by their ids."""
        fields = {name: row.editor for name, row in self.form.rows.items()}
        return fields if self.names is None else fields | self.names.editors

    def refresh(self) -> None:
        """Show the record and its ties as they are now, keeping what is being typed."""
        if not self._session.is_open:
            return
        record = self._session.case.find(self.record_id)
        if record is None:
            return
        self.header.show_record(self._session, record)
        self.tags.refresh()
        self.form.show_record(record)
        if self.protection is not None:
            self.protection.show_record(record)
        if self.names is not None:
            self.names.refresh()
        self._show_evidence()
        self.notes.refresh()
        self._show_ties(record)
        for fold in (self.custody, self.history):
            if fold is not None:
                fold.refresh()

    def add_words(self) -> None:
        """Ask for words that speak of the record."""
        self.save_pending()
        record = self._session.case.find(self.record_id)
        if record is not None and self.can_add_words:
            dialog = EvidenceDialog(self._session, record, self.window(), self._selection)
            dialog.exec()
            dialog.deleteLater()

    def use_selected(self) -> None:
        """Tie the words selected in the reader to the field in use, or to one that is chosen."""
        self.save_pending()
        record = self._session.case.find(self.record_id)
        if record is None or not self.can_add_words:
            return
        focused = self.form.focused
        if focused is not None and focused.add is not None:
            focused.add_selected()
        elif self._selection is not None:
            offer_fields(self._session, record, self._selection, self)

    def show_field(self, name: str) -> QWidget | None:
        """Give the keyboard to a field; return it, or None where there is no such field."""
        row = self.form.rows.get(name)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def save_pending(self) -> None:
        """Save what was typed and not left yet."""
        self.tags.save_pending()
        self.form.save_pending()
        if self.names is not None:
            self.names.save_pending()

    def _show_evidence(self) -> None:
        found = words_by_field(self._session.case, self.record_id)
        self.form.show_evidence(found)
        others = (words for name, words in found.items() if name not in self.form.rows)
        whole = joined(others)
        self._whole_links.show_words(whole)
        self.whole.setVisible(bool(whole.total) or self.can_add_words)

    def _show_ties(self, record: Record) -> None:
        groups = ties_of(self._session.case, record, self._most)
        if groups == self._groups:
            return
        self._groups = groups
        while (item := self._ties.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for group in groups:
            self._ties.addWidget(self._section(group))

    def _section(self, group: Group) -> TieSection:
        section = TieSection(group)
        section.record_requested.connect(self.record_requested)
        section.passage_requested.connect(self.passage_requested)
        section.more_requested.connect(self._show_all)
        return section

    def _show_all(self) -> None:
        self._most = _ALL
        self.refresh()
