"""The annotations as they may leave the case: each by itself, with what it stands on.

They need more than the words of a report: ids by which another program finds them again, and
exact places in a document. What would tell a withheld name or detail is left out of those too.
"""

import re
from datetime import datetime

from viewer.domain.addresses import public_address
from viewer.domain.protection import Protected
from viewer.domain.protection.unlinked import outer_id
from viewer.domain.reader import CaseReader
from viewer.domain.records import Annotation, Document, Passage, Record
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.leaves import PlaceInText, Target
from viewer.domain.summary.order import Order
from viewer.domain.summary.tree import AnnotationEntry
from viewer.domain.text import unisolated
from viewer.domain.titles import title
from viewer.domain.vocabularies import vocabulary

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Annotations:
    """Builds the annotations of a protected case; `case` is the same before protection."""

    def __init__(
        self, view: Snapshot, case: CaseReader, order: Order, protected: Protected
    ) -> None:
        self._view = view
        self._case = case
        self._order = order
        self._protected = protected

    def annotations(self) -> tuple[AnnotationEntry, ...]:
        """Annotations in the order in which they were made."""
        return tuple(self._entry(note) for note in self._view.all(Annotation))

    def collection(self) -> str:
        """Return the id of all of them together."""
        return self._id(self._view.case.id)

    def _entry(self, note: Annotation) -> AnnotationEntry:
        known = note.motivation in vocabulary("motivation")
        return AnnotationEntry(
            id=self._id(note.id),
            target=self._target(self._view.find(note.target_id)),
            motivation=note.motivation if known else "commenting",
            body=note.body,
            tags=self._order.tags_of(note.id),
            colour=note.colour if note.colour in vocabulary("colour") else "",
            author=note.author,
            created=_moment(note.created),
            modified=_moment(note.modified),
        )

    def _target(self, record: Record | None) -> Target:
        assert record is not None, "what has lost its target is not in the view"
        if isinstance(record, Passage):
            return self._in_document(self._view.get(Document, record.document_id), record)
        if isinstance(record, Document):
            return self._in_document(record, None)
        said = unisolated(title(self._view, record))
        return Target(self._id(record.id), record.labels[0], said)

    def _in_document(self, document: Document, passage: Passage | None) -> Target:
        return Target(
            id=self._id(document.id),
            kind=document.labels[0],
            title=unisolated(title(self._view, document)),
            address=public_address(document.address),
            language=document.language,
            words=passage.exact if passage else "",
            place=self._place(passage) if passage else None,
        )

    def _place(self, passage: Passage) -> PlaceInText | None:
        """Return where the words are; None where some are withheld, as their place tells them.

        What is around them is told only where the audience reads it too.
        """
        original = self._case.get(Passage, passage.id)
        if passage.exact != original.exact:
            return None
        before = passage.prefix if passage.prefix == original.prefix else ""
        after = passage.suffix if passage.suffix == original.suffix else ""
        return PlaceInText(original.start, original.end, before, after)

    def _id(self, id: str) -> str:
        """Return a record's IRI."""
        return f"urn:uuid:{outer_id(id, self._view.case.id, self._protected.audience)}"


def _moment(written: str) -> str:
    """Return a UTC time of ISO 8601 as it is; "" for anything else."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return ""
    return written if _MOMENT.fullmatch(written) else ""
