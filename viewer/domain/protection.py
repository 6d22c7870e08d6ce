"""Protection: a case as one audience may see it, with nothing left of what it may not.

Internal sees everything. Legal sees all but the persons never exported. Public sees protected
persons under pseudonyms; of those whose details are withheld also nothing that singles them out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from viewer.domain.dates import Date
from viewer.domain.fields import Text
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    KINDS,
    Annotation,
    Document,
    Event,
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
    fields_of,
)
from viewer.domain.redaction import Redactor
from viewer.domain.redaction.owners import WITHHELD, redactor_of
from viewer.domain.snapshot import Snapshot
from viewer.domain.withheld import WithheldWords

#: Text fields that the program fills and that hold no words of the case.
_TECHNICAL = frozenset(
    {"sha256", "media_type", "received", "extracted_by", "language", "created", "modified"}
)
_SPEAKER = ("speaker_id", "attribution")


@dataclass(frozen=True, slots=True)
class Protected:
    """A case for one audience, and the redactor that tells whether a text would still leak."""

    case: Snapshot
    redactor: Redactor


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is hidden, who is masked (id to pseudonym), and of whom details are withheld."""

    hidden: frozenset[str]
    masks: dict[str, str]
    bare: frozenset[str]
    #: Events whose place would single somebody out.
    unplaced: frozenset[str]
    #: Records whose evidence describes somebody of whom details are withheld.
    describing: frozenset[str]
    #: Quotes of such speakers: what introduces a speaker describes the speaker.
    spoken: frozenset[str]

    @property
    def protected(self) -> frozenset[str]:
        return self.hidden | self.masks.keys()


def protect(case: CaseReader, audience: str) -> Protected:
    """Return the case as `audience` may see it, names replaced; documents come without text."""
    rules = _rules(case, audience)
    redactor = redactor_of(case, dict.fromkeys(rules.hidden, WITHHELD) | rules.masks, rules.bare)
    return Protected(Snapshot(_visible(case, rules, redactor)), redactor)


def pseudonyms(case: CaseReader) -> dict[str, str]:
    """Return every person's pseudonym by id: the given one, or "Person 4" by order of entry."""
    persons = list(case.all(Person))
    taken = {person.pseudonym for person in persons}
    free = (name for n in range(1, 2 * len(persons) + 1) if (name := f"Person {n}") not in taken)
    return {
        person.id: person.pseudonym or fallback
        for person, fallback in zip(persons, free, strict=False)
    }


def _rules(case: CaseReader, audience: str) -> _Rules:
    levels = {person.id: person.protection for person in case.all(Person)}
    if audience == "internal":
        levels = {}
    hidden = frozenset(id for id, level in levels.items() if level == "never_exported")
    withheld = {"name_withheld", "details_withheld"} if audience == "public" else set()
    names = pseudonyms(case)
    masks = {id: names[id] for id, level in levels.items() if level in withheld}
    bare = frozenset(id for id in masks if levels[id] == "details_withheld")
    unplaced = frozenset(i.event_id for i in case.all(Involvement) if i.person_id in bare)
    return _Rules(
        hidden=hidden | _telling_places(case, unplaced),
        masks=masks,
        bare=bare,
        unplaced=unplaced,
        describing=bare | {part.id for part in case.all(Involvement) if part.person_id in bare},
        spoken=frozenset(quote.id for quote in case.all(Quote) if quote.speaker_id in bare),
    )


def _telling_places(case: CaseReader, unplaced: frozenset[str]) -> frozenset[str]:
    """A place that is only there because of those events would still say where they were."""
    if not unplaced:
        return frozenset()
    told = {event.place_id for event in case.all(Event) if event.id in unplaced}
    others = {event.place_id for event in case.all(Event) if event.id not in unplaced}
    others |= {figure.place_id for figure in case.all(Figure)}
    others |= {place.part_of_id for place in case.all(Place) if place.id not in told}
    return frozenset(id for id in told - others if id)


