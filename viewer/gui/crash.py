"""What happens when the program itself is wrong: a report without a word of the case.

An exception's message and its locals may hold names; its type and the places in the program that
it passed may not. Only these are written and printed.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal, qVersion

from viewer import __version__

_FILE = "crash.log"
#: The log begins anew at this size in bytes.
_LARGEST = 256 * 1024


def log_path() -> Path:
    """Return the path of the crash log, in the program's own data folder."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place), _FILE)


def report(error: BaseException, at: datetime) -> str:
    """Return a report of an error: its types and the lines it passed, no message."""
    system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    lines = [f"{at:%Y-%m-%dT%H:%M:%SZ} Casefile {__version__}, {system}"]
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
    """Leave out the folders above, which tell of the user's account."""
    return "/".join(Path(filename).parts[-3:])


class CrashHandler(QObject):
    """Takes every exception that nobody caught; the program goes on."""

    #: The path of the log, after a report was written to it.
    crashed = Signal(object)

    def install(self) -> None:
        """Be what Python calls for an uncaught exception, in PySide's slots too."""
        sys.excepthook = self.handle

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a report and announce it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        text = report(error.with_traceback(trace), datetime.now(UTC))
        if sys.stderr is not None:
            sys.stderr.write(text)
        path = log_path()
        try:
            _append(path, text)
        except OSError:
            return
        self.crashed.emit(path)


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    full = path.exists() and path.stat().st_size > _LARGEST
    with path.open("w" if full else "a", encoding="utf-8") as log:
        log.write(text)
