"""Looks through a large case once it is open: before, that would take seconds."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStatusBar
from shiboken6 import isValid

from viewer.gui import plain
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.gui.lookover_job import LookoverJob

_SAID = "Looking through the file…"


class Lookover(QObject):
    """Has the file of each case that opens looked through, where that was not done before."""

    #: It was begun, or ended.
    changed = Signal()
    #: A sentence: the open case is damaged.
    damaged = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: LookoverJob | None = None
        self._told: Path | None = None
        session.opened.connect(self._begin)
        session.writing.connect(self._give_way)
        session.written.connect(self._go_on)
        session.closing.connect(self._stop)

    @property
    def is_at_work(self) -> bool:
        """Whether a file is being looked through."""
        return self._job is not None

    def _begin(self) -> None:
        from viewer.gui.lookover_job import LookoverJob
        from viewer.store.lookover import is_wanted

        self._stop()
        access = self._session.access
        is_told = self._session.read_only and access.path == self._told
        if self._session.is_preview or is_told or not is_wanted(access):
            return
        # Without a parent: it may outlive the window.
        job = self._job = LookoverJob(access)
        job.looked.connect(partial(self._on_looked, job))
        job.broke.connect(partial(self._end, job))
        job.start()
        self.changed.emit()

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.changed.emit()

    def _give_way(self) -> None:
        if self._job is not None:
            self._job.give_way()

    def _go_on(self) -> None:
        if self._job is not None:
            self._job.go_on()

    def _on_looked(self, job: LookoverJob, said: str) -> None:
        if self._end(job) and said:
            self._told = job.access.path
            self.damaged.emit(said)

    def _end(self, job: LookoverJob) -> bool:
        """Return whether somebody still wants to know."""
        is_wanted = isValid(self) and job is self._job
        if is_wanted:
            self._job = None
            self.changed.emit()
        return is_wanted


def show_in(bar: QStatusBar, lookover: Lookover) -> None:
    """Say in the line at the bottom that a file is being looked through, as long as it is."""
    label = plain.label(_SAID)
    label.hide()
    bar.addPermanentWidget(label)
    lookover.changed.connect(lambda: label.setVisible(lookover.is_at_work))
