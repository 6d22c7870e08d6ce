"""The case as an audience would read it, asked about one protected person at a time."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import permutations

from viewer.domain.audiences import treatment
from viewer.domain.dates import Span
from viewer.domain.identifying.people import People
from viewer.domain.protection import protect, pseudonyms
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Audience,
    Document,
    Event,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
    Relationship,
)
from viewer.domain.similar import similar_persons
from viewer.domain.spans import span_of
from viewer.domain.text import unisolated
from viewer.domain.titles import title_of

#: A place of this precision is known to few.
_SMALL = ("exact", "vicinity", "locality")


class Remains:
    """`view` is the protected case, `case` the case itself."""

    def __init__(self, case: CaseReader, audience: Audience) -> None:
        self.case, self.audience = case, audience
        self.people = People(case, audience)
        self.view = protect(case, audience.id).case
        self._pseudonyms = pseudonyms(case)

    @property
    def persons(self) -> Iterator[str]:
        """Yield the individuals whom the audience must not recognise."""
        yield from self.people.protected

    def pseudonym(self, id: str) -> str:
        """Return what the audience reads for a person; "" for who is left out."""
        left_out = treatment(self.audience, self.people.persons[id].protection) == "left_out"
        return "" if left_out else self._pseudonyms[id]

    def person(self, id: str) -> Person | None:
        """Return a person as the audience would see it; None for who is left out."""
        found = self.view.find(id)
        return found if isinstance(found, Person) else None

    def title(self, id: str | None) -> str:
        """Return what a record is called for the audience."""
        return unisolated(title_of(self.view, id))

    def parts(self, id: str) -> Iterator[tuple[Involvement, Event]]:
        """Yield what is left of a person's parts in events."""
        for part in self.view.where(Involvement, person_id=id):
            yield part, self.view.get(Event, part.event_id)

    def ties(self, id: str) -> Iterator[tuple[Relationship, Person]]:
        """Yield the ties that are left to somebody whom the audience knows by name."""
        for field, other in (("person_id", "other_id"), ("other_id", "person_id")):
            for tie in self.view.where(Relationship, **{field: id}):
                person = self.view.get(Person, getattr(tie, other))
                if self.has_name(person.id) and person.id != id:
                    yield tie, person

    def has_name(self, id: str) -> bool:
        """Whether the audience reads a person's own name."""
        return self.people.is_named(id) and bool(self.view.where(Name, person_id=id))

    @cached_property
    def alike(self) -> dict[str, list[tuple[str, int]]]:
        """The persons with a name for the audience who may be a protected one, with the score."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for each in similar_persons(self.case) if self.people.protected else ():
            for id, other_id in permutations(each.pair):
                if self.people.is_protected(id) and self.has_name(other_id):
                    found[id].append((other_id, each.score))
        return found

    def small_place(self, event: Event) -> Place | None:
        """Return the place of an event where that is a town or less."""
        place = self.view.find(event.place_id) if event.place_id else None
        return place if isinstance(place, Place) and place.precision in _SMALL else None

    def days(self, event: Event) -> int:
        """Return how many days the date of an event allows; 0 where none is known."""
        span: Span = span_of(self.view, event.date)
        return 0 if span.is_empty else span.latest - span.earliest + 1

    def quotes(self, id: str) -> list[Quote]:
        """Return the direct quotes of a person that are given."""
        found = self.view.where(Quote, speaker_id=id)
        return [quote for quote in found if quote.form == "direct"]

    @cached_property
    def naming(self) -> dict[str, frozenset[str]]:
        """Return the persons whom each document names that is given and may be public."""
        documents = (self.case.get(Document, shown.id) for shown in self.view.all(Document))
        return {each.id: self._named_in(each.text) for each in documents}

    def _named_in(self, text: str) -> frozenset[str]:
        alone = (name.ids for name in self.people.names_in(text) if len(name.ids) == 1)
        return frozenset[str]().union(*alone)
