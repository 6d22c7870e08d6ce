"""What is typed and not in the file: so that “All changes saved” is said only when it is true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from viewer.domain.changes import ChangeSet

#: Still being typed; as it stands no value; or a value that could not be written.
State = Literal["typed", "unfinished", "refused"]


class Place(NamedTuple):
    """Where something was typed: a record's id and a field's name."""

    record_id: str
    field: str


class Unsaved(QObject):
    """Kept by the session; forms say what they hold, the status line reads it."""

    #: There is more or less of it than before.
    changed = Signal()
    #: A wish: write now whatever can be written.
    settling = Signal()

    #: A wish: write again whatever could not be written.
    retrying = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: dict[Place, tuple[State, str]] = {}

    def hold(self, place: Place, state: State, label: str) -> None:
        """Remember that a field, called `label`, holds what the file does not."""
        if self._found.get(place) != (state, label):
            self._found[place] = state, label
            self.changed.emit()

    def drop(self, place: Place) -> None:
        """Forget a field: the file holds what it shows."""
        if self._found.pop(place, None) is not None:
            self.changed.emit()

    def clear(self) -> None:
        """Forget everything: the case is closed."""
        self._found.clear()
        self.changed.emit()

    def settle(self) -> None:
        """Have everything written that is typed and can be."""
        if self.places("typed"):
            self.settling.emit()

    def retry(self) -> None:
        """Have everything written again that could not be."""
        if self.places("refused"):
            self.retrying.emit()

    def follow(self, change_set: ChangeSet) -> None:
        """Forget the fields of records that are gone."""
        gone = {change.id for change in change_set.changes if change.after is None}
        for place in [place for place in self._found if place.record_id in gone]:
            self.drop(place)

    def places(self, state: State) -> list[tuple[Place, str]]:
        """Return the fields in a state with their labels, the first one first."""
        return [(place, label) for place, (found, label) in self._found.items() if found == state]
