"""What the words of one document are in a case already, span by span."""

from functools import cached_property

from viewer.domain.marking import Words
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Evidence, Name, Passage, Person, Place, Quote

#: The fields of a person, name or place of which the words are that name or mean them.
_NAMING = frozenset(["", "text", "name", "described_as"])


class Marks:
    """The passages of a document, and what speaks of what in them."""

    def __init__(self, case: CaseReader, document: Document) -> None:
        self._case = case
        self._document = document
        self._meant: dict[str, tuple[str, str] | None] = {}

    @cached_property
    def _passages(self) -> dict[tuple[int, int], Passage]:
        found = self._case.passages(self._document.id)
        return {(passage.start, passage.end): passage for passage in found}

    def evidence(self, span: tuple[int, int]) -> list[Evidence]:
        """Return what exactly these words are evidence of."""
        passage = self._passages.get(span)
        return self._case.where(Evidence, passage_id=passage.id) if passage else []

    def quote(self, span: tuple[int, int]) -> str | None:
        """Return the id of the quote that exactly these words are."""
        passage = self._passages.get(span)
        found = self._case.where(Quote, passage_id=passage.id) if passage else []
        return found[0].id if found else None

    def meant(self, kind: str, words: Words) -> set[str]:
        """Return the ids of the persons or places whom exactly these words name or mention."""
        named = (each for each in self.evidence((words.start, words.end)) if each.field in _NAMING)
        found = {self._bearer(each.record_id) for each in named}
        return {pair[1] for pair in found if pair is not None and pair[0] == kind}

    def _bearer(self, record_id: str) -> tuple[str, str] | None:
        """Return the kind and the id of the person or place that a record is, or is a name of."""
        if record_id not in self._meant:
            self._meant[record_id] = _bearer(self._case, record_id)
        return self._meant[record_id]


def _bearer(case: CaseReader, record_id: str) -> tuple[str, str] | None:
    record = case.find(record_id)
    if isinstance(record, Name):
        return Person.kind, record.person_id
    return (record.kind, record.id) if isinstance(record, Person | Place) else None
