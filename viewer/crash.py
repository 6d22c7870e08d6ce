"""The crash log: where our own bugs are written down, never the case's words."""

import os
import sys
import threading
from pathlib import Path

from viewer.crash_report import report

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
    """Add a report of an error to the crash log; returns its path, or None where there is none."""
    return write_down(report(error))


def write_down(words: str) -> Path | None:
    """Add a report to the crash log; returns its path, or None where there is to be none."""
    path = log_path()
    try:
        if not keeps_log():
            return None
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_full = path.exists() and path.stat().st_size > _LARGEST
        with path.open("w" if is_full else "a", encoding="utf-8") as file:
            file.write(words)
    except OSError:
        return None
    return path


def hide_messages() -> None:
    """Have Python print reports, where it would print an error's message."""
    sys.excepthook = lambda _kind, error, _trace: print_report(report(error))
    threading.excepthook = lambda args: _print_of(args.exc_value)
    sys.unraisablehook = lambda args: _print_of(args.exc_value)


def _print_of(error: BaseException | None) -> None:
    if error is not None:
        print_report(report(error))


def print_report(words: str) -> None:
    """Say it on standard error, which desktops keep in files of their own."""
    if sys.stderr is not None:
        sys.stderr.write(words)
