"""Who holds a case for writing: said in a small file beside it while it is held.

The engine's lock alone decides who may write; the note only tells others who has it. What is in a
note is not trusted. That of an encrypted case is encrypted, too, and that it cannot be written, or
read, stops nobody.
"""

import getpass
import json
import os
import platform
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from viewer.errors import CaseFileBusy, FileProblem
from viewer.store import enciphering, engine
from viewer.store.keys import Key

#: A note is no longer than this, in bytes, and a name in it no longer than that, in characters.
_MOST_BYTES, _MOST_LETTERS = 2000, 60


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever has a case open for writing."""

    #: How they sign, or what the computer calls them.
    who: str
    computer: str
    #: UTC, as ISO 8601.
    since: str

    @classmethod
    def me(cls, who: str) -> "Holder":
        """Return the user of this program, who signs as `who`, perhaps with nothing."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(_line(who) or _line(_login()), _line(platform.node()), now)

    @classmethod
    def read(cls, data: bytes) -> "Holder | None":
        """Return what a note says; None unless it is one."""
        try:
            found = json.loads(data)
            since = datetime.fromisoformat(_line(found["since"])).astimezone(UTC)
            since.astimezone()  # as it is shown: a year may be beyond all in some places only
            return cls(_line(found["who"]), _line(found["computer"]), since.isoformat())
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None

    def __str__(self) -> str:
        """Return whom the file is held by, in words and local time."""
        since = datetime.fromisoformat(self.since).astimezone().strftime("%Y-%m-%d %H:%M")
        here = self.computer == _line(platform.node())
        place = "this computer" if here else f"“{self.computer}”"
        return f"held by “{self.who or '?'}” on {place} since {since}"


class Note:
    """The note of this program beside a file that it holds."""

    def __init__(self, path: Path, who: str, key: Key | None) -> None:
        self._path = _beside(path)
        self._mark: tuple[int, int] | None = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
            data = json.dumps(asdict(Holder.me(who))).encode()
            self._mark = _write(
                self._path, data if key is None else enciphering.enciphered(data, key)
            )

    def remove(self) -> None:
        """Remove the note, unless another has taken its place."""
        with suppress(OSError):
            found = self._path.lstat()
            if self._mark == (found.st_dev, found.st_ino):
                self._path.unlink()
        self._mark = None


def holder(path: Path, key: Key | None) -> Holder | None:
    """Return who holds a file for writing, as far as is known; None if nobody does."""
    with suppress(OSError):
        data = _read(_beside(path))
        if key is not None:
            data = enciphering.deciphered(data, key)
        return Holder.read(data) if data and _is_held(path, key) else None
    return None


@contextmanager
def named(key: Key | None) -> Iterator[None]:
    """Say of a file that cannot be opened for writing who holds it, if that is known."""
    try:
        yield
    except CaseFileBusy as error:
        found = holder(error.path, key)
        if found is None:
            raise
        words = str(found).replace("{", "{{").replace("}", "}}")
        raise CaseFileBusy(
            error.path,
            f"“{{name}}” is open for editing in another window or program: {words}. Nothing was "
            "changed. Close it there, or open it read-only here.",
        ) from error


def _is_held(path: Path, key: Key | None) -> bool:
    """Ask the engine, as a note can be what a crash left."""
    try:
        db = engine.connect(path, "rw", key)
    except (engine.DatabaseError, FileProblem):
        return False
    try:
        engine.wait(db, 0)
        db.execute("BEGIN IMMEDIATE")
    except engine.DatabaseError as error:
        return engine.is_busy(error)
    else:
        return False
    finally:
        db.close()


def _beside(path: Path) -> Path:
    # Beside the file itself, not beside a link to it.
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.held")


def _write(path: Path, data: bytes) -> tuple[int, int]:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    try:
        os.write(descriptor, data)
        found = os.fstat(descriptor)
        return found.st_dev, found.st_ino
    finally:
        os.close(descriptor)


def _read(path: Path) -> bytes:
    """Return a note's bytes; none of what is no short, ordinary file. Raises `OSError`."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
            return b""
        return os.read(descriptor, _MOST_BYTES)
    finally:
        os.close(descriptor)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _line(words: str) -> str:
    """Return words as one short line without anything that controls how it is shown."""
    if not isinstance(words, str):
        raise TypeError
    kept = (c for c in words if c == " " or unicodedata.category(c)[0] not in "CZ")
    return "".join(kept).strip()[:_MOST_LETTERS]
