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
    found = case.where(Evidence, record_id=record.id)[:_LOOKED_AT]
    passages = [case.get(Passage, evidence.passage_id) for evidence in found]
    return min(passages, key=lambda p: (p.document_id, p.start), default=None)
