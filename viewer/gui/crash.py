"""What happens when the program itself is wrong: a report without a word of the case."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from viewer import crash
from viewer.crash_report import report
from viewer.errors import DamagedCaseFile


class CrashHandler(QObject):
    """Takes every exception that nobody caught; the program goes on."""

    #: The report, and the path of the log if it was written down there, else None.
    crashed = Signal(str, object)
    #: What a damaged file refused to somebody who only wanted to look; told once.
    damaged = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = ""

    def install(self) -> None:
        """Be what Python calls for an uncaught exception, in PySide's slots and threads too."""
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self.handle(*args[:3])

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write a report and announce it; Ctrl+C in a terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        if isinstance(error, DamagedCaseFile):
            self._tell_of_damage(str(error))
            return
        self._take((error if error is not None else kind()).with_traceback(trace))

    def _tell_of_damage(self, sentence: str) -> None:
        """Say it once: each list and pane may meet the same damage, again and again."""
        if sentence != self._told:
            self._told = sentence
            self.damaged.emit(sentence)

    def _take(self, error: BaseException) -> None:
        words = report(error)
        crash.print_report(words)
        self.crashed.emit(words, crash.write_down(words))


def quieten_qt() -> None:
    """Have Qt's warnings name only what they are about: they may hold paths and texts."""
    qInstallMessageHandler(_name_warning)


def _name_warning(_type: QtMsgType, context: QMessageLogContext, _text: str) -> None:
    crash.print_report(f"A warning of Qt ({context.category})\n")
