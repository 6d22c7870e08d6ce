"""Reading files in a thread of its own, one after the other, each apart from the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.errors import Cancelled, CasefileError
from viewer.gui.job import Job


class ReadJob(Job):
    """Reads files and tells of each; cancelled, it stops also in the middle of a file."""

    #: The number of the file, and the `Source` that was read.
    read = Signal(int, object)
    #: The number of the file, and a sentence for the user.
    refused = Signal(int, str)
    #: All were read, or it was cancelled.
    ended = Signal()

    def __init__(self, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__("reading documents", parent)
        self._paths = tuple(paths)

    def _run(self) -> None:
        super()._run()
        self.ended.emit()

    def _work(self) -> None:
        from viewer.sources.reading import read

        for number, path in enumerate(self._paths):
            if self._cancelled.is_set():
                break
            try:
                self.read.emit(number, read(path, cancelled=self._cancelled.is_set))
            except Cancelled:
                break
            except CasefileError as error:
                self.refused.emit(number, str(error))
