"""The order of a report's entries, what they are called, and where their links lead."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from viewer.domain.dates import Offset
from viewer.domain.reader import R
from viewer.domain.records import (
    Document,
    Event,
    Figure,
    Involvement,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Tag,
    Tagging,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.spans import LONGEST, span_of
from viewer.domain.summary.leaves import Link
from viewer.domain.titles import title
from viewer.domain.vocabularies import vocabulary
from viewer.domain.wording import Wording


class Order:
    """Which entry comes when; an entry's number within its kind is also its anchor's."""

    def __init__(self, view: Snapshot, documents: dict[str, int], wording: Wording) -> None:
        self._view = view
        self._documents = documents
        self.wording = wording

    @cached_property
    def persons(self) -> list[Person]:
        """Individuals, groups, organisations; within each victims first."""
        parts = list(self._view.all(Involvement))
        prominence = Counter(part.person_id for part in parts)
        victims = {part.person_id for part in parts if part.role == "victim"}
        units = vocabulary("unit").codes
        return sorted(
            self._view.all(Person),
            key=lambda p: (
                units.index(p.unit),
                p.id not in victims,
                -prominence[p.id],
                title(self._view, p),
                p.id,
            ),
        )

    @cached_property
    def events(self) -> list[Event]:
        """Events by the days they allow, as entered where those are the same; undated last.

        An event that counts from an undated one stands beside it, before or after.
        """
        return sorted(self._view.all(Event), key=self._in_time)

    def _in_time(self, event: Event) -> tuple[int | str, ...]:
        span, root, days = span_of(self._view, event.date), event, 0
        counted = {event.id}
        while span.is_empty and isinstance(anchor := self._anchor(root), Event):
            if anchor.id in counted or len(counted) > LONGEST:
                break
            days += Offset.parse(root.date.offset or "P0D").added_to(0)
            counted.add(anchor.id)
            root = anchor
        return (*span, root.id, days, event.id)

    def _anchor(self, event: Event) -> Record | None:
        return self._view.find(event.date.anchor_id) if event.date.anchor_id else None

    @cached_property
    def quotes(self) -> list[Quote]:
        """Quotes in the order of the documents' texts."""
        passages = {passage.id: passage for passage in self._view.all(Passage)}
        documents = self._documents

        def place(quote: Quote) -> tuple[int, int, str]:
            passage = passages[quote.passage_id]
            return documents[passage.document_id], passage.start, quote.id

        return sorted(self._view.all(Quote), key=place)

    @cached_property
    def figure_groups(self) -> list[list[Figure]]:
        """Reported figures by kind of act, in the vocabulary's order."""
        groups: dict[str, list[Figure]] = defaultdict(list)
        for figure in self._view.all(Figure):
            groups[figure.act].append(figure)
        return [groups[act] for act in sorted(groups, key=vocabulary("act").codes.index)]

    @cached_property
    def places(self) -> list[Place]:
        """Places by name."""
        return sorted(self._view.all(Place), key=lambda place: (place.name, place.id))

    @cached_property
    def links(self) -> dict[str, Link]:
        """The link to every record that has an entry, by the record's id."""
        kinds: tuple[tuple[str, Iterable[Record]], ...] = (
            ("person", self.persons),
            ("place", self.places),
            ("event", self.events),
            ("quote", self.quotes),
            ("figure", (figure for group in self.figure_groups for figure in group)),
            ("document", self._view.all(Document)),
        )
        return {
            record.id: Link(f"{kind}-{number}", title(self._view, record, self.wording))
            for kind, records in kinds
            for number, record in enumerate(records, start=1)
        }

    def link(self, id: str) -> Link:
        """Return the link to a record that has an entry."""
        return self.links[id]

    def optional_link(self, id: str | None) -> Link | None:
        """Return the link to a record, or None."""
        return self.links.get(id or "")

    def tags_of(self, id: str) -> tuple[str, ...]:
        """Return the tags of a record by their labels."""
        found = self._view.where(Tagging, target_id=id)
        return tuple(sorted(self._view.get(Tag, tagging.tag_id).label for tagging in found))

    def ties_of(self, kind: type[R], id: str, first: str) -> list[R]:
        """Return the ties that start at a record (field `first`), then those that end there."""
        return [*self._view.where(kind, **{first: id}), *self._view.where(kind, other_id=id)]

    def outer(self, place: Place) -> list[Place]:
        """The places around it, from the nearest outwards; a circle ends the list."""
        outer: list[Place] = []
        while place.part_of_id and place.part_of_id not in {p.id for p in outer}:
            place = self._view.get(Place, place.part_of_id)
            outer.append(place)
        return outer

    def place_name(self, id: str | None) -> str:
        """Return a place's name with the places around it, or ""."""
        if id is None:
            return ""
        place = self._view.get(Place, id)
        return self.wording.listed(*(p.name for p in (place, *self.outer(place))))


def number_of(link: Link) -> int:
    """Return the number in a link's anchor."""
    return int(link.anchor.rpartition("-")[2])
