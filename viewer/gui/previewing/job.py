"""Making the case file of a preview, in a thread, with a connection to the case of its own."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.domain.previewing import preview
from viewer.errors import CasefileError
from viewer.gui.job import Job
from viewer.store import CaseFile


class PreviewJob(Job):
    """Reads the case, protects it for an audience and writes it to a path."""

    #: The `Path` that was written.
    succeeded = Signal(object)
    #: A sentence for the user; there is no preview.
    failed = Signal(str)

    def __init__(
        self, case_path: Path, audience: str, target: Path, parent: QObject | None = None
    ) -> None:
        super().__init__("preview", parent)
        self._case_path, self._audience, self.target = case_path, audience, target

    def _work(self) -> None:
        try:
            with CaseFile.open(self._case_path, read_only=True) as case:
                seen, everything = preview(case, self._audience)
            CaseFile.create(self.target, seen, first=everything).close()
            self.succeeded.emit(self.target)
        except CasefileError as error:
            self.failed.emit(str(error))
