"""The crash log: where our own bugs are written down, never the case's words.

An exception's message and a frame's values may quote a testimony, so only the types and the
places in the program are kept; of a path, only what tells nothing of the user's account.
"""

import os
import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from viewer import __version__

#: The log begins anew at this size in bytes.
_LARGEST = 256 * 1024


def log_path() -> Path:
    """Return where the crash log is, by the platform's convention."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Logs"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state")
    return base / "casefile" / "crash.log"


def report(error: BaseException) -> str:
    """Return what may be told of an error: versions, time, types and places in the program."""
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system = f"Python {platform.python_version()}, {platform.system()}"
    lines = [f"{at} Casefile {__version__}, {system}"]
    for link in _chain(error):
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
    return "\n".join(lines) + "\n\n"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        yield error
        seen.add(id(error))
        error = error.__cause__ or error.__context__


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-3:])


def keeps_log() -> bool:
    """Return whether reports are written down."""
    return not _switch().exists()


def keep_log(keeps: bool) -> None:
    """Write reports down from now on, or none, and then the old ones go too.

    Raises `OSError` where nothing can be written; then no report can be, either.
    """
    if keeps:
        _switch().unlink(missing_ok=True)
        return
    clear_log()
    _switch().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _switch().touch(mode=0o600)


def clear_log() -> None:
    """Remove the crash log."""
    log_path().unlink(missing_ok=True)


def _switch() -> Path:
    """A file that stands where no log shall be: seen by window and command line alike."""
    return log_path().with_name("no-crash-log")


def log(error: BaseException) -> Path | None:
    """Add a report to the crash log; returns its path, or None where there is to be none."""
    path = log_path()
    try:
        if not keeps_log():
            return None
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_full = path.exists() and path.stat().st_size > _LARGEST
        with path.open("w" if is_full else "a", encoding="utf-8") as file:
            file.write(report(error))
    except OSError:
        return None
    return path
