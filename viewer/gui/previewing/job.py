"""Making the case file of a preview, in a thread, with a connection to the case of its own."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from viewer.domain.previewing import preview
from viewer.errors import CasefileError
from viewer.store import CaseFile


class PreviewJob(QObject):
    """Reads the case, protects it for an audience and writes it to a path.

    The thread is Python's, which may outlive this object: destroying a running QThread aborts.
    """

    #: The `Path` that was written.
    succeeded = Signal(object)
    #: A sentence for the user; there is no preview.
    failed = Signal(str)
    #: An exception that is our own bug.
    broke = Signal(object)

    def __init__(
        self, case_path: Path, audience: str, target: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._case_path, self._audience, self.target = case_path, audience, target
        self._thread = Thread(target=self._run, name="preview")

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def wait(self) -> None:
        """Return when the thread has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with CaseFile.open(self._case_path, read_only=True) as case:
                seen, everything = preview(case, self._audience)
            CaseFile.create(self.target, seen, first=everything).close()
            self.succeeded.emit(self.target)
        except CasefileError as error:
            self.failed.emit(str(error))
        except Exception as error:
            self.broke.emit(error)
