"""Persons and places that are to be created beside what words are made into."""

from dataclasses import dataclass, field, replace

from viewer.domain.ids import new_id
from viewer.domain.marking.passages import Words
from viewer.domain.marking.precision import precision_of
from viewer.domain.names import script_of
from viewer.domain.records import Name, Person, Place

#: How a person is protected at first: who asked not to be named is not to be singled out.
_PROTECTED = {"anonymous": "details_withheld"}


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person who is not in the case yet: by name, or by what the person is described as."""

    text: str
    naming: str = "named"
    unit: str = "individual"
    id: str = field(default_factory=new_id, compare=False)

    def records(self) -> tuple[Person, Name | None]:
        """Return the person and, for a named one, the main name."""
        person = Person(
            id=self.id,
            unit=self.unit,
            naming=self.naming,
            protection=_PROTECTED.get(self.naming, "public"),
        )
        if self.naming != "named":
            return replace(person, described_as=self.text), None
        return person, name_of(self.id, self.text)


def name_of(person_id: str, text: str, type: str = "main") -> Name:
    """Return a new written form of a person, in the script that it is in."""
    return Name(id=new_id(), person_id=person_id, text=text, type=type, script=script_of(text))


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place that is not in the case yet."""

    text: str
    id: str = field(default_factory=new_id, compare=False)

    def record(self, words: Words | None = None) -> Place:
        """Return the place, of the precision that its name and the words of it say."""
        return Place(id=self.id, name=self.text, precision=precision_of(self.text, words))


#: What a form may have to create besides its own record.
New = NewPerson | NewPlace
