"""From older case files to the present one, after a copy was put aside."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from viewer.errors import CaseFileBusy, NewerCaseFile, OlderCaseFile
from viewer.store import copying, engine, opening, restructure, schema
from viewer.store.keys import Key

#: What must be done to the data of a version beyond giving it the present structure.
MIGRATIONS: Mapping[int, Callable[[Database], None]] = {}


def version(db: Database, path: Path) -> int:
    """Return the version of a case file; raises for other files and for later versions."""
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found < 1:
        raise opening.not_a_case_file(path)
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


def _copy_paths(path: Path, old: int) -> Iterator[Path]:
    """Yield where the copy of a file of version `old` may go."""
    for n in _suffixes():
        yield path.with_name(f"{path.stem} (before version {old + 1}{n}).casefile")


def _suffixes() -> Iterator[str]:
    yield ""
    yield from (f", {n}" for n in count(2))


def migrate(db: Database, path: Path, old: int, key: Key | None = None) -> Path:
    """Put a copy aside, then bring the file to the present version; returns the copy's path.

    When a step fails, or leaves another structure than a new file of this version has, the file
    is as it was and the copy is gone.
    """
    opening.require_whole(db, path)
    if opening.structure(db) == opening.expected_structure():
        raise engine.damaged(path)  # Only what the file says of its version is an older one's.
    source, seen = copying.Source(db, path, key), _data_version(db)
    try:
        _free(db, True)
        with copying.whole_copy(source, path.parent) as fresh:
            db.execute("BEGIN IMMEDIATE")
            if _data_version(db) != seen:
                raise CaseFileBusy(path, "“{name}” was changed while it was copied. Open it again.")
            aside = _put_aside(source, fresh, old)
        _step_or_discard(db, path, old, aside)
    except BaseException:
        db.conn.rollback()
        raise
    finally:
        _free(db, False)
    return aside


def _put_aside(source: copying.Source, fresh: Path, old: int) -> Path:
    """Return where a copy of the file is: one that was made before all stopped does as well."""
    for made in _copy_paths(source.path, old):
        if not made.exists():
            copying.put_anew(fresh, made)
            return made
        if copying.is_copy(source, made):
            return made
    raise AssertionError


def _step_or_discard(db: Database, path: Path, old: int, aside: Path) -> None:
    try:
        _step(db, path, old)
    except BaseException:
        db.conn.rollback()
        aside.unlink(missing_ok=True)
        raise


def _free(db: Database, is_free: bool) -> None:
    """Let tables be made anew under the references to them; not for use in a transaction."""
    db.execute(f"PRAGMA foreign_keys={'OFF' if is_free else 'ON'}")
    db.execute(f"PRAGMA legacy_alter_table={'ON' if is_free else 'OFF'}")


def _step(db: Database, path: Path, old: int) -> None:
    for version in range(old, schema.SCHEMA_VERSION):
        if version in MIGRATIONS:
            MIGRATIONS[version](db)
    restructure.restructure(db)
    opening.require_structure(db, path)
    if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise engine.damaged(path)
    db.execute(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
    db.execute("COMMIT")


def _data_version(db: Database) -> int:
    return int(db.execute("PRAGMA data_version").fetchone()[0])
