"""Making a backup beside the window, with a connection to the case of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.errors import Cancelled, CasefileError
from viewer.gui.job import Job

if TYPE_CHECKING:
    from viewer.store import Access


class BackupJob(Job):
    """Makes one backup; the case may be changed or closed meanwhile."""

    #: The `Backup`.
    succeeded = Signal(object)
    #: A sentence for the user: there is no new backup.
    failed = Signal(str)

    def __init__(
        self, access: Access, folder: Path | None, keep: int, parent: QObject | None = None
    ) -> None:
        super().__init__("backup", parent)
        self.access = access
        self._folder, self._keep = folder, keep

    def _work(self) -> None:
        from viewer.store import back_up

        try:
            made = back_up(self.access, self._folder, keep=self._keep, hear=self._hear)
        except Cancelled:
            return
        except CasefileError as error:
            self.failed.emit(str(error))
            return
        self.succeeded.emit(made)

    def _hear(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled("No backup was made; the case is as it was.")
