"""The persons, places, events and figures of the sample case, and nothing invented."""

from collections import Counter

import pytest

from tests.domain.sample_at_hand import (
    all_of,
    called,
    evidence_of,
    the,
)
from viewer.domain.dates import parse_edtf
from viewer.domain.records import (
    Document,
    Event,
    EventLink,
    Figure,
    Involvement,
    Name,
    Person,
    Place,
    Relationship,
)


def test_named_persons_have_one_main_name_and_others_none() -> None:
    mains = Counter(name.person_id for name in all_of(Name) if name.type == "main")
    for person in all_of(Person):
        assert mains[person.id] == (1 if person.naming == "named" else 0)
        assert person.naming == "named" or person.described_as


def test_the_individuals() -> None:
    individuals = {called(p.id): p.naming for p in all_of(Person) if p.unit == "individual"}
    assert individuals == {
        "Amjad Aldhamat": "named",
        "Mohammed Aldhamat": "named",
        "Hasanain Alminshid": "named",
        "Adel Abdul Mahdi": "named",
        "Mustafa al-Kadhimi": "named",
        "Government official": "anonymous",
        "Spokesman of the Iraqi government": "role_only",
        "Unidentified gunman": "unidentified",
    }


def test_those_in_danger_are_protected_under_neutral_pseudonyms() -> None:
    protected = {called(p.id): p.protection for p in all_of(Person) if p.protection != "public"}
    assert protected == {
        "Mohammed Aldhamat": "name_withheld",
        "Hasanain Alminshid": "name_withheld",
        "Government official": "details_withheld",
    }
    pseudonyms = [p.pseudonym for p in all_of(Person) if p.protection != "public"]
    assert sorted(pseudonyms) == ["Person A", "Person B", "Person C"]


def test_organisations_and_groups() -> None:
    others = {called(p.id) for p in all_of(Person) if p.unit != "individual"}
    assert {"Al-Amal", "Reuters", "Militia groups", "Parties", "Security forces"} <= others
    assert {"Local police", "Kadhimi's office", "Committee"} <= others


def test_names_are_those_of_the_document_without_invented_spellings() -> None:
    (document,) = all_of(Document)
    for name in all_of(Name):
        assert name.text in document.text
        assert name.script == "Latn"


def test_the_brothers() -> None:
    tie = the(Relationship, "brothers")
    assert (called(tie.person_id), tie.type, called(tie.other_id)) == (
        "Mohammed Aldhamat",
        "relative",
        "Amjad Aldhamat",
    )


def test_places_have_no_coordinates_that_no_words_give() -> None:
    names = {place.name for place in all_of(Place)}
    assert {"Iraq", "Amarah", "Tigris", "Baghdad", "Basra", "Maysan", "Turkey"} <= names
    assert {(place.latitude, place.longitude) for place in all_of(Place)} == {(None, None)}


def test_the_killing() -> None:
    killing = the(Event, "killing")
    roles = {called(i.person_id): i.role for i in all_of(Involvement) if i.event_id == killing.id}
    assert (killing.title, killing.type, killing.status) == (
        "Killing of Amjad Aldhamat",
        "killing",
        "reported",
    )
    assert roles == {
        "Amjad Aldhamat": "victim",
        "Unidentified gunman": "alleged_perpetrator",
        "Mohammed Aldhamat": "source",
        "Hasanain Alminshid": "source",
    }


def test_a_year_that_the_report_does_not_give_is_marked_as_inferred() -> None:
    inferred = {e.title: e.date for e in all_of(Event) if e.date.is_inferred}
    killing = inferred.pop("Killing of Amjad Aldhamat")
    office = inferred.pop("Mustafa al-Kadhimi takes office as Prime Minister")
    assert (killing.written, killing.edtf) == ("Last year", "2019?")
    assert (office.written, office.edtf) == ("in May", "2020-05?")
    assert not inferred
    assert all(parse_edtf(date.edtf).start.uncertain for date in (killing, office))


def test_years_that_are_not_inferred_stand_in_their_evidence() -> None:
    dates = [(e, "date", e.date) for e in all_of(Event)]
    dates += [(f, "period", f.period) for f in all_of(Figure)]
    for record, field, date in dates:
        if date.edtf and not date.is_inferred:
            year = date.edtf[:4]
            assert any(year in words for words in evidence_of(record, field))


def test_what_dates_are_written_as_are_words_of_the_document() -> None:
    (document,) = all_of(Document)
    for date in [e.date for e in all_of(Event)] + [f.period for f in all_of(Figure)]:
        assert date.written in document.text
        assert date.written or date.is_blank


def test_the_flight_five_days_later() -> None:
    date = the(Event, "departure").date
    link = the(EventLink, "departure_killing")
    assert (date.anchor_id, date.offset) == (the(Event, "killing").id, "P5D")
    assert (link.event_id, link.type, link.other_id) == (
        the(Event, "departure").id,
        "followed",
        the(Event, "killing").id,
    )


@pytest.mark.parametrize(
    ("event", "type_", "other"),
    [
        ("demonstrations", "caused", "fall"),
        ("killing", "followed", "police_meeting"),
        ("threats", "caused", "maysan_flight"),
        ("committee", "followed", "office_meeting"),
    ],
)
def test_events_are_linked(event: str, type_: str, other: str) -> None:
    ids = (the(Event, event).id, type_, the(Event, other).id)
    assert ids in [(link.event_id, link.type, link.other_id) for link in all_of(EventLink)]


def test_who_is_said_to_have_done_it_is_only_alleged() -> None:
    perpetrators = [i for i in all_of(Involvement) if "perpetrator" in i.role]
    assert {i.role for i in perpetrators} == {"alleged_perpetrator"}
    assert {called(i.person_id) for i in perpetrators} == {
        "Unidentified gunman",
        "Militia groups",
        "Parties",
    }
    assert {e.status for e in all_of(Event)} <= {"reported", "alleged"}


def test_the_figures_with_their_at_least_and_their_periods() -> None:
    figures = [
        (called(f.claimant_id), f.qualifier, f.number, f.act, f.period.written, f.period.edtf)
        for f in all_of(Figure)
    ]
    assert figures == [
        ("Al-Amal", "stated", 39, "killing", "since October 2019", "2019-10/.."),
        ("Al-Amal", "at_least", 44, "kidnapping", "in the last year", ""),
        ("Al-Amal", "at_least", 74, "attempted_killing", "in the last year", ""),
    ]
