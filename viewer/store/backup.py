"""Backups of a case: made beside a window that has it open, verified, listed, and rotated."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from viewer.domain.rotation import kept
from viewer.errors import BackupFailed, CasefileError
from viewer.store import copying, engine, opening
from viewer.store.access import Access
from viewer.store.backup_names import SUFFIX, BackupName, folder_beside, stem_of, tag_of

#: Backups of a case that stay where nobody says how many: all that rotation keeps.
KEPT = 20
#: Seconds since 1970, in the year 2242. Some file systems keep any number.
_LATEST = 1 << 33


@dataclass(frozen=True, slots=True)
class Backup:
    """A file that is called like a backup: when it was made (UTC) and its size in bytes."""

    path: Path
    name: BackupName
    size: int

    @property
    def at(self) -> datetime:
        """When it was made, UTC."""
        return self.name.at


def back_up(
    access: Access,
    folder: Path | None = None,
    *,
    keep: int = KEPT,
    hear: Callable[[], None] = lambda: None,
) -> Backup:
    """Make a backup in a folder, that beside the case if none is given, then rotate the older ones.

    It is encrypted as the case is. Others may read and write the case meanwhile. `hear` is called
    now and then and may end it by raising. Raises a `FileProblem`; the older backups are then as
    they were.
    """
    folder = folder or folder_beside(access.path)
    with access.open() as case:
        tag = tag_of(case.case.id)
    _make(folder, access.path)
    name = BackupName.now(access.path, tag)
    with (
        copying.source(access.path, access.key) as source,
        copying.whole_copy(source, folder, hear) as fresh,
    ):
        made = _named(fresh, name, access.path, folder)
    _rotate(access.path, made, keep)
    return made


def _named(fresh: Path, name: BackupName, case_path: Path, folder: Path) -> Backup:
    """Give a copy a name that no other has: one may have been made while it was copied."""
    tried: list[BackupName] = []
    while True:
        others = [each.name for each in backups(case_path, folder)]
        name = name.after(others + tried)
        try:
            copying.put_anew(fresh, folder / str(name))
        except FileExistsError:
            tried.append(name)
            continue
        return Backup(folder / str(name), name, (folder / str(name)).stat().st_size)


def _make(folder: Path, case_path: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=False, exist_ok=True)
    except OSError as error:
        raise BackupFailed(
            case_path,
            "No backup of “{name}” was made: its folder could not be made. The case is as it was. "
            "See that the disk is connected and may be written, or choose another folder.",
        ) from error


def backups(case_path: Path, folder: Path | None = None) -> list[Backup]:
    """Return what is called like a backup of a case file, the newest first; opens none of them."""
    folder = folder or folder_beside(case_path)
    try:
        found = [_backup(Path(entry.path), entry) for entry in os.scandir(folder)]
    except OSError:
        return []
    own = [each for each in found if each and each.name.stem == stem_of(case_path)]
    return sorted(own, key=lambda each: (each.at, each.path.name), reverse=True)


def backups_of(case_id: str, case_path: Path, folder: Path | None = None) -> list[Backup]:
    """Return the backups of one case only, where others of that name share the folder."""
    tag = tag_of(case_id)
    return [each for each in backups(case_path, folder) if each.name.tag == tag]


@dataclass(frozen=True, slots=True)
class Former:
    """A case file as it was before it was restored or brought up to date; at is UTC."""

    path: Path
    at: datetime
    size: int


def formers(case_path: Path) -> list[Former]:
    """Return what was kept beside a case file before something was done to all of it."""
    try:
        found = [Path(entry.path) for entry in os.scandir(case_path.parent) if entry.is_file()]
    except OSError:
        return []
    heads = tuple(f"{stem} (before " for stem in {case_path.stem, stem_of(case_path)})
    kept_aside = [p for p in found if p.name.startswith(heads) and p.name.endswith(f"){SUFFIX}")]
    each = [Former(p, modified(p), p.stat().st_size) for p in kept_aside]
    return sorted(each, key=lambda former: former.at, reverse=True)


def modified(path: Path) -> datetime:
    """Return when a file was written last (UTC); of a time beyond all, the nearest that can be."""
    return datetime.fromtimestamp(min(max(path.stat().st_mtime, 0), _LATEST), UTC)


def _backup(path: Path, entry: os.DirEntry[str]) -> Backup | None:
    name = BackupName.read(path.name)
    with suppress(FileNotFoundError):  # another one that was just made took its place
        if name is not None and entry.is_file(follow_symlinks=False):
            return Backup(path, name, entry.stat(follow_symlinks=False).st_size)
    return None


def _rotate(case_path: Path, made: Backup, keep: int) -> None:
    """Remove what need not be kept besides the one just made; what cannot be removed stays."""
    found = backups(case_path, made.path.parent)
    own = [each for each in found if each.path == made.path or _is_of(each, made.name.tag)]
    staying = _staying({each.at for each in own}, made.at, keep)
    for each in own:
        if each.at not in staying:
            _remove(each.path)


def _staying(all_: set[datetime], made: datetime, keep: int) -> set[datetime]:
    staying = kept(all_, keep)
    # Others seem to be newer after a clock was wrong: the one just made is known to be good.
    return staying if made in staying else {made, *kept(all_ - {made}, keep - 1)}


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return


def _is_of(backup: Backup, tag: str) -> bool:
    """Return whether a file that is called so is one: encrypted, or a file of this case."""
    try:
        with engine.translated(backup.path):
            is_of = opening.is_encrypted(backup.path) or tag_in(backup.path) == tag
    except CasefileError:
        return False
    return backup.name.tag == tag and is_of


def tag_in(path: Path) -> str:
    """Return the tag of the case in a file that is not encrypted; "" where there is none."""
    db = engine.connect(path, "ro&immutable=1")
    try:
        found = db.execute('SELECT id FROM "case"').fetchone()
        return tag_of(found[0]) if found is not None else ""
    finally:
        db.close()
