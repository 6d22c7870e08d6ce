"""A mistake in the sample's data file is found, and named, before it becomes a record."""

import copy

import pytest

from viewer.domain.records import Person
from viewer.domain.sample import SampleError, Tables, case_from
from viewer.errors import InvalidRecordError

TEXT = "Ann saw Ben. Ben ran."
DATA: Tables = {
    "case": {"one": {"title": "One"}},
    "document": {"text": {"title": "Text"}},
    "person": {"ann": {"described_as": "Ann", "evidence": [{"words": "Ann"}]}},
}


@pytest.fixture
def data() -> Tables:
    return copy.deepcopy(DATA)


def evidence(data: Tables, **given: str) -> None:
    data["person"]["ann"]["evidence"] = [given]


def assert_refused(data: Tables, saying: str) -> None:
    with pytest.raises(SampleError, match=saying):
        case_from(data, TEXT)


def test_data_without_a_mistake_makes_records(data: Tables) -> None:
    case, changes = case_from(data, TEXT)
    assert case.title == "One"
    assert [type(change.record) for change in changes.changes].count(Person) == 1


def test_words_that_are_not_there(data: Tables) -> None:
    evidence(data, words="Carl")
    assert_refused(data, "“Carl” stands 0 times")


def test_words_that_stand_twice(data: Tables) -> None:
    evidence(data, words="Ben")
    assert_refused(data, "“Ben” stands 2 times")


def test_words_that_stand_twice_are_found_within_others(data: Tables) -> None:
    evidence(data, words="Ben", within="Ben ran")
    _, changes = case_from(data, TEXT)
    assert [c.record.start for c in changes.changes if c.kind == "passage"] == [13]  # type: ignore[attr-defined]


def test_a_quote_too_is_found_within_other_words(data: Tables) -> None:
    data["quote"] = {"ran": {"words": "Ben", "within": "Ben ran"}}
    _, changes = case_from(data, TEXT)
    assert [c.record.start for c in changes.changes if c.kind == "passage"] == [0, 13]  # type: ignore[attr-defined]


def test_words_that_are_not_within_the_others(data: Tables) -> None:
    evidence(data, words="Ann", within="Ben ran")
    assert_refused(data, "“Ann” stands 0 times")


def test_a_code_that_is_in_no_vocabulary(data: Tables) -> None:
    data["person"]["ann"]["protection"] = "secret"
    assert_refused(data, "“secret” is not in the vocabulary protection")


def test_a_stance_that_is_in_no_vocabulary(data: Tables) -> None:
    evidence(data, words="Ann", stance="proves")
    assert_refused(data, "“proves” is not in the vocabulary stance")


def test_a_field_that_the_kind_does_not_have(data: Tables) -> None:
    data["person"]["ann"]["age"] = 30
    assert_refused(data, "person.ann has no field age")


def test_evidence_for_a_field_that_the_kind_does_not_have(data: Tables) -> None:
    evidence(data, field="age", words="Ann")
    assert_refused(data, "person.ann has no field age")


def test_a_key_that_evidence_does_not_have(data: Tables) -> None:
    evidence(data, feild="about", words="Ann")
    assert_refused(data, "person.ann has evidence with feild")


def test_a_kind_that_there_is_not(data: Tables) -> None:
    data["persons"] = {}
    assert_refused(data, "no such kind: persons")


def test_a_record_that_there_is_not(data: Tables) -> None:
    data["name"] = {"bob": {"person_id": "bob", "text": "Bob"}}
    assert_refused(data, "there is no person.bob")


def test_a_date_that_cannot_be_read(data: Tables) -> None:
    data["event"] = {"run": {"date": {"edtf": "sometime"}}}
    with pytest.raises(InvalidRecordError):
        case_from(data, TEXT)
