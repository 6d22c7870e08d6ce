"""What there is in a case, as entities: documents, persons, places, events, and what was said."""

from collections.abc import Iterator

from viewer.domain.addresses import public_address
from viewer.domain.records import (
    Annotation,
    Document,
    Event,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Tag,
    Tagging,
    field_of,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.text import unisolated
from viewer.domain.titles import title
from viewer.domain.vocabularies import vocabulary
from viewer.export.ftm.dates import in_words, moment, when
from viewer.export.ftm.entities import Entity, entity, shows
from viewer.export.ftm.languages import three_letters

_PERSONS = {"individual": "Person", "organisation": "Organization", "group": "LegalEntity"}
_ALIASES = ("alias", "transliteration", "original_script")


def label(kind: str, field: str, code: str) -> str:
    """Return what a code of a field is called."""
    return vocabulary(field_of(kind, field).spec.vocabulary).label(code)  # type: ignore[attr-defined]


def called(view: Snapshot, record: Record) -> str:
    """Return a record's title, for a file: one that shows."""
    said = unisolated(title(view, record))
    return said if shows(said) else f"Untitled {record.labels[0].lower()}"


def person_schema(person: Person) -> str:
    """Return the schema of a person."""
    return _PERSONS[person.unit]


class Things:
    """Makes entities of the records that stand by themselves."""

    def __init__(self, view: Snapshot) -> None:
        self._view = view

    def all(self) -> Iterator[Entity]:
        """Yield them, those that are referred to first."""
        view = self._view
        yield from map(self._document, view.all(Document))
        yield from map(self._person, view.all(Person))
        yield from map(self._place, view.all(Place))
        yield from map(self._event, view.all(Event))
        yield from map(self._quote, view.all(Quote))
        yield from map(self._figure, view.all(Figure))
        yield from map(self._note, view.all(Annotation))

    def _document(self, document: Document) -> Entity:
        name = called(self._view, document)
        return entity(
            document.id,
            "Article" if document.type == "article" else "Document",
            name=name,
            title=document.title,
            fileName=document.file_name or name,
            author=document.author,
            publisher=document.publisher,
            publishedAt=when(self._view, document.published).get("date", ""),
            sourceUrl=public_address(document.address),
            language=three_letters(document.language),
            mimeType=document.media_type,
            retrievedAt=moment(document.received),
            processingAgent=document.extracted_by,
            bodyText=document.text,
            keywords=self._tags(document),
            notes=[
                document.note,
                self._said("Published", in_words(self._view, document.published)),
                self._said("SHA-256 of the original", document.sha256),
            ],
        )

    def _person(self, person: Person) -> Entity:
        names = self._view.where(Name, person_id=person.id)
        is_one = person.unit == "individual"
        said = person.occupation
        return entity(
            person.id,
            person_schema(person),
            name=called(self._view, person),
            alias=[n.text for n in names if n.type in _ALIASES],
            weakAlias=[n.text for n in names if n.type == "nickname"],
            profession=said if is_one else "",
            description=[person.about, "" if is_one else said],
            summary=person.described_as,
            keywords=self._tags(person),
        )

    def _place(self, place: Place) -> Entity:
        return entity(
            place.id,
            "Address",
            name=called(self._view, place),
            alias=place.also_written,
            full=self._in_full(place),
            latitude=_degrees(place.latitude),
            longitude=_degrees(place.longitude),
            description=place.about,
            remarks=label("place", "precision", place.precision),
            keywords=self._tags(place),
        )

    def _in_full(self, place: Place) -> str:
        """Return a place with those of which it is a part."""
        parts: dict[str, str] = {}
        found: Record | None = place
        while isinstance(found, Place) and found.id not in parts:
            parts[found.id] = called(self._view, found)
            found = self._view.find(found.part_of_id or "")
        return ", ".join(parts.values())

    def _event(self, event: Event) -> Entity:
        place = self._view.find(event.place_id or "")
        parts = self._view.where(Involvement, event_id=event.id)
        return entity(
            event.id,
            "Event",
            name=called(self._view, event),
            summary=label("event", "type", event.type),
            description=event.description,
            location=self._in_full(place) if isinstance(place, Place) else "",
            addressEntity=event.place_id or "",
            involved=[part.person_id for part in parts],
            keywords=self._tags(event),
            notes=[
                self._said("Status", label("event", "status", event.status)),
                self._said("Date", in_words(self._view, event.date)),
            ],
            **when(self._view, event.date),
        )

    def _quote(self, quote: Quote) -> Entity:
        passage = self._view.get(Passage, quote.passage_id)
        return entity(
            quote.id,
            "Note",
            name=called(self._view, quote),
            summary=[
                self._said("Quote", label("quote", "form", quote.form)),
                self._said("Speaker", label("quote", "attribution", quote.attribution)),
            ],
            description=passage.exact,
            entity=quote.speaker_id or "",
            proof=passage.document_id,
            notes=quote.note,
            keywords=self._tags(quote),
        )

    def _figure(self, figure: Figure) -> Entity:
        return entity(
            figure.id,
            "Note",
            name=called(self._view, figure),
            summary="Reported figure",
            description=called(self._view, figure),
            entity=[figure.claimant_id or "", figure.place_id or ""],
            notes=self._said("Period", in_words(self._view, figure.period)),
            keywords=self._tags(figure),
        )

    def _note(self, note: Annotation) -> Entity:
        target = self._view.find(note.target_id)
        passage = target if isinstance(target, Passage) else None
        return entity(
            note.id,
            "Note",
            name=called(self._view, note),
            summary=label("annotation", "motivation", note.motivation),
            description=[note.body, passage.exact if passage else ""],
            entity=about(target),
            createdAt=moment(note.created),
            modifiedAt=moment(note.modified),
            keywords=self._tags(note),
        )

    def _tags(self, record: Record) -> list[str]:
        taggings = self._view.where(Tagging, target_id=record.id)
        return sorted(self._view.get(Tag, tagging.tag_id).label for tagging in taggings)

    @staticmethod
    def _said(what: str, said: str) -> str:
        return f"{what}: {said}" if said else ""


def about(record: Record | None) -> list[str]:
    """Return the ids of the entities of which something is said that is said of a record."""
    match record:
        case Document() | Person() | Place() | Event() | Quote() | Figure() | Annotation():
            return [record.id]
        case Passage():
            return [record.document_id]
        case Name():
            return [record.person_id]
        case Involvement():
            return [record.event_id, record.person_id]
        case _:
            return []


def _degrees(number: float | None) -> str:
    return "" if number is None else f"{number:.6f}".rstrip("0").rstrip(".")
