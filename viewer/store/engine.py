"""The one door to the database engine: SQLCipher's SQLite, spoken to through sqlite-utils.

sqlite-utils catches the error classes of the module it finds as `pysqlite3`; it must find
sqlcipher3 there, or a failed write would leave its transaction open. Error classes and
connections are therefore taken from this module only.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as engine

from viewer.errors import (
    CaseFileBusy,
    CasefileError,
    FileProblem,
    Interrupted,
    NotACaseFile,
    ReadOnlyCaseFile,
    WriteFailed,
)
from viewer.store import beside, first_page, on_disk, trouble, untrusted
from viewer.store.keys import Key
from viewer.store.trouble import damaged as damaged
from viewer.store.trouble import full, locked_up, not_read, not_written, too_large, too_long
from viewer.store.untrusted import attaching as attaching
from viewer.store.untrusted import require_file as require_file

sys.modules["pysqlite3"] = sys.modules["pysqlite3.dbapi2"] = engine

from sqlite_utils import Database  # noqa: E402 - must see the engine above

#: Seconds to wait for another program's lock before saying so.
BUSY_SECONDS = 3.0
#: Seconds to wait for a file that another window may hold for hours.
HELD_SECONDS = 0.3

_PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",  # what is sorted would lie on the disk unencrypted
    "recursive_triggers=ON",
    "cache_size=-65536",  # kibibytes: the indexes of a bulk import stay in memory
)

#: What the engine says of values that no case file has, without a code of its own.
_DAMAGE = ("decode to UTF-8", "malformed JSON", "fts5")

#: Bytes of a path that the engine takes, and of a name that leaves room for that of its journal.
_LONGEST_PATH, _LONGEST_NAME = 500, 247

DatabaseError = engine.DatabaseError
OperationalError = engine.OperationalError
IntegrityError = engine.IntegrityError
#: What the engine answers while another connection's lock is in the way.
LOCKED = (engine.SQLITE_BUSY, engine.SQLITE_LOCKED)


def connect(path: Path, mode: str, key: Key | None = None) -> Database:
    """Open a database file; `mode` is `ro` or `rw`, as in SQLite's URI file names.

    Whether the key fits shows when something is read.
    """
    connection = _opened(path, mode, key)
    try:
        with untrusted.budget(connection, path):
            return _prepared(connection)
    except BaseException:
        connection.close()
        raise


@contextmanager
def budget(db: Database, path: Path) -> Iterator[None]:
    """Raise `DamagedCaseFile` for what takes more work than a case of that size can need."""
    with untrusted.budget(db.conn, path):
        yield


def header(path: Path, name: str, key: Key | None = None, *, is_locked: bool = True) -> int:
    """Return a number from the first page, without touching the file or what is beside it.

    Where `is_locked` is false the engine may use no locks, and so no write-ahead log, either.
    """
    connection = _opened(path, "ro&immutable=1" if is_locked else "ro&nolock=1", key)
    try:
        found = connection.execute(f"PRAGMA {name}").fetchone()
        return int(found[0]) if found else 0
    finally:
        connection.close()


def _opened(path: Path, mode: str, key: Key | None) -> Any:
    untrusted.require_files_beside(path)
    if mode in ("ro", "rw"):
        beside.require_no_log(path)
    if mode == "rw":  # Nobody else puts anything back.
        beside.require_harmless_journal(path, key)
    made = engine.Connection if key is None else first_page.looked_at(path, key)
    connection = engine.connect(
        _uri(path, mode), uri=True, timeout=BUSY_SECONDS, isolation_level=None, factory=made
    )
    try:
        _unlock(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


def wait(db: Database, seconds: float) -> None:
    """Set how long a connection waits for another program's lock."""
    db.execute(f"PRAGMA busy_timeout={round(seconds * 1000)}")


def _prepared(connection: Any) -> Database:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    untrusted.confine(connection)
    return Database(connection, execute_plugins=False)


def _unlock(connection: Any, key: Key | None) -> None:
    if key is not None:
        # Otherwise it writes on standard error what it thinks of a wrong passphrase.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key="{key.literal}"')


def recover(path: Path, key: Key | None = None) -> None:
    """Undo what a crash left half done, which a read-only connection may not; else nothing."""
    if not on_disk.journal_of(path).exists():
        return
    try:
        db = connect(path, "rw", key)
    except engine.DatabaseError:
        return
    try:
        db.execute("PRAGMA user_version").fetchone()
    except engine.DatabaseError:
        return  # Reading it says why.
    finally:
        db.close()


def in_memory(key: Key | None = None) -> Any:
    """Open a database of its own in memory, for comparing.

    What is copied from an encrypted file needs a key here, too, whichever.
    """
    connection = engine.connect(":memory:", isolation_level=None)
    _unlock(connection, key)
    return connection


