"""Persons who may be one are found among all, and said why."""

from collections.abc import Iterator

import pytest

from tests.domain.test_names import ONE, TWO, WAYS
from viewer.domain.names import keys, spoken
from viewer.domain.records import Distinction, Name, Person, Record
from viewer.domain.sample import sample_case
from viewer.domain.similar import KnownNames, similar_persons
from viewer.domain.snapshot import Snapshot
from viewer.domain.text import unisolated


def case_of(*names: str, unit: str = "individual") -> Snapshot:
    """Persons 0, 1, 2 … with one name each."""
    return Snapshot(
        record for place, name in enumerate(names) for record in person(place, name, unit)
    )


def person(place: int, name: str, unit: str = "individual") -> Iterator[Record]:
    yield Person(id=str(place), unit=unit)
    yield Name(id=f"name {place}", person_id=str(place), text=name)


def pairs(case: Snapshot) -> set[frozenset[str]]:
    return {found.pair for found in similar_persons(case)}


@pytest.mark.parametrize(("one", "other"), [pair[:2] for pair in [*ONE, *WAYS]])
def test_names_that_are_alike_are_found_by_a_key(one: str, other: str) -> None:
    assert keys(spoken(one)).meet(keys(spoken(other)))
    assert pairs(case_of(one, other)) == {frozenset("01")}


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_are_not_suggested(one: str, other: str) -> None:
    assert pairs(case_of(one, other)) == set()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("أمجد الدهامات", "Amjad Aldhamat", "“أمجد الدهامات” and “Amjad Aldhamat” sound alike"),
        (
            "Amjad Aldhamat",
            "AMJAD al-Dhamat",
            "“Amjad Aldhamat” and “AMJAD al-Dhamat” are the same name",
        ),
        (
            "Aldhamat Amjad",
            "Amjad Aldhamat",
            "“Aldhamat Amjad” and “Amjad Aldhamat” are the same words in another order",
        ),
        (
            "Amjad Hamid Aldhamat",
            "Amjad Aldhamat",
            "“Amjad Aldhamat” may be short for “Amjad Hamid Aldhamat”",
        ),
        ("Amjad Aldhamat", "A. Aldhamat", "“Amjad Aldhamat” and “A. Aldhamat”: the initial fits"),
    ],
)
def test_the_reason_is_said_in_words(one: str, other: str, reason: str) -> None:
    (found,) = similar_persons(case_of(one, other))
    assert unisolated(found.reason).replace("\u2068", "").replace("\u2069", "") == reason


def test_the_likeliest_come_first() -> None:
    case = case_of("Amjad Aldhamat", "A. Aldhamat", "أمجد الدهامات", "Amjad Al-Dhamat")
    scores = [found.score for found in similar_persons(case)]
    assert scores == sorted(scores, reverse=True)
    assert similar_persons(case)[0].pair == frozenset("03")


def test_what_is_known_to_be_two_is_left_out() -> None:
    records = [
        *person(0, "Amjad Aldhamat"),
        *person(1, "أمجد الدهامات"),
        *person(2, "Amjad Dhamat"),
    ]
    known = Distinction(id="d", person_id="1", other_id="0")
    assert pairs(Snapshot(records)) == {frozenset("01"), frozenset("02"), frozenset("12")}
    assert pairs(Snapshot([*records, known])) == {frozenset("02"), frozenset("12")}


def test_any_name_of_a_person_counts_and_the_best_one_is_the_reason() -> None:
    alias = Name(id="alias", person_id="1", text="أمجد الدهامات", type="original_script")
    case = Snapshot([*person(0, "Amjad Aldhamat"), *person(1, "Abu Karrar"), alias])
    (found,) = similar_persons(case)
    assert "أمجد الدهامات" in found.reason


def test_one_person_with_two_spellings_is_no_pair() -> None:
    alias = Name(id="alias", person_id="0", text="أمجد الدهامات", type="original_script")
    assert similar_persons(Snapshot([*person(0, "Amjad Aldhamat"), alias])) == ()


def test_an_organisation_is_compared_with_organisations_only() -> None:
    named = [*person(0, "Amal Hope", "organisation"), *person(1, "Amal Hope")]
    assert pairs(Snapshot(named)) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iraqi Observatory for Human Rights", "The Iraqi Observatory of Human Right"),
        ("UNAMI", "United Nations Assistance Mission for Iraq"),
        ("Ministry of Interior", "Ministry of the Interior of Iraq"),
        ("وزارة الداخلية", "وزارة الداخليه"),
    ],
)
def test_organisations_are_known_by_their_letters_too(one: str, other: str) -> None:
    assert pairs(case_of(one, other, unit="organisation")) == {frozenset("01")}


def test_organisations_that_share_most_words_stay_two() -> None:
    names = ("Iraqi Observatory for Human Rights", "Iraqi High Commission for Human Rights")
    assert pairs(case_of(*names, unit="organisation")) == set()


def test_the_sample_s_two_of_one_surname_are_not_suggested() -> None:
    case, change_set = sample_case()
    records = [change.record for change in change_set.changes]
    assert pairs(Snapshot([case, *records])) == set()


def test_who_writes_a_name_is_told_who_has_it_already() -> None:
    case = case_of("Amjad Aldhamat", "Mohammed Aldhamat", "Layla Haddad")
    known = KnownNames(case)
    assert [found.person_id for found in known.like("أمجد الدهامات")] == ["0"]
    assert known.like("Aldhamat") == ()
    assert known.like("") == ()


def test_what_is_no_longer_waited_for_ends() -> None:
    assert similar_persons(case_of("Amjad A", "Amjad A"), wanted=lambda: False) == ()
