"""Counting what is to be done, a little at a time, so that a large case holds nobody up."""

from __future__ import annotations

from collections import Counter
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.domain.claims import Standing
from viewer.errors import CasefileError

if TYPE_CHECKING:
    from viewer.gui.session import Session
    from viewer.store.worklist import Place

#: Seconds of counting at a time, and the milliseconds that are left to the window in between.
_SLICE, _PAUSE = 0.008, 4


class WorkCounter(QObject):
    """Knows how many claims there are of each standing, as they were counted last."""

    #: All were counted.
    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        #: None before the first counting has ended.
        self.numbers: dict[Standing, int] | None = None
        self._found: Counter[Standing] = Counter()
        self._place: Place | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._count)

    def start(self) -> None:
        """Count from the beginning."""
        from viewer.store.worklist import BEGINNING

        self._found, self._place = Counter(), BEGINNING
        self._count()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _count(self) -> None:
        end = perf_counter() + _SLICE
        try:
            while self._place is not None and perf_counter() < end:
                step = self._session.case.worklist(self._place)
                self._found.update(task.standing for task in step.tasks)
                self._place = step.next
        except CasefileError:
            return  # the rows say why the file cannot be read
        if self._place is not None:
            self._timer.start()
            return
        self.numbers = dict(self._found)
        self.counted.emit()
