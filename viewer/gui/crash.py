"""What happens when the program itself is wrong: a report without a word of the case."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from viewer import crash


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
        """Write a report and announce it; Ctrl+C in a terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        error = error.with_traceback(trace)
        # Python's own hook would print the message, and desktops keep what is printed.
        if sys.stderr is not None:
            sys.stderr.write(crash.report(error))
        path = crash.log(error)
        if path is not None:
            self.crashed.emit(path)
