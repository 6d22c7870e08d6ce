"""The history: who changed what, when, from what to what. It is only ever added to."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlite_utils import Database

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Record
from viewer.store import chain, rows
from viewer.store.trouble import UnfitRow

#: What an entry is: the beginning of a case, a deed, the undoing of one, the redoing, what is only
#: noted and never undone, or the removing for good of something with all its former entries.
Deed = Literal["begin", "do", "undo", "redo", "log", "forget"]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One deed; `at` is UTC in ISO 8601, `who` as the user signs, perhaps empty.

    An undoing names in `reverses` the entry that it takes back, a redoing the undoing.
    """

    seq: int
    at: str
    who: str
    label: str
    deed: Deed
    reverses: int | None


#: The columns of an entry, in the order of its fields.
COLUMNS = "h.seq, h.at, h.who, h.label, h.deed, h.reverses"
_FIELDS = COLUMNS.count(",") + 1


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What one deed did to one record; None for "was not there", twice for "was forgotten"."""

    entry: HistoryEntry
    kind: str
    record_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def is_forgotten(self) -> bool:
        """Whether what it said was removed for good."""
        return self.before is None and self.after is None


def write(
    db: Database, change_set: ChangeSet, who: str, deed: Deed = "do", reverses: int | None = None
) -> int:
    """Add the entry of a change set within its transaction; returns its number."""
    return _add(db, _lines(change_set), change_set.label, who, deed, reverses)


def write_forgetting(
    db: Database, label: str, who: str, forgotten: Iterable[tuple[str, str, Record | None]]
) -> int:
    """Add the entry of a removing for good: (kind, id, what is left) of all that it concerns."""
    lines = (
        (kind, id, None, rows.to_json(left, rows.names_of(kind)) if left else None)
        for kind, id, left in forgotten
    )
    return _add(db, lines, label, who, "forget", None)


def _add(
    db: Database,
    lines: Iterable[tuple[Any, ...]],
    label: str,
    who: str,
    deed: Deed,
    reverses: int | None,
) -> int:
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    previous = chain.head(db)[1]
    words = (seq := chain.next_number(db), at, who, label, deed, reverses)
    own = chain.digest(salt := chain.new_salt(), words)
    link = chain.Link(previous, seq, own)
    db.conn.executemany(
        "INSERT INTO history_change VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _chained(((seq, n, *line) for n, line in enumerate(lines)), link),
    )
    sql = "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    db.execute(sql, (*words, salt, own, link.hash))
    return seq


def _chained(lines: Iterable[tuple[Any, ...]], link: chain.Link) -> Iterator[tuple[Any, ...]]:
    """Yield lines with salt and digest, each of which is added to the link."""
    for line, salt in zip(lines, chain.salts(), strict=False):
        digest = chain.digest(salt, line)
        link.add(digest)
        yield (*line, salt, digest)


def _lines(change_set: ChangeSet) -> Iterator[tuple[Any, ...]]:
    for change in change_set.changes:
        is_edit = change.before is not None and change.after is not None
        names = change.changed_fields if is_edit else rows.names_of(change.kind)
        before = rows.to_json(change.before, names) if change.before else None
        after = rows.to_json(change.after, names) if change.after else None
        yield change.kind, change.id, before, after


def entries(db: Database, before: int | None = None, limit: int = 128) -> list[HistoryEntry]:
    """Return the newest entries, or those older than entry number `before`."""
    sql = f"SELECT {COLUMNS} FROM history h WHERE seq < ? ORDER BY seq DESC LIMIT ?"
    found = db.execute(sql, (2**62 if before is None else before, limit)).fetchall()
    return [HistoryEntry(*row) for row in found]


def of_record(db: Database, id: str) -> list[RecordChange]:
    """Return all that was done to a record, oldest first."""
    return _changes(db, "c.record_id = ?", id)


def of_entry(db: Database, seq: int) -> list[RecordChange]:
    """Return all that one deed did, in its order."""
    return _changes(db, "c.seq = ?", seq)


def _changes(db: Database, which: str, value: str | int) -> list[RecordChange]:
    sql = f"""SELECT {COLUMNS}, c.kind, c.record_id, c.before, c.after
             FROM history_change c JOIN history h ON h.seq = c.seq
             WHERE {which} ORDER BY c.seq, c.n"""
    return [
        RecordChange(
            HistoryEntry(*row[:_FIELDS]),
            *row[_FIELDS : _FIELDS + 2],
            *map(parsed, row[_FIELDS + 2 :]),
        )
        for row in db.execute(sql, (value,)).fetchall()
    ]


def parsed(text: str | None) -> dict[str, Any] | None:
    """Return what a line holds; raises `UnfitRow` where it is no object of JSON."""
    if text is None:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError, TypeError) as error:
        raise UnfitRow from error
    if not isinstance(found, dict):
        raise UnfitRow
    return found
