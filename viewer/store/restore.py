"""Putting a backup in the place of a case file, which is kept aside as it was."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from viewer.errors import BackupFailed, CaseFileBusy, DamagedCaseFile, FileProblem
from viewer.store import copying, engine, migrations, opening
from viewer.store.backup_names import SUFFIX, stem_of
from viewer.store.durable import make_durable
from viewer.store.keys import Key

#: What the engine keeps beside a file: the undo of a change, which belongs to that file alone.
_BESIDE = ("-journal", "-wal", "-shm")
#: Where the engine marks a file that is held for writing: SQLite's RESERVED byte.
_HELD_AT = 0x40000001
_UNREADABLE = (
    "“{name}” cannot be restored: the backup is not whole. The case was left as it is. Try another "
    "backup."
)
_NO_ROOM = (
    "“{name}” was not restored: its folder cannot be written, the disk is full, or another program "
    "uses the file. The case and its backups are as they were. Make room for two more copies of "
    "it, and try again."
)


def restore(
    backup: Path, target: Path, key: Key | None = None, present: Key | None = None
) -> Path | None:
    """Put a backup in the place of a case file, durably and in one step.

    `key` opens the backup, `present` the file that is replaced, where that is known. That file is
    kept aside first, byte for byte with what lies beside it; the path of that copy is returned,
    or None where there was no file. Raises a `FileProblem`, and then nothing was replaced.
    """
    real = target.resolve()
    _require_other(backup, real)
    require_free(real)
    key = _fitting(backup, key)
    problems = BackupFailed(target, _NO_ROOM), BackupFailed(backup, _UNREADABLE)
    with copying.explained(target, *problems), copying.temporary(real.parent) as fresh:
        with copying.source(backup, key) as source:
            copying.copy_into(source, fresh)
        aside = _keep_aside(real)
        _part_from_journal(real, present)
        require_free(real)
        copying.put_in_place(fresh, real)
    return aside


def _fitting(backup: Path, key: Key | None) -> Key | None:
    """Return the key of a backup that can be read; raises a `FileProblem`."""
    with engine.translated(backup):
        key = opening.fitting(backup, key)
        opening.require_case_file(backup, key)
        with copying.source(backup, key) as source:
            migrations.version(source.db, backup)
    return key


def _require_other(backup: Path, real: Path) -> None:
    engine.require_file(backup)
    if not real.exists():
        return
    engine.require_file(real)
    if real.samefile(backup):
        raise FileProblem(
            backup, "“{name}” is the case itself, so there is nothing to restore. Choose another."
        )


def require_free(path: Path) -> None:
    """Raise `CaseFileBusy` when another program holds the file for writing, whatever its key."""
    if os.name != "posix" or not path.exists():
        return  # Windows refuses to replace what somebody has open.
    import fcntl

    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return  # Nor can it be kept aside, which says so.
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, _HELD_AT)
    except OSError as error:
        raise _busy(path) from error
    finally:
        os.close(descriptor)


def _busy(path: Path) -> CaseFileBusy:
    return CaseFileBusy(
        path,
        "“{name}” is open in another window or program, so nothing was restored. Close it there "
        "and try again.",
    )


# The file that is replaced


def _keep_aside(real: Path) -> Path | None:
    """Copy a file and what lies beside it, byte for byte, whatever its state."""
    if not real.exists():
        return None
    aside = aside_path(real)
    for end in ("", *_BESIDE):
        if _with(real, end).exists():
            shutil.copyfile(_with(real, end), _with(aside, end))
            shutil.copymode(real, _with(aside, end))
            make_durable(_with(aside, end))
    return aside


def aside_path(path: Path) -> Path:
    """Return where a file goes that is replaced; never an existing file."""
    at = f"{datetime.now(UTC):%Y-%m-%d %H.%M.%S} UTC"
    names = (f"{stem_of(path)} (before restoring, {at}{more})" for more in _suffixes())
    tries = (path.with_name(f"{name}{SUFFIX}") for name in names)
    return next(each for each in tries if not each.exists())


def _suffixes() -> Iterator[str]:
    yield ""
    yield from (f", {number}" for number in count(2))


def _part_from_journal(real: Path, key: Key | None) -> None:
    """Leave nothing beside the path that would be done to the file that comes there."""
    if real.exists():
        # So that the old file is whole until the moment in which the new one takes its place.
        with suppress(DamagedCaseFile):
            engine.recover(real, key)
    for end in _BESIDE:
        _with(real, end).unlink(missing_ok=True)


def _with(path: Path, end: str) -> Path:
    return path.with_name(f"{path.name}{end}")
