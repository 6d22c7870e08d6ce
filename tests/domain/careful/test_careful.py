"""Who a deed brings into danger starts protected; nobody's protection is lowered."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_at_hand import CASE, RECORDS, called, the
from tests.domain.small_case import small_case
from viewer.domain.careful import careful, precautions, reasons
from viewer.domain.changes import NOTHING, ChangeSet, combined, creation, edit
from viewer.domain.overlay import Overlay
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Case,
    Event,
    Involvement,
    Name,
    Person,
    Quote,
    Record,
    Relationship,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.vocabularies import vocabulary

EMPTY = Snapshot([Case(id="case")])
VICTIM = Person(id="victim")
KIDNAPPING = Event(id="kidnapping", type="kidnapping")
SUFFERED = Involvement(id="i", event_id="kidnapping", person_id="victim", role="victim")
HARM = (VICTIM, Name(id="v", person_id="victim", text="Layla Haddad"), KIDNAPPING, SUFFERED)
AFTER_HARM = Snapshot([Case(id="case"), *HARM])


def taken(case: CaseReader, change_set: ChangeSet) -> dict[str, tuple[str, str]]:
    return {
        each.person_id: (each.protection, each.reason) for each in precautions(case, change_set)
    }


def person(**values: Any) -> Person:
    return Person(id="p", **values)


def tie(kind: str = "relative", detail: str = "") -> Relationship:
    return Relationship(id="tie", person_id="p", other_id="victim", type=kind, detail=detail)


@pytest.mark.parametrize(
    ("values", "level", "reason"),
    [
        ({"naming": "anonymous"}, "details_withheld", "asked not to be named"),
        ({"about": "Spoke on condition of anonymity"}, "details_withheld", "asked not to be named"),
        ({"consent": "refused"}, "name_withheld", "consent to be named is refused"),
        ({"described_as": "A 12-year-old boy"}, "name_withheld", "a minor"),
        ({"about": "In hiding since May."}, "name_withheld", "in hiding"),
        ({"described_as": "Sister of the victim"}, "name_withheld", "sister of a victim"),
        ({"described_as": "شقيق القتيل"}, "name_withheld", "relative of a victim"),
    ],
)
def test_a_new_person_is_protected_for_what_the_fields_say(
    values: dict[str, Any], level: str, reason: str
) -> None:
    assert taken(EMPTY, creation(person(**values))) == {"p": (level, reason)}


@pytest.mark.parametrize(
    "values",
    [
        {"occupation": "Minister"},
        {"described_as": "Sister of the victim", "consent": "given"},
        {"described_as": "Sister of the victim", "protection": "never_exported"},
        {"described_as": "Family of the victim", "unit": "group"},
        {"described_as": "Brother of the victim", "unit": "organisation"},
        {"described_as": "His brother"},
    ],
)
def test_others_are_not(values: dict[str, Any]) -> None:
    change_set = creation(person(**values))
    assert careful(EMPTY, change_set) is change_set


def test_a_tie_to_a_victim_protects_whichever_comes_last() -> None:
    expected = {"p": ("name_withheld", "brother of a victim")}
    assert taken(AFTER_HARM, creation(person(), tie(detail="Brother"))) == expected
    tied = Snapshot([Case(id="case"), *HARM[:3], person(), tie(detail="Brother")])
    assert taken(tied, creation(SUFFERED)) == expected


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (tie("partner"), "partner of a victim"),
        (tie("other", "Cousin"), "cousin of a victim"),
        (replace(tie(), person_id="victim", other_id="p"), "relative of a victim"),
    ],
)
def test_ties_of_any_direction(made: Relationship, reason: str) -> None:
    assert taken(AFTER_HARM, creation(person(), made)) == {"p": ("name_withheld", reason)}


def test_a_friend_or_colleague_is_no_relative() -> None:
    assert taken(AFTER_HARM, creation(person(), tie("colleague"))) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("His brother", "perhaps brother of a victim"),
        ("Brother of Layla", "brother of a victim"),
        ("Layla Haddad's brother", "brother of a victim"),
    ],
)
def test_words_that_mean_a_victim_of_the_case(text: str, reason: str) -> None:
    change_set = creation(person(described_as=text))
    assert taken(AFTER_HARM, change_set) == {"p": ("name_withheld", reason)}


def test_whoever_was_killed_is_named_as_before() -> None:
    killed = Event(id="killing", type="killing")
    part = Involvement(id="k", event_id="killing", person_id="p", role="victim")
    assert taken(AFTER_HARM, creation(person(), tie(), killed, part)).keys() == {"victim"}


def test_a_survivor_of_sexual_violence() -> None:
    assert taken(AFTER_HARM, edit(KIDNAPPING, type="sexual_violence")) == {
        "victim": ("name_withheld", "survivor of sexual violence")
    }


def test_a_fugitive_who_is_accused_is_not_in_hiding() -> None:
    accused = Involvement(id="a", event_id="kidnapping", person_id="p", role="alleged_perpetrator")
    assert taken(AFTER_HARM, creation(person(about="In hiding"), accused)) == {}


def test_the_speaker_of_words_that_were_said_without_a_name() -> None:
    said = Quote(id="q", passage_id="x", speaker_id="p", attribution="anonymous")
    assert taken(Snapshot([Case(id="case"), person()]), creation(said)) == {
        "p": ("name_withheld", "spoke without being named")
    }


def test_what_the_user_decides_in_the_deed_stands() -> None:
    before = person(protection="name_withheld")
    case = Snapshot([*EMPTY.all(Case), before])
    change_set = edit(before, protection="public", about="In hiding")
    assert careful(case, change_set) is change_set


def test_who_was_made_public_all_the_same_stays_so_until_something_new_is_known() -> None:
    public = person(about="In hiding")
    case = Snapshot([*AFTER_HARM.all(Case), *HARM, public, Name(id="n", person_id="p", text="Ali")])
    assert taken(case, edit(public, about="In hiding abroad")) == {}
    assert taken(case, creation(Name(id="n2", person_id="p", text="Aliy", type="alias"))) == {}
    assert taken(case, creation(tie())) == {"p": ("name_withheld", "relative of a victim")}


def test_the_first_name_of_somebody_is_there_to_be_withheld() -> None:
    nameless = person(described_as="Brother of the victim")
    case = Snapshot([*EMPTY.all(Case), nameless])
    assert taken(case, creation(Name(id="n", person_id="p", text="Ali"))) == {
        "p": ("name_withheld", "brother of a victim")
    }


def test_it_is_one_deed_and_its_inverse_takes_back_all_of_it() -> None:
    before = person()
    case = Snapshot([*AFTER_HARM.all(Case), *HARM, before])
    done = careful(case, creation(tie(), label="Add relationship"))
    assert done.label == "Add relationship"
    assert {change.id: change.after for change in done.changes}["p"] == replace(
        before, protection="name_withheld"
    )
    assert done.inverse.changes[0].after == before


def test_the_sample_would_be_protected_without_being_told() -> None:
    bare = {
        id: replace(record, protection="public") if isinstance(record, Person) else record
        for id, record in RECORDS.items()
    }
    found = taken(Snapshot([CASE]), creation(*bare.values()))
    assert {called(id): level for id, (level, _) in found.items()} == {
        "Mohammed Aldhamat": "name_withheld",
        "Hasanain Alminshid": "name_withheld",
        "Government official": "details_withheld",
    }


def test_the_sample_says_why_its_persons_are_protected() -> None:
    case = Snapshot([CASE, *RECORDS.values()])
    why = {
        slug: [r.words for r in reasons(case, the(Person, slug))]
        for slug in ("mohammed", "hasanain", "amjad")
    }
    assert why == {
        "mohammed": ["brother of a victim"],
        "hasanain": ["at a place that is kept secret"],
        "amjad": [],
    }


TEXTS = st.sampled_from(
    ["", "His brother", "Brother of the victim", "In hiding", "A 12-year-old", "Minister", "طفل"]
)
PERSONS = st.builds(
    Person,
    id=st.sampled_from(["layla", "said", "rashida", "new"]),
    described_as=TEXTS,
    about=TEXTS,
    naming=st.sampled_from(vocabulary("naming").codes),
    unit=st.sampled_from(vocabulary("unit").codes),
    consent=st.sampled_from(vocabulary("consent").codes),
    protection=st.sampled_from(vocabulary("protection").codes),
)


def change_sets(case: Snapshot, records: list[Person]) -> ChangeSet:
    known = [case.find(record.id) for record in records]
    parts = [
        edit(old, **{f: getattr(new, f) for f in ("about", "described_as", "protection", "unit")})
        if isinstance(old, Person)
        else creation(new)
        for old, new in zip(known, records, strict=True)
    ]
    return combined("Deed", parts)


@given(st.lists(PERSONS, max_size=4, unique_by=lambda person: person.id))
def test_protection_is_only_raised_and_only_once(records: list[Person]) -> None:
    case = small_case()
    asked = change_sets(case, records)
    done = careful(case, asked)
    levels = vocabulary("protection").codes.index
    wanted = {change.id: change.after for change in asked.changes}
    for change in done.changes:
        assert isinstance(change.after, Person)
        meant = wanted.get(change.id) or change.before
        assert isinstance(meant, Person)
        assert replace(change.after, protection=meant.protection) == meant
        assert levels(change.after.protection) >= levels(meant.protection)
    assert careful(case, done) == done
    after: list[Record] = [change.record for change in done.changes]
    assert precautions(Overlay(case, after), NOTHING) == ()
