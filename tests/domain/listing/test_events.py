"""A list of events becomes events, with who took part and where."""

import pytest

from tests.domain.listing.lists import plans, taken_in, words_of
from viewer.domain.records import Event, Involvement, Name, Person, Place
from viewer.domain.snapshot import Snapshot

HEADINGS = "Title,Type,Date,Place,Victims,Perpetrators\n"


def only(case: Snapshot) -> Event:
    (event,) = case.all(Event)
    return event


def parts(case: Snapshot) -> list[tuple[str, str]]:
    names = {name.person_id: name.text for name in case.all(Name)}
    return [
        (part.role, names.get(part.person_id) or case.get(Person, part.person_id).described_as)
        for part in case.all(Involvement)
    ]


def test_a_row_becomes_an_event() -> None:
    case = taken_in(HEADINGS + "The arrest,ARREST,3 May 2020,Basra,Salma Rahim,police\n", "events")
    event, (place,) = only(case), case.all(Place)
    assert (event.title, event.type, event.status) == ("The arrest", "arrest", "alleged")
    assert (event.date.edtf, event.date.written) == ("2020-05-03", "3 May 2020")
    assert (event.place_id, place.name) == (place.id, "Basra")
    assert sorted(parts(case), reverse=True) == [
        ("victim", "Salma Rahim"),
        ("alleged_perpetrator", "police"),
    ]
    assert {person.protection for person in case.all(Person)} == {"name_withheld"}


def test_every_value_leads_back_to_its_cell() -> None:
    case = taken_in(HEADINGS + "The arrest,arrest,2020-05,Basra,Salma Rahim; Sara,\n", "events")
    event, (place,) = only(case), case.all(Place)
    for field, words in (
        ("title", "The arrest"),
        ("type", "arrest"),
        ("date", "2020-05"),
        ("place_id", "Basra"),
    ):
        assert words_of(case, event, field) == [words]
    assert words_of(case, place, "name") == ["Basra"]
    assert sorted(words_of(case, part, "")[0] for part in case.all(Involvement)) == [
        "Salma Rahim",
        "Sara",
    ]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2019?", "2019?"),
        ("2019-10-03T08:00:00", "2019-10-03"),
        ("25/12/2019", "2019-12-25"),
        ("12.25.2019", "2019-12-25"),
        ("3 October 2019", "2019-10-03"),
        ("5/5/2019", "2019-05-05"),
        ("03/04/2019", ""),
        ("99/99/2019", ""),
        ("in spring", ""),
    ],
)
def test_a_date_is_read_where_it_is_plain_and_always_kept(written: str, edtf: str) -> None:
    text = f"Title,Date\nX,{written}\n"
    date = only(taken_in(text, "events")).date
    assert (date.written, date.edtf) == (written, edtf)
    (plan,) = plans(text, "events")
    assert bool(plan.problems) == (not edtf)


def test_words_and_edtf_may_stand_side_by_side() -> None:
    date = only(taken_in("Title;Date;EDTF\nX;in autumn;2019-23\n", "events")).date
    assert (date.written, date.edtf) == ("in autumn", "2019-23")


def test_one_whole_name_is_linked() -> None:
    case = taken_in("Name\nSa'id al-Rashid\n", "persons")
    case = taken_in(HEADINGS + "X,,,,SA’ID  al-Rashid,\nY,,,,Sa'id al-Rashid,\n", "events", case)
    assert len(list(case.all(Person))) == 1
    assert len(list(case.all(Involvement))) == 2


@pytest.mark.parametrize("name", ["al-Rashid", "Rashid", "Sa'id", "Sa'id Haddad"])
def test_nobody_is_linked_by_a_part_of_a_name(name: str) -> None:
    case = taken_in("Name\nSa'id al-Rashid\nRashid\n", "persons")
    case = taken_in(HEADINGS + f"X,,,,{name},\n", "events", case)
    assert len(list(case.all(Person))) == 3, "somebody new, until somebody says who it is"


def test_of_two_who_are_called_so_none_is_linked() -> None:
    case = taken_in("Name\nSalma Rahim\nSalma Rahim\n", "persons")
    text = HEADINGS + "X,,,,Salma Rahim,\n"
    (plan,) = plans(text, "events", case)
    assert plan.problems == ["2 persons are called “Salma Rahim”: none is linked."]
    case = taken_in(text, "events", case)
    assert not list(case.all(Involvement))
    assert words_of(case, only(case), "") == ["Salma Rahim"], "the words are kept"


def test_rows_mean_the_same_new_person_and_place() -> None:
    case = taken_in(HEADINGS + "X,,,Basra,Salma Rahim,\nY,,,basra,salma rahim,\n", "events")
    assert [len(list(case.all(kind))) for kind in (Person, Place, Involvement)] == [1, 1, 2]


def test_who_is_only_described_is_nobody_else() -> None:
    text = HEADINGS + "X,,,,two teachers,unknown gunmen\nY,,,,two teachers,unknown gunmen\n"
    case = taken_in(text, "events")
    assert len(list(case.all(Person))) == 4
    assert {person.naming for person in case.all(Person)} == {"role_only"}


def test_an_event_without_a_title_is_called_by_what_it_says() -> None:
    text = "Description,Type\nShe was taken at night.,\n,killing\n,\n"
    described, typed = plans(text, "events")
    assert (described.title, typed.title) == ("She was taken at night.", "Killing")
    (nothing,) = plans("Title,Place\n,Basra\n", "events")
    assert (nothing.state, nothing.item) == ("left_out", None)


def test_an_unknown_type_is_other_and_told_of() -> None:
    (plan,) = plans("Title,Type\nX,extortion\n", "events")
    assert plan.says["Type of act"] == "Other"
    assert plan.problems == ["“extortion” is none of the known words: “Other” instead."]


def test_the_same_event_is_not_made_twice() -> None:
    text = "Title,Date\nThe arrest,2020\n"
    case = taken_in(text, "events")
    other = "Title,Date\nthe arrest,2020\nThe arrest,2021\n"
    assert [plan.state for plan in plans(other, "events", case)] == ["known", "new"]


@pytest.mark.parametrize(
    ("said", "protection"),
    [
        ("", "public"),
        ("Withheld", "withheld"),
        ("never exported", "never_exported"),
        ("hush", "never_exported"),
    ],
)
def test_a_list_may_protect_an_event(said: str, protection: str) -> None:
    case = taken_in(f"Title,Protection\nX,{said}\n", "events")
    assert only(case).protection == protection
