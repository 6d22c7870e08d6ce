"""What must be true of a file before it is read or written as a case."""

import os
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from viewer.errors import DamagedCaseFile, FileProblem, NotACaseFile
from viewer.store import engine, schema

_STRUCTURE = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"


def reserve(path: Path) -> None:
    """Make an empty file where there is none; raises a `FileProblem` where there is one.

    The one place that opens a case file past the engine: nobody holds it yet. Closing a file
    that the engine has open would drop its locks (POSIX).
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


def require_case_file(path: Path) -> None:
    """Raise `NotACaseFile` for any other file, without touching it or its journals."""
    db = engine.connect(path, "ro&immutable=1")
    try:
        found = db.execute("PRAGMA application_id").fetchone()[0]
    finally:
        db.close()
    if found != schema.APPLICATION_ID:
        raise not_a_case_file(path)


def not_a_case_file(path: Path) -> NotACaseFile:
    """Return the error for a file of another kind."""
    return NotACaseFile(path, "“{name}” is not a case file. Nothing was changed.")


def require_writable(path: Path) -> None:
    """Raise `ReadOnlyCaseFile` unless file and folder (for the journal) may be written."""
    real = path.resolve()
    if not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
        raise engine.read_only(path)


def require_sound(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` unless all pages, tables, indexes and triggers are there."""
    require_whole(db, path)
    require_structure(db, path)


def require_structure(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` for other tables, indexes or triggers, or other than one case."""
    if structure(db) != expected_structure():
        raise DamagedCaseFile(
            path,
            "“{name}” does not have the structure of a case file, so it was not opened. "
            "Nothing was changed: try a copy of it from a backup.",
        )
    if db.execute('SELECT count(*) FROM "case"').fetchone()[0] != 1:
        raise engine.damaged(path)


def require_whole(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` for a file that was cut off; not for use within a transaction."""
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    size = db.execute("PRAGMA page_size").fetchone()[0]
    if path.stat().st_size < pages * size:
        raise engine.damaged(path)


def structure(db: Database) -> list[tuple[Any, ...]]:
    """Return all tables, indexes and triggers: type, name, table and SQL."""
    return list(db.execute(_STRUCTURE).fetchall())


def expected_structure() -> list[tuple[Any, ...]]:
    """Return all tables, indexes and triggers of an undamaged case file of this version."""
    connection = engine.in_memory()
    try:
        connection.executescript(schema.script())
        return list(connection.execute(_STRUCTURE).fetchall())
    finally:
        connection.close()
