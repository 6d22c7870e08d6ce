"""What a record is tied to, as groups of links. No widget here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from viewer.domain.fields import Ref
from viewer.domain.records import (
    Annotation,
    Document,
    Event,
    EventLink,
    Evidence,
    Figure,
    Involvement,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    Tag,
    Tagging,
    field_of,
    fields_of,
)
from viewer.domain.titles import date_phrase, title, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.store import CaseFile

#: Links of a group that are made at first; a long list is no help and takes time.
FIRST = 40


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a record: `id` is shown when it is followed, `tie_id` is the tie itself, if any."""

    id: str
    kind: str
    text: str
    note: str = ""
    tie_id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Links of one sort; `total` counts those not listed, too."""

    title: str
    links: tuple[Link, ...]
    total: int


#: Makes the link of one record that refers to the shown one.
_Maker = Callable[[CaseFile, Any, str], Link]


def ties_of(case: CaseFile, record: Record, most: int = FIRST) -> list[Group]:
    """Return the groups of a record's ties, each with at most `most` links."""
    return [
        Group(heading, tuple(make(case, each, record.id) for each in found[:most]), len(found))
        for heading, found, make in _found(case, record)
        if found
    ]


def _found(case: CaseFile, record: Record) -> Iterable[tuple[str, list[Any], _Maker]]:
    id = record.id
    match record:
        case Person():
            yield "Events", case.where(Involvement, person_id=id), _event_of
            yield "Relationships", _either(case, Relationship, "person_id", id), _other_person
            yield "Quotes", case.where(Quote, speaker_id=id), _quote
            yield "Reported figures", case.where(Figure, claimant_id=id), _plain
        case Event():
            yield "Persons", case.where(Involvement, event_id=id), _person_of
            yield "Linked events", _either(case, EventLink, "event_id", id), _other_event
            yield "Dates counted from here", _anchored(case, id), _plain
        case Place():
            yield "Events here", case.where(Event, place_id=id), _dated
            yield "Reported figures", case.where(Figure, place_id=id), _plain
            yield "Places within", case.where(Place, part_of_id=id), _plain
        case Document():
            yield "Passages", case.passages(id), _plain
            yield "Dates counted from here", _anchored(case, id), _plain
        case Passage():
            yield "Evidence for", case.where(Evidence, passage_id=id), _evidenced
            yield "Quotes", case.where(Quote, passage_id=id), _quote
        case Tag():
            yield "Tagged", case.where(Tagging, tag_id=id), _target
    yield "Annotations", case.where(Annotation, target_id=id), _annotation
    yield "Tags", case.where(Tagging, target_id=id), _tag


def _either(case: CaseFile, kind: type[Any], one: str, id: str) -> list[Any]:
    found = {each.id: each for each in case.where(kind, **{one: id})}
    return [*found.values(), *(e for e in case.where(kind, other_id=id) if e.id not in found)]


def _anchored(case: CaseFile, id: str) -> list[Record]:
    return [each for each in case.referring(id) if not _refers_plainly(each, id)]


def _refers_plainly(record: Record, id: str) -> bool:
    return any(
        isinstance(field.spec, Ref) and getattr(record, field.name) == id
        for field in fields_of(record.kind)
    )


def _plain(case: CaseFile, record: Record, _: str) -> Link:
    return Link(record.id, record.kind, title(case, record))


def _dated(case: CaseFile, event: Event, _: str) -> Link:
    return Link(event.id, event.kind, title(case, event), date_phrase(case, event.date))


def _event_of(case: CaseFile, tie: Involvement, _: str) -> Link:
    event = case.get(Event, tie.event_id)
    role = vocabulary("role").label(tie.role)
    return Link(event.id, "event", title(case, event), role, tie.id)


def _person_of(case: CaseFile, tie: Involvement, _: str) -> Link:
    role = vocabulary("role").label(tie.role)
    return Link(tie.person_id, "person", title_of(case, tie.person_id), role, tie.id)


def _other_person(case: CaseFile, tie: Relationship, id: str) -> Link:
    return _other(case, tie, tie.person_id, id, vocabulary("tie").label(tie.type))


def _other_event(case: CaseFile, tie: EventLink, id: str) -> Link:
    return _other(case, tie, tie.event_id, id, vocabulary("link").label(tie.type))


def _other(case: CaseFile, tie: Any, first_id: str, id: str, said: str) -> Link:
    """Read from the shown record "Relative of X"; from the other one "X: relative of this"."""
    kind = "person" if isinstance(tie, Relationship) else "event"
    if first_id == id:
        words = f"{said} {title_of(case, tie.other_id)}"
        return Link(tie.other_id, kind, words, tie.detail, tie.id)
    words = f"{title_of(case, first_id)}: {said.lower()} this {kind}"
    return Link(first_id, kind, words, tie.detail, tie.id)


def _quote(case: CaseFile, quote: Quote, _: str) -> Link:
    return Link(quote.id, "quote", title(case, quote), vocabulary("form").label(quote.form))


def _evidenced(case: CaseFile, evidence: Evidence, _: str) -> Link:
    record = case.find(evidence.record_id)
    kind = record.kind if record else "evidence"
    said = field_of(kind, evidence.field).spec.label if record and evidence.field else ""
    return Link(evidence.record_id, kind, title_of(case, evidence.record_id), said)


def _annotation(case: CaseFile, annotation: Annotation, _: str) -> Link:
    said = vocabulary("motivation").label(annotation.motivation)
    return Link(annotation.id, "annotation", title(case, annotation), said)


def _target(case: CaseFile, tagging: Tagging, _: str) -> Link:
    record = case.find(tagging.target_id)
    kind = record.kind if record else "tag"
    return Link(tagging.target_id, kind, title_of(case, tagging.target_id), "", tagging.id)


def _tag(case: CaseFile, tagging: Tagging, _: str) -> Link:
    return Link(tagging.tag_id, "tag", title_of(case, tagging.tag_id), "", tagging.id)
