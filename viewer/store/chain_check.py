"""Is the history as it was written? What is not is named, entry by entry.

Nothing here can tell a history that somebody wrote anew from its first changed entry to its end,
every hash included, nor one whose end was cut off with all that it did: only a seal can.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from viewer.domain.text import shortened
from viewer.store import chain
from viewer.store.called import LENGTH, called_by_id
from viewer.store.readable import ReadableCase

#: Records that a sentence about an entry names, before it only counts.
_NAMED = 3

_ENTRIES = (
    "SELECT seq, at, who, label, deed, reverses, salt, digest, hash FROM history ORDER BY seq"
)
_LINES = """SELECT seq, n, kind, record_id, before, after, salt, digest FROM history_change
            ORDER BY seq, n"""
_FORGETTINGS = """SELECT c.record_id, max(c.seq) FROM history_change c
                  JOIN history h ON h.seq = c.seq WHERE h.deed = 'forget' GROUP BY c.record_id"""

#: A row of `_LINES`.
_Line = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    seq: int
    at: str
    label: str
    #: Whether its own words are as they were written, and which of its lines are not.
    is_true: bool
    changed: tuple[tuple[str, str], ...]
    #: The hash that it has, and the one that follows from what it holds.
    hash: str
    rightly: str

    @property
    def name(self) -> str:
        words = f"“{shortened(self.label, LENGTH)}”, " if self.label else ""
        return f"ntry {self.seq} of the history ({words}{shortened(self.at, LENGTH)})"


def problems(db: Database, case: ReadableCase) -> Iterator[str]:
    """Yield a sentence for each entry that is not as it was written, or not there."""
    before: _Entry | None = None
    for entry in _entries(db):
        number = before.seq if before else 0
        yield from _missing(number + 1, entry.seq)
        yield from _changed(entry, case)
        is_alone = entry.seq != number + 1 or not entry.is_true or entry.changed
        if entry.hash != entry.rightly and not is_alone:
            yield _torn(entry, before)
        before = entry
    last = before.seq if before else 0
    yield from _missing(last + 1, chain.next_number(db))
    if chain.last_number(db) < last:
        yield "The number up to which the history was counted was taken back past Casefile."


def _missing(first: int, end: int) -> Iterator[str]:
    if first + 1 == end:
        yield f"Entry {first} of the history is missing."
    elif first < end:
        yield f"Entries {first} to {end - 1} of the history are missing."


def _changed(entry: _Entry, case: ReadableCase) -> Iterator[str]:
    if not entry.is_true:
        yield f"E{entry.name} is not as it was written."
    if entry.changed:
        named = [f"the {called_by_id(case, *line)}" for line in entry.changed[:_NAMED]]
        more = len(entry.changed) - len(named)
        named += [f"{more:,} more"] if more else []
        said = ", ".join(named)
        yield f"E{entry.name} is not as it was written: what it says of {said} was changed."


def _torn(entry: _Entry, before: _Entry | None) -> str:
    if before is None:
        return (
            f"E{entry.name} is not as it was written: it was changed, or lines of it were added, "
            "removed or put in another order."
        )
    return (
        f"E{entry.name} does not follow from e{before.name}: one of them is not as it was written, "
        "or lines were added to it, removed from it or put in another order."
    )


def _entries(db: Database) -> Iterator[_Entry]:
    """Yield the entries, each with what follows from the hash of the one before."""
    forgettings: dict[str, int] = dict(db.execute(_FORGETTINGS).fetchall())
    last = max(forgettings.values(), default=0)
    runs = _Runs(db)
    previous = chain.NOTHING_BEFORE
    for *words, salt, digest, hash in db.execute(_ENTRIES):
        seq, at, _, label, *_ = words
        is_true = _is_true(words, salt, digest, is_empty=seq < last)
        link = _begun(previous, seq, digest)
        changed = []
        for line in runs.of(seq):
            if not _is_line_true(line, forgettings):
                changed.append(line[2:4])
            link = _extended(link, line[-1])
        yield _Entry(seq, at, label, is_true, tuple(changed), hash, link.hash if link else "")
        previous = hash


class _Runs:
    """The lines of the history, read once, entry by entry."""

    def __init__(self, db: Database) -> None:
        self._runs = groupby(db.execute(_LINES), key=itemgetter(0))
        self._next: tuple[int, Iterator[_Line]] | None = next(self._runs, None)

    def of(self, seq: int) -> Iterator[_Line]:
        """Return the lines of an entry, to be read at once; those of lower numbers are passed."""
        while self._next is not None and self._next[0] < seq:
            self._next = next(self._runs, None)
        return self._next[1] if self._next is not None and self._next[0] == seq else iter(())


def _is_line_true(line: _Line, forgettings: dict[str, int]) -> bool:
    *said, salt, digest = line
    seq, _, _, id, before, after = said
    is_empty = before is None and after is None and seq < forgettings.get(id, 0)
    return _is_true(said, salt, digest, is_empty=is_empty)


def _is_true(said: list[Any], salt: str | None, digest: str, *, is_empty: bool) -> bool:
    """Whether a digest is that of what is said, or nothing is said since it was forgotten."""
    if salt is None:
        return is_empty
    try:
        return chain.digest(salt, said) == digest
    except ValueError:
        return False


def _begun(previous: str, seq: int, digest: str) -> chain.Link | None:
    try:
        return chain.Link(previous, seq, digest)
    except (ValueError, OverflowError):
        return None


def _extended(link: chain.Link | None, digest: str) -> chain.Link | None:
    """Add a line; None where one of the parts is no digest at all."""
    try:
        if link is not None:
            link.add(digest)
    except ValueError:
        return None
    return link
