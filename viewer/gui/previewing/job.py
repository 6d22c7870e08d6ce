"""Making the case file of a preview, in a thread, with a connection to the case of its own."""

from PySide6.QtCore import QObject, Signal

from viewer.domain.previewing import preview
from viewer.errors import CasefileError
from viewer.gui.job import Job
from viewer.store import Access, CaseFile


class PreviewJob(Job):
    """Reads the case, protects it for an audience and writes it, encrypted, to a path."""

    #: The `Access` to what was written.
    succeeded = Signal(object)
    #: A sentence for the user; there is no preview.
    failed = Signal(str)

    def __init__(
        self, case: Access, audience: str, target: Access, parent: QObject | None = None
    ) -> None:
        super().__init__("preview", parent)
        self._access, self._audience, self.target = case, audience, target

    def _work(self) -> None:
        try:
            with self._access.open() as case:
                seen, everything = preview(case, self._audience)
            path, key = self.target.path, self.target.key
            CaseFile.create(path, seen, first=everything, key=key).close()
            self.succeeded.emit(self.target)
        except CasefileError as error:
            self.failed.emit(str(error))
