"""What the reader shows of a record: the words that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.domain.records import (
    Annotation,
    Document,
    Evidence,
    Passage,
    Quote,
    Record,
    fields_of,
)

if TYPE_CHECKING:
    from viewer.store import CaseFile

#: Pieces of evidence that are looked at for the first one in the text.
_LOOKED_AT = 100


def words_of(case: CaseFile, record: Record) -> Document | Passage | None:
    """Return the document or the passage that speaks of a record, the first of several."""
    match record:
        case Document() | Passage():
            return record
        case Quote() | Evidence():
            return case.get(Passage, record.passage_id)
        case Annotation():
            target = case.find(record.target_id)
            return words_of(case, target) if target is not None else None
        case _:
            return _first_evidence(case, record)


def _first_evidence(case: CaseFile, record: Record) -> Passage | None:
    """Return what speaks of the record as a whole, or else of its first field that has words."""
    order = ["", *(field.name for field in fields_of(record.kind))]
    found = case.where(Evidence, record_id=record.id)[:_LOOKED_AT]
    ranked = [(order.index(e.field), case.get(Passage, e.passage_id)) for e in found]
    best = min(ranked, key=lambda pair: (pair[0], pair[1].document_id, pair[1].start), default=None)
    return best[1] if best is not None else None
