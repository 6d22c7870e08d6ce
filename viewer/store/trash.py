"""The trash: what deeds deleted and is not in the case now, read from the history.

Only deeds that stand count: what an undo took away is brought back by redo. A record that was
deleted several times is in the trash once, as it was last.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from viewer.domain.dates import Date
from viewer.domain.overlay import Overlay
from viewer.domain.reader import CaseReader
from viewer.domain.records import Name, Person, Record
from viewer.domain.restoring import Loosened, Restoration, restoration
from viewer.domain.titles import title
from viewer.errors import NotFoundError
from viewer.store import history, rows
from viewer.store.history import HistoryEntry, RecordChange
from viewer.store.schema import date_fields, reference_columns
from viewer.store.trouble import UnfitRow

#: What a deletion is called after, the first of these kinds that it took away.
_MAIN = (
    *("document", "person", "event", "place", "quote", "figure", "annotation", "tag"),
    *("relationship", "involvement", "event_link", "name", "distinction", "saved_filter"),
    *("rejection", "decision", "audience", "export"),
    *("evidence", "tagging", "passage"),
)

_STANDS = """{h}.deed IN ('do', 'redo')
    AND NOT EXISTS (SELECT 1 FROM history r WHERE r.reverses = {h}.seq)"""
_DELETED = f"""
    FROM history_change c JOIN history h ON h.seq = c.seq
    WHERE c.after IS NULL AND c.before IS NOT NULL AND {_STANDS.format(h="h")}
    AND NOT EXISTS (SELECT 1 FROM record WHERE id = c.record_id)
    AND NOT EXISTS (
        SELECT 1 FROM history_change d JOIN history e ON e.seq = d.seq
        WHERE d.record_id = c.record_id AND d.seq > c.seq
        AND d.after IS NULL AND d.before IS NOT NULL
        AND {_STANDS.format(h="e")})"""


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """One deletion: what it was about, as it was, and what went along with it."""

    entry: HistoryEntry
    record: Record
    title: str
    along: tuple[Record, ...]
    #: The case with what was deleted laid over it: what titles are asked of.
    was: Overlay


def count(db: Database) -> int:
    """Return how many deletions there are in the trash."""
    return int(db.execute(f"SELECT count(DISTINCT c.seq) {_DELETED}").fetchone()[0])


def numbers(db: Database) -> list[int]:
    """Return the numbers of all deletions in the trash."""
    return [row[0] for row in db.execute(f"SELECT DISTINCT c.seq {_DELETED}").fetchall()]


def entries(db: Database, case: CaseReader, before: int | None, limit: int) -> list[TrashEntry]:
    """Return the newest deletions, or those older than entry number `before`."""
    sql = f"SELECT DISTINCT c.seq {_DELETED} AND c.seq < ? ORDER BY c.seq DESC LIMIT ?"
    found = db.execute(sql, (2**62 if before is None else before, limit)).fetchall()
    return [_entry(db, case, row[0]) for row in found]


def restored(db: Database, case: CaseReader, seq: int) -> Restoration:
    """Return what brings back a deletion; raises `NotFoundError` if nothing is left of it."""
    gone = _gone(db, seq)
    if not gone:
        raise NotFoundError("This is in the case again already; nothing was changed.")
    loosened = [link for change in history.of_entry(db, seq) for link in _loosened(change)]
    return restoration(case, _main(gone), gone, loosened)


def as_it_was(db: Database, case: CaseReader, records: list[Record]) -> Overlay:
    """Return the case with records laid over it that are gone, and with all that they point to."""
    known = {record.id: record for record in records}
    seen = set(known)
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if isinstance(record, Person):
            known |= {name.id: name for name in _moved_names(db, case, record.id)}
        targets = {id for id in _targets(record) if id not in seen}
        seen |= targets
        for id in targets:
            former = _former(db, id) if case.find(id) is None else []
            known |= {record.id: record for record in former}
            waiting += former
    return Overlay(case, known.values())


def _entry(db: Database, case: CaseReader, seq: int) -> TrashEntry:
    gone = _gone(db, seq)
    main = _main(gone)
    (entry,) = history.entries(db, before=seq + 1, limit=1)
    was = as_it_was(db, case, gone)
    along = tuple(record for record in gone if record != main)
    return TrashEntry(entry, main, title(was, main), along, was)


def _gone(db: Database, seq: int) -> list[Record]:
    """Return what a deletion took away and is not there, what was deleted last first."""
    sql = f"SELECT c.kind, c.record_id, c.before {_DELETED} AND c.seq = ? ORDER BY c.n DESC"
    return [_record(*row) for row in db.execute(sql, (seq,)).fetchall()]


def _main(gone: list[Record]) -> Record:
    return min(gone, key=lambda record: _MAIN.index(record.kind))


def _former(db: Database, id: str) -> list[Record]:
    """Return a record as it was deleted last; a person with the names that went along."""
    sql = """SELECT seq, kind, record_id, before FROM history_change
             WHERE record_id = ? AND after IS NULL AND before IS NOT NULL
             ORDER BY seq DESC LIMIT 1"""
    row = db.execute(sql, (id,)).fetchone()
    if row is None:
        return []
    sql = """SELECT kind, record_id, before FROM history_change
             WHERE seq = ? AND kind = 'name' AND after IS NULL AND before IS NOT NULL"""
    along = db.execute(sql, row[:1]).fetchall() if row[1] == Person.kind else []
    return [_record(*each) for each in (row[1:], *along)]


def _moved_names(db: Database, case: CaseReader, person_id: str) -> Iterator[Name]:
    """Yield the names that another person got when this one was merged, as they were."""
    sql = """SELECT n.record_id, n.before FROM history_change n
             WHERE n.kind = 'name' AND n.after IS NOT NULL AND n.before ->> 'person_id' = ?1
               AND n.seq = (SELECT max(seq) FROM history_change
                            WHERE record_id = ?1 AND after IS NULL AND before IS NOT NULL)"""
    for id, before in db.execute(sql, (person_id,)).fetchall():
        name = case.find(id)
        if isinstance(name, Name):
            yield _as_before(name, before)


def _as_before(name: Name, before: str) -> Name:
    try:
        return replace(name, **(history.parsed(before) or {}))
    except TypeError as error:
        raise UnfitRow from error


def _record(kind: str, id: str, before: str) -> Record:
    return rows.from_json(kind, id, history.parsed(before) or {})


def _targets(record: Record) -> list[str]:
    values: list[Any] = []
    for column in reference_columns(record.kind):
        name = column.removesuffix("_anchor_id")
        value = getattr(record, name if name in date_fields(record.kind) else column)
        values.append(value.anchor_id if isinstance(value, Date) else value)
    return [value for value in values if value]


def _loosened(change: RecordChange) -> list[Loosened]:
    """Return the fields of a record that the deed changed and did not delete."""
    if change.before is None or change.after is None:
        return []
    dates = date_fields(change.kind)
    both = [(name, change.before[name], after) for name, after in change.after.items()]
    return [
        Loosened(change.record_id, name, Date(**old), Date(**new))
        if name in dates
        else Loosened(change.record_id, name, old, new)
        for name, old, new in both
    ]
