"""Where the user is in the case and where they came from: back and forward, as in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.domain.changes import ChangeSet

#: The ids of records in the order in which they were shown, and the number of the present one.
Trail = tuple[tuple[str, ...], int]
#: Steps that are remembered.
_LIMIT = 500


class Navigator(QObject):
    """The records shown one after the other. Panes wish; the main window asks here."""

    #: The id of the record to show now; "" when the one that was shown is gone.
    record_shown = Signal(str)
    #: Whether back and forward lead anywhere has perhaps changed.
    moved = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._trail: list[str] = []
        self._at = -1
        session.closed.connect(self.clear)
        session.changed.connect(self._on_changed)

    @property
    def current(self) -> str:
        """The id of the record that is shown; "" when there is none."""
        return self._trail[self._at] if self._at >= 0 else ""

    @property
    def can_go_back(self) -> bool:
        """Whether a record was shown before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether the user came back from somewhere."""
        return self._at < len(self._trail) - 1

    def go_to(self, record_id: str) -> None:
        """Show a record and remember the way; showing the same again only refreshes."""
        if record_id != self.current:
            del self._trail[self._at + 1 :]
            self._trail.append(record_id)
            del self._trail[:-_LIMIT]
            self._at = len(self._trail) - 1
        self._show()

    @property
    def trail(self) -> Trail:
        """The way so far, and where on it the user is."""
        return tuple(self._trail), self._at

    def come_back(self, trail: Trail) -> None:
        """Be again where the user was, on the same way; what is gone by now is left out."""
        case, (ids, at) = self._session.case, trail
        gone = {id for id in ids if case.find(id) is None}
        self._at = len(_without(list(ids[: at + 1]), gone)) - 1
        self._trail = _without(list(ids), gone)
        self._show()

    def back(self) -> None:
        """Show the record before this one."""
        if self.can_go_back:
            self._at -= 1
            self._show()

    def forward(self) -> None:
        """Show the record from which the user came back."""
        if self.can_go_forward:
            self._at += 1
            self._show()

    def clear(self) -> None:
        """Forget the way."""
        self._trail, self._at = [], -1
        self.moved.emit()

    def _show(self) -> None:
        self.moved.emit()
        self.record_shown.emit(self.current)

    def _on_changed(self, change_set: ChangeSet) -> None:
        gone = {change.id for change in change_set.changes if change.after is None}
        if gone.isdisjoint(self._trail):
            return
        lost = self.current in gone
        self._at = len(_without(self._trail[: self._at + 1], gone)) - 1
        self._trail = _without(self._trail, gone)
        self.moved.emit()
        if lost:
            self.record_shown.emit(self.current)


def _without(trail: list[str], gone: set[str]) -> list[str]:
    """Leave records out of a way, and the standing still that this would make."""
    kept: list[str] = []
    for id in trail:
        if id not in gone and kept[-1:] != [id]:
            kept.append(id)
    return kept
