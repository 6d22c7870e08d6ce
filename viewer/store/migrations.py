"""From older case files to the present one: a step for each version, after a copy was put aside."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlite_utils import Database

from viewer.errors import NewerCaseFile, NotACaseFile, OlderCaseFile
from viewer.store import schema

#: The step that leads from the version to the next one.
MIGRATIONS: Mapping[int, Callable[[Database], None]] = {}


def version(db: Database, path: Path) -> int:
    """Return the version of a case file; raises for other files and for later versions."""
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if application_id != schema.APPLICATION_ID or found < 1:
        raise NotACaseFile(path, "“{name}” is not a case file. Nothing was changed.")
    if found > schema.SCHEMA_VERSION:
        raise NewerCaseFile(
            path,
            "“{name}” was written by a newer version of Casefile and was not opened. "
            "Nothing was changed: install the present version to read it.",
        )
    return found


def require_present(found: int, path: Path) -> None:
    """Raise for a file that must first be brought to the present version, which needs writing."""
    if found < schema.SCHEMA_VERSION:
        raise OlderCaseFile(
            path,
            "“{name}” was written by an older version of Casefile and was not opened read-only. "
            "Open it for editing once: a copy is put aside and it is brought up to date.",
        )


def copy_path(path: Path, old: int) -> Path:
    """Return where the copy of a file of version `old` goes; never an existing file."""
    tries = (
        path.with_name(f"{path.stem} (before version {old + 1}{n}).casefile") for n in _suffixes()
    )
    return next(candidate for candidate in tries if not candidate.exists())


def _suffixes() -> list[str]:
    return ["", *(f", {n}" for n in range(2, 1000))]


def migrate(db: Database, path: Path, old: int) -> Path:
    """Put a copy aside, then bring the file to the present version; returns the copy's path."""
    aside = copy_path(path, old)
    db.execute("VACUUM INTO ?", (str(aside),))
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in range(old, schema.SCHEMA_VERSION):
            MIGRATIONS[step](db)
        db.execute(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    return aside
