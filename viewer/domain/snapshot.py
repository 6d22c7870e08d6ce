"""A case held in memory: what protection works on, so that no query can go round it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from viewer.domain.dates import Date
from viewer.domain.reader import R
from viewer.domain.records import Case, Passage, Record
from viewer.errors import NotFoundError


class Snapshot:
    """Records by id and by field; a `CaseReader` of its own, and as fast as a dictionary."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = {record.id: record for record in records}
        self._kinds: dict[type[Record], list[Record]] = defaultdict(list)
        for id in sorted(self._records):
            self._kinds[type(self._records[id])].append(self._records[id])
        self._indexes: dict[tuple[type[Record], str], dict[Any, list[Record]]] = {}

    @property
    def case(self) -> Case:
        """The record of the case itself."""
        return next(self.all(Case))

    def get(self, kind: type[R], id: str) -> R:
        """Return one record; raises `NotFoundError`."""
        record = self._records.get(id)
        if not isinstance(record, kind):
            raise NotFoundError(f"The case has no such {kind.labels[0].lower()} any more.")
        return record

    def find(self, id: str) -> Record | None:
        """Return the record with that id, of whatever kind, or None."""
        return self._records.get(id)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of a kind, in order of id."""
        return (record for record in self._kinds[kind] if isinstance(record, kind))

    def in_order(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of a kind in the order in which they were given."""
        return (record for record in self._records.values() if isinstance(record, kind))

    def where(self, kind: type[R], **values: Any) -> list[R]:
        """Return the records whose fields equal `values`, in order of id."""
        if not values:
            return list(self.all(kind))
        field, *others = values
        found = self._index(kind, field).get(values[field], ())
        return [
            record
            for record in found
            if isinstance(record, kind)
            and all(getattr(record, other) == values[other] for other in others)
        ]

    def referring(self, id: str) -> list[Record]:
        """Return the records that refer to that id in any of their fields."""
        return [record for record in self._records.values() if id in _references(record)]

    def passages(self, document_id: str) -> list[Passage]:
        """Return a document's passages in the order of the text."""
        found = self.where(Passage, document_id=document_id)
        return sorted(found, key=lambda passage: (passage.start, passage.end))

    def _index(self, kind: type[Record], field: str) -> dict[Any, list[Record]]:
        if (kind, field) not in self._indexes:
            index: dict[Any, list[Record]] = defaultdict(list)
            for record in self._kinds[kind]:
                index[getattr(record, field)].append(record)
            self._indexes[kind, field] = index
        return self._indexes[kind, field]


def _references(record: Record) -> list[Any]:
    values = [getattr(record, field.name) for field in fields(record) if field.name != "id"]
    return [value.anchor_id if isinstance(value, Date) else value for value in values]