def _visible(case: CaseReader, rules: _Rules, redactor: Redactor) -> Iterator[Record]:
    records = [_bared(record, rules) for kind in KINDS.values() for record in case.all(kind)]
    gone = _gone(records, rules, _telling_annotations(case, rules))
    yield from (_redacted(record, redactor) for record in records if record.id not in gone)
    for id, pseudonym in rules.masks.items():
        yield Name(id=f"{id}/pseudonym", person_id=id, text=pseudonym)


def _gone(records: list[Record], rules: _Rules, gone: set[str]) -> set[str]:
    """Add what is hidden and all that refers to it: an annotation to a record of any kind."""
    known = -1
    while known != len(gone):
        known = len(gone)
        for record in records:
            if record.id not in gone and _is_hidden(record, rules, gone):
                gone.add(record.id)
    return gone


def _telling_annotations(case: CaseReader, rules: _Rules) -> set[str]:
    """An annotation is about its target and shows its words: of some things neither may be."""
    if not rules.hidden and not rules.bare:
        return set()
    found = (case.find(id) for id in _telling_passages(case, rules))
    withheld = WithheldWords(passage for passage in found if isinstance(passage, Passage))
    return {
        note.id
        for note in case.all(Annotation)
        if note.target_id in rules.describing or withheld.touch(case.find(note.target_id))
    }


def _telling_passages(case: CaseReader, rules: _Rules) -> set[str]:
    """The words of a detail, and those that somebody says or that tell of somebody left out."""
    left_out = rules.hidden | {
        tie.id
        for kind in (Involvement, Relationship)
        for tie in case.all(kind)
        if rules.hidden.intersection(getattr(tie, field.name) for field in fields_of(kind.kind))
    }
    ties = case.all(Evidence)
    telling = {e.passage_id for e in ties if e.record_id in left_out or _is_of_a_detail(e, rules)}
    return telling | {q.passage_id for q in case.all(Quote) if q.speaker_id in rules.hidden}


def _is_hidden(record: Record, rules: _Rules, gone: set[str]) -> bool:
    match record:
        case Name():
            return record.person_id in rules.protected
        case Relationship() if {record.person_id, record.other_id} & rules.bare:
            return True
        case Evidence() if _is_of_a_detail(record, rules):
            return True
    return record.id in rules.hidden or any(
        value in gone
        for value in (getattr(record, field.name) for field in fields(record))
        if isinstance(value, str)
    )


def _is_of_a_detail(evidence: Evidence, rules: _Rules) -> bool:
    of_person = evidence.record_id in rules.describing
    of_speaker = evidence.record_id in rules.spoken and evidence.field in _SPEAKER
    of_place = evidence.record_id in rules.unplaced and evidence.field == "place_id"
    return of_person or of_speaker or of_place


def _bared(record: Record, rules: _Rules) -> Record:
    match record:
        case Document():
            return replace(record, text="")
        case Passage() if rules.protected:
            return replace(record, prefix="", suffix="")
        case Person() if record.id in rules.bare:
            return replace(record, pseudonym="", described_as="", occupation="", about="")
        case Person() if record.id in rules.masks:
            return replace(record, pseudonym="")
        case Event() if record.id in rules.unplaced:
            return replace(record, place_id=None)
        case Involvement() if record.person_id in rules.bare:
            return replace(record, detail="")
    return record


def _redacted(record: Record, redactor: Redactor) -> Record:
    changed: dict[str, Any] = {}
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, Date):
            safe: object = _redacted_date(value, redactor)
        elif isinstance(field.spec, Text) and field.name not in _TECHNICAL:
            safe = redactor.redacted(value)
        else:
            continue
        if safe != value:
            changed[field.name] = safe
    return replace(record, **changed) if changed else record


def _redacted_date(date: Date, redactor: Redactor) -> Date:
    written, basis = redactor.redacted(date.written), redactor.redacted(date.basis)
    return replace(date, written=written, basis=basis)
