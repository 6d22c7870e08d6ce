"""Reading files in a thread of its own: documents one after the other, or one whole case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.errors import Cancelled, CasefileError
from viewer.gui.job import Job


class ReadJob(Job):
    """Reads documents, each apart from the program, and tells of each.

    Cancelled, it stops also in the middle of a file.
    """

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


class CaseJob(Job):
    """Reads a whole case from a file; cancelled, it stops in the middle of it."""

    #: The `Exchanged` that was read.
    read = Signal(object)
    #: A sentence for the user.
    refused = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__("reading a case")
        self._path = path

    def _work(self) -> None:
        from viewer.sources.exchange.reading import read_case

        try:
            self.read.emit(read_case(self._path, cancelled=self._cancelled.is_set))
        except Cancelled:
            return
        except CasefileError as error:
            self.refused.emit(str(error))
