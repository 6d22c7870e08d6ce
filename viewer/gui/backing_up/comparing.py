"""One comparison after the other, of which only the last one is of interest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.gui.backing_up.looking import CompareJob, Comparison

if TYPE_CHECKING:
    from viewer.store import Access


class Comparing(QObject):
    """Tells what a job found, unless another was begun meanwhile."""

    #: A `Comparison`.
    succeeded = Signal(object)
    passphrase_needed = Signal()
    #: A sentence: the backup cannot be read.
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: CompareJob | None = None

    def begin(self, now: Access, then: Access) -> None:
        """Compare a backup with a case; what was compared before is of no interest any more."""
        self.stop()
        job = self._job = CompareJob(now, then)
        job.succeeded.connect(partial(self._on_found, job))
        job.passphrase_needed.connect(partial(self._on_locked, job))
        job.failed.connect(partial(self._on_failed, job))
        job.broke.connect(partial(self._is_last, job))
        job.start()

    def stop(self) -> None:
        """Want no answer."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_found(self, job: CompareJob, found: Comparison) -> None:
        if self._is_last(job):
            self.succeeded.emit(found)

    def _on_locked(self, job: CompareJob) -> None:
        if self._is_last(job):
            self.passphrase_needed.emit()

    def _on_failed(self, job: CompareJob, sentence: str) -> None:
        if self._is_last(job):
            self.failed.emit(sentence)

    def _is_last(self, job: CompareJob) -> bool:
        is_last = job is self._job
        if is_last:
            self._job = None
        return is_last
