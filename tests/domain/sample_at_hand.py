"""The sample case, at hand for the tests that look at it."""

from typing import TypeVar

from viewer.domain.records import (
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
)
from viewer.domain.sample import sample_case, sample_id

R = TypeVar("R", bound=Record)

CASE, CHANGES = sample_case()
RECORDS = {change.id: change.record for change in CHANGES.changes}
EVERY_RECORD = (CASE, *RECORDS.values())
STATEMENTS = (Person, Name, Place, Event, Involvement, Relationship, EventLink, Quote, Figure)


def all_of(kind: type[R]) -> list[R]:
    return [record for record in RECORDS.values() if isinstance(record, kind)]


def the(kind: type[R], slug: str) -> R:
    record = RECORDS[sample_id(kind.kind, slug)]
    assert isinstance(record, kind)
    return record


def called(person_id: str | None) -> str:
    names = [n.text for n in all_of(Name) if n.person_id == person_id and n.type == "main"]
    return names[0] if names else next(p.described_as for p in all_of(Person) if p.id == person_id)


def words_of(passage_id: str) -> str:
    return next(passage.exact for passage in all_of(Passage) if passage.id == passage_id)


def evidence_of(record: Record, field: str) -> list[str]:
    return [
        words_of(evidence.passage_id)
        for evidence in all_of(Evidence)
        if evidence.record_id == record.id and evidence.field == field
    ]
