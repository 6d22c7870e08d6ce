"""Derived columns: what lists sort and filter by, kept true in the transaction of each change.

Everything here can be computed again from the records; `casefile check` does so and compares.
"""

from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.dates import UNDATED, Date, Span
from viewer.domain.records import KINDS, Name, Person, Quote, Record
from viewer.domain.text import folded
from viewer.errors import InvalidRecordError
from viewer.store import rows
from viewer.store.schema import DATE_PARTS, date_fields
from viewer.store.trouble import UnfitRow

#: Code points of a title that lists are sorted by.
SORT_LENGTH = 60

_DATED = tuple((kind, field) for kind in KINDS for field in date_fields(kind))
_PERSON_TITLE = """
    SELECT coalesce((SELECT text FROM name WHERE person_id = person.id AND type = 'main'),
                    described_as), sort
    FROM person WHERE id = ?"""
_SET_QUOTE = """
    UPDATE quote SET
        sort = coalesce((SELECT sort FROM person WHERE id = speaker_id), ''),
        (document_id, start) = (SELECT document_id, start FROM passage WHERE id = passage_id)
    WHERE """
_ADD_TO_TOTAL = """
    INSERT INTO total(kind, number) VALUES (?, ?)
    ON CONFLICT (kind) DO UPDATE SET number = number + excluded.number"""
#: The field that a kind is sorted by as its title.
_TITLES = {"place": "name", "event": "title", "document": "title", "tag": "label"}


def refresh(db: Database, change_set: ChangeSet) -> None:
    """Bring the derived columns up to date after the rows of a change set were written."""
    living = [change.after for change in change_set.changes if change.after is not None]
    _refresh_titles(db, living)
    quotes = [change for change in change_set.changes if isinstance(change.after, Quote)]
    edited = [(change.id,) for change in quotes if change.before is not None]
    new = [(change.id,) for change in quotes if change.before is None]
    db.conn.executemany(_SET_QUOTE + "id = ?", edited)
    # Only a quote that was written before its passage is without a document yet.
    db.conn.executemany(_SET_QUOTE + "id = ? AND document_id IS NULL", new)
    _refresh_dates(db, living)
    _refresh_totals(db, change_set)


def refresh_persons(db: Database, changes: Iterable[Change]) -> None:
    """Set the titles of the persons that changes touch, and what their quotes are sorted by."""
    moved = _set_titles(db, _touched_persons(changes))
    db.conn.executemany(_SET_QUOTE + "speaker_id = ?", ((id,) for id in moved))


def refresh_all(db: Database) -> None:
    """Compute every derived column anew."""
    for kind in _TITLES:
        _refresh_titles(db, rows.select(db, KINDS[kind]))
    _set_titles(db, [row[0] for row in db.execute("SELECT id FROM person").fetchall()])
    db.execute(_SET_QUOTE + "true")
    for kind, _ in _DATED:
        _refresh_dates(db, rows.select(db, KINDS[kind]))
    db.execute("DELETE FROM total")
    for kind in KINDS:
        db.execute(_ADD_TO_TOTAL, (kind, db.table(kind).count))


def sort_key(title: str) -> str:
    """Return what a title is sorted by: its folded beginning."""
    return folded(title[:SORT_LENGTH]).strip()


def _refresh_titles(db: Database, living: Iterable[Record]) -> None:
    for record in living:
        if record.kind in _TITLES:
            title = (sort_key(getattr(record, _TITLES[record.kind])), record.id)
            db.execute(f'UPDATE "{record.kind}" SET sort = ? WHERE id = ?', title)


def _touched_persons(changes: Iterable[Change]) -> Iterator[str]:
    seen: set[str] = set()
    for change in changes:
        for record in (change.before, change.after):
            id = record.person_id if isinstance(record, Name) else None
            id = record.id if isinstance(record, Person) else id
            if id and id not in seen:
                seen.add(id)
                yield id


def _set_titles(db: Database, ids: Iterable[str]) -> list[str]:
    """Set persons' titles; returns those that are sorted otherwise than before."""
    moved = []
    for id in ids:
        row = db.execute(_PERSON_TITLE, (id,)).fetchone()
        if row is not None:
            title, sort = row[0], sort_key(row[0])
            db.execute("UPDATE person SET title = ?, sort = ? WHERE id = ?", (title, sort, id))
            moved += [id] if sort != row[1] else []
    return moved


def _refresh_totals(db: Database, change_set: ChangeSet) -> None:
    """Counting a million rows takes a visible moment; counting what changed takes none."""
    totals: Counter[str] = Counter()
    for change in change_set.changes:
        totals[change.kind] += (change.after is not None) - (change.before is not None)
    db.conn.executemany(_ADD_TO_TOTAL, totals.items())


def total(db: Database, kind: str) -> int:
    """Return how many records of a kind there are."""
    row = db.execute("SELECT number FROM total WHERE kind = ?", (kind,)).fetchone()
    return int(row[0]) if row else 0


def _refresh_dates(db: Database, living: Iterable[Record]) -> None:
    ids = [record.id for record in living if date_fields(record.kind)]
    waiting = deque(_anchors_first(db, ids))
    while waiting:
        id = waiting.popleft()
        if _set_spans(db, id):
            waiting.extend(_dependents(db, id))


def _anchors_first(db: Database, ids: Iterable[str]) -> list[str]:
    """Order records so that each comes after what its date counts from, if that is among them."""
    ordered: dict[str, None] = {}
    for id in ids:
        path: dict[str, None] = {}
        at: str | None = id
        while at is not None and at not in ordered:
            _require_no_circle(at, path)
            path[at] = None
            at = _anchor(db, at)
        ordered.update(dict.fromkeys(reversed(path)))
    wanted = set(ids)
    return [id for id in ordered if id in wanted]


def _require_no_circle(id: str, path: Container[str]) -> None:
    if id in path:
        raise InvalidRecordError(
            "These dates would count from one another in a circle. Nothing was changed: "
            "choose another event or document to count from."
        )


def _anchor(db: Database, id: str) -> str | None:
    """Return the record that a date counts from; a date with a value of its own has none."""
    kind = _kind(db, id)
    for field in date_fields(kind) if kind else ():
        sql = f"SELECT {field}_anchor_id FROM \"{kind}\" WHERE id = ? AND {field}_edtf = ''"
        row = db.execute(sql, (id,)).fetchone()
        if row is not None and row[0] is not None:
            return str(row[0])
    return None


def _set_spans(db: Database, id: str) -> bool:
    changed = False
    kind = _kind(db, id)
    if not kind:
        raise UnfitRow  # The registry does not know the record.
    for field in date_fields(kind):
        parts = ", ".join(f"{field}_{part}" for part in DATE_PARTS)
        sql = f'SELECT {parts}, {field}_earliest, {field}_latest FROM "{kind}" WHERE id = ?'
        row = db.execute(sql, (id,)).fetchone()
        if row is None:
            raise UnfitRow
        *written, earliest, latest = row
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
    if row and row[0] not in KINDS:
        raise UnfitRow
    return str(row[0]) if row else ""


def _dependents(db: Database, id: str) -> list[str]:
    return [
        row[0]
        for kind, field in _DATED
        for row in db.execute(f'SELECT id FROM "{kind}" WHERE {field}_anchor_id = ?', (id,))
    ]
