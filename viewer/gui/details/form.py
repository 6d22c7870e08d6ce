"""The fields of one record, each saved on leaving it, each with the words that speak of it."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.changes import combined
from viewer.domain.previewing import NOT_PREVIEWED
from viewer.domain.records import Evidence, Record, fields_of
from viewer.domain.revision import written
from viewer.gui.creation.evidence import takes_evidence
from viewer.gui.details.autosave import Autosave, of_row
from viewer.gui.details.evidence import FieldWords
from viewer.gui.details.field_evidence import FieldEvidence
from viewer.gui.editors.field_row import FieldRow
from viewer.gui.selection import Selection
from viewer.gui.session import Session

#: Shown elsewhere: the text in the reader, the words in the header, the field as a label.
_ELSEWHERE = {
    "document": ("text",),
    "passage": ("exact", "prefix", "suffix", "start", "end"),
    "quote": ("passage_id",),
    "evidence": ("field",),
}

#: What was typed and is no value yet, by record and field.
Drafts = dict[tuple[str, str], Any]


class RecordForm(QWidget):
    """A form made from the fields of a record's kind."""

    record_requested = Signal(str)
    passage_requested = Signal(str)

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
        self._record = record
        self._drafts = drafts
        self.rows: dict[str, FieldRow] = {}
        self.evidence: dict[str, FieldEvidence] = {}
        self._autosave = Autosave(session, self)
        #: Fields that were saved while they were typed in, and not left since.
        self._unjudged: set[str] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for field in fields_of(record.kind):
            if field.name not in self._left_out(record.kind):
                layout.addWidget(self._row(field.name, FieldRow(field, session)))
        self._show(record)
        self._restore_drafts()
        self._autosave.look()

    def _left_out(self, kind: str) -> Collection[str]:
        elsewhere = _ELSEWHERE.get(kind, ())
        return {*elsewhere, *NOT_PREVIEWED} if self._session.is_preview else elsewhere

    def _row(self, name: str, row: FieldRow) -> FieldRow:
        self.rows[name] = row
        row.set_read_only(self._session.read_only or not row.field.spec.editable)
        row.finished.connect(lambda: self.save(name))
        self._autosave.watch(of_row(self._record.id, row, self.save_typed))
        row.record_requested.connect(self.record_requested)
        takes_words = takes_evidence(self._record.kind) and row.field.spec.editable
        selection = self._selection if takes_words else None
        found = self.evidence[name] = FieldEvidence(self._session, self._record, row, selection)
        found.passage_requested.connect(self.passage_requested)
        found.record_requested.connect(self.record_requested)
        return row

    def show_record(self, record: Record) -> None:
        """Show the record as it is now, without touching what is being typed."""
        self._show(record)
        for name, row in self.rows.items():
            if not row.is_changed:
                self._drafts.pop((record.id, name), None)
        self._autosave.look()

    def _show(self, record: Record) -> None:
        self._record = record
        for name, row in self.rows.items():
            row.show_value(getattr(record, name))

    def show_evidence(self, found: dict[str, FieldWords]) -> None:
        """Show the evidence of each field beside it, and how the field stands by it."""
        for evidence in self.evidence.values():
            evidence.show_evidence(self._record, found)

    @property
    def focused(self) -> FieldEvidence | None:
        """What speaks of the field in which the keyboard is."""
        focused = self.window().focusWidget()
        within = (name for name, row in self.rows.items() if focused and row.isAncestorOf(focused))
        return self.evidence.get(next(within, ""))

    def save_typed(self, name: str) -> None:
        """Save a field in which one may type on: no words are held against half a value."""
        self.save(name, is_left=False)

    def save(self, name: str, *, is_left: bool = True) -> None:
        """Save one field, if it holds something new and that is a value."""
        row = self.rows[name]
        if self._session.read_only or not row.field.spec.editable:
            return
        if self._session.case.find(self._record.id) is None:
            return  # deleted while the field had the keyboard
        read = row.read()
        if read is None:
            self._drafts[self._record.id, name] = row.editor.draft()
            return
        self._drafts.pop((self._record.id, name), None)
        if read[0] != getattr(self._record, name) or (is_left and name in self._unjudged):
            self._write(row, read[0], is_left)
        elif row.is_changed:
            row.show_value(read[0])  # written meanwhile, by another way

    def _write(self, row: FieldRow, value: Any, is_left: bool) -> None:
        name = row.field.name
        label = f"Edit {self._record.labels[0].lower()}: {row.field.spec.label}"
        problems: list[str] = []
        self._session.failed.connect(problems.append)
        case = self._session.case
        evidence = case.where(Evidence, record_id=self._record.id, field=name) if is_left else ()
        change = written(case, self._record, row.field, value, evidence)
        made = combined(label, [row.editor.additions(), change])
        done = self._session.do(made, is_typed=True)
        self._session.failed.disconnect(problems.append)
        if done:
            (self._unjudged.discard if is_left else self._unjudged.add)(name)
            # Not only the field: an annotation notes when it was changed.
            self._record = case.get(type(self._record), self._record.id)
            row.show_value(value)
        elif problems:
            self._drafts[self._record.id, name] = row.editor.draft()
            row.problem.setText(problems[0])
            row.problem.show()

    def save_pending(self) -> None:
        """Save every field that was changed and not left yet."""
        self._autosave.write()
        for name, row in self.rows.items():
            if row.is_changed or name in self._unjudged:
                self.save(name)
        self._autosave.look()

    def _restore_drafts(self) -> None:
        for name, row in self.rows.items():
            draft = self._drafts.get((self._record.id, name))
            if draft is not None:
                row.editor.set_draft(draft)
                row.read()
