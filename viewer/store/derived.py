"""Derived columns: what lists sort and filter by, kept true in the transaction of each change.

Everything here can be computed again from the records; `casefile check` does so and compares.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from viewer.domain.changes import ChangeSet
from viewer.domain.dates import UNDATED, Date, Span
from viewer.domain.records import (
    KINDS,
    Document,
    Event,
    Name,
    Person,
    Place,
    Quote,
    Record,
    Tag,
)
from viewer.domain.text import folded
from viewer.errors import InvalidRecordError
from viewer.store import rows
from viewer.store.schema import DATE_PARTS, date_fields

#: Code points of a title that lists are sorted by.
SORT_LENGTH = 60

_DATED = tuple((kind, field) for kind in KINDS for field in date_fields(kind))
_PERSON_TITLE = """
    SELECT coalesce((SELECT text FROM name WHERE person_id = person.id AND type = 'main'),
                    described_as)
    FROM person WHERE id = ?"""
_SET_QUOTE = """
    UPDATE quote SET
        sort = coalesce((SELECT sort FROM person WHERE id = speaker_id), ''),
        (document_id, start) = (SELECT document_id, start FROM passage WHERE id = passage_id)
    WHERE """


def refresh(db: Database, change_set: ChangeSet) -> None:
    """Bring the derived columns up to date after the rows of a change set were written."""
    living = [change.after for change in change_set.changes if change.after is not None]
    _refresh_titles(db, living)
    _refresh_persons(db, _touched_persons(change_set))
    quotes = [(record.id,) for record in living if isinstance(record, Quote)]
    db.conn.executemany(_SET_QUOTE + "id = ?", quotes)
    _refresh_dates(db, living)


def refresh_all(db: Database) -> None:
    """Compute every derived column anew."""
    for kind in (Place, Event, Document, Tag):
        _refresh_titles(db, rows.select(db, kind))
    _refresh_persons(db, (row[0] for row in db.execute("SELECT id FROM person").fetchall()))
    db.execute(_SET_QUOTE + "true")
    for kind_name, _ in _DATED:
        _refresh_dates(db, rows.select(db, KINDS[kind_name]))


def sort_key(title: str) -> str:
    """Return what a title is sorted by: its folded beginning."""
    return folded(title[:SORT_LENGTH]).strip()


def _refresh_titles(db: Database, living: Iterable[Record]) -> None:
    for record in living:
        match record:
            case Place():
                _set_sort(db, record, record.name)
            case Event() | Document():
                _set_sort(db, record, record.title)
            case Tag():
                _set_sort(db, record, record.label)


def _set_sort(db: Database, record: Record, title: str) -> None:
    db.execute(f'UPDATE "{record.kind}" SET sort = ? WHERE id = ?', (sort_key(title), record.id))


def _touched_persons(change_set: ChangeSet) -> Iterator[str]:
    seen: set[str] = set()
    for change in change_set.changes:
        for record in (change.before, change.after):
            id = record.person_id if isinstance(record, Name) else None
            id = record.id if isinstance(record, Person) else id
            if id and id not in seen:
                seen.add(id)
                yield id


def _refresh_persons(db: Database, ids: Iterable[str]) -> None:
    for id in ids:
        row = db.execute(_PERSON_TITLE, (id,)).fetchone()
        if row is not None:
            title = (row[0], sort_key(row[0]), id)
            db.execute("UPDATE person SET title = ?, sort = ? WHERE id = ?", title)
            db.execute(_SET_QUOTE + "speaker_id = ?", (id,))


def _refresh_dates(db: Database, living: Iterable[Record]) -> None:
    waiting: list[tuple[str, tuple[str, ...]]] = [
        (record.id, ()) for record in living if date_fields(record.kind)
    ]
    while waiting:
        id, seen = waiting.pop()
        if id in seen:
            raise InvalidRecordError(
                "These dates would count from one another in a circle. Nothing was changed: "
                "choose another event or document to count from."
            )
        if _set_spans(db, id):
            waiting += [(dependent, (*seen, id)) for dependent in _dependents(db, id)]


def _set_spans(db: Database, id: str) -> bool:
    changed = False
    kind = _kind(db, id)
    for field in date_fields(kind):
        parts = ", ".join(f"{field}_{part}" for part in DATE_PARTS)
        sql = f'SELECT {parts}, {field}_earliest, {field}_latest FROM "{kind}" WHERE id = ?'
        *written, earliest, latest = db.execute(sql, (id,)).fetchone()
        date = Date(*written)
        span = date.span(_span_of(db, date.anchor_id))
        if span != (earliest, latest):
            changed = True
            sql = f'UPDATE "{kind}" SET {field}_earliest = ?, {field}_latest = ? WHERE id = ?'
            db.execute(sql, (*span, id))
    return changed


def _span_of(db: Database, id: str | None) -> Span | None:
    kind = _kind(db, id) if id else ""
    fields = date_fields(kind) if kind else ()
    if not fields:
        return None
    sql = f'SELECT {fields[0]}_earliest, {fields[0]}_latest FROM "{kind}" WHERE id = ?'
    found: Any = db.execute(sql, (id,)).fetchone()
    return Span(*found) if found is not None else UNDATED


def _kind(db: Database, id: str) -> str:
    row = db.execute("SELECT kind FROM record WHERE id = ?", (id,)).fetchone()
    return str(row[0]) if row else ""


def _dependents(db: Database, id: str) -> list[str]:
    return [
        row[0]
        for kind, field in _DATED
        for row in db.execute(f'SELECT id FROM "{kind}" WHERE {field}_anchor_id = ?', (id,))
    ]
