"""What a record refers to by id, in its fields and in what its dates count from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from viewer.domain.dates import Date
from viewer.domain.fields import DateField, NamedField, Ref
from viewer.domain.records import Record, fields_of
from viewer.errors import BrokenCase

#: Gives the other id of an id.
Ids = Callable[[str], str]


@cache
def dates_of(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's fields that are dates."""
    return tuple(f.name for f in fields_of(kind) if isinstance(f.spec, DateField))


@cache
def _references(kind: str) -> tuple[NamedField, ...]:
    return tuple(f for f in fields_of(kind) if isinstance(f.spec, Ref))


def references(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield (field, kind, id) of what a record refers to; of any kind where that is empty."""
    for field in _references(record.kind):
        if (id := getattr(record, field.name)) is not None:
            yield field.name, field.spec.kind, id  # type: ignore[attr-defined]
    for name in dates_of(record.kind):
        if (id := getattr(record, name).anchor_id) is not None:
            yield name, "", id


def require_whole(records: Sequence[Record]) -> None:
    """Raise `BrokenCase` unless all that these records refer to is among them, and of its kind.

    So it is in every case that is not damaged; a stranger's file may say anything.
    """
    kinds = {record.id: record.kind for record in records}
    for record in records:
        for _, kind, id in references(record):
            if id not in kinds or kind not in ("", kinds[id]):
                raise BrokenCase(
                    "A record of this case refers to one that is not there: the case is damaged, "
                    "so nothing was made of it. Case ▸ Check this case, or casefile check, tells "
                    "more."
                )


def with_ids(record: Record, ids: Ids) -> Record:
    """Return a record in which each id, its own and those it refers to, is another."""
    values: dict[str, Any] = {"id": ids(record.id)}
    for field in _references(record.kind):
        if (id := getattr(record, field.name)) is not None:
            values[field.name] = ids(id)
    for name in dates_of(record.kind):
        date: Date = getattr(record, name)
        if date.anchor_id is not None:
            values[name] = replace(date, anchor_id=ids(date.anchor_id))
    return replace(record, **values)
