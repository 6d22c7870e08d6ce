"""Who and what a list of events names: somebody of the case, of a row before, or somebody new."""

import re
from dataclasses import dataclass, replace

from viewer.domain.ids import new_id
from viewer.domain.listing.known import is_whole_name, known_persons, known_places
from viewer.domain.listing.making import Making
from viewer.domain.listing.protecting import careful
from viewer.domain.listing.table import Cell
from viewer.domain.marking.people import NewPlace, name_of
from viewer.domain.reader import CaseReader
from viewer.domain.records import Involvement, Person

#: Begins what plainly describes and names nobody: "3 students", "unknown gunmen". Anything else may
#: be a name, in small letters too, and only a name is looked for where it must not be read.
_DESCRIPTION = re.compile(
    r"\d|(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|others|"
    r"unknown|unidentified|unnamed|armed|masked|members?|مجهول\w*|مسلح\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom or what a cell names; without an `id` nobody is taken, and `problem` says why."""

    cell: Cell
    id: str = ""
    is_new: bool = False
    problem: str = ""

    @property
    def name(self) -> str:
        """What the cell says, on one line."""
        return " ".join(self.cell.text.split())

    @property
    def describes(self) -> bool:
        """Whether it describes somebody rather than naming them."""
        return bool(_DESCRIPTION.match(self.name))


class Persons:
    """Finds persons by their whole name, never by a single word or a description."""

    def __init__(self, case: CaseReader) -> None:
        self._case, self._known = case, known_persons(case)

    def meant(self, cell: Cell) -> Meant:
        """Return who is named; somebody new is known to the rows that follow."""
        meant = Meant(cell, new_id(), is_new=True)
        called = self._known.called(meant.name)
        found = [id for id in called if is_whole_name(self._case, id, meant.name)]
        if len(found) > 1:
            return _several(cell, len(found), "persons")
        if found:
            return Meant(cell, found[0])
        if not meant.describes:
            self._known.add(meant.id, meant.name)
        return meant


class Places:
    """Finds places by any of their names."""

    def __init__(self, case: CaseReader) -> None:
        self._known = known_places(case)

    def meant(self, cell: Cell) -> Meant:
        """Return which place is named; a new one is known to the rows that follow."""
        meant = Meant(cell, new_id(), is_new=True)
        found = self._known.called(meant.name)
        if len(found) > 1:
            return _several(cell, len(found), "places")
        if found:
            return Meant(cell, found[0])
        self._known.add(meant.id, meant.name)
        return meant


def _several(cell: Cell, number: int, what: str) -> Meant:
    meant = Meant(cell)
    return Meant(cell, problem=f"{number} {what} are called “{meant.name}”: none is linked.")


def make_part(making: Making, event_id: str, role: str, meant: Meant) -> None:
    """Add somebody's part in an event, and somebody new with it."""
    if not meant.id:
        making.tie(event_id, "", meant.cell, stance="mentions")
        return
    if meant.is_new:
        _make_person(making, meant)
    else:
        making.tie(meant.id, "", meant.cell, stance="mentions")
    part = Involvement(id=new_id(), event_id=event_id, person_id=meant.id, role=role)
    making.add(part)
    making.tie(part.id, "", meant.cell)


def _make_person(making: Making, meant: Meant) -> None:
    """Add somebody who is only named or described: whether they agreed to it, nobody knows."""
    person = Person(id=meant.id, protection=careful("individual"))
    if meant.describes:
        making.add(replace(person, naming="role_only", described_as=meant.name))
        making.tie(meant.id, "described_as", meant.cell)
        return
    name = name_of(meant.id, meant.name)
    for record in (person, name):
        making.add(record)
    making.tie(meant.id, "", meant.cell)
    making.tie(name.id, "text", meant.cell)


def make_place(making: Making, meant: Meant) -> None:
    """Add a place that is new."""
    if meant.is_new:
        making.add(NewPlace(meant.name, meant.id).record())
        making.tie(meant.id, "name", meant.cell)
