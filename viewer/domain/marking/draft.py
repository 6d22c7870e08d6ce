"""What is to be written for marked words, gathered record by record into one change set."""

from dataclasses import dataclass, replace
from typing import Any

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.finding import Findable
from viewer.domain.ids import new_id
from viewer.domain.marking.passages import Words, passage_for
from viewer.domain.marking.people import New, NewPerson, NewPlace
from viewer.domain.reader import CaseReader, R
from viewer.domain.records import KINDS, Evidence, Name, Passage, Person, Place, Record
from viewer.domain.text import folded

_ORDER = list(KINDS)
#: Before a description, and no part of it.
_ARTICLES = ("a ", "an ", "the ")


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
    """Gathers records. The passage of a span is made once, and so is each piece of evidence."""

    def __init__(self, case: CaseReader) -> None:
        self._case = case
        self._passages: dict[tuple[str, int, int], Passage] = {}
        self._records: dict[str, Record] = {}
        #: Records of the case that are given other values, as they were.
        self._before: dict[str, Record] = {}
        self._ties: set[tuple[str, ...]] = set()

    def add(self, record: Record) -> str:
        """Take a new record in; returns its id."""
        self._records[record.id] = record
        return record.id

    def get(self, kind: type[R], id: str) -> R:
        """Return a record as it is to be; raises `NotFoundError`."""
        record = self._records.get(id)
        return record if isinstance(record, kind) else self._case.get(kind, id)

    def find(self, id: str) -> Record | None:
        """Return the record with that id as it is to be, or None."""
        return self._records.get(id) or self._case.find(id)

    def edit(self, record: Record, **values: Any) -> None:
        """Give fields of a record, which may be one of the case, other values."""
        if not self.is_new(record.id):
            self._before.setdefault(record.id, record)
        self._records[record.id] = replace(record, **values)

    def is_new(self, id: str) -> bool:
        """Whether a record is in the draft alone, and not in the case."""
        return id in self._records and id not in self._before

    def passage(self, words: Words) -> Passage:
        """Return the passage of words, which is new unless they were marked before."""
        place = (words.document.id, words.start, words.end)
        if place not in self._passages:
            passage, change_set = passage_for(self._case, words.document, words.start, words.end)
            self._passages[place] = passage
            self._records |= {change.id: change.record for change in change_set.changes}
        return self._passages[place]

    def tie(
        self, record_id: str, field: str, words: Words, stance: str = "supports", note: str = ""
    ) -> bool:
        """Let words speak of a field, or with "" of a whole record; False if they do already."""
        passage = self.passage(words)
        values = {"record_id": record_id, "field": field, "passage_id": passage.id}
        place = tuple(values.values())
        if place in self._ties or self._is_tied(values):
            return False
        self._ties.add(place)
        self.add(Evidence(id=new_id(), stance=stance, note=note, **values))
        return True

    def _is_tied(self, values: dict[str, str]) -> bool:
        """Whether the case has the evidence already; what is new can have none there."""
        if self.is_new(values["record_id"]) or self.is_new(values["passage_id"]):
            return False
        return bool(self._case.where(Evidence, **values))

    def person(self, new: NewPerson, words: Words | None, asks: Words | None = None) -> str:
        """Create a person, evidenced by words where it is these that name or describe it.

        `asks` are the words that ask for anonymity, where others than those.
        """
        person, name = new.records()
        self.add(person)
        if name is not None:
            self.add(name)
        if words is not None:
            self.tie(person.id, "", words)
            self._tie_naming(person, name, words)
        asks = asks or words
        if asks is not None and person.naming == "anonymous":
            self.tie(person.id, "naming", asks)
            self.tie(person.id, "protection", asks)
        return person.id

    def _tie_naming(self, person: Person, name: Name | None, words: Words) -> None:
        if name is not None and _gives(words, name.text):
            self.tie(name.id, "text", words)
        elif name is None and _gives(words, person.described_as):
            self.tie(person.id, "described_as", words)

    def place(self, new: NewPlace, words: Words | None) -> str:
        """Create a place, evidenced by words where it is these that name it."""
        place = new.record(words)
        self.add(place)
        if words is not None:
            self.tie(place.id, "name" if _gives(words, new.text) else "", words)
        return place.id

    def new(self, new: New, words: Words | None) -> str:
        """Create a person or a place."""
        return self.person(new, words) if isinstance(new, NewPerson) else self.place(new, words)

    def change_set(self, label: str) -> ChangeSet:
        """Return one change set of everything, what is referred to first."""
        records = sorted(self._records.values(), key=_rank)
        changes = (Change(self._before.get(record.id), record) for record in records)
        return ChangeSet(label, tuple(c for c in changes if c.before != c.after))


def _rank(record: Record) -> int:
    return _ORDER.index(record.kind)


def _gives(words: Words, text: str) -> bool:
    """Whether words give a name or description; an article before it makes no difference."""
    return without_article(folded(words.line)) == without_article(folded(" ".join(text.split())))


def without_article(text: str) -> str:
    """Return a name or description without the article that it begins with."""
    lower = text.lower()
    return next((text[len(a) :] for a in _ARTICLES if lower.startswith(a)), text)


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
