"""A file that is written beside its place under another name, then put there at once."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from viewer.errors import WriteFailed
from viewer.unfinished import unfinished


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to; afterwards `path` holds the whole of it, durably.

    Whatever fails, `path` holds what it held before and nothing else is left behind. Raises
    `WriteFailed` when the folder cannot be written to.
    """
    path = path.absolute()
    try:
        with beside(path) as temporary:
            yield temporary
            _flush(temporary)
            temporary.replace(path)
    except OSError as error:
        raise WriteFailed(
            path,
            "“{name}” was not written: "
            + (error.strerror or "the folder cannot be written to")
            + ". Choose another folder, or make room on the disk.",
        ) from error


def beside(path: Path) -> AbstractContextManager[Path]:
    """Give another name in the same folder, with the same ending; it is gone afterwards."""
    return unfinished(path.parent, f"export{path.suffix}")


def in_memory(path: Path) -> AbstractContextManager[Path]:
    """Give a name for what must not reach the disk, in memory where the system offers that."""
    return unfinished(_memory(path), f"export{path.suffix}")


def _memory(path: Path) -> Path:
    """Return a folder in memory, the user's own before that of all; else that of the file."""
    folders = (Path(os.environ.get("XDG_RUNTIME_DIR") or path.parent), Path("/dev/shm"))
    usable = (f for f in folders if f != path.parent and os.access(f, os.W_OK | os.X_OK))
    return next(usable, path.parent)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
