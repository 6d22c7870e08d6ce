"""Planning a long list a little at a time, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.domain.listing.listing import Wish
    from viewer.domain.listing.planned import Planned
    from viewer.domain.listing.table import Table

#: Rows that are planned between two looks at what the user does.
_STEP = 100


class Planning(QObject):
    """Plans the rows of a table as a wish says; another wish begins anew."""

    #: More rows were planned; with the new ones.
    went_on = Signal(object)
    #: All rows are planned.
    ended = Signal()

    def __init__(self, session: Session, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._table = session, table
        self._rows: Iterator[Planned] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Whether rows are still to be planned."""
        return self._timer.isActive()

    def start(self, wish: Wish) -> None:
        """Begin anew."""
        from viewer.domain.listing.listing import planned

        self._rows = planned(self._session.case, self._table, wish)
        self._timer.start()

    def stop(self) -> None:
        """Plan no more."""
        self._timer.stop()

    def _go_on(self) -> None:
        found = list(islice(self._rows, _STEP))
        if len(found) < _STEP:
            self.stop()
        self.went_on.emit(found)
        if not self.is_under_way:
            self.ended.emit()
