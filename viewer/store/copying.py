"""A whole copy of a case file that others may be writing: made page by page, then looked through.

SQLite's own backup lets writers in between its steps and begins anew when one came. A copy by
`VACUUM INTO` would keep the file from being written until it is done.
"""

import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

#: Pages that are copied while writers wait.
_STEP = 1024
#: How often a copy begins anew before all of it is copied in one step, if that is short.
_PATIENCE = 3
#: Bytes that are copied in less time than a writer waits.
_SHORT = 256 << 20
#: A file of this name is a copy that is not whole yet; it says nothing of the case.
_TEMPORARY = ".casefile-copy-"
#: Seconds after which nobody is writing such a file any more.
_ABANDONED = 3600

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


def copy_whole(source: Source, target: Path, hear: Hear = lambda: None) -> None:
    """Copy a case to a new file, verified and on the disk, or not at all.

    `hear` is called now and then and may end it by raising. Raises `BackupFailed` or another
    `FileProblem`.
    """
    with explained(source.path, *_no_backup(source.path)), temporary(target.parent) as fresh:
        copy_into(source, fresh, hear)
        put_in_place(fresh, target)


def copy_into(source: Source, fresh: Path, hear: Hear = lambda: None) -> None:
    """Copy a case into an empty file, and raise unless what came there is the same."""
    first = _last_entry(source.db)
    _copy(source, fresh, hear)
    hear()
    _require_same(source, fresh, first)
    hear()


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


@contextmanager
def temporary(folder: Path) -> Iterator[Path]:
    """Give the path of a new, empty file in a folder; it is gone afterwards."""
    sweep(folder)
    fresh = folder / f"{_TEMPORARY}{secrets.token_hex(6)}"
    opening.reserve(fresh)
    try:
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a computer that stopped left half copied."""
    for left in folder.glob(f"{_TEMPORARY}*"):
        try:
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
        except OSError:
            continue


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


def _require_same(source: Source, fresh: Path, first: Any) -> None:
    """Raise unless the copy is whole and ends as the case did when it was copied, or since."""
    with engine.translated(fresh):
        copy = engine.connect(fresh, "ro", source.key)
        try:
            require_whole(copy, fresh)
            is_same = _form(copy) == _form(source.db)
            is_same = is_same and _is_in(source.db, _last_entry(copy), first)
        finally:
            copy.close()
    if not is_same:
        raise engine.damaged(fresh)


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


_ENTRY = "SELECT seq, at, who, label FROM history"


def _last_entry(db: Database) -> Any:
    return db.execute(f"{_ENTRY} ORDER BY seq DESC LIMIT 1").fetchone()


def _is_in(db: Database, entry: Any, first: Any) -> bool:
    """Return whether an entry is one of the case's, and not before `first`."""
    if entry is None or first is None:
        return bool(entry == first)
    found = db.execute(f"{_ENTRY} WHERE seq = ?", (entry[0],)).fetchone()
    return bool(found == entry) and int(entry[0]) >= int(first[0])
