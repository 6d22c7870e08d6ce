"""What is to be written for marked words, gathered record by record into one change set."""

from dataclasses import dataclass

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.finding import Findable
from viewer.domain.ids import new_id
from viewer.domain.marking.passages import Words, passage_for
from viewer.domain.marking.people import New, NewPerson, NewPlace
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Evidence, Name, Passage, Person, Place, Record
from viewer.domain.text import folded

_ORDER = list(KINDS)


@dataclass(frozen=True, slots=True)
class Marked:
    """What is made of words: one change set, the record to show then, and where it is marked.

    `says` is a sentence for the user where what was done cannot be seen by itself.
    """

    change_set: ChangeSet
    record_id: str
    passage_id: str
    says: str = ""


class Draft:
    """Gathers new records. The passage of a span is made once, and so is each piece of evidence."""

    def __init__(self, case: CaseReader) -> None:
        self._case = case
        self._passages: dict[tuple[str, int, int], Passage] = {}
        self._records: list[Record] = []

    def add(self, record: Record) -> str:
        """Take a new record in; returns its id."""
        self._records.append(record)
        return record.id

    def passage(self, words: Words) -> Passage:
        """Return the passage of words, which is new unless they were marked before."""
        place = (words.document.id, words.start, words.end)
        if place not in self._passages:
            passage, change_set = passage_for(self._case, words.document, words.start, words.end)
            self._passages[place] = passage
            self._records += [change.record for change in change_set.changes]
        return self._passages[place]

    def tie(self, record_id: str, field: str, words: Words, stance: str = "supports") -> bool:
        """Let words speak of a field, or with "" of a whole record; False if they do already."""
        values = {
            "record_id": record_id,
            "field": field,
            "passage_id": self.passage(words).id,
        }
        if self._case.where(Evidence, **values) or self._has(values):
            return False
        self.add(Evidence(id=new_id(), stance=stance, **values))
        return True

    def _has(self, values: dict[str, str]) -> bool:
        return any(
            all(getattr(record, name) == value for name, value in values.items())
            for record in self._records
            if isinstance(record, Evidence)
        )

    def person(self, new: NewPerson, words: Words | None) -> str:
        """Create a person, evidenced by words where it is these that name or describe it."""
        person, name = new.records()
        self.add(person)
        if name is not None:
            self.add(name)
        if words is not None and _gives(words, new.text):
            told_in, field = (name.id, "text") if name is not None else (person.id, "described_as")
            self.tie(person.id, "", words)
            self.tie(told_in, field, words)
        elif words is not None:
            self.tie(person.id, "", words)
        return person.id

    def place(self, new: NewPlace, words: Words | None) -> str:
        """Create a place, evidenced by words where it is these that name it."""
        place = new.record()
        self.add(place)
        if words is not None:
            self.tie(place.id, "name" if _gives(words, new.text) else "", words)
        return place.id

    def new(self, new: New, words: Words | None) -> str:
        """Create a person or a place."""
        return self.person(new, words) if isinstance(new, NewPerson) else self.place(new, words)

    def change_set(self, label: str) -> ChangeSet:
        """Return one change set of everything, what is referred to first."""
        return creation(*sorted(self._records, key=_rank), label=label)


def _rank(record: Record) -> int:
    return _ORDER.index(record.kind)


def _gives(words: Words, text: str) -> bool:
    return folded(words.line) == folded(" ".join(text.split()))


def within(words: Words, wanted: str) -> Words | None:
    """Return the first place inside marked words in which others stand as whole words."""
    for start, end in Findable(words.text).spans(wanted, whole_words=True):
        return words.narrowed(words.start + start, words.start + end)
    return None


def names_of(case: CaseReader, person: Person) -> list[str]:
    """Return every written form of a person, the main name first; or the description."""
    names = case.where(Name, person_id=person.id)
    forms = [name.text for name in sorted(names, key=lambda name: name.type != "main")]
    return forms or [person.described_as]


def names_of_place(place: Place) -> list[str]:
    """Return every written form of a place."""
    also = place.also_written.replace(";", ",").replace("،", ",").split(",")
    return [name for name in (place.name, *(each.strip() for each in also)) if name]
