"""A case with some more records laid over it: how it was, or how it would be."""

from collections.abc import Iterable, Iterator
from typing import Any

from viewer.domain.reader import CaseReader, R
from viewer.domain.records import Case, Passage, Record
from viewer.domain.snapshot import Snapshot
from viewer.errors import NotFoundError


class Overlay:
    """A `CaseReader` that knows the given records first, and otherwise asks the case."""

    def __init__(self, case: CaseReader, records: Iterable[Record]) -> None:
        self._case = case
        self._records = {record.id: record for record in records}
        self._over = Snapshot(self._records.values())

    @property
    def case(self) -> Case:
        """The record of the case itself."""
        return next(self._over.all(Case), None) or self._case.case

    def get(self, kind: type[R], id: str) -> R:
        """Return one record; raises `NotFoundError`."""
        record = self.find(id)
        if not isinstance(record, kind):
            raise NotFoundError(f"The case has no such {kind.labels[0].lower()} any more.")
        return record

    def find(self, id: str) -> Record | None:
        """Return the record with that id, of whatever kind, or None."""
        return self._records.get(id) or self._case.find(id)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of a kind, in order of id."""
        return iter(_in_order((*self._over.all(kind), *self._under(self._case.all(kind)))))

    def where(self, kind: type[R], **values: Any) -> list[R]:
        """Return the records whose fields equal `values`, in order of id."""
        under = self._under(self._case.where(kind, **values))
        return _in_order((*self._over.where(kind, **values), *under))

    def referring(self, id: str) -> list[Record]:
        """Return the records that refer to that id in any of their fields."""
        return [*self._over.referring(id), *self._under(self._case.referring(id))]

    def passages(self, document_id: str) -> list[Passage]:
        """Return a document's passages in the order of the text."""
        under = self._under(self._case.passages(document_id))
        found = [*self._over.where(Passage, document_id=document_id), *under]
        return sorted(found, key=lambda passage: (passage.start, passage.end))

    def _under(self, records: Iterable[R]) -> Iterator[R]:
        """Leave out what something else is laid over."""
        return (record for record in records if record.id not in self._records)


def _in_order(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: record.id)
