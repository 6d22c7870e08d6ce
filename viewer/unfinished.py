"""Files that are not finished: in a folder of their own, beside the place where they will be.

Whoever is killed leaves such a folder. The system has given its lock back then, which tells it
from one in which somebody is at work: it is swept when the next one is made there. What is in it
may say what nobody is to read.
"""

import os
import platform
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

_NAME = re.compile(r"\.casefile-[0-9a-f]{12}")
_LOCK = "in-use"
#: Seconds after which nobody works in a folder whose lock cannot be asked.
_ABANDONED = 3600


@contextmanager
def unfinished(folder: Path, name: str) -> Iterator[Path]:
    """Give the path of a new, empty file, for its user alone, in a folder within `folder`.

    Once it is finished it is moved to where it belongs; what was not moved is gone afterwards.
    What others left unfinished in `folder` is swept first. Raises `OSError`.
    """
    sweep(folder)
    made, lock = _made(folder)
    try:
        os.close(os.open(made / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield made / name
    finally:
        os.close(lock)
        shutil.rmtree(made, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what was left unfinished in a folder, unless its maker is still at work on it."""
    with suppress(OSError), os.scandir(folder) as entries:
        for left in [Path(entry) for entry in entries if _NAME.fullmatch(entry.name)]:
            if left.is_dir() and not left.is_symlink():
                _sweep(left)


def _sweep(left: Path) -> None:
    with suppress(OSError, RecursionError):  # somebody else's, or folders within folders
        lock = _opened(left)
        try:
            if _is_abandoned(left, lock):
                shutil.rmtree(left, ignore_errors=True)
        finally:
            os.close(lock)


def _made(folder: Path) -> tuple[Path, int]:
    """Make a folder and hold its lock; another one where somebody swept it in between."""
    while True:
        made = folder / f".casefile-{secrets.token_hex(6)}"
        made.mkdir(mode=0o700)
        try:
            return made, _held(made)
        except FileNotFoundError:
            continue
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise


def _held(made: Path) -> int:
    lock = _opened(made)
    try:
        _lock_own(lock)
        os.write(lock, _computer())
        (made / _LOCK).stat()
    except BaseException:
        os.close(lock)
        raise
    return lock


def _lock_own(lock: int) -> None:
    try:
        _lock(lock)
    except BlockingIOError:
        raise FileNotFoundError from None  # it is just being swept
    except OSError:
        return  # where there are no locks, its age has to do


def _is_abandoned(left: Path, lock: int) -> bool:
    try:
        _lock(lock)
    except BlockingIOError:
        return False
    except OSError:
        return _is_old(left)
    # Of another computer's locks not every shared folder tells.
    return os.read(lock, 100) in (b"", _computer()) or _is_old(left)


def _is_old(left: Path) -> bool:
    try:
        changed = max(file.lstat().st_mtime for file in (left, *left.iterdir()))
    except OSError:
        return False
    return time.time() - changed > _ABANDONED


def _opened(folder: Path) -> int:
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(folder / _LOCK, flags, 0o600)


def _lock(descriptor: int) -> None:
    """Lock a file until it is closed, or this process ends; raises `OSError`."""
    if os.name != "posix":
        raise OSError
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _computer() -> bytes:
    return sha256(platform.node().encode()).hexdigest()[:16].encode()
