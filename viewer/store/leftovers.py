"""What a program that was killed leaves beside a case, and its end."""

import os
from contextlib import suppress
from pathlib import Path

from viewer import unfinished
from viewer.store.backup_names import folder_beside


def fresh_of(path: Path) -> Path:
    """Return where a case is written anew: beside the file itself, not beside a link to it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.new")


def sweep(path: Path) -> None:
    """Remove what is left there; only for who holds the case, as nobody else writes it then."""
    fresh = fresh_of(path)
    for left in (fresh, fresh.with_name(f"{fresh.name}-journal")):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def sweep_all(path: Path) -> None:
    """Remove half copies and exports, too, in the folders of the case and of its backups."""
    sweep(path)
    for folder in (Path(os.path.realpath(path)).parent, path.parent, folder_beside(path)):
        unfinished.sweep(folder)
