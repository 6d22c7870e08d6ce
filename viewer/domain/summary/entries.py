"""The entries of a summary, each built from the records of an already protected case."""

from collections.abc import Iterable, Iterator

from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Annotation,
    Document,
    Event,
    EventLink,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Relationship,
    Tag,
    Tagging,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.dates import dated
from viewer.domain.summary.order import Order, number_of
from viewer.domain.summary.sources import Sources
from viewer.domain.summary.tree import (
    ActEntry,
    DocumentEntry,
    EventEntry,
    FigureEntry,
    FigureGroup,
    Link,
    NoteEntry,
    OtherName,
    Part,
    PersonEntry,
    PlaceEntry,
    QuoteEntry,
    Statement,
    TagEntry,
    Tie,
)
from viewer.domain.titles import title
from viewer.domain.vocabularies import vocabulary

_BY = ("alleged_perpetrator",)
_TO = ("victim",)


class Entries:
    """Builds the entries of one report; called in the report's order, it numbers passages so."""

    def __init__(self, view: Snapshot, case: CaseReader) -> None:
        self._view = view
        self.case = view.case
        self.sources = Sources(view, case)
        self._order = Order(view, self.sources.documents)
        self._parts: dict[str, Part] = {}

    def case_summary(self) -> Statement:
        """The case's summary."""
        user = Link("summary", "Summary")
        return Statement(self.case.summary, self.sources.of_record(self.case.id, user))

    def persons(self) -> tuple[PersonEntry, ...]:
        """Individuals, groups, organisations; those with the most parts in events first."""
        return tuple(self._person(person) for person in self._order.persons)

    def _person(self, person: Person) -> PersonEntry:
        user, sources = self._order.link(person.id), self.sources
        names = self._view.where(Name, person_id=person.id)
        mains = [name for name in names if name.type == "main"]
        whole = sources.of_the_rest(person.id, user, "occupation", "about", "described_as")
        of_name = [r for main in mains for r in sources.of_record(main.id, user)]
        described = sources.of_record(person.id, user, "described_as")
        if not mains:
            of_name += described
        return PersonEntry(
            number=number_of(user),
            name=Statement(user.title, tuple(dict.fromkeys([*of_name, *whole]))),
            unit=vocabulary("unit").label(person.unit),
            known=vocabulary("naming").label(person.naming),
            protection=vocabulary("protection").label(person.protection),
            is_protected=person.protection != "public",
            pseudonym=person.pseudonym,
            roles=self._roles(person),
            others=tuple(self._other_name(name, user) for name in names if name.type != "main"),
            described_as=Statement(person.described_as, described) if mains else Statement(),
            occupation=Statement(
                person.occupation, sources.of_record(person.id, user, "occupation")
            ),
            about=Statement(person.about, sources.of_record(person.id, user, "about")),
            ties=tuple(
                self._relationship(tie, user)
                for tie in self._order.ties_of(Relationship, person.id, "person_id")
            ),
            parts=self._parts_in_order(self._view.where(Involvement, person_id=person.id)),
            quotes=tuple(self._order.link(q.id) for q in self._quotes_of(person)),
            tags=self._order.tags_of(person.id),
        )

    def _roles(self, person: Person) -> tuple[str, ...]:
        codes = {part.role for part in self._view.where(Involvement, person_id=person.id)}
        return tuple(term.label for term in vocabulary("role") if term.code in codes)

    def _quotes_of(self, person: Person) -> list[Quote]:
        found = self._view.where(Quote, speaker_id=person.id)
        return sorted(found, key=lambda quote: number_of(self._order.link(quote.id)))

    def _other_name(self, name: Name, user: Link) -> OtherName:
        written = Statement(name.text, self.sources.of_record(name.id, user))
        return OtherName(vocabulary("name_type").label(name.type), written)

    def _relationship(self, tie: Relationship, user: Link) -> Tie:
        return Tie(
            subject=self._order.link(tie.person_id),
            object=self._order.link(tie.other_id),
            label=vocabulary("tie").label(tie.type),
            detail=tie.detail,
            references=self.sources.of_record(tie.id, user),
        )

    def _parts_in_order(self, parts: Iterable[Involvement]) -> tuple[Part, ...]:
        roles = vocabulary("role").codes
        return tuple(
            self._part(part)
            for part in sorted(
                parts,
                key=lambda p: (
                    number_of(self._order.link(p.event_id)),
                    roles.index(p.role),
                    number_of(self._order.link(p.person_id)),
                ),
            )
        )

    def _part(self, part: Involvement) -> Part:
        if part.id not in self._parts:
            event = self._view.get(Event, part.event_id)
            references = self.sources.of_record(part.id, self._order.link(part.event_id))
            self._parts[part.id] = Part(
                person=self._order.link(part.person_id),
                event=self._order.link(part.event_id),
                role=vocabulary("role").label(part.role),
                role_code=part.role,
                when=dated(self._view, event.date),
                detail=part.detail,
                references=references,
            )
        return self._parts[part.id]

    def places(self) -> tuple[PlaceEntry, ...]:
        """Places by name."""
        return tuple(self._place(place) for place in self._order.places)

    def _place(self, place: Place) -> PlaceEntry:
        user = self._order.link(place.id)
        known = place.latitude is not None and place.longitude is not None
        return PlaceEntry(
            number=number_of(user),
            name=Statement(user.title, self.sources.of_record(place.id, user)),
            precision=vocabulary("precision").label(place.precision),
            also_written=place.also_written,
            part_of=", ".join(outer.name for outer in self._order.outer(place)),
            coordinates=f"{place.latitude:.5f}, {place.longitude:.5f}" if known else "",
            about=place.about,
        )

    def events(self) -> tuple[EventEntry, ...]:
        """Events by the days they allow; those without any last."""
        return tuple(self._event(event) for event in self._order.events)

    def _event(self, event: Event) -> EventEntry:
        user, sources = self._order.link(event.id), self.sources
        told_apart = ("date", "place_id", "status", "description")
        place = self._view.get(Place, event.place_id) if event.place_id else None
        return EventEntry(
            number=number_of(user),
            title=Statement(user.title, sources.of_the_rest(event.id, user, *told_apart)),
            type=vocabulary("act").label(event.type),
            date=dated(self._view, event.date, sources.of_record(event.id, user, "date")),
            status=Statement(
                vocabulary("status").label(event.status),
                sources.of_record(event.id, user, "status"),
            ),
            place=Statement(
                self._order.place_name(event.place_id),
                sources.of_record(event.id, user, "place_id"),
            ),
            precision=vocabulary("precision").label(place.precision) if place else "",
            description=Statement(
                event.description, sources.of_record(event.id, user, "description")
            ),
            parts=self._parts_in_order(self._view.where(Involvement, event_id=event.id)),
            ties=tuple(
                self._event_link(tie, user)
                for tie in self._order.ties_of(EventLink, event.id, "event_id")
            ),
            tags=self._order.tags_of(event.id),
        )

    def _event_link(self, tie: EventLink, user: Link) -> Tie:
        return Tie(
            subject=self._order.link(tie.event_id),
            object=self._order.link(tie.other_id),
            label=vocabulary("link").label(tie.type),
            detail=tie.detail,
            references=self.sources.of_record(tie.id, user),
        )

    def quotes(self) -> tuple[QuoteEntry, ...]:
        """Quotes in the order of the documents."""
        return tuple(self._quote(quote) for quote in self._order.quotes)

    def _quote(self, quote: Quote) -> QuoteEntry:
        user = self._order.link(quote.id)
        passage = self._view.get(Passage, quote.passage_id)
        return QuoteEntry(
            number=number_of(user),
            words=Statement(passage.exact, self.sources.of_passage(passage.id, user)),
            speaker=self._order.optional_link(quote.speaker_id),
            attribution=vocabulary("attribution").label(quote.attribution),
            form=vocabulary("form").label(quote.form),
            is_direct=quote.form == "direct",
            note=quote.note,
            references=self.sources.of_record(quote.id, user),
            tags=self._order.tags_of(quote.id),
        )

    def acts(self) -> tuple[ActEntry, ...]:
        """Events with somebody's part in them, as who did what to whom."""
        return tuple(act for event in self._order.events if (act := self._act(event)) is not None)

    def _act(self, event: Event) -> ActEntry | None:
        parts = self._parts_in_order(self._view.where(Involvement, event_id=event.id))
        if not parts:
            return None
        return ActEntry(
            event=self._order.link(event.id),
            type=vocabulary("act").label(event.type),
            when=dated(self._view, event.date),
            by=tuple(part for part in parts if part.role_code in _BY),
            to=tuple(part for part in parts if part.role_code in _TO),
            others=tuple(part for part in parts if part.role_code not in (*_BY, *_TO)),
        )

    def figures(self) -> tuple[FigureGroup, ...]:
        """Reported figures, one group for each kind of act."""
        return tuple(
            FigureGroup(
                number,
                vocabulary("act").label(group[0].act),
                tuple(self._figure(figure) for figure in group),
            )
            for number, group in enumerate(self._order.figure_groups, start=1)
        )

    def _figure(self, figure: Figure) -> FigureEntry:
        user = self._order.link(figure.id)
        notes = self._view.where(Annotation, target_id=figure.id)
        return FigureEntry(
            number=number_of(user),
            count=figure.number,
            claimant=self._order.optional_link(figure.claimant_id),
            qualifier=vocabulary("qualifier").label(figure.qualifier),
            counted=figure.counted,
            period=dated(self._view, figure.period),
            place=self._order.place_name(figure.place_id),
            notes=tuple(note.body for note in notes if note.body),
            references=self.sources.of_record(figure.id, user),
        )

    def notes(self) -> tuple[NoteEntry, ...]:
        """Notes on records and passages."""
        written = (note for note in self._view.all(Annotation) if note.body)
        return tuple(self._note(note, number) for number, note in enumerate(written, start=1))

    def _note(self, note: Annotation, number: int) -> NoteEntry:
        user = Link(f"note-{number}", "Note")
        target = self._view.find(note.target_id)
        on = self._order.links.get(note.target_id)
        fallback = title(self._view, target) if target else ""
        return NoteEntry(
            number=number,
            on=on or Link("", fallback),
            body=note.body,
            motivation=vocabulary("motivation").label(note.motivation),
            references=self.sources.of_passage(target.id, user)
            if isinstance(target, Passage)
            else (),
        )

    def tags(self) -> tuple[TagEntry, ...]:
        """Tags by label, with the entries that carry them."""
        tags = sorted(self._view.all(Tag), key=lambda tag: tag.label)
        return tuple(TagEntry(tag.label, tuple(self._tagged(tag))) for tag in tags)

    def _tagged(self, tag: Tag) -> Iterator[Link]:
        for tagging in self._view.where(Tagging, tag_id=tag.id):
            if link := self._order.links.get(tagging.target_id):
                yield link

    def documents(self) -> tuple[DocumentEntry, ...]:
        """Documents in the order in which they were received."""
        return tuple(self._document(document) for document in self._view.all(Document))

    def _document(self, document: Document) -> DocumentEntry:
        user, sources = self._order.link(document.id), self.sources
        return DocumentEntry(
            number=number_of(user),
            title=Statement(user.title, sources.of_the_rest(document.id, user, "published")),
            type=vocabulary("document_type").label(document.type),
            author=document.author,
            publisher=document.publisher,
            published=dated(
                self._view, document.published, sources.of_record(document.id, user, "published")
            ),
            address=document.address,
            language=document.language,
            note=document.note,
            received=document.received,
            media_type=document.media_type,
            sha256=document.sha256,
            passages=sources.count(document.id),
            tags=self._order.tags_of(document.id),
        )
