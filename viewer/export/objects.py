"""Records as plain objects for `--json`: DESIGN's words as keys, titles beside ids, evidence."""

from typing import Any

from viewer.domain.dates import Date, iso_day
from viewer.domain.dates.calendar import FOREVER, NEVER
from viewer.domain.fields import Ref
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Document,
    Evidence,
    Name,
    Passage,
    Person,
    Quote,
    Record,
    fields_of,
)
from viewer.domain.spans import span_of
from viewer.domain.text import unisolated
from viewer.domain.titles import date_phrase, main_name, title_of


def as_objects(case: CaseReader, kind: type[Record]) -> list[dict[str, Any]]:
    """Return all records of a kind, in order of id, ready for `json.dumps`."""
    return [as_object(case, record) for record in case.all(kind)]


def as_object(case: CaseReader, record: Record) -> dict[str, Any]:
    """Return one record with its `id`, its fields and its `evidence`."""
    found: dict[str, Any] = {"id": record.id, **_special(case, record)}
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, Date):
            found[field.name] = _date(case, value)
        elif isinstance(field.spec, Ref):
            found[field.name.removesuffix("_id")] = unisolated(title_of(case, value)) or None
            found[field.name] = value
        else:
            found[field.name] = value
    found["evidence"] = evidence_of(case, record)
    return found


def evidence_of(case: CaseReader, record: Record) -> list[dict[str, Any]]:
    """Return where a record's words are: document, code points, exact words, field, stance."""
    return [_evidence(case, tie) for tie in case.where(Evidence, record_id=record.id)]


def _special(case: CaseReader, record: Record) -> dict[str, Any]:
    match record:
        case Person():
            names = case.where(Name, person_id=record.id)
            return {"name": main_name(case, record), "names": [name.text for name in names]}
        case Quote():
            passage = case.get(Passage, record.passage_id)
            return {"text": passage.exact, **_position(case, passage)}
        case _:
            return {}


def _evidence(case: CaseReader, tie: Evidence) -> dict[str, Any]:
    passage = case.get(Passage, tie.passage_id)
    return {
        **_position(case, passage),
        "exact": passage.exact,
        "field": tie.field.removesuffix("_id"),
        "stance": tie.stance,
        "value": tie.value,
        "note": tie.note,
    }


def _position(case: CaseReader, passage: Passage) -> dict[str, Any]:
    document = case.get(Document, passage.document_id)
    return {
        "document": document.title,
        "document_id": document.id,
        "start": passage.start,
        "end": passage.end,
    }


def _date(case: CaseReader, date: Date) -> dict[str, Any] | None:
    if date.is_blank:
        return None
    span = span_of(case, date)
    return {
        "written": date.written,
        "edtf": date.edtf,
        "type": date.type,
        "anchor": title_of(case, date.anchor_id) or None,
        "anchor_id": date.anchor_id,
        "offset": date.offset,
        "inferred": date.is_inferred,
        "basis": date.basis,
        "earliest": None if span.is_empty else _day(span.earliest),
        "latest": None if span.is_empty else _day(span.latest),
        "phrase": unisolated(date_phrase(case, date)),
    }


def _day(number: int) -> str | None:
    return None if number in (NEVER, FOREVER) else iso_day(number)
