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


def log(error: BaseException) -> Path | None:
    """Add a report to the crash log; returns its path, or None when it cannot be written."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_full = path.exists() and path.stat().st_size > _LARGEST
        with path.open("w" if is_full else "a", encoding="utf-8") as file:
            file.write(report(error))
    except OSError:
        return None
    return path
