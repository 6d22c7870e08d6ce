"""Looking through a case beside the window, with a connection of its own, again after changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.domain.audiences import audience_of
from viewer.domain.changes import ChangeSet
from viewer.domain.records import KINDS, Audience
from viewer.domain.snapshot import Snapshot
from viewer.errors import CasefileError
from viewer.gui.job import ReadingJob
from viewer.gui.session import Session
from viewer.store import Access

#: What looks through a case for an audience.
Search = Callable[[Snapshot, Audience], tuple[Any, ...]]
#: Milliseconds of stillness after a change before it is looked again.
_PAUSE = 250
#: What may change without anything else being found.
_OTHER = frozenset({"saved_filter", "distinction", "rejection", "export", "tag", "tagging"})


class FindJob(ReadingJob):
    """Reads the case, lets it go, and searches in what was read."""

    #: The job and what was found.
    found = Signal(object, object)
    #: The job and a sentence for the user.
    failed = Signal(object, str)

    def __init__(self, access: Access, audience: str, search: Search) -> None:
        super().__init__("identifying", access)
        self._audience, self._search = audience, search

    def _work(self) -> None:
        try:
            self._find()
        except CasefileError as error:
            if not self._cancelled.is_set():
                self.failed.emit(self, str(error))

    def _find(self) -> None:
        case = self._read()
        found = () if case is None else self._search(case, audience_of(case, self._audience))
        if not self._cancelled.is_set():
            self.found.emit(self, found)

    def _read(self) -> Snapshot | None:
        with self._reading() as case:
            if case is None:
                return None
            return Snapshot(record for kind in KINDS.values() for record in case.all(kind))


class Finding(QObject):
    """Knows what was found for one audience, and finds it anew after changes."""

    #: What is found is known, or is other than before.
    changed = Signal()
    #: A sentence for the user: nothing can be found.
    failed = Signal(str)

    def __init__(
        self, session: Session, audience: str, search: Search, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._search = session, search
        self.audience = audience
        #: What was found; None before it is known.
        self.found: tuple[Any, ...] | None = None
        self._job: FindJob | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.stop)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being looked for."""
        return self._job is None and not self._pause.isActive()

    def show_audience(self, audience: str) -> None:
        """Look for another audience, by its id."""
        if audience != self.audience:
            self.audience, self.found = audience, None
            self.changed.emit()
        self._start()

    def begin(self) -> None:
        """Look, unless it is known already."""
        if self.found is None and self.is_settled:
            self._start()

    def stop(self) -> None:
        """Forget what was found, and look no more."""
        self._pause.stop()
        self._cancel()
        self.found = None

    def _start(self) -> None:
        self._cancel()
        if not self._session.is_open:
            return
        self._job = FindJob(self._session.access, self.audience, self._search)
        self._job.found.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self._job.broke.connect(self._give_up)
        self._job.start()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_found(self, job: FindJob, found: tuple[Any, ...]) -> None:
        if job is self._job:
            self._job, self.found = None, found
            self.changed.emit()

    def _on_failed(self, job: FindJob, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(sentence)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if not change_set.kinds <= _OTHER and (self.found is not None or self._job is not None):
            self._pause.start()

    def _give_up(self) -> None:
        self._job = None
