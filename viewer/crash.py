"""The crash log: where our own bugs are written down, never the case's words.

An exception's message and a frame's values may quote a testimony, so only the exception's type
and the places in the program are kept.
"""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from viewer import __version__


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
    """Return what may be told of an error: version, time, type and places in the program."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    python = ".".join(map(str, sys.version_info[:3]))
    lines = [f"Casefile {__version__}, Python {python}, {sys.platform}, {at}"]
    lines.append(type(error).__qualname__)
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"


def log(error: BaseException) -> Path | None:
    """Add a report to the crash log; returns its path, or None when it cannot be written."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(report(error) + "\n")
    except OSError:
        return None
    return path
