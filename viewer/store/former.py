"""What lies on the disk of a case as it was: backups, and copies that were put aside."""

import os
from collections.abc import Iterable
from pathlib import Path

from viewer.store.backup import backups
from viewer.store.backup_names import SUFFIX, stem_of

#: Bytes that are overwritten at a time.
_PIECE = 1 << 20
_BESIDE = ("", "-journal", "-wal", "-shm")


def former_files(case_path: Path, folder: Path | None = None) -> list[Path]:
    """Return the backups of a case file, and the copies from before a migration or restoring.

    Backups are looked for in a folder, that beside the case if none is given. What was copied by
    hand, or elsewhere, is not known.
    """
    found = [backup.path for backup in backups(case_path, folder)]
    begins = f"{stem_of(case_path)} (before "
    try:
        aside = sorted(entry.path for entry in os.scandir(case_path.parent) if entry.is_file())
    except OSError:
        aside = []
    paths = map(Path, aside)
    return found + [p for p in paths if p.name.startswith(begins) and p.suffix == SUFFIX]


def discard(files: Iterable[Path]) -> list[Path]:
    """Overwrite files with zeros and delete them; returns those that could not be deleted.

    Copying file systems and most flash storage write the zeros elsewhere than in the old place.
    """
    return [path for path in files if not _is_gone(path)]


def _is_gone(path: Path) -> bool:
    try:
        for end in _BESIDE:
            _discard(path.with_name(f"{path.name}{end}"))
    except OSError:
        return False
    return True


def _discard(path: Path) -> None:
    if not path.exists():
        return
    with path.open("r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        for place in range(0, size, _PIECE):
            file.write(bytes(min(_PIECE, size - place)))
        os.fsync(file.fileno())
    path.unlink()
