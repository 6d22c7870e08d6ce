"""Makes backups unasked: some minutes after the first change, and when a changed case is closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from viewer.gui.session import Session
from viewer.gui.settings import Settings

if TYPE_CHECKING:
    from viewer.gui.backing_up.job import BackupJob
    from viewer.store import Access, Backup

#: Minutes after the first change that no backup holds yet.
MINUTES = 10
#: What a change may be later than a backup that holds it: clocks are read to the second.
_TOLERANCE = timedelta(minutes=1)


class BackupKeeper(QObject):
    """Knows whether the case has changes that no backup holds; a case without any makes none.

    What goes wrong is kept as a sentence until a backup was made, and tried again later.
    """

    #: A backup was begun, made, or could not be.
    changed = Signal()
    #: The `Backup` that was asked for was made.
    made = Signal(object)
    #: A sentence: the backup that was asked for was not made.
    failed = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        #: Why the last backup was not made; "" where it was.
        self.problem = ""
        self._path_of_problem: Path | None = None
        self.timer = QTimer(self, singleShot=True, interval=MINUTES * 60_000)
        self.timer.timeout.connect(self._begin_unasked)
        self._is_due = False
        self._leaving: Access | None = None
        self._job: BackupJob | None = None
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)
        session.closed.connect(self._on_closed)

    @property
    def is_at_work(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    @property
    def is_due(self) -> bool:
        """Whether there are changes that no backup holds."""
        return self._is_due

    def back_up(self) -> None:
        """Make a backup of the open case now, as the user asked for it."""
        self._session.unsaved.settle()
        self._begin(self._session.access, is_asked=True)

    @property
    def can_try_again(self) -> bool:
        """Whether the case that was not backed up is still open."""
        return self._session.is_open and self._session.path == self._path_of_problem

    def expect(self) -> None:
        """Make one in some time: none opens as the case does now."""
        self._on_changed()

    def forget(self) -> None:
        """Count no change from before as one that a backup has still to hold."""
        self._is_due = False
        self.timer.stop()

    def wait(self) -> None:
        """Return when no backup is being made: the program is about to end."""
        if self._job is not None:
            self._job.wait()

    def _on_opened(self) -> None:
        self.forget()
        if self._is_wanted and self._is_behind():
            self._on_changed()

    def _is_behind(self) -> bool:
        """Return whether the newest backup lacks changes: the computer stopped after them."""
        from viewer.store import backups_of

        case = self._session.case
        found = backups_of(case.case.id, case.path, self._settings.backups_folder)
        last = case.history(limit=1)
        if not found or not last:
            return False
        try:
            return datetime.fromisoformat(last[0].at) - found[0].at > _TOLERANCE
        except (ValueError, TypeError):
            return True  # A stranger's history may tell no time.

    def _on_changed(self) -> None:
        if self._is_wanted:
            self._is_due = True
            if not self.timer.isActive():
                self.timer.start()

    @property
    def _is_wanted(self) -> bool:
        session = self._session
        can_change = not (session.is_preview or session.read_only)
        return can_change and self._settings.makes_backups

    def _on_closing(self) -> None:
        # What is still being typed is written only now, by others who are told of it.
        self._leaving = self._session.access

    def _on_closed(self) -> None:
        access, self._leaving = self._leaving, None
        self.timer.stop()
        if self._is_due and access is not None:
            self._begin(access)

    def _begin_unasked(self) -> None:
        if self._session.is_open and self._is_due:
            self._begin(self._session.access)

    def _begin(self, access: Access, *, is_asked: bool = False) -> None:
        from viewer.gui.backing_up.job import BackupJob

        self.forget()
        if self._job is not None:
            self._job.cancel()
        # Without a parent: it may outlive the window.
        job = self._job = BackupJob(
            access, self._settings.backups_folder, self._settings.backups_kept
        )
        job.succeeded.connect(partial(self._on_made, job, is_asked))
        job.failed.connect(partial(self._on_failed, job, is_asked))
        job.broke.connect(partial(self._on_broken, job))
        job.start()
        self.changed.emit()

    def _on_made(self, job: BackupJob, is_asked: bool, backup: Backup) -> None:
        if self._end(job):
            self.problem = ""
            self.changed.emit()
            if is_asked:
                self.made.emit(backup)

    def _on_failed(self, job: BackupJob, is_asked: bool, sentence: str) -> None:
        if not self._end(job):
            return
        self.problem = "" if self._is_stale(job) else sentence
        self._path_of_problem = job.access.path
        self.changed.emit()
        if self.can_try_again:
            self._on_changed()
        if is_asked:
            self.failed.emit(sentence)

    def _is_stale(self, job: BackupJob) -> bool:
        """Return whether the file has another key by now, so that the old one opens nothing."""
        session, access = self._session, job.access
        is_same = session.is_open and session.path == access.path
        return is_same and session.access != access

    def _on_broken(self, job: BackupJob) -> None:
        if self._end(job):
            self.changed.emit()

    def _end(self, job: BackupJob) -> bool:
        """Return whether that was the last backup that was begun, and somebody wants to know."""
        is_last = job is self._job and isValid(self)
        if is_last:
            self._job = None
        return is_last
