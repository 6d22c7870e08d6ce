"""What lies on the disk of a case as it was: backups, and copies that were put aside."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from viewer.errors import CasefileError
from viewer.store import engine
from viewer.store.backup import formers, tag_in
from viewer.store.backup_names import BackupName, folder_beside, tag_of

#: Bytes that are overwritten at a time.
_PIECE = 1 << 20
_BESIDE = ("", "-journal", "-wal", "-shm")


def former_files(case_id: str, case_path: Path, folder: Path | None = None) -> list[Path]:
    """Return the backups of a case, and the copies from before a migration or restoring.

    Backups are looked for beside the case file and in a folder of the user's, under whatever name
    the file had; not those of another case. What was copied by hand, or elsewhere, is not known.
    """
    folders = dict.fromkeys(filter(None, (folder, folder_beside(case_path))))
    backups = [path for each in folders for path in _backups(tag_of(case_id), each)]
    return backups + [former.path for former in formers(case_path)]


def _backups(tag: str, folder: Path) -> Iterator[Path]:
    try:
        found = sorted(entry.path for entry in os.scandir(folder))
    except OSError:
        return
    for path in map(Path, found):
        name = BackupName.read(path.name)
        if name is not None and name.tag == tag and path.is_file():
            yield path


def unencrypted_files(case_id: str, case_path: Path, folder: Path | None = None) -> list[Path]:
    """Return those of the former files of a case that open without a passphrase."""
    found = former_files(case_id, case_path, folder)
    return [path for path in found if _open_tag(path) == tag_of(case_id)]


def _open_tag(path: Path) -> str:
    try:
        with engine.translated(path):
            return tag_in(path)
    except (CasefileError, engine.DatabaseError):
        return ""


def discard(files: Iterable[Path]) -> list[Path]:
    """Overwrite files with zeros and delete them; returns those that could not be deleted.

    What a link leads to, and a file that has another name too, is not overwritten. Copying file
    systems and most flash storage write the zeros elsewhere than in the old place.
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
    try:
        state = path.lstat()
    except FileNotFoundError:
        return
    if not path.is_symlink() and state.st_nlink == 1:
        _overwrite(path, state.st_size)
    path.unlink()


def _overwrite(path: Path, size: int) -> None:
    with path.open("r+b", buffering=0) as file:
        for place in range(0, size, _PIECE):
            file.write(bytes(min(_PIECE, size - place)))
        os.fsync(file.fileno())
