"""Which records an audience is given at all, and which of their fields are emptied."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.fields import Ref
from viewer.domain.protection.rules import Rules
from viewer.domain.protection.telling import Telling
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    KINDS,
    Annotation,
    Audience,
    Decision,
    Distinction,
    Event,
    Evidence,
    Export,
    Involvement,
    Name,
    Passage,
    Person,
    Record,
    Rejection,
    Relationship,
    SavedFilter,
    Tag,
    fields_of,
)

#: What serves the work on the case, and would tell what of it is withheld, and from whom.
_OF_THE_WORK = (Rejection, SavedFilter, Distinction, Decision, Audience, Export)
#: What is said of these fields of a person is why the person is protected.
_WHY_PROTECTED = ("protection", "consent", "consent_date")


def remaining(case: CaseReader, rules: Rules, telling: Telling) -> dict[str, Record]:
    """Return the records that are given, by id, before any words in them are replaced."""
    kinds = (kind for kind in KINDS.values() if kind not in _OF_THE_WORK)
    records = {r.id: _bared(r, rules) for kind in kinds for r in case.all(kind)}
    work = {record.id for kind in _OF_THE_WORK for record in case.all(kind)}
    gone = _gone(records, rules, work | telling.annotations() | telling.cut_evidence())
    return {id: _loosened(r, gone) for id, r in records.items() if id not in gone}


def _gone(records: dict[str, Record], rules: Rules, gone: set[str]) -> set[str]:
    """Add what is hidden and all that refers to it: an annotation to a record of any kind."""
    known = -1
    while known != len(gone):
        known = len(gone)
        for record in records.values():
            if record.id not in gone and _is_hidden(record, rules, gone):
                gone.add(record.id)
    return gone


def _is_hidden(record: Record, rules: Rules, gone: set[str]) -> bool:
    match record:
        case Name():
            return record.person_id in rules.protected
        case Relationship() if {record.person_id, record.other_id} & rules.bare:
            return True
        case Evidence() if rules.is_of_a_detail(record) or _says_why(record, rules):
            return True
    return record.id in rules.hidden or any(value in gone for value in _held_by(record))


def _says_why(evidence: Evidence, rules: Rules) -> bool:
    """Whether words say why somebody is protected, as "his brother" and "who is in hiding" do."""
    return evidence.record_id in rules.masks and evidence.field in _WHY_PROTECTED


def _held_by(record: Record) -> Iterator[str]:
    """What a record cannot be without: not the place, which is only left out of it."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str) and field.name not in ("place_id", "part_of_id"):
            yield value


def _bared(record: Record, rules: Rules) -> Record:
    match record:
        case Person() if record.id in rules.masks:
            bare: dict[str, Any] = {"described_as": "", "occupation": "", "about": ""}
            details = bare if record.id in rules.bare else {}
            return replace(
                record, pseudonym="", consent="not_asked", consent_date=NO_DATE, **details
            )
        case Event() if record.id in rules.singling:
            return replace(record, place_id=None, date=NO_DATE)
        case Involvement() if record.person_id in rules.bare:
            return replace(record, detail="")
        case Annotation() if rules.audience.authors != "included":
            return replace(record, author="")
    return record


def _loosened(record: Record, gone: set[str]) -> Record:
    """Return a record without references to what is gone, and that it can be without."""
    changed: dict[str, Any] = {}
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, Date) and value.anchor_id in gone:
            # Its words, and how far off it is, would tell of what it counts from.
            changed[field.name] = Date(edtf=value.edtf)
        elif isinstance(field.spec, Ref) and value in gone:
            changed[field.name] = None
    return replace(record, **changed) if changed else record


def without_the_unused(left: dict[str, Record]) -> dict[str, Record]:
    """Leave out the passages and tags that nothing refers to any more."""
    used = {
        value
        for record in left.values()
        if not isinstance(record, Passage | Tag)
        for field in fields_of(record.kind)
        if isinstance(field.spec, Ref) and (value := getattr(record, field.name))
    }
    return {id: r for id, r in left.items() if id in used or not isinstance(r, Passage | Tag)}
