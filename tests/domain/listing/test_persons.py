"""A list of persons becomes persons, each value with its words."""

import pytest

from tests.domain.listing.lists import EMPTY, plans, taken_in, words_of
from viewer.domain.listing.phrases import counts
from viewer.domain.records import Document, Name, Person, Tag, Tagging
from viewer.domain.snapshot import Snapshot

LIST = """Name,Other names,Job,About,Tags
Salma Rahim,"Umm Ali; سلمى رحيم",Teacher,"She said ""no"".",school; 2020
"""


def only(case: Snapshot) -> Person:
    (person,) = case.all(Person)
    return person


def test_a_row_becomes_a_person_with_names_and_tags() -> None:
    case = taken_in(LIST, "persons")
    person = only(case)
    assert (person.occupation, person.about) == ("Teacher", 'She said "no".')
    assert {(name.type, name.text, name.script) for name in case.all(Name)} == {
        ("main", "Salma Rahim", "Latn"),
        ("alias", "Umm Ali", "Latn"),
        ("alias", "سلمى رحيم", "Arab"),
    }
    assert {tag.label for tag in case.all(Tag)} == {"school", "2020"}
    assert {each.target_id for each in case.all(Tagging)} == {person.id}


def test_every_value_leads_back_to_its_cell() -> None:
    case = taken_in(LIST, "persons")
    person, (document,) = only(case), case.all(Document)
    assert words_of(case, person, "occupation") == ["Teacher"]
    assert words_of(case, person, "about") == ['She said ""no"".']
    assert sorted(words_of(case, person, "")) == ["2020", "Salma Rahim", "school"]
    for name in case.all(Name):
        assert words_of(case, name, "text") == [name.text]
    for passage in case.passages(document.id):
        assert document.text[passage.start : passage.end] == passage.exact


def test_a_name_may_stand_in_two_columns() -> None:
    case = taken_in("First name;Last name\nSalma;Rahim\n", "persons")
    (name,) = case.all(Name)
    assert name.text == "Salma Rahim"
    assert sorted(words_of(case, name, "text")) == ["Rahim", "Salma"]


@pytest.mark.parametrize(
    ("row", "protection"),
    [
        ("Salma Rahim,,", "name_withheld"),
        ("The Centre,organisation,", "public"),
        ("Some neighbours,Group,", "name_withheld"),
        ("Anonymous,,", "details_withheld"),
        ("Salma Rahim,,Public", "public"),
        ("Salma Rahim,,details withheld", "details_withheld"),
        ("Salma Rahim,,secret!", "never_exported"),
    ],
)
def test_nobody_is_exposed_by_a_list(row: str, protection: str) -> None:
    """Where nothing is said nobody was asked; what cannot be read was meant to protect."""
    assert only(taken_in(f"Name,Unit,Protection\n{row}\n", "persons")).protection == protection


@pytest.mark.parametrize(
    ("row", "naming", "described"),
    [
        (",a nurse", "role_only", "a nurse"),
        ("Anonymous,a nurse", "anonymous", "a nurse"),
        ("unknown,", "unidentified", "unknown"),
    ],
)
def test_who_has_no_name_is_described(row: str, naming: str, described: str) -> None:
    case = taken_in(f"Name,Description\n{row}\n", "persons")
    assert (only(case).naming, only(case).described_as) == (naming, described)
    assert not list(case.all(Name))


def test_who_is_in_the_case_is_not_made_twice() -> None:
    case = taken_in("Name\nSa'id al-Rashid\n", "persons")
    text = "Name,Protection\nSA’ID  Al-Rashid,never exported\nSa'id Haddad,\n"
    known, new = plans(text, "persons", case)
    assert (known.state, known.why) == ("known", "In the case already.")
    assert known.problems == ["The list protects them more than the case does: never exported."]
    assert new.state == "new", "a given name alone says nothing"
    assert len(list(taken_in(text, "persons", case, again=True).all(Person))) == 3


def test_the_same_rows_are_not_taken_in_twice() -> None:
    text = "Name,Description\n,a nurse\n"
    case = taken_in(text, "persons")
    assert [plan.why for plan in plans(text, "persons", case)] == ["Made of this row before."]
    assert len(list(taken_in(text, "persons", case, again=True).all(Document))) == 1


def test_two_of_one_name_in_a_list_are_two_and_told_of() -> None:
    first, second = plans("Name\nSalma Rahim\nSALMA RAHIM\n", "persons")
    assert first.problems == []
    assert second.problems == ["The same name as in line 2: two persons."]
    assert second.state == "new"


def test_what_cannot_be_taken_is_told() -> None:
    text = "Name,Kind,Job\n,,Baker\nA B,gang,x,y,z\nC D,," + "long " * 300
    empty, odd, long = plans(text, "persons")
    assert (empty.state, empty.why) == ("left_out", "Neither a name nor a description.")
    assert odd.problems == [
        "2 cells more than there are headings: left out.",
        "“gang” is none of the known words: “Individual” instead.",
    ]
    assert long.problems[0].endswith("is longer than 1,000 characters: left out.")
    assert "Occupation" not in long.says


def test_a_case_without_persons_is_asked_nothing() -> None:
    assert plans("Name\n", "persons", EMPTY) == []


def test_how_many_are_to_be_named_publicly_is_told() -> None:
    found = plans("Name,Protection\nSalma Rahim,public\nAli Hassan,\n,\n", "persons")
    assert counts(found, "persons") == "2 new persons (1 to be named to everybody)"
