"""The sample case as a whole: every record is valid and rests on words of its document."""

import hashlib
import uuid
from collections import Counter
from typing import Any

import pytest

from tests.domain.sample_at_hand import (
    CASE,
    CHANGES,
    EVERY_RECORD,
    RECORDS,
    STATEMENTS,
    all_of,
    evidence_of,
)
from viewer.domain.fields import DateField, Field, Ref, Term
from viewer.domain.records import (
    KINDS,
    Document,
    Event,
    EventLink,
    Evidence,
    Figure,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    field_of,
    fields_of,
)
from viewer.domain.sample import sample_case
from viewer.domain.vocabularies import vocabulary


def test_it_is_the_same_each_time() -> None:
    assert sample_case() == (CASE, CHANGES)


@pytest.mark.parametrize("kind", KINDS)
def test_ids_keep_the_order_in_which_the_data_file_and_the_text_have_them(kind: str) -> None:
    ids = [record.id for record in RECORDS.values() if record.kind == kind]
    assert ids == sorted(ids)
    assert {uuid.UUID(id).version for id in ids} <= {7}


def test_passages_are_in_the_order_of_the_text() -> None:
    spans = [(passage.start, passage.end) for passage in all_of(Passage)]
    assert spans == sorted(spans)


def test_every_change_creates_a_record_after_those_it_refers_to() -> None:
    known = {CASE.id}
    for change in CHANGES.changes:
        assert change.before is None
        known.add(change.id)
        if change.kind not in ("event", "place"):
            assert refers_to(change.record) <= known
    assert len(known) == len(CHANGES.changes) + 1


def refers_to(record: Record) -> set[str]:
    fields = [field.name for field in fields_of(record.kind) if isinstance(field.spec, Ref)]
    return {getattr(record, name) for name in fields} - {None}


def test_a_place_comes_after_the_place_it_is_part_of() -> None:
    places = [place.id for place in all_of(Place)]
    for place in all_of(Place):
        if place.part_of_id:
            assert places.index(place.part_of_id) < places.index(place.id)


def test_codes_dates_and_references_are_valid() -> None:
    for record in EVERY_RECORD:
        for field in fields_of(record.kind):
            assert_valid(field.spec, getattr(record, field.name))


def assert_valid(spec: Field, value: Any) -> None:
    match spec:
        case Term(vocabulary=name):
            assert value in vocabulary(name)
        case DateField():
            assert value.checked() is value
            assert value.anchor_id is None or value.anchor_id in RECORDS
        case Ref(kind=kind) if value is not None:
            assert not kind or RECORDS[value].kind == kind


def test_the_document_is_the_abstract_and_its_bytes_are_kept() -> None:
    (document,) = all_of(Document)
    (content,) = CHANGES.contents
    assert document.type == "abstract"
    assert document.text.encode() == content.data
    assert document.sha256 == hashlib.sha256(content.data).hexdigest()
    assert (document.publisher, document.author, document.published.is_blank) == ("", "", True)


def test_every_passage_equals_its_text() -> None:
    (document,) = all_of(Document)
    for passage in all_of(Passage):
        before, words, after = passage.prefix, passage.exact, passage.suffix
        assert document.text[passage.start : passage.end] == words
        assert document.text[: passage.start].endswith(before)
        assert document.text[passage.end :].startswith(after)
        assert words.strip() == words != ""


def test_a_span_has_one_passage() -> None:
    spans = Counter((passage.start, passage.end) for passage in all_of(Passage))
    assert set(spans.values()) == {1}


@pytest.mark.parametrize("kind", STATEMENTS, ids=lambda kind: kind.kind)
def test_every_record_has_evidence(kind: type[Record]) -> None:
    records = all_of(kind)
    assert records
    assert {r.id for r in records} <= {evidence.record_id for evidence in all_of(Evidence)}


def test_evidence_speaks_of_fields_that_hold_something() -> None:
    for evidence in all_of(Evidence):
        record = RECORDS[evidence.record_id]
        if evidence.field:
            field = field_of(record.kind, evidence.field)
            assert getattr(record, evidence.field) not in ("", None), field


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Event, ("type", "date", "place_id", "status", "description")),
        (Person, ("naming", "described_as", "occupation", "about")),
        (Place, ("name", "part_of_id", "about")),
        (Figure, ("claimant_id", "qualifier", "number", "act", "counted", "period")),
        (Quote, ("passage_id", "speaker_id")),
        (Relationship, ("type",)),
        (EventLink, ("type",)),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_values_that_are_not_the_default_have_evidence(
    kind: type[Record], names: tuple[str, ...]
) -> None:
    for record in all_of(kind):
        for name in names:
            value, field = getattr(record, name), field_of(kind.kind, name)
            # "Other" and "role only" are what is left when no words say more.
            said = value not in (field.default, "other", "role_only")
            assert evidence_of(record, name) or not said, (record, name)
