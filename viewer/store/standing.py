"""Whether the file at a path is still the one that is held open there, as we left it.

The engine's lock keeps out other programs that use the engine. It does not keep a program that
synchronises folders from putting another file there, nor anybody from moving this one.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from viewer.store import trouble
from viewer.store.durable import make_names_durable


@dataclass(frozen=True, slots=True)
class _Mark:
    device: int
    inode: int
    #: Bytes, and nanoseconds since 1970.
    size: int
    modified: int

    @classmethod
    def of(cls, path: Path) -> "_Mark | None":
        """Return how the file is now; None where there is none, or none that can be reached."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    def is_same_file(self, other: "_Mark") -> bool:
        return (self.device, self.inode) == (other.device, other.inode)


class Standing:
    """A file as it was when it was taken hold of; asked before each change is written."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path
        self._known: _Mark | None = None
        self._version = 0
        self._is_spoiled = False

    def note(self) -> None:
        """Remember the file as it is; to be called whenever its lock was taken."""
        mark = _Mark.of(self._path)
        if mark is not None and (self._known is None or mark.is_same_file(self._known)):
            self._known, self._version = mark, self._data_version()

    def require(self) -> None:
        """Raise a `FileProblem` unless the file is there, the same, ours to write, and as noted.

        To be called in the empty transaction that holds the file.
        """
        mark = self._required()
        if not (os.access(self._path, os.W_OK) and os.access(_folder(self._path), os.W_OK)):
            raise trouble.locked_up(self._path)
        if self._is_spoiled or (mark != self._known and self._is_foreign()):
            self._is_spoiled = True
            raise trouble.changed(self._path)

    def require_there(self) -> None:
        """Raise a `FileProblem` unless the same file is still at the path."""
        self._required()

    def confirm(self) -> None:
        """Wait until the last change would outlast a power cut; raises `Unconfirmed`.

        The engine's commit removes the journal. If that were undone, so would the change be.
        """
        try:
            make_names_durable(_folder(self._path))
        except OSError as error:
            raise trouble.unconfirmed(self._path) from error

    def _required(self) -> _Mark:
        mark = _Mark.of(self._path)
        if mark is None or self._known is None or not mark.is_same_file(self._known):
            raise trouble.moved(self._path)
        return mark

    def _is_foreign(self) -> bool:
        """Let the engine look whether somebody wrote; a new date alone tells nothing."""
        self._db.conn.rollback()
        self._db.execute("BEGIN IMMEDIATE")
        if self._data_version() != self._version:
            return True
        self.note()
        return False

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])


def _folder(path: Path) -> Path:
    # The journal lies beside the file itself, not beside a link to it.
    return Path(os.path.realpath(path)).parent
