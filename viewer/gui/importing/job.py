"""Reading files in a thread of its own, one after the other, each apart from the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from viewer.errors import Cancelled, CasefileError


class ReadJob(QObject):
    """Reads files and tells of each. The thread is Python's, which may outlive this object."""

    #: The number of the file, and the `Source` that was read.
    read = Signal(int, object)
    #: The number of the file, and a sentence for the user.
    refused = Signal(int, str)
    #: All were read, or it was cancelled.
    ended = Signal()
    #: An exception that is our own bug.
    broke = Signal(object)

    def __init__(self, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = tuple(paths)
        self._cancelled = Event()
        self._thread = Thread(target=self._run, name="reading documents")

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop, also in the middle of a file."""
        self._cancelled.set()

    def wait(self) -> None:
        """Return when the thread has ended."""
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        from viewer.sources.reading import read

        try:
            for number, path in enumerate(self._paths):
                if self._cancelled.is_set():
                    break
                try:
                    self.read.emit(number, read(path, cancelled=self._cancelled.is_set))
                except Cancelled:
                    break
                except CasefileError as error:
                    self.refused.emit(number, str(error))
        except Exception as error:
            self.broke.emit(error)
        finally:
            self.ended.emit()
