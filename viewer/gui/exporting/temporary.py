"""A folder that only the user can read and that is gone as soon as it was used."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir

_PREFIX = "casefile-preview-"
#: Seconds after which a folder was left behind by a crash, and is no longer being written to.
_FORGOTTEN = 3600


@contextmanager
def private_folder() -> Iterator[Path]:
    """Yield a new folder, in memory where the system offers that; afterwards all of it goes."""
    base = _base()
    _sweep(base)
    folder = QTemporaryDir(str(base / f"{_PREFIX}XXXXXX"))
    try:
        yield Path(folder.path())
    finally:
        folder.remove()


def _base() -> Path:
    # Of the user's session alone, and in memory, on most Linux systems.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(runtime if runtime and Path(runtime).is_dir() else QDir.tempPath())


def _sweep(base: Path) -> None:
    """Remove what a crash left behind earlier."""
    for folder in base.glob(f"{_PREFIX}*"):
        if time.time() - folder.stat().st_mtime > _FORGOTTEN:
            shutil.rmtree(folder, ignore_errors=True)
