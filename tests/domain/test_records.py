"""Records: what kinds there are, and what their fields say about themselves."""

from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import given

from tests.domain.record_strategies import records
from viewer.domain.fields import Ref, Text, Whole
from viewer.domain.records import (
    IMMUTABLE_DOCUMENT_FIELDS,
    KINDS,
    Document,
    Event,
    Passage,
    Record,
    field_of,
    fields_of,
)


def test_every_kind_goes_by_its_own_name() -> None:
    assert all(record_type.kind == kind for kind, record_type in KINDS.items())


def test_every_record_type_is_a_kind() -> None:
    ours = {t.kind for t in Record.__subclasses__() if t.__module__.startswith("viewer.")}
    assert ours == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_but_the_id_says_what_it_is(kind: str) -> None:
    named = [field.name for field in fields_of(kind)]
    assert named == [field.name for field in fields(KINDS[kind]) if field.name != "id"]
    assert all(field.spec.label for field in fields_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_fields_differ(kind: str) -> None:
    labels = [field.spec.label for field in fields_of(kind)]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_come_after_those_they_refer_to(kind: str) -> None:
    order = list(KINDS)
    for field in fields_of(kind):
        if isinstance(field.spec, Ref) and field.spec.kind:
            assert order.index(field.spec.kind) <= order.index(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_only_references_and_numbers_can_be_missing(kind: str) -> None:
    for field in fields_of(kind):
        assert not (field.optional and isinstance(field.spec, Text | Whole))
        assert field.default is None or not field.optional


@given(records)
def test_a_record_never_changes(record: Record) -> None:
    with pytest.raises(FrozenInstanceError):
        record.id = "another"  # type: ignore[misc]


@given(records)
def test_a_record_can_be_kept_in_a_set_and_found_again(record: Record) -> None:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    assert type(record)(**values) in {record}


def test_what_makes_a_document_evidence_is_not_for_editing() -> None:
    fixed = {field.name for field in fields_of("document") if not field.spec.editable}
    assert fixed == set(IMMUTABLE_DOCUMENT_FIELDS)


def test_a_passage_is_not_for_editing_at_all() -> None:
    assert not any(field.spec.editable for field in fields_of("passage"))


def test_a_field_is_found_by_its_name() -> None:
    assert field_of("event", "place_id").spec == Ref("Place", kind="place")
    assert field_of("event", "place_id").optional
    assert not field_of("passage", "document_id").optional
    with pytest.raises(KeyError, match=r"event\.colour"):
        field_of("event", "colour")


def test_a_new_record_claims_nothing() -> None:
    event, document = Event(id="1"), Document(id="2")
    assert event.date.is_blank
    assert event.place_id is None
    assert document.published.is_blank
    assert Passage(id="3", document_id="2", start=0, end=1, exact="a").prefix == ""
