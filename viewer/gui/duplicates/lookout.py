"""Looks out for persons who may be one, beside the window, with a connection of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Distinction
from viewer.domain.similar import Similar, similar_persons
from viewer.errors import CasefileError
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store import Access, CaseFile

#: What a change of these kinds may make alike or unlike.
_KINDS = frozenset({"person", "name", "distinction"})
#: Milliseconds of stillness, after opening or a change, before all persons are gone through.
_STILLNESS = 600


def lookout_of(session: Session) -> Lookout:
    """Return the one that looks out for a session; it begins when it is first asked for."""
    found = session.findChild(Lookout)
    return found if isinstance(found, Lookout) else Lookout(session)


class Lookout(QObject):
    """Knows the pairs of the open case that look like one, and finds them anew after changes."""

    #: The pairs are known, or are others than before.
    found = Signal()
    _asked = Signal(int)
    _left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._pairs: tuple[Similar, ...] = ()
        self._is_ready = False
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self._newest = 0
        self._timer = QTimer(self, singleShot=True, interval=_STILLNESS)
        self._timer.timeout.connect(self._ask)
        session.opened.connect(self._timer.start)
        session.changed.connect(self._on_changed)
        session.closed.connect(self.stop)
        if session.is_open:
            self._timer.start()

    @property
    def pairs(self) -> tuple[Similar, ...]:
        """The pairs that are known, the likeliest first."""
        return self._pairs

    @property
    def is_ready(self) -> bool:
        """Whether all persons were gone through once."""
        return self._is_ready

    def of(self, person_id: str) -> list[Similar]:
        """Return the pairs of one person."""
        return [each for each in self._pairs if person_id in each.pair]

    def stop(self) -> None:
        """Forget the case, close the connection and end the thread."""
        self._timer.stop()
        self._pairs, self._is_ready = (), False
        self._want_newer()
        if self._thread is not None:
            self._left.emit()
            self._thread.wait()
            self._thread, self._worker = None, None
        self.found.emit()

    def _ask(self) -> None:
        if self._worker is None:
            self._start()
        self._want_newer()
        self._asked.emit(self._newest)

    def _want_newer(self) -> None:
        """Have no use any more for what is being looked for now."""
        self._newest += 1
        if self._worker is not None:
            self._worker.newest = self._newest

    def _start(self) -> None:
        self._thread = QThread()
        self._worker = _Worker(self._session.access)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.look)
        self._left.connect(self._worker.close)
        self._worker.looked.connect(self._on_looked)
        self._thread.start()

    def _on_looked(self, number: int, pairs: tuple[Similar, ...]) -> None:
        if number == self._newest and self._session.is_open:
            self._pairs, self._is_ready = pairs, True
            self.found.emit()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if not _KINDS & change_set.kinds:
            return
        self._want_newer()
        kept = tuple(pair for pair in self._pairs if not _is_settled(pair, change_set))
        if kept != self._pairs:
            self._pairs = kept
            self.found.emit()
        self._timer.start()


def _is_settled(pair: Similar, change_set: ChangeSet) -> bool:
    """Whether one of the two is gone by now, or they are known to be two."""
    for change in change_set.changes:
        if change.after is None and change.id in pair.pair:
            return True
        told = change.after
        if isinstance(told, Distinction) and {told.person_id, told.other_id} == pair.pair:
            return True
    return False


class _Worker(QObject):
    looked = Signal(int, object)

    def __init__(self, access: Access) -> None:
        super().__init__()
        #: The number of the newest wish, written by the window's thread.
        self.newest = 0
        self._access = access
        self._case: CaseFile | None = None

    @Slot(int)
    def look(self, number: int) -> None:
        if number != self.newest:
            return
        try:
            pairs = similar_persons(self._opened(), wanted=lambda: number == self.newest)
        except CasefileError:
            # The window's own connection says what is wrong with the file; here nobody is found.
            pairs = ()
        self.looked.emit(number, pairs)

    @Slot()
    def close(self) -> None:
        if self._case is not None:
            self._case.close()
            self._case = None
        # From here, so that the thread does not end before the file is let go.
        QThread.currentThread().quit()

    def _opened(self) -> CaseFile:
        if self._case is None:
            self._case = self._access.open()
        return self._case
