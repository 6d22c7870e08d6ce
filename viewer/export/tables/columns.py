"""The columns of each kind: for people first, then codes and ids for programs."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from viewer.domain.dates import FOREVER, NEVER, Date, iso_day
from viewer.domain.fields import DateField, NamedField, Ref, Term
from viewer.domain.listing.several import joined
from viewer.domain.listing.table import OWN_ID
from viewer.domain.records import (
    Document,
    Event,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Quote,
    Record,
    Tag,
    Tagging,
    fields_of,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.spans import span_of
from viewer.domain.text import unisolated
from viewer.domain.titles import date_phrase, main_name, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.export.tables.cells import Value
from viewer.export.tables.sourced import Sourced

Read = Callable[[Record], Value]


class Column(NamedTuple):
    """A heading, and what stands below it for a record."""

    heading: str
    value: Read


#: What several in one event are called, by role.
_ROLES = {
    "victim": "Victims",
    "alleged_perpetrator": "Alleged perpetrators",
    "witness": "Witnesses",
    "source": "Sources",
    "intervening_party": "Intervening parties",
    "participant": "Participants",
}
#: Left out: a text may be longer than any cell.
_TOO_LONG = {("document", "text")}
#: Kinds that are about other records: words speak of those, and no tags are put on them.
_TIES = {"evidence", "passage", "tag", "tagging", "case"}


class Columns:
    """Makes the columns of a protected case."""

    def __init__(self, view: Snapshot, sourced: Sourced) -> None:
        self._view, self._sourced = view, sourced

    def of(self, kind: str) -> tuple[Column, ...]:
        """Return the columns of a kind."""
        fields = [field for field in fields_of(kind) if (kind, field.name) not in _TOO_LONG]
        found = [*self._special(kind)]
        for field in fields:
            found += self._of_field(field)
        if kind == Event.kind:
            found += [Column(called, self._who(role)) for role, called in _ROLES.items()]
        if kind not in _TIES:
            found.append(Column("Tags", self._tags))
            found.append(Column("Evidence", lambda record: self._sourced.evidence(record)))
        for field in fields:
            found += _for_programs(field)
        return (*found, Column(OWN_ID, lambda record: record.id))

    def _special(self, kind: str) -> Iterator[Column]:
        match kind:
            case Person.kind:
                yield Column("Name", self._name)
                yield Column("Other names", self._other_names)
            case Document.kind:
                yield Column("Number", lambda record: self._sourced.number(record.id))
            case Quote.kind | Evidence.kind:
                yield Column("Where", lambda record: self._where(_get(record, "passage_id")))
            case Passage.kind:
                yield Column("Paragraph", lambda record: self._sourced.paragraph(record))
                yield Column("Page", lambda record: self._sourced.page(record))

    def _of_field(self, field: NamedField) -> Iterator[Column]:
        name, label = field.name, field.spec.label
        match field.spec:
            case DateField():
                yield from self._of_date(name, label)
            case Term(vocabulary=vocabulary_name):
                yield Column(label, lambda r: vocabulary(vocabulary_name).label(_get(r, name)))
            case Ref(kind="passage"):
                yield Column(label, lambda record: self._words(_get(record, name)))
            case Ref():
                yield Column(label, lambda record: self._title(_get(record, name)))
            case _:
                yield Column(label, lambda record: _get(record, name))

    def _of_date(self, name: str, label: str) -> Iterator[Column]:
        def dated(read: Callable[[Date], Value]) -> Read:
            return lambda record: read(_get(record, name))

        view = self._view
        yield Column(f"{label} in words", dated(lambda d: unisolated(date_phrase(view, d))))
        yield Column(f"{label} as written", dated(lambda date: date.written))
        yield Column(f"{label} (EDTF)", dated(lambda date: date.edtf))
        yield Column(f"{label} earliest", dated(lambda d: _day(span_of(view, d).earliest)))
        yield Column(f"{label} latest", dated(lambda date: _day(span_of(view, date).latest)))
        yield Column(f"{label} inferred because", dated(lambda date: date.basis))

    def _name(self, record: Record) -> str:
        names = self._view.where(Name, person_id=record.id, type="main")
        return names[0].text if names else ""

    def _other_names(self, record: Record) -> str:
        names = self._view.where(Name, person_id=record.id)
        return joined(name.text for name in names if name.type != "main")

    def _who(self, role: str) -> Read:
        def who(record: Record) -> str:
            parts = self._view.where(Involvement, event_id=record.id, role=role)
            persons = (self._view.get(Person, part.person_id) for part in parts)
            return joined(main_name(self._view, person) for person in persons)

        return who

    def _tags(self, record: Record) -> str:
        taggings = self._view.where(Tagging, target_id=record.id)
        return joined(sorted(self._view.get(Tag, each.tag_id).label for each in taggings))

    def _title(self, id: str | None) -> str:
        return unisolated(title_of(self._view, id))

    def _words(self, id: str) -> str:
        return self._view.get(Passage, id).exact

    def _where(self, id: str) -> str:
        return self._sourced.said(self._view.get(Passage, id))


def _for_programs(field: NamedField) -> Iterator[Column]:
    name, label = field.name, field.spec.label
    match field.spec:
        case Term():
            yield Column(f"{label} (code)", lambda record: _get(record, name))
        case Ref():
            yield Column(f"{label} (id)", lambda record: _get(record, name))
        case DateField():
            yield Column(f"{label} counted from (id)", lambda r: _get(r, name).anchor_id)
            yield Column(f"{label} offset", lambda record: _get(record, name).offset)


def _get(record: Record, name: str) -> Any:
    return getattr(record, name)


def _day(number: int) -> str:
    return "" if number in (NEVER, FOREVER) else iso_day(number)
