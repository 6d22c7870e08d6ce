"""A folder that only the user can read and that is gone as soon as it was used."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QTemporaryDir

_PREFIX = "casefile-preview-"
_LOCK = "in-use.lock"
#: Seconds that a new folder may be without its lock.
_GRACE = 10


class PrivateFolder:
    """A new folder, in memory where the system offers that, held until it is removed."""

    def __init__(self) -> None:
        base = _base()
        sweep(base)
        self._folder = QTemporaryDir(str(base / f"{_PREFIX}XXXXXX"))
        self.path = Path(self._folder.path())
        self._lock = _lock(self.path)
        self._lock.tryLock(0)

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        self._lock.unlock()
        self._folder.remove()


@contextmanager
def private_folder() -> Iterator[Path]:
    """Yield a new folder; afterwards all of it goes."""
    folder = PrivateFolder()
    try:
        yield folder.path
    finally:
        folder.remove()


def sweep(base: Path | None = None) -> None:
    """Remove the folders that a crash left behind: those that no living program holds."""
    for folder in (base or _base()).glob(f"{_PREFIX}*"):
        if _age(folder) > _GRACE and (lock := _lock(folder)).tryLock(0):
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)


def _base() -> Path:
    # In memory: of the user's session alone on most Linux systems, and of all users on the others.
    in_memory = (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm")
    usable = (Path(name) for name in in_memory if name and os.access(name, os.W_OK | os.X_OK))
    return next(usable, Path(QDir.tempPath()))


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # However old: it is given up only when the program that holds it is gone.
    lock.setStaleLockTime(0)
    return lock


def _age(folder: Path) -> float:
    """Return how old a folder is, in seconds; one that is just going has no age."""
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0
