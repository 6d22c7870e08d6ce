"""Rows of which records were made before: the same table is not taken in twice."""

from collections.abc import Iterable

from viewer.domain.listing.table import Cell
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Evidence, Passage


def same_document(case: CaseReader, document: Document) -> Document | None:
    """Return the document of the case with the same bytes and the same text."""
    same = case.where(Document, sha256=document.sha256)
    return next((each for each in same if each.text == document.text), None)


class Taken:
    """Knows by their words which rows of a table speak of a record of a kind."""

    def __init__(self, case: CaseReader, document: Document, kind: str) -> None:
        known = same_document(case, document)
        self._case, self._kind = case, kind
        self._passages = {p.start: p for p in case.passages(known.id)} if known else {}

    def has(self, cells: Iterable[Cell]) -> bool:
        """Whether words of any of these cells speak of such a record."""
        found = (self._passages.get(cell.start) for cell in cells)
        return any(self._speaks(passage) for passage in found if passage is not None)

    def _speaks(self, passage: Passage) -> bool:
        ties = self._case.where(Evidence, passage_id=passage.id)
        records = (self._case.find(tie.record_id) for tie in ties)
        return any(record is not None and record.kind == self._kind for record in records)
