"""Is each record as its history says? The history is gone through once more, record by record.

Of what was forgotten nothing is known: fields are compared from the next line on that says them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from viewer.domain.records import KINDS, Document, Record, fields_of
from viewer.store import rows
from viewer.store.called import called, quoted
from viewer.store.readable import ReadableCase

#: Records that are named before they are only counted.
_NAMED = 100
_BATCH = 500

#: A line, oldest first: id, kind, number of the entry, what it says, whether that is all there is
#: of the record, and whether it was forgotten.
_LINES = """SELECT record_id, kind, seq, after, before IS NULL, salt IS NULL AND after IS NULL
            FROM history_change ORDER BY record_id, seq, n"""
#: Fields that tell best what a record is that is not there.
_TELLING = ("title", "described_as", "name", "label", "exact", "text", "body", "file_name")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the history says of a record: whether it is there, if that is known, and its fields."""

    kind: str
    #: The number of its last entry.
    last: int
    is_there: bool | None
    #: The JSON of its fields: what each line says, from the last one on that said them all.
    said: tuple[str, ...]

    @property
    def fields(self) -> dict[str, Any] | None:
        """The fields that are known; None where they cannot be read."""
        known: dict[str, Any] = {}
        for said in self.said:
            try:
                known |= json.loads(said)
            except (ValueError, TypeError, RecursionError):
                return None
        return known


def problems(db: Database, case: ReadableCase) -> Iterator[str]:
    """Yield a sentence for each record that is otherwise than its history says."""
    found = _each(db, case)
    yield from islice(found, _NAMED)
    more = sum(1 for _ in found)
    if more:
        yield f"{more:,} more records are otherwise than the history says."


def _each(db: Database, case: ReadableCase) -> Iterator[str]:
    for run in _side_by_side(db):
        told = [each for each in run if isinstance(each, _Told)]
        records = [each for each in run if isinstance(each, Record)]
        for record in records:
            yield from _compared(case, record, told)
        if told and told[0].is_there and not records:
            yield _gone(told[0])


def _side_by_side(db: Database) -> Iterator[list[_Told | Record]]:
    """Yield what the history and the tables hold under each id; both are read in its order."""
    streams = [_told(db), *(_stored(db, kind) for kind in KINDS.values())]
    by_id = itemgetter(0)
    for _, run in groupby(merge(*streams, key=by_id), key=by_id):
        yield [each for _, each in run]


def _stored(db: Database, kind: type[Record]) -> Iterator[tuple[str, _Told | Record]]:
    # A document may be as large as all other records together.
    number, last = 1 if kind is Document else _BATCH, ""
    while batch := rows.select(db, kind, "WHERE id > ? ORDER BY id LIMIT ?", (last, number)):
        yield from ((record.id, record) for record in batch)
        last = batch[-1].id


def _told(db: Database) -> Iterator[tuple[str, _Told | Record]]:
    for id, lines in groupby(db.execute(_LINES), key=itemgetter(0)):
        yield id, _retold(list(lines))


def _retold(lines: list[tuple[Any, ...]]) -> _Told:
    said: tuple[str, ...] = ()
    for _, _, _, after, is_whole, _ in lines:
        known = () if after is None or is_whole else said
        said = known if after is None else (*known, after)
    _, kind, last, after, _, is_forgotten = lines[-1]
    return _Told(kind, last, None if is_forgotten else after is not None, said)


def _compared(case: ReadableCase, record: Record, told: list[_Told]) -> Iterator[str]:
    if not told:
        yield f"The {called(case, record)} is not in the history: Casefile did not write it."
    elif told[0].is_there is False:
        yield (
            f"The {called(case, record)} is in the case, but entry {told[0].last} of the history "
            "says that it was removed."
        )
    elif labels := _differing(record, told[0]):
        yield f"The {called(case, record)} is not as the history says: {', '.join(labels)}."


def _differing(record: Record, told: _Told) -> list[str]:
    """Return the labels of the fields that the history says otherwise."""
    present = rows.to_json(record, rows.names_of(record.kind))
    if told.said == (present,) and told.kind == record.kind:
        return []
    said = told.fields
    if said is None or told.kind != record.kind:
        return ["what it says of it cannot be read"]
    values = json.loads(present)
    return [
        field.spec.label
        for field in fields_of(record.kind)
        if field.name in said and said[field.name] != values[field.name]
    ]


def _gone(told: _Told) -> str:
    texts = [(told.fields or {}).get(name) for name in _TELLING]
    words = next((text for text in texts if text and isinstance(text, str)), "")
    return f"The {quoted(told.kind, words)} of entry {told.last} of the history is not in the case."
