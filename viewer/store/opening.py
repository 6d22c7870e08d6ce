"""What must be true of a file before it is read or written as a case."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from viewer.errors import (
    DamagedCaseFile,
    FileProblem,
    NotACaseFile,
    PassphraseNeeded,
    ReadOnlyCaseFile,
    WriteFailed,
    WrongPassphrase,
)
from viewer.store import engine, on_disk, schema, trouble
from viewer.store.keys import Key

#: A beginning that was lost; no encrypted file begins so.
_WIPED = bytes(16)
_STRUCTURE = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name"
# Without its secure-delete, a deleted word would stay in the search.
_SETTINGS = """SELECT 'setting', 'search_index ' || k, 'search_index', v FROM search_index_config
    WHERE k <> 'version' ORDER BY k"""


def reserve(path: Path) -> None:
    """Make an empty file where there is none; raises a `FileProblem` where there is one.

    It opens a case file past the engine: nobody holds it yet. Closing a file that the engine has
    open would drop its locks (POSIX).
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise FileProblem(
            path, "There is a file “{name}” already; it was left as it is. Choose another name."
        ) from None
    except OSError as error:
        raise FileProblem(
            path,
            "“{name}” could not be made in its folder. Check that the folder exists and that you "
            "may write there, or choose another.",
        ) from error


def require_case_file(path: Path, key: Key | None = None) -> None:
    """Raise `NotACaseFile` for any other file, without touching it or its journals.

    Raises `PassphraseNeeded` for a file that is encrypted, and `WrongPassphrase` for one that the
    key does not open.
    """
    try:
        found = engine.header(path, "application_id", key)
    except engine.DatabaseError as error:
        if not (engine.is_no_database(error) or _has_journal(path)):
            raise
        found = _recovered_id(path, key)
    if found != schema.APPLICATION_ID:
        raise not_a_case_file(path)
    if engine.header(path, "page_size", key) != on_disk.SIZE:
        raise trouble.foreign(path)
    _require_no_log(path, key)


def _require_no_log(path: Path, key: Key | None) -> None:
    """Raise for a file that the engine would open only with a log beside it, which it makes."""
    if _is_read(path, key):
        return
    # A journal is in the way of the answer.
    engine.recover(path, key)
    _is_read(path, key)


def _is_read(path: Path, key: Key | None) -> bool:
    try:
        engine.header(path, "application_id", key, is_locked=False)
    except engine.DatabaseError as error:
        if engine.cannot_open(error):
            raise trouble.logged(path) from error
        return False
    return True


def _recovered_id(path: Path, key: Key | None) -> int:
    """Try once more after undoing a crash.

    It may have cut the first page, or left it telling of pages that were not written any more.
    """
    if key is None and engine.salt_of(path) != on_disk.HEADER:
        raise _unreadable(path)
    engine.recover(path, key)
    try:
        return engine.header(path, "application_id", key)
    except engine.DatabaseError as error:
        if key is None:
            raise _unreadable(path) from error
        if not engine.is_no_database(error):
            raise
        raise WrongPassphrase(
            path,
            "The passphrase of “{name}” is another one, or the file is damaged where it begins: "
            "one that never had a passphrase then looks as if it had. Nothing was changed: try "
            "again, open a backup, or save what can still be read into a new file (“casefile "
            "recover”, or “Salvage…” in the window).",
        ) from error


def _has_journal(path: Path) -> bool:
    return on_disk.journal_of(path).exists()


def _unreadable(path: Path) -> FileProblem:
    size = path.stat().st_size
    if size == 0 or size % on_disk.SIZE:
        return not_a_case_file(path)
    if engine.salt_of(path) in (on_disk.HEADER, _WIPED):
        return engine.damaged(path)
    return PassphraseNeeded(
        path,
        "“{name}” is protected with a passphrase, or it is damaged where it begins, or not a case "
        "file. Nothing was changed.",
    )


def is_encrypted(path: Path) -> bool:
    """Return whether a passphrase is needed; raises `NotACaseFile` for what is no case file."""
    try:
        require_case_file(path)
    except PassphraseNeeded:
        return True
    return False


def fitting(path: Path, key: Key | None) -> Key | None:
    """Return the key, or None where the file is not encrypted and needs none."""
    return key if key is not None and engine.salt_of(path) != on_disk.HEADER else None


def not_a_case_file(path: Path) -> NotACaseFile:
    """Return the error for a file of another kind."""
    return NotACaseFile(path, "“{name}” is not a case file. Nothing was changed.")


def require_writable(path: Path) -> None:
    """Raise `ReadOnlyCaseFile` unless file and folder (for the journal) may be written."""
    if not is_writable(path):
        raise engine.read_only(path)


def is_writable(path: Path) -> bool:
    """Return whether the system lets a file, and its folder, be written."""
    real = path.resolve()
    return os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)


def require_sound(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` unless all pages, tables, indexes and triggers are there."""
    require_whole(db, path)
    require_structure(db, path)


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn every error of the engine into a sentence: no case file asks for what it cannot do."""
    try:
        with engine.translated(path):
            yield
    except engine.DatabaseError as error:
        raise trouble.foreign(path) from error
    except (DamagedCaseFile, NotACaseFile, ReadOnlyCaseFile, WriteFailed) as error:
        if _has_journal(path) and not is_writable(path):
            raise trouble.unfinished(path) from error
        raise


def require_structure(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` for other tables, indexes or triggers, or other than one case."""
    if structure(db) != expected_structure():
        raise trouble.foreign(path)
    if db.execute('SELECT count(*) FROM "case"').fetchone()[0] != 1:
        raise engine.damaged(path)


def require_whole(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` for a file that was cut off; not for use within a transaction."""
    # Of an encrypted file, the size of a page comes as text.
    pages, size = (
        int(db.execute(f"PRAGMA {n}").fetchone()[0]) for n in ("page_count", "page_size")
    )
    if path.stat().st_size < pages * size:
        raise engine.damaged(path)


def structure(db: Database) -> list[tuple[Any, ...]]:
    """Return all tables, indexes and triggers: type, name, table and SQL; and settings."""
    return _structure(db)


def expected_structure() -> list[tuple[Any, ...]]:
    """Return all tables, indexes and triggers of an undamaged case file of this version."""
    return list(_made_by(schema.script()))


@lru_cache(maxsize=2)
def _made_by(script: str) -> tuple[tuple[Any, ...], ...]:
    connection = engine.in_memory()
    try:
        connection.executescript(script)
        return tuple(_structure(connection))
    finally:
        connection.close()


def _structure(connection: Any) -> list[tuple[Any, ...]]:
    return [row for sql in (_STRUCTURE, _SETTINGS) for row in connection.execute(sql).fetchall()]
