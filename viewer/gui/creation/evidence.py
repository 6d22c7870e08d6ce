"""The form for new evidence: which words speak of a record, and of which of its fields."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet, combined, creation
from viewer.domain.ids import new_id
from viewer.domain.records import Evidence, Name, Passage, Record, fields_of
from viewer.domain.text import isolated, shortened
from viewer.domain.titles import title
from viewer.errors import InvalidRecordError
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.creation.words import WordsPicker
from viewer.gui.editors.term import CalmCombo
from viewer.gui.labels import label
from viewer.gui.selection import Selection
from viewer.gui.session import Session
from viewer.store import CaseFile

#: Kinds that are no statement about the world: nothing speaks of them.
_NO_STATEMENTS = (
    *("case", "passage", "evidence", "annotation", "tag", "tagging", "saved_filter", "rejection"),
    *("audience", "decision", "export"),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What words may speak of: a field of a record, or with no field the whole record."""

    record_id: str
    field: str
    label: str


def takes_evidence(kind: str) -> bool:
    """Return whether words can speak of records of a kind."""
    return kind not in _NO_STATEMENTS


def subjects(case: CaseFile, record: Record) -> list[Subject]:
    """Return what words may speak of in a record; the names of a person are part of it."""
    found = [Subject(record.id, "", "As a whole")]
    found += [
        Subject(name.id, "text", f"Name: {isolated(name.text)}")
        for name in case.where(Name, person_id=record.id)
    ]
    fields = (field for field in fields_of(record.kind) if field.spec.editable)
    return [*found, *(Subject(record.id, field.name, field.spec.label) for field in fields)]


class EvidenceDialog(RecordDialog):
    """Ties words of a document to a record, with the passage that they are."""

    left_out: ClassVar[tuple[str, ...]] = ("record_id", "field", "passage_id")

    def __init__(
        self,
        session: Session,
        record: Record,
        parent: QWidget | None = None,
        selection: Selection | None = None,
    ) -> None:
        super().__init__(session, "evidence", parent)
        self.setWindowTitle(f"Words for this {record.labels[0].lower()}")
        self.confirm.setText("Add")
        self.subject = CalmCombo()
        self.subject.setAccessibleName("Field")
        for subject in subjects(session.case, record):
            self.subject.addItem(subject.label, subject)
        self.words = WordsPicker(session)
        name = shortened(title(session.case, record))
        above = (label(name, "subheading"), label("Field", "quiet"), self.subject, self.words)
        for place, widget in enumerate(above):
            self.form.insertWidget(place, widget)
        self.give_room(self.words)
        self.rows["stance"].finished.connect(self._follow_stance)
        self._follow_stance()
        if selection is None or selection.is_empty:
            self._begin(record.id)
        else:
            self.words.take(selection)
        self.resize(620, 700)

    def _follow_stance(self) -> None:
        """Ask what the words say instead where they contradict."""
        self.rows["value"].setVisible(self.rows["stance"].read() == ("contradicts",))

    def _begin(self, record_id: str) -> None:
        """Take the document that speaks of the record already: more is likely to stand there."""
        for evidence in self.session.case.where(Evidence, limit=1, record_id=record_id):
            passage = self.session.case.get(Passage, evidence.passage_id)
            self.words.show_document(passage.document_id)

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that creates passage and evidence."""
        passage, first = self.words.passage()
        subject: Subject = self.subject.currentData()
        tie = {
            "record_id": subject.record_id,
            "field": subject.field,
            "passage_id": passage.id,
        }
        if self.session.case.where(Evidence, limit=1, **tie):
            raise InvalidRecordError("These words are beside this field already.")
        if values["stance"] != "contradicts":
            values["value"] = ""
        self.record_id = new_id()
        evidence = Evidence(id=self.record_id, **tie, **values)
        return combined("Add words", [first, creation(evidence)])
