"""Records as plain values, and taken into a case that is there."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.domain.record_strategies import records
from tests.domain.sample_at_hand import CASE, EVERY_RECORD
from viewer.domain.dates import Date
from viewer.domain.exchange import Exchanged, plain, taking_in
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Case,
    Event,
    Evidence,
    Export,
    Person,
    Record,
    Relationship,
    fields_of,
)
from viewer.domain.snapshot import Snapshot
from viewer.errors import ConflictError


def test_a_record_is_its_id_and_its_fields() -> None:
    event = Event(id="e", title="Flight", date=Date(edtf="2020", basis="Guess"))
    assert plain(event) == {
        "id": "e",
        "title": "Flight",
        "type": "other",
        "date": {"written": "", "edtf": "2020", "anchor_id": None, "offset": "", "basis": "Guess"},
        "place_id": None,
        "status": "reported",
        "description": "",
        "protection": "public",
    }
    assert plain(Event(id="e"))["date"] is None


@given(records)
def test_no_field_is_left_out(record: Record) -> None:
    assert list(plain(record)) == ["id", *(field.name for field in fields_of(record.kind))]


def taken(*found: Record, there: tuple[Record, ...] = (), case: Case = CASE) -> list[Record]:
    change_set = taking_in(Snapshot([CASE, *there]), Exchanged(case, found, ()))
    return [change.record for change in change_set.changes]


def test_what_is_there_is_left_out() -> None:
    one, other = Person(id=new_id()), Person(id=new_id())
    assert taken(one, other, there=(one,)) == [other]
    assert taken(*EVERY_RECORD[1:], there=EVERY_RECORD[1:]) == []


def test_what_is_there_and_says_something_else_is_refused_by_name_and_number() -> None:
    persons = [Person(id=new_id()) for _ in range(5)]
    others = [replace(person, about="Else") for person in persons]
    with pytest.raises(ConflictError) as caught:
        taken(*others, there=tuple(persons))
    said = str(caught.value)
    assert said.startswith("Nothing was taken in: 5 records are in the case with other contents")
    assert (
        f"(person {persons[0].id}, person {persons[1].id}, person {persons[2].id} and 2 more)"
        in said
    )


def test_the_same_case_with_another_title_is_refused() -> None:
    with pytest.raises(ConflictError, match="1 record is"):
        taken(case=replace(CASE, title="Else"))


def test_what_is_said_of_another_case_is_said_of_the_one_that_is_there() -> None:
    another = Case(id=new_id(), title="Another")
    evidence = Evidence(id=new_id(), record_id=another.id, field="summary", passage_id=new_id())
    assert taken(evidence, case=another) == [replace(evidence, record_id=CASE.id)]


def test_the_exports_of_another_case_are_not_those_of_this_one() -> None:
    export = Export(id=new_id(), at="", format="PDF", file_name="", audience="Public")
    assert taken(export, case=Case(id=new_id())) == []
    assert taken(export) == [export]


def test_a_tie_comes_with_those_whom_it_ties() -> None:
    one, other = Person(id=new_id()), Person(id=new_id())
    tie = Relationship(id=new_id(), person_id=one.id, other_id=other.id)
    assert taken(one, other, tie, there=(one,)) == [other, tie]
