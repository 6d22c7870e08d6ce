"""Whom and what a case knows by a whole name: one for sure, or nobody. Never by a surname alone."""

from collections import defaultdict
from collections.abc import Iterator

from viewer.domain.marking.draft import names_of_place
from viewer.domain.marking.mentions import form_of_name
from viewer.domain.reader import CaseReader
from viewer.domain.records import Name, Person, Place


class Known:
    """Ids by the form of a whole name; those that are about to be made are told of with `add`."""

    def __init__(self, named: Iterator[tuple[str, str]]) -> None:
        self._ids: dict[str, dict[str, None]] = defaultdict(dict)
        for id, name in named:
            self.add(id, name)

    def add(self, id: str, name: str) -> None:
        """Note that a record is called so."""
        if form := form_of_name(name):
            self._ids[form][id] = None

    def called(self, name: str) -> tuple[str, ...]:
        """Return the ids of those who are called so, whatever the capitals and diacritics."""
        return tuple(self._ids.get(form_of_name(name), ()))


def known_persons(case: CaseReader) -> Known:
    """Return whom a case knows; a nickname is nobody's whole name."""
    return Known((n.person_id, n.text) for n in case.all(Name) if n.type != "nickname")


def known_places(case: CaseReader) -> Known:
    """Return which places a case knows."""
    return Known((place.id, name) for place in case.all(Place) for name in names_of_place(place))


def is_whole_name(case: CaseReader, id: str, name: str) -> bool:
    """Whether a name is more than the single word that many individuals share."""
    person = case.find(id)
    is_individual = not isinstance(person, Person) or person.unit == "individual"
    return len(name.split()) > 1 or not is_individual
