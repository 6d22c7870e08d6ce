"""Gathers the records that a list becomes, each value with the words of its cell."""

from collections.abc import Iterable

from viewer.domain.changes import Change, ChangeSet, Content
from viewer.domain.documents import passage_at
from viewer.domain.ids import new_id
from viewer.domain.listing.table import Cell, Table
from viewer.domain.listing.taken import same_document
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Document, Evidence, Passage, Record, Tag, Tagging
from viewer.domain.tags import clean_label
from viewer.domain.text import folded

_ORDER = {kind: number for number, kind in enumerate(KINDS)}


class Making:
    """One change set of all rows; the document comes along unless the case has it."""

    def __init__(self, case: CaseReader, table: Table) -> None:
        self._records: list[Record] = []
        known = same_document(case, table.document)
        self._document = known or self._add(table.document)
        passages = case.passages(known.id) if known else ()
        self._passages = {(passage.start, passage.end): passage for passage in passages}
        self._tags = {folded(tag.label): tag.id for tag in case.all(Tag)}

    def _add(self, document: Document) -> Document:
        self._records.append(document)
        return document

    def add(self, record: Record) -> None:
        """Take a new record in."""
        self._records.append(record)

    def tie(self, record_id: str, field: str, cell: Cell, stance: str = "supports") -> None:
        """Let the words of a cell speak of a field, or with "" of a whole record."""
        passage = self._passage(cell)
        self.add(
            Evidence(
                id=new_id(), record_id=record_id, field=field, passage_id=passage.id, stance=stance
            )
        )

    def _passage(self, cell: Cell) -> Passage:
        place = (cell.start, cell.end)
        if place not in self._passages:
            self._passages[place] = passage_at(self._document, *place)
            self.add(self._passages[place])
        return self._passages[place]

    def tag(self, record_id: str, cells: Iterable[Cell]) -> None:
        """Put tags on a new record, making those that are not there yet."""
        labels = {folded(label): label for cell in cells if (label := clean_label(cell.text))}
        for form, label in labels.items():
            if form not in self._tags:
                self._tags[form] = new_id()
                self.add(Tag(id=self._tags[form], label=label))
            self.add(Tagging(id=new_id(), tag_id=self._tags[form], target_id=record_id))

    def change_set(self, label: str, content: Content) -> ChangeSet:
        """Return one change set of everything, what is referred to first."""
        ordered = sorted(self._records, key=lambda record: _ORDER[record.kind])
        changes = tuple(Change(None, record) for record in ordered)
        return ChangeSet(label, changes, (content,))
