"""Persons and places that are to be created beside what words are made into."""

from dataclasses import dataclass, field

from viewer.domain.ids import new_id
from viewer.domain.names import script_of
from viewer.domain.records import Name, Person, Place


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person who is not in the case yet: by name, or by what the person is described as."""

    text: str
    naming: str = "named"
    id: str = field(default_factory=new_id, compare=False)

    def records(self) -> tuple[Person, Name | None]:
        """Return the person and, for a named one, the main name."""
        if self.naming != "named":
            return Person(id=self.id, naming=self.naming, described_as=self.text), None
        script = script_of(self.text)
        name = Name(id=new_id(), person_id=self.id, text=self.text, script=script)
        return Person(id=self.id), name


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place that is not in the case yet."""

    text: str
    id: str = field(default_factory=new_id, compare=False)

    def record(self) -> Place:
        """Return the place."""
        return Place(id=self.id, name=self.text)


#: What a form may have to create besides its own record.
New = NewPerson | NewPlace
