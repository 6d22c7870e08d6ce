"""A whole copy of a case file that others may be writing: made page by page, then looked through.

SQLite's own backup lets writers in between its steps and begins anew when one came. A copy by
`VACUUM INTO` would keep the file from being written until it is done.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from viewer.errors import (
    BackupFailed,
    CaseFileBusy,
    DamagedCaseFile,
    FileProblem,
    NotACaseFile,
    WriteFailed,
    WrongPassphrase,
)
from viewer.store import engine, opening
from viewer.store.durable import make_durable
from viewer.store.keys import Key
from viewer.unfinished import unfinished

#: Pages that are copied while writers wait.
_STEP = 1024
#: How often a copy begins anew before all of it is copied in one step, if that is short.
_PATIENCE = 3
#: Bytes that are copied in less time than a writer waits.
_SHORT = 256 << 20

Hear = Callable[[], None]

_OF_THE_DISK = ("disk I/O error", "database or disk is full", "unable to open database file")
_NO_ROOM = (
    "No backup of “{name}” was made: its folder cannot be written, or the disk is full. The case "
    "and its older backups are as they were. Make room, or choose another folder."
)
_NOT_WHOLE = (
    "No backup of “{name}” was made: what was copied is not whole, so the case itself may be "
    "damaged. Older backups are as they were. Case ▸ Check this case tells more."
)


@dataclass(frozen=True, slots=True)
class Source:
    """A case file as a connection has it open, not in a transaction; the copy has its key."""

    db: Database
    path: Path
    key: Key | None = None


@contextmanager
def source(path: Path, key: Key | None = None) -> Iterator[Source]:
    """Open a case file to be copied, beside whoever has it open."""
    with engine.translated(path):
        db = engine.connect(path, "ro", key)
        try:
            yield Source(db, path, key)
        finally:
            db.close()


@contextmanager
def whole_copy(source: Source, folder: Path, hear: Hear = lambda: None) -> Iterator[Path]:
    """Give a verified copy of a case within a folder, to be put where it belongs.

    `hear` is called now and then and may end it by raising. Raises `BackupFailed` or another
    `FileProblem`.
    """
    with explained(source.path, *_no_backup(source.path)), temporary(folder) as fresh:
        copy_into(source, fresh, hear)
        yield fresh


def copy_into(source: Source, fresh: Path, hear: Hear = lambda: None) -> None:
    """Copy a case into an empty file, and raise unless what came there is the same."""
    first = _last_entry(source.db)
    _copy(source, fresh, hear)
    hear()
    if not _is_same(source, fresh, first):
        raise engine.damaged(fresh)
    hear()


def is_copy(source: Source, other: Path) -> bool:
    """Return whether another file is a whole copy of a case as it is now."""
    try:
        return _is_same(source, other, _last_entry(source.db))
    except (FileProblem, engine.DatabaseError):
        return False


@contextmanager
def explained(path: Path, no_room: FileProblem, not_whole: FileProblem) -> Iterator[None]:
    """Say what it means for a copy of a case that something goes wrong."""
    try:
        with engine.translated(path):
            yield
    except (DamagedCaseFile, NotACaseFile, WrongPassphrase) as error:
        raise not_whole from error
    except (OSError, WriteFailed) as error:
        raise no_room from error
    except engine.DatabaseError as error:
        # What ends a copy half-way says so in words alone.
        raise (no_room if str(error) in _OF_THE_DISK else not_whole) from error


def _no_backup(path: Path) -> tuple[FileProblem, FileProblem]:
    return BackupFailed(path, _NO_ROOM), BackupFailed(path, _NOT_WHOLE)


def put_in_place(fresh: Path, target: Path) -> None:
    """Give a finished file its name, in one step and durably."""
    make_durable(fresh)
    fresh.replace(target)
    make_durable(target)


def put_anew(fresh: Path, target: Path) -> None:
    """As `put_in_place`, but raises `FileExistsError` where another file has that name."""
    make_durable(fresh)
    _rename(fresh, target)
    make_durable(target)


def _rename(fresh: Path, target: Path) -> None:
    if os.name != "posix":
        fresh.rename(target)  # Windows replaces none so
        return
    try:
        target.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:
        # File systems of memory sticks know no links.
        if target.exists():
            raise FileExistsError from None
        fresh.rename(target)


def temporary(folder: Path) -> AbstractContextManager[Path]:
    """Give the path of a new, empty file within a folder, whose name says nothing of the case.

    It is gone afterwards, unless it was put in its place.
    """
    return unfinished(folder, "copy")


# Copying


def _copy(source: Source, fresh: Path, hear: Hear) -> None:
    copy = engine.connect(fresh, "rw", source.key)
    try:
        # What is half done is thrown away, and what is done made durable in the end.
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        watch = _Watch(source.path, hear)
        try:
            source.db.conn.backup(copy.conn, pages=_STEP, progress=watch)
        except _TooOften:
            source.db.conn.backup(copy.conn, progress=watch)
    finally:
        copy.close()


class _TooOften(Exception):  # noqa: N818 - no error
    """Others write the file all the time."""


class _Watch:
    """Follows a copy step by step: nobody else would end one that cannot go on."""

    def __init__(self, path: Path, hear: Hear) -> None:
        self._path, self._hear = path, hear
        self._left, self._beginnings = sys.maxsize, 0
        self._moved = time.monotonic()

    def __call__(self, status: int, left: int, _whole: int) -> None:
        self._hear()
        if status in engine.LOCKED:
            self._wait()
            return
        self._moved = time.monotonic()
        if left >= self._left:
            self._begin()
        self._left = left

    def _wait(self) -> None:
        if time.monotonic() - self._moved > engine.BUSY_SECONDS:
            raise self._busy()

    def _begin(self) -> None:
        self._beginnings += 1
        if self._beginnings == _PATIENCE:
            raise _TooOften if self._path.stat().st_size < _SHORT else self._busy()

    def _busy(self) -> CaseFileBusy:
        return CaseFileBusy(
            self._path,
            "“{name}” was being written all the time, so no backup was made. Nothing else was "
            "changed: try again when that is done.",
        )


# Looking through


def _is_same(source: Source, fresh: Path, first: Any) -> bool:
    """Return whether a whole copy ends as the case did when it was copied, or since.

    Raises `DamagedCaseFile` for one that is not whole.
    """
    with engine.translated(fresh):
        copy = engine.connect(fresh, "ro", source.key)
        try:
            require_whole(copy, fresh)
            is_alike = _form(copy) == _form(source.db)
            return is_alike and _is_in(source.db, _last_entry(copy), first)
        finally:
            copy.close()


def require_whole(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` unless every page of a file is there and as it was written."""
    opening.require_whole(db, path)
    if db.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise engine.damaged(path)


def _form(db: Database) -> tuple[Any, ...]:
    numbers = [
        db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    ]
    return (*numbers, *opening.structure(db))


_ENTRY = 'SELECT seq, at, who, label, (SELECT id FROM "case") FROM history'


def _last_entry(db: Database) -> Any:
    return db.execute(f"{_ENTRY} ORDER BY seq DESC LIMIT 1").fetchone()


def _is_in(db: Database, entry: Any, first: Any) -> bool:
    """Return whether an entry is one of the case's, and not before `first`."""
    if entry is None or first is None:
        return bool(entry == first)
    found = db.execute(f"{_ENTRY} WHERE seq = ?", (entry[0],)).fetchone()
    return bool(found == entry) and int(entry[0]) >= int(first[0])
