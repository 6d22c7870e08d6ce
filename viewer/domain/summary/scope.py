"""How much of a case a report covers: all of it, one person or event, or what was selected."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from viewer.domain.dates import FOREVER, NEVER, Date, Span, iso_day
from viewer.domain.protection.remaining import without_the_unused
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    EventLink,
    Evidence,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    Tag,
    Tagging,
    fields_of,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.spans import span_of
from viewer.domain.titles import title
from viewer.domain.wording import Wording
from viewer.errors import NotFoundError

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Scope:
    """The records a report is about, by id; the whole case where there are none.

    A dossier is about one person or event, and tells of others only what ties them to it.
    """

    ids: frozenset[str] = field(default=frozenset())
    is_dossier: bool = False

    @classmethod
    def dossier(cls, id: str) -> "Scope":
        """Return the scope of all about one person or event."""
        return cls(frozenset({id}), True)

    @classmethod
    def selection(cls, ids: Iterable[str]) -> "Scope":
        """Return the scope of records that were selected, with what belongs to them."""
        return cls(frozenset(ids))


WHOLE_CASE = Scope()


def narrowed(view: Snapshot, scope: Scope) -> Snapshot:
    """Return what of a protected case belongs to a scope.

    Raises `NotFoundError` when the audience is given none of it.
    """
    if not scope.ids:
        return view
    if not any(view.find(id) for id in scope.ids):
        raise NotFoundError(
            "Nothing was written: this audience is given nothing of what was chosen. Choose "
            "another audience, or other records."
        )
    return Snapshot(_Narrowing(view, scope).records().values())


def covered(view: Snapshot, scope: Scope, wording: Wording) -> str:
    """Return what a report covers, in words; "" for the whole case."""
    if not scope.ids:
        return ""
    found = [record for id in sorted(scope.ids) if (record := view.find(id))]
    if scope.is_dossier:
        return wording("scope.dossier", title=title(view, found[0], wording))
    return wording("scope.selection", n=len(found))


class _Narrowing:
    """Adds to what was chosen, step by step, what it cannot be understood without."""

    def __init__(self, view: Snapshot, scope: Scope) -> None:
        self._view = view
        self._scope = scope
        self._kept = {id: record for id in scope.ids if (record := view.find(id))}

    def records(self) -> dict[str, Record]:
        """Return the records of the scope, by id."""
        self._add(replace(case, summary="") for case in self._view.all(Case))
        self._add_of_persons()
        self._add_of_events()
        self._add(q for q in self._view.all(Quote) if self._is_told(q))
        self._add(self._pointed_at(Quote, lambda quote: quote.speaker_id))
        self._add(self._pointed_at(Figure, lambda figure: figure.claimant_id))
        self._add_places()
        self._add(n for n in self._view.all(Name) if n.person_id in self._kept)
        self._add_ties()
        self._add(e for e in self._view.all(Evidence) if e.record_id in self._kept)
        self._add_words()
        return without_the_unused({id: self._settled(r) for id, r in self._kept.items()})

    def _add(self, records: Iterable[Record | None]) -> None:
        for record in list(records):
            if record is not None:
                self._kept.setdefault(record.id, record)

    def _of(self, kind: type[R]) -> list[R]:
        return [record for record in self._kept.values() if isinstance(record, kind)]

    def _pointed_at(self, kind: type[R], target: Callable[[R], str | None]) -> list[Record | None]:
        return [self._view.find(target(record) or "") for record in self._of(kind)]

    def _add_of_persons(self) -> None:
        """A dossier has the person's events, ties, quotes and figures."""
        if not self._scope.is_dossier:
            return
        for person in self._of(Person):
            parts = self._view.where(Involvement, person_id=person.id)
            self._add(self._view.find(part.event_id) for part in parts)
            self._add(self._view.where(Quote, speaker_id=person.id))
            self._add(self._view.where(Figure, claimant_id=person.id))
            for tie in self._view.all(Relationship):
                if person.id in (tie.person_id, tie.other_id):
                    others = (self._view.find(id) for id in (tie.person_id, tie.other_id))
                    self._add([tie, *(self._in_short(other) for other in others)])

    def _add_of_events(self) -> None:
        for event in self._of(Event):
            parts = self._view.where(Involvement, event_id=event.id)
            self._add(parts)
            self._add(self._in_short(self._view.find(part.person_id)) for part in parts)

    def _in_short(self, record: Record | None) -> Record | None:
        """Of those who are only tied to a person's dossier it tells who they are, no more."""
        is_persons = any(isinstance(self._view.find(id), Person) for id in self._scope.ids)
        if isinstance(record, Person) and self._scope.is_dossier and is_persons:
            return replace(record, occupation="", about="")
        return record

    def _is_told(self, quote: Quote) -> bool:
        """A dossier has the quotes whose words are evidence of what it tells."""
        if not self._scope.is_dossier:
            return False
        ties = self._view.where(Evidence, passage_id=quote.passage_id)
        return any(tie.record_id in self._kept for tie in ties)

    def _add_places(self) -> None:
        found = [event.place_id for event in self._of(Event)]
        found += [figure.place_id for figure in self._of(Figure)]
        found += [place.part_of_id for place in self._of(Place)]
        seen: set[str] = set()
        while found:
            place = self._view.find(found.pop() or "")
            if isinstance(place, Place) and place.id not in seen:
                seen.add(place.id)
                self._add([place])
                found.append(place.part_of_id)

    def _add_ties(self) -> None:
        """Ties between what is kept, and the notes and tags on it."""
        ties: list[Relationship | EventLink] = list(self._view.all(Relationship))
        ties += self._view.all(EventLink)
        self._add(tie for tie in ties if self._has_both_ends(tie))
        self._add(n for n in self._view.all(Annotation) if n.target_id in self._kept)
        self._add(t for t in self._view.all(Tagging) if t.target_id in self._kept)
        self._add(self._view.all(Tag))

    def _has_both_ends(self, tie: Relationship | EventLink) -> bool:
        first = tie.person_id if isinstance(tie, Relationship) else tie.event_id
        return first in self._kept and tie.other_id in self._kept

    def _add_words(self) -> None:
        words = [tie.passage_id for tie in self._of(Evidence)]
        words += [quote.passage_id for quote in self._of(Quote)]
        self._add(self._view.find(id) for id in words)
        notes = (n for n in self._view.all(Annotation) if n.target_id in self._kept)
        self._add(notes)
        self._add(self._pointed_at(Passage, lambda passage: passage.document_id))
        documents = {document.id for document in self._of(Document)}
        self._add(e for e in self._view.all(Evidence) if e.record_id in documents)

    def _settled(self, record: Record) -> Record:
        """A date that counts from what is not told of is given by the days it means."""
        changed: dict[str, Any] = {}
        for name in (spec.name for spec in fields_of(record.kind)):
            date = getattr(record, name)
            if isinstance(date, Date) and date.anchor_id and date.anchor_id not in self._kept:
                changed[name] = Date(date.written, _days(span_of(self._view, date)), None)
        return replace(record, **changed) if changed else record


def _days(span: Span) -> str:
    """Return days as EDTF, "" where one of them is not known."""
    if span.is_empty or NEVER in span or FOREVER in span:
        return ""
    first, last = iso_day(span.earliest), iso_day(span.latest)
    return first if first == last else f"{first}/{last}"