def attach(db: Database, path: Path, name: str, key: Key | None) -> None:
    """Give a connection a second file, to be written, which the name tells from its own."""
    literal = "''" if key is None else f'"{key.literal}"'
    db.execute(f"ATTACH ? AS {name} KEY {literal}", (_uri(path, "rw"),))


def salt_of(path: Path) -> bytes:
    """Return the first 16 bytes of a file, which are the salt of an encrypted one.

    They are read through the engine: whoever opens and closes a file past it drops its locks.
    """
    connection = engine.connect(_uri(path, "ro&immutable=1"), uri=True, isolation_level=None)
    try:
        _unlock(connection, Key.random())
        found = connection.execute("PRAGMA cipher_salt").fetchone()
        return bytes.fromhex(found[0]) if found else b""
    finally:
        connection.close()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the engine's errors into sentences for the user; what is our own bug passes on."""
    try:
        yield
    except (UnicodeDecodeError, OverflowError, trouble.UnfitRow) as error:
        raise damaged(path) from error
    except MemoryError as error:
        raise too_large(path) from error
    except engine.DatabaseError as error:
        raise _sentence(path, error) or error from error


@contextmanager
def translated_writing(path: Path) -> Iterator[None]:
    """As `translated`, for the transaction that writes a change: it says that it was not."""
    try:
        with translated(path):
            yield
    except FileProblem as error:
        raise _unwritten(path, error.__cause__) or error from error.__cause__


def _unwritten(path: Path, cause: BaseException | None) -> CasefileError | None:
    match _code(cause):
        case engine.SQLITE_IOERR | engine.SQLITE_CANTOPEN:
            return not_written(path)
        case engine.SQLITE_READONLY:
            return locked_up(path)
        case _:
            return None


def is_no_database(error: Exception) -> bool:
    """Whether what was read is no database, or not with this key."""
    return _code(error) == int(engine.SQLITE_NOTADB)


def is_interrupted(error: Exception) -> bool:
    """Whether somebody wanted no answer any more."""
    return _code(error) == int(engine.SQLITE_INTERRUPT)


def is_of_disk(error: Exception) -> bool:
    """Whether the disk had no room, or failed."""
    return _code(error) in (engine.SQLITE_FULL, engine.SQLITE_IOERR)


def cannot_open(error: Exception) -> bool:
    """Whether the engine could not open a file, or only in a way that it was not allowed."""
    return _code(error) == int(engine.SQLITE_CANTOPEN)


def is_long(path: Path) -> bool:
    """Whether the engine, and its journal beside the file, find no room for the name."""
    whole = os.fsencode(path.absolute())
    return len(whole) > _LONGEST_PATH or len(os.fsencode(path.name)) > _LONGEST_NAME


def require_unlocked(status: int, _left: int, _whole: int) -> None:
    """Be a backup's progress that ends it, rather than waits, where a lock is in the way."""
    if status in LOCKED:
        raise OperationalError("database is locked")


def is_busy(error: Exception) -> bool:
    """Whether another connection's lock was in the way."""
    return _code(error) in LOCKED


def _code(error: BaseException | None) -> int:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _sentence(path: Path, error: Any) -> CasefileError | None:
    match _code(error):
        case engine.SQLITE_BUSY | engine.SQLITE_LOCKED:
            return CaseFileBusy(
                path,
                "“{name}” is open for editing in another window or program. Nothing was changed. "
                "Close it there, or open it read-only here.",
            )
        case engine.SQLITE_NOTADB:
            return NotACaseFile(
                path, "“{name}” is not a case file, or it is damaged. Nothing was changed."
            )
        case engine.SQLITE_READONLY:
            return read_only(path)
        case engine.SQLITE_CORRUPT:
            return damaged(path)
        case engine.SQLITE_FULL:
            return full(path)
        case engine.SQLITE_IOERR:
            return not_read(path)
        case engine.SQLITE_CANTOPEN if is_long(path):
            return too_long(path)
        case engine.SQLITE_CANTOPEN:
            return WriteFailed(
                path,
                "“{name}” could not be opened where it is. Nothing was changed. Check that its "
                "folder exists and that you may read and write there.",
            )
        case engine.SQLITE_TOOBIG:
            return WriteFailed(
                path,
                "That is more than one record of “{name}” can hold (a gigabyte). Nothing was "
                "changed. Divide it and try again.",
            )
        case engine.SQLITE_INTERRUPT:
            return Interrupted("Reading was given up; nothing was changed.")
        case _:
            return damaged(path) if any(mark in str(error) for mark in _DAMAGE) else None


def read_only(path: Path) -> ReadOnlyCaseFile:
    """Return the error for a file that may be read but not written."""
    return ReadOnlyCaseFile(
        path,
        "“{name}” cannot be written: the file, its folder or the medium is read-only. "
        "Open it read-only, or copy it to a folder of your own.",
    )
