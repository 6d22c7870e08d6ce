"""What a record is tied to, as groups of links. No widget here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from viewer.domain.records import (
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
    label_of,
)
from viewer.domain.titles import date_phrase, title, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.store import CaseFile, ListQuery

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
#: The kinds that refer, and the column in which they do.
_Columns = tuple[tuple[type[Any], str], ...]


def ties_of(case: CaseFile, record: Record, most: int = FIRST) -> list[Group]:
    """Return the groups of a record's ties, each with at most `most` links."""
    groups = (_group(case, record.id, most, *ties) for ties in _TIES.get(type(record), ()))
    return [group for group in groups if group.total]


def _group(
    case: CaseFile, id: str, most: int, heading: str, columns: _Columns, make: _Maker
) -> Group:
    """Read only what is shown: there may be a hundred thousand ties."""
    links: dict[str, Link] = {}
    total = 0
    for kind, column in columns:
        query = ListQuery(kind.kind, fields={column: id})
        for each in _read(case, kind, column, id, most - len(links)):
            links.setdefault(each.id, make(case, each, id))
        total += case.count(query)
    return Group(heading, tuple(links.values()), total)


def _read(case: CaseFile, kind: type[Any], column: str, id: str, limit: int) -> list[Any]:
    if column.endswith("_anchor_id"):
        rows = case.page(ListQuery(kind.kind, fields={column: id}), limit=max(limit, 0))
        return [case.get(kind, row.id) for row in rows]
    return case.where(kind, limit=max(limit, 0), **{column: id})


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
    said = label_of(kind, evidence.field) if record and evidence.field else ""
    return Link(evidence.record_id, kind, title_of(case, evidence.record_id), said)


def _target(case: CaseFile, tagging: Tagging, _: str) -> Link:
    record = case.find(tagging.target_id)
    kind = record.kind if record else "tag"
    return Link(tagging.target_id, kind, title_of(case, tagging.target_id), "", tagging.id)


_COUNTED_FROM: _Columns = (
    (Event, "date_anchor_id"),
    (Figure, "period_anchor_id"),
    (Document, "published_anchor_id"),
)
_TIES: dict[type[Record], tuple[tuple[str, _Columns, _Maker], ...]] = {
    Person: (
        ("Events", ((Involvement, "person_id"),), _event_of),
        ("Relationships", ((Relationship, "person_id"), (Relationship, "other_id")), _other_person),
        ("Quotes", ((Quote, "speaker_id"),), _quote),
        ("Reported figures", ((Figure, "claimant_id"),), _plain),
    ),
    Event: (
        ("Persons", ((Involvement, "event_id"),), _person_of),
        ("Linked events", ((EventLink, "event_id"), (EventLink, "other_id")), _other_event),
        ("Dates counted from here", _COUNTED_FROM, _plain),
    ),
    Place: (
        ("Events here", ((Event, "place_id"),), _dated),
        ("Reported figures", ((Figure, "place_id"),), _plain),
        ("Places within", ((Place, "part_of_id"),), _plain),
    ),
    Document: (
        ("Passages", ((Passage, "document_id"),), _plain),
        ("Dates counted from here", _COUNTED_FROM, _plain),
    ),
    Passage: (
        ("Evidence for", ((Evidence, "passage_id"),), _evidenced),
        ("Quotes", ((Quote, "passage_id"),), _quote),
    ),
    Tag: (("Tagged", ((Tagging, "tag_id"),), _target),),
}
