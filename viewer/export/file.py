"""A file that is written beside its place under another name, then put there at once."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.errors import WriteFailed


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


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give another name in the same folder, with the same ending; it is gone afterwards."""
    temporary = _temporary(path)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def in_memory(path: Path) -> Iterator[Path]:
    """Give a name for what must not reach the disk, in memory where the system offers that."""
    temporary = _temporary(_memory(path) / path.name)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _memory(path: Path) -> Path:
    """Return a folder in memory, the user's own before that of all; else that of the file."""
    folders = (Path(os.environ.get("XDG_RUNTIME_DIR") or path.parent), Path("/dev/shm"))
    usable = (f for f in folders if f != path.parent and os.access(f, os.W_OK | os.X_OK))
    return next(usable, path.parent)


def _temporary(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".casefile-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    return Path(name)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
