"""The notes on a record and on the words that speak of it; of a note itself, how it reads."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.records import Annotation, Evidence, Passage, Quote, Record
from viewer.gui.annotations.marking import note_on
from viewer.gui.annotations.note_menu import remove, show_menu
from viewer.gui.annotations.note_text import NoteView
from viewer.gui.details.section import Section
from viewer.gui.emptying import empty
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.reader.margin_card import Level, MarginCard
from viewer.gui.reader.margin_notes import MarginNote, MarginNotes
from viewer.gui.session import Session
from viewer.gui.wrapping import be_as_high_as_needed

#: What a note says nothing about.
_UNNOTED = ("annotation", "tagging", "saved_filter", "rejection", "audience", "decision", "export")
#: Notes that are shown, and passages of a record whose notes are looked for.
_MOST, _PASSAGES = 60, 100


class NotesSection(Section):
    """Lists notes, each of which leads to itself, and takes one more."""

    record_requested = Signal(str)

    def __init__(self, session: Session, record: Record, parent: QWidget | None = None) -> None:
        is_note = isinstance(record, Annotation)
        super().__init__("How it reads" if is_note else "Notes", parent)
        self._session, self._record_id = session, record.id
        self._notes = MarginNotes(session)
        self._shown: tuple[list[MarginNote], list[MarginNote]] | None = None
        self.rows: list[NoteRow] = []
        self.preview = NoteView()
        self.preview.setAccessibleName("The note as it reads")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add = LinkLine("Add note…", icon_name="annotation")
        self.add.clicked.connect(self.add_note)
        self.body.addWidget(self.preview)
        self.preview.setVisible(is_note)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.add)
        # Only now: shown before it stands anywhere, it would be a window for a moment.
        self.can_add = record.kind not in _UNNOTED and not session.read_only
        self.add.setVisible(self.can_add)
        self.setFocusProxy(self.add)

    def refresh(self) -> None:
        """Show the notes as they are in the case."""
        record = self._session.case.find(self._record_id)
        if isinstance(record, Annotation):
            self.preview.show_note(record.body)
            self.setVisible(bool(record.body))
        elif record is not None:
            self._show_notes(record)

    def add_note(self) -> None:
        """Ask for a note on the record."""
        record = self._session.case.find(self._record_id)
        if record is not None:
            note_on(self._session, record, self.window())

    def _show_notes(self, record: Record) -> None:
        self._notes.forget()
        found = self._on([record.id]), self._on(_passages_of(self._session, record))
        if found != self._shown:
            self._shown = found
            had_focus = any(row.hasFocus() for row in self.rows)
            self._fill(*found)
            if had_focus:
                (self.rows[0] if self.rows else self.add).setFocus()
        self.setVisible(bool(self.rows) or self.can_add)

    def _on(self, ids: list[str]) -> list[MarginNote]:
        case = self._session.case
        on_them = (a for id in ids for a in case.where(Annotation, limit=_MOST, target_id=id))
        notes = (self._notes.get(annotation.id) for annotation in on_them)
        return [note for note in notes if note is not None][:_MOST]

    def _fill(self, own: list[MarginNote], on_words: list[MarginNote]) -> None:
        empty(self._lines)
        self.rows = [self._row(note) for note in (*own, *on_words)]
        for row in self.rows[: len(own)]:
            self._lines.addWidget(row)
        if on_words:
            self._lines.addWidget(label("On its words", "quiet"))
        for row in self.rows[len(own) :]:
            self._lines.addWidget(row)

    def _row(self, note: MarginNote) -> NoteRow:
        row = NoteRow(note)
        row.clicked.connect(lambda: self.record_requested.emit(note.id))
        row.deletion_requested.connect(lambda: remove(self._session, note.id))
        row.customContextMenuRequested.connect(
            lambda at: show_menu(self._session, note.id, self, row.mapToGlobal(at))
        )
        return row


class NoteRow(MarginCard):
    """A note as it stands beside the text, in a list of its own."""

    def __init__(self, note: MarginNote) -> None:
        super().__init__()
        self.show_note(note)
        self.level = Level.FULL
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        be_as_high_as_needed(self)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole note."""
        return ceil(self.height_at(Level.FULL, width))

    def sizeHint(self) -> QSize:
        """Return the room that it would like to have."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """Return the room that it needs."""
        return QSize(120, ceil(self.height_at(Level.LINE, 120)))


def _passages_of(session: Session, record: Record) -> list[str]:
    """Return the passages that speak of a record, without itself."""
    case = session.case
    evidence = case.where(Evidence, limit=_PASSAGES, record_id=record.id)
    ids = [each.passage_id for each in evidence]
    if isinstance(record, Quote):
        ids.insert(0, record.passage_id)
    if isinstance(record, Passage):
        ids = []
    return list(dict.fromkeys(ids))
