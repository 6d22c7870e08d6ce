"""Records as rows of their tables, and back; and as JSON for the history."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType
from typing import Any, TypeVar

from sqlite_utils import Database

from viewer.domain.dates import Date
from viewer.domain.fields import DateField, Real, Whole
from viewer.domain.records import KINDS, Record, fields_of
from viewer.store.schema import DATE_PARTS, columns
from viewer.store.trouble import UnfitRow

R = TypeVar("R", bound=Record)

#: Derived columns that a new row has from the start: to move it in its indexes later takes longer.
_AT_ONCE = {
    "quote": {
        "sort": "coalesce((SELECT sort FROM person WHERE id = {speaker_id}), '')",
        "document_id": "(SELECT document_id FROM passage WHERE id = {passage_id})",
        "start": "(SELECT start FROM passage WHERE id = {passage_id})",
    }
}

_Types = frozenset[type]
_TEXT: _Types = frozenset({str})
_NOTHING: _Types = frozenset({NoneType})
_NUMBERS: dict[type, _Types] = {Whole: frozenset({int}), Real: frozenset({float, int})}

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=asdict).encode


@cache
def values_of(kind: str) -> Callable[[Record], tuple[Any, ...]]:
    """Return what makes a kind's records rows, in the order of `schema.columns`."""
    paths = ["id"]
    for field in fields_of(kind):
        is_date = isinstance(field.spec, DateField)
        paths += [f"{field.name}.{part}" for part in DATE_PARTS] if is_date else [field.name]
    return attrgetter(*paths)


def record(kind: type[R], row: Sequence[Any]) -> R:
    """Return the record of a row in the order of `schema.columns`; raises `UnfitRow`."""
    if not _fits(kind.kind, tuple(map(type, row))):
        raise UnfitRow
    found: dict[str, Any] = {"id": row[0]}
    at = 1
    for field in fields_of(kind.kind):
        if isinstance(field.spec, DateField):
            found[field.name] = Date(*row[at : at + len(DATE_PARTS)])
            at += len(DATE_PARTS)
        else:
            found[field.name] = row[at]
            at += 1
    return kind(**found)


@lru_cache(maxsize=4096)
def _fits(kind: str, types: tuple[type, ...]) -> bool:
    """Return whether a row of these types is a record's: a damaged one need not be."""
    wanted = _types(kind)
    pairs = zip(types, wanted, strict=True)
    return len(types) == len(wanted) and all(found in allowed for found, allowed in pairs)


@cache
def _types(kind: str) -> tuple[frozenset[type], ...]:
    wanted = [_TEXT]
    for field in fields_of(kind):
        if isinstance(field.spec, DateField):
            wanted += [_TEXT | _NOTHING if part == "anchor_id" else _TEXT for part in DATE_PARTS]
        else:
            own = _NUMBERS.get(type(field.spec), _TEXT)
            wanted.append(own | _NOTHING if field.optional else own)
    return tuple(wanted)


@cache
def listed(kind: str, alias: str = "") -> str:
    """Return a kind's columns as SQL, for a SELECT."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f'{prefix}"{name}"' for name in columns(kind))


def select(db: Database, kind: type[R], rest: str = "", params: Iterable[Any] = ()) -> list[R]:
    """Return records of a kind; `rest` is the SQL after FROM."""
    sql = f'SELECT {listed(kind.kind)} FROM "{kind.kind}" {rest}'
    return [record(kind, row) for row in db.execute(sql, tuple(params)).fetchall()]


def insert(db: Database, kind: str, records: Iterable[Record]) -> None:
    """Add rows of one kind."""
    db.conn.executemany(_insertion(kind), map(values_of(kind), records))


@cache
def _insertion(kind: str) -> str:
    marks = {name: f"?{n}" for n, name in enumerate(columns(kind), start=1)}
    at_once = {name: sql.format(**marks) for name, sql in _AT_ONCE.get(kind, {}).items()}
    names = ", ".join([listed(kind), *at_once])
    return (
        f'INSERT INTO "{kind}" ({names}) VALUES ({", ".join([*marks.values(), *at_once.values()])})'
    )


def update(db: Database, record: Record, names: Sequence[str]) -> None:
    """Write some fields of one row."""
    row: dict[str, Any] = {}
    for name in names:
        value = getattr(record, name)
        if isinstance(value, Date):
            row |= {f"{name}_{part}": getattr(value, part) for part in DATE_PARTS}
        else:
            row[name] = value
    db.table(record.kind).update(record.id, row)


def delete(db: Database, record: Record) -> None:
    """Remove one row."""
    db.execute(f'DELETE FROM "{record.kind}" WHERE id = ?', (record.id,))


def to_json(record: Record, names: Sequence[str]) -> str:
    """Return some fields of a record as JSON text."""
    return _encode({name: getattr(record, name) for name in names})


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's fields, without `id`."""
    return tuple(field.name for field in fields_of(kind))


def from_json(kind: str, id: str, found: Mapping[str, Any]) -> Record:
    """Return the record whose fields a history entry holds in full; raises `UnfitRow`."""
    if kind not in KINDS:
        raise UnfitRow
    dates = {field.name for field in fields_of(kind) if isinstance(field.spec, DateField)}
    known = {field.name for field in fields(KINDS[kind])}
    try:
        record = KINDS[kind](
            id=id,
            **{
                name: Date(**value) if name in dates else value
                for name, value in found.items()
                if name in known
            },
        )
        is_fit = _fits(kind, tuple(map(type, values_of(kind)(record))))
    except (TypeError, AttributeError) as error:
        raise UnfitRow from error
    if not is_fit:
        raise UnfitRow
    return record
