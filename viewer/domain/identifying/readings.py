"""What an audience would read of a case: fields of records, and spans of documents' texts."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.domain.protection.rewriting import Span, joined, without
from viewer.domain.protection.rules import rules_for
from viewer.domain.protection.telling import Telling
from viewer.domain.protection.texts import by_document
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Annotation,
    Audience,
    Case,
    Document,
    Event,
    Evidence,
    Figure,
    Involvement,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
)
from viewer.domain.snapshot import Snapshot

#: The kinds whose free text is looked at; a person's own fields are set by the protection.
_KINDS: tuple[type[Record], ...] = (
    Case,
    Document,
    Person,
    Place,
    Event,
    Involvement,
    Quote,
    Figure,
    Evidence,
    Annotation,
)
_FREE = {
    "case": ("title", "summary"),
    "document": ("title", "note"),
    "person": ("about",),
    "place": ("about",),
    "event": ("title", "description"),
    "involvement": ("detail",),
    "quote": ("note",),
    "figure": ("counted",),
    "evidence": ("note", "value"),
    "annotation": ("body",),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the spans of it that are read, and whom it is about.

    Spans are in code points, half open, in order, and do not touch.
    """

    target_id: str
    field: str
    text: str
    spans: tuple[Span, ...]
    subjects: tuple[str, ...] = ()

    def gives(self, start: int, end: int) -> bool:
        """Tell whether a part of the text is read as a whole."""
        return end <= self._end_of_last_before(start)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether anything of a part of the text is read."""
        return start < self._end_of_last_before(end - 1)

    def _end_of_last_before(self, at: int) -> int:
        """Return the end of the last span that begins at an offset or before it."""
        number = bisect_right(self.spans, (at, len(self.text))) - 1
        return self.spans[number][1] if number >= 0 else -1


def readings(case: CaseReader, view: Snapshot, audience: Audience) -> Iterator[Reading]:
    """Yield what is read; `view` is the case as it is protected for the audience."""
    telling = Telling(case, rules_for(case, audience))
    told, cuts = by_document(telling.passages), telling.cuts()
    for document in view.all(Document):
        text = case.get(Document, document.id).text
        cited = _cited(case, view, document.id)
        spans = cited
        if audience.texts == "whole":
            # As protection gives it: all but what tells too much and is not cited either.
            spans = list(without([(0, len(text))], without(told.get(document.id, ()), cited)))
        kept = without(spans, cuts.get(document.id, ()))
        yield Reading(document.id, "text", text, tuple(kept))
    for kind in _KINDS:
        for shown in view.all(kind):
            yield from _fields(case, shown)


def _cited(case: CaseReader, view: Snapshot, id: str) -> list[Span]:
    given = (case.find(passage.id) for passage in view.where(Passage, document_id=id))
    return joined((each.start, each.end) for each in given if isinstance(each, Passage))


def _fields(case: CaseReader, shown: Record) -> Iterator[Reading]:
    original = case.find(shown.id)
    if original is None:
        return
    for name in _FREE[shown.kind]:
        text = getattr(original, name)
        if text and getattr(shown, name):
            yield Reading(shown.id, name, text, ((0, len(text)),), subjects_of(case, original))


def subjects_of(case: CaseReader, record: Record | None, depth: int = 0) -> tuple[str, ...]:
    """Return the persons whom a record is about, those first who are meant by "he" or "she"."""
    match record:
        case Person():
            return (record.id,)
        case Involvement():
            return (record.person_id, *_others(case, record.event_id, record.person_id))
        case Relationship():
            return record.person_id, record.other_id
        case Event():
            return _others(case, record.id, "")
        case Quote():
            return (record.speaker_id,) if record.speaker_id else ()
        case Annotation() if depth == 0:
            return subjects_of(case, case.find(record.target_id), 1)
        case Evidence() if depth < 2:
            return subjects_of(case, case.find(record.record_id), depth + 1)
    return ()


def _others(case: CaseReader, event_id: str, but: str) -> tuple[str, ...]:
    """Victims first: an event is told of them."""
    parts = sorted(case.where(Involvement, event_id=event_id), key=lambda p: p.role != "victim")
    return tuple(dict.fromkeys(part.person_id for part in parts if part.person_id != but))
