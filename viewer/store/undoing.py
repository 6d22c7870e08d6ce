"""Undo and redo, read from the history: they survive the closing of a case.

An undoing is a change set of its own, whose entry says in `reverses` what it takes back; redoing
takes back the undoing. So the history is never rewritten, and whoever reads it sees what was
undone. What comes next follows from the last entry:

- undo takes the newest deed or redoing that nothing has reversed yet;
- redo takes the newest undoing that nothing has reversed, unless something new was done since.

What is only noted, such as an export, is passed over by both. Neither goes back to before the last
removing for good: what the entries from before it say may be gone.
"""

from dataclasses import replace
from typing import Any, cast

from sqlite_utils import Database

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.dates import Date
from viewer.domain.records import KINDS, Record
from viewer.errors import ConflictError
from viewer.store import history, rows
from viewer.store.history import COLUMNS, HistoryEntry, RecordChange
from viewer.store.schema import date_fields

_IS_DEED = "h.deed <> 'log'"
_IS_KEPT = "h.seq > (SELECT coalesce(max(seq), 0) FROM history WHERE deed = 'forget')"
_IS_STANDING = "NOT EXISTS (SELECT 1 FROM history r WHERE r.reverses = h.seq)"


def next_undo(db: Database) -> HistoryEntry | None:
    """Return the entry that undo would take back now."""
    last = _first(db, _IS_DEED)
    if last is None:
        return None
    # All that was done since the entry that was undone last is undone already.
    newest = last.reverses - 1 if last.deed == "undo" and last.reverses else last.seq
    return _first(db, f"h.seq <= ? AND h.deed IN ('do', 'redo') AND {_IS_STANDING}", newest)


def next_redo(db: Database) -> HistoryEntry | None:
    """Return the undoing that redo would take back now."""
    last = _first(db, _IS_DEED)
    if last is None or last.deed in ("begin", "do"):
        return None
    newest = last.reverses - 1 if last.deed == "redo" and last.reverses else last.seq
    is_end = f"(h.deed IN ('begin', 'do') OR (h.deed = 'undo' AND {_IS_STANDING}))"
    found = _first(db, f"h.seq <= ? AND {is_end}", newest)
    return found if found is not None and found.deed == "undo" else None


def _first(db: Database, where: str, *params: int) -> HistoryEntry | None:
    sql = (
        f"SELECT {COLUMNS} FROM history h WHERE {_IS_KEPT} AND {where} ORDER BY h.seq DESC LIMIT 1"
    )
    row = db.execute(sql, params).fetchone()
    return HistoryEntry(*row) if row is not None else None


def reversal(db: Database, entry: HistoryEntry) -> ChangeSet:
    """Return the change set that takes back an entry; raises `ConflictError` if it cannot be."""
    now: dict[str, Record | None] = {}
    changes = []
    for change in reversed(history.of_entry(db, entry.seq)):
        present = now[change.record_id] if change.record_id in now else _stored(db, change)
        former = now[change.record_id] = _former(change, present)
        changes.append(Change(present, former))
    return ChangeSet(entry.label, tuple(changes))


def _stored(db: Database, change: RecordChange) -> Record | None:
    found = rows.select(db, KINDS[change.kind], "WHERE id = ?", (change.record_id,))
    return found[0] if found else None


def _former(change: RecordChange, present: Record | None) -> Record | None:
    """Return what a record was before a change, if it is now as the change left it."""
    if _values(change, present) != _dated(change.kind, change.after):
        raise ConflictError(
            "What the history says of this step is not what the case holds now, so nothing was "
            "changed. Case ▸ Check this case tells more."
        )
    if change.before is None:
        return None
    if present is None:
        return rows.from_json(change.kind, change.record_id, change.before)
    return replace(present, **cast(Any, _dated(change.kind, change.before)))


def _values(change: RecordChange, present: Record | None) -> dict[str, Any] | None:
    if present is None:
        return None
    return {name: getattr(present, name) for name in change.after or ()}


def _dated(kind: str, found: dict[str, Any] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    dates = date_fields(kind)
    return {name: Date(**v) if name in dates else v for name, v in found.items()}
