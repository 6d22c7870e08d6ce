"""Two persons become one, and nothing that either had is lost."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.small_case import QUOTED, TAKEN, records
from viewer.domain.changes import ChangeSet
from viewer.domain.merging import MAIN_NAME, between, differing, merged
from viewer.domain.records import (
    KINDS,
    Annotation,
    Distinction,
    Evidence,
    Figure,
    Involvement,
    Name,
    Person,
    Quote,
    Record,
    Relationship,
    Tag,
    Tagging,
)
from viewer.domain.snapshot import Snapshot

#: Layla once more, as another source has her.
AGAIN = Person(id="again", occupation="Nurse", about="Mother of two", pseudonym="Nadia")
ARABIC = Name(id="again-ar", person_id="again", text="ليلى حداد", type="main")
LATIN = Name(id="again-la", person_id="again", text="Leila Hadad", type="alias")


def case_with(*more: Record, without: str = "") -> Snapshot:
    changed = {record.id: record for record in (*records(), AGAIN, ARABIC, LATIN, *more)}
    changed.pop(without, None)
    return Snapshot(changed.values())


def everything(case: Snapshot) -> dict[str, Record]:
    return {record.id: record for kind in KINDS.values() for record in case.all(kind)}


def applied(case: Snapshot, change_set: ChangeSet) -> Snapshot:
    now = everything(case)
    for change in change_set.changes:
        assert now.get(change.id) == change.before
        now.pop(change.id, None)
        if change.after is not None:
            now[change.id] = change.after
    return Snapshot(now.values())


def merge(case: Snapshot, **choices: Any) -> Snapshot:
    layla, again = case.get(Person, "layla"), case.get(Person, "again")
    change_set = merged(case, layla, again, choices)
    after = applied(case, change_set)
    assert everything(applied(after, change_set.inverse)) == everything(case)
    assert after.find("again") is None
    assert after.referring("again") == []
    return after


def names(case: Snapshot) -> dict[str, str]:
    return {name.text: name.type for name in case.where(Name, person_id="layla")}


def test_the_deed_is_named() -> None:
    case = case_with()
    assert merged(case, case.get(Person, "layla"), AGAIN).label == "Merge persons"


def test_names_are_kept_and_the_main_name_of_the_one_that_goes_becomes_an_alias() -> None:
    assert names(merge(case_with())) == {
        "Layla Haddad": "main",
        "ليلى حداد": "original_script",
        "Leila Hadad": "alias",
    }


def test_equal_names_become_one_with_the_words_of_both() -> None:
    said = Evidence(id="e1", record_id="again-ar", field="text", passage_id=f"passage {TAKEN}")
    after = merge(case_with(said))
    assert after.find("again-ar") is None
    assert [e.id for e in after.where(Evidence, record_id="name-layla-ar")] == ["e1"]


@pytest.mark.parametrize("chosen", ["again-la", "again-ar", "name-layla-ar", "name-layla"])
def test_any_name_of_both_may_be_the_main_one(chosen: str) -> None:
    case = case_with()
    name = case.get(Name, chosen)
    found = names(merge(case, **{MAIN_NAME: chosen}))
    assert found[name.text] == "main"
    assert list(found.values()).count("main") == 1


def test_a_person_without_a_name_takes_that_of_the_other() -> None:
    unnamed = Person(id="layla", naming="role_only", described_as="A witness from Amarah")
    after = merge(case_with(unnamed, without="name-layla"))
    assert names(after)["ليلى حداد"] == "main"
    assert after.get(Person, "layla").naming == "named"


def test_what_points_to_the_one_points_to_the_other() -> None:
    moved = [
        Involvement(id="m1", event_id="after", person_id="again", role="witness"),
        Relationship(id="m2", person_id="centre", other_id="again", type="member"),
        Quote(id="m3", passage_id=f"passage {QUOTED}", speaker_id="again"),
        Figure(id="m4", claimant_id="again", number=3),
        Evidence(id="m5", record_id="again", field="about", passage_id=f"passage {TAKEN}"),
        Annotation(id="m6", target_id="again", body="Ask her"),
        Tagging(id="m7", tag_id="tag", target_id="again"),
    ]
    after = merge(case_with(*moved))
    assert {record.id for record in after.referring("layla")} >= {record.id for record in moved}


def test_one_part_in_an_event_said_twice_is_one_with_the_words_of_both() -> None:
    twice = Involvement(id="twin", event_id="taking", person_id="again", role="victim")
    after = merge(
        case_with(
            replace(twice, detail="Taken from home"),
            Involvement(
                id="i1", event_id="taking", person_id="layla", role="victim", detail="At night"
            ),
            Evidence(id="old", record_id="i1", field="role", passage_id=f"passage {TAKEN}"),
            Evidence(id="same", record_id="twin", field="role", passage_id=f"passage {TAKEN}"),
            Evidence(id="new", record_id="twin", field="role", passage_id=f"passage {QUOTED}"),
            Annotation(id="note-twin", target_id="twin", body="Who saw it?"),
            Tagging(id="tag-twin", tag_id="tag", target_id="twin"),
        )
    )
    assert after.find("twin") is None
    assert after.get(Involvement, "i1").detail == "At night; Taken from home"
    assert {e.id for e in after.where(Evidence, record_id="i1")} == {"old", "new"}
    assert after.get(Annotation, "note-twin").target_id == "i1"
    assert after.get(Tagging, "tag-twin").target_id == "i1"


def test_another_role_in_the_same_event_stays_a_part_of_its_own() -> None:
    after = merge(
        case_with(Involvement(id="w", event_id="taking", person_id="again", role="witness"))
    )
    assert len(after.where(Involvement, event_id="taking", person_id="layla")) == 2


def test_a_tag_on_both_is_there_once() -> None:
    taggings = [Tagging(id=f"t-{id}", tag_id="tag", target_id=id) for id in ("layla", "again")]
    after = merge(case_with(*taggings, Tag(id="other", label="Other")))
    assert [t.id for t in after.where(Tagging, target_id="layla")] == ["t-layla"]


def test_ties_between_the_two_go_first_and_what_was_said_of_them_stays() -> None:
    tie = Relationship(id="between", person_id="layla", other_id="again", type="relative")
    case = case_with(
        tie,
        Evidence(id="of-tie", record_id="between", field="type", passage_id=f"passage {TAKEN}"),
        Annotation(id="on-tie", target_id="between", body="Sisters?"),
    )
    layla = case.get(Person, "layla")
    assert between(case, layla, AGAIN) == [tie]
    assert merged(case, layla, AGAIN).changes[0].before == tie
    after = merge(case)
    assert after.find("between") is None
    said = after.get(Evidence, "of-tie")
    assert (said.record_id, said.field, said.stance) == ("layla", "", "mentions")
    assert after.get(Annotation, "on-tie").target_id == "layla"


def test_the_same_tie_to_a_third_person_is_one() -> None:
    after = merge(
        case_with(
            Relationship(id="twin", person_id="said", other_id="again", type="relative", detail="B")
        )
    )
    assert after.find("twin") is None
    assert after.get(Relationship, "tie").detail == "B"


def test_who_was_told_apart_from_a_third_person_stays_so() -> None:
    after = merge(
        case_with(
            Distinction(id="d1", person_id="layla", other_id="said", note="Brother"),
            Distinction(id="d2", person_id="said", other_id="again", note="Another age"),
            Distinction(id="d3", person_id="again", other_id="layla"),
            Distinction(id="d4", person_id="again", other_id="rashida"),
        )
    )
    assert after.find("d2") is None
    assert after.find("d3") is None
    assert after.get(Distinction, "d1").note == "Brother; Another age"
    assert after.get(Distinction, "d4").person_id == "layla"


@pytest.mark.parametrize("stricter", ["name_withheld", "details_withheld", "never_exported"])
@pytest.mark.parametrize("protected", ["layla", "again"])
def test_the_stricter_protection_always_stays(stricter: str, protected: str) -> None:
    case = case_with()
    person = replace(case.get(Person, protected), protection=stricter)
    after = merge(case_with(person), protection="public")
    assert after.get(Person, "layla").protection == stricter


def test_the_pseudonym_is_that_of_the_protected_one_whatever_is_chosen() -> None:
    hidden = replace(AGAIN, protection="name_withheld")
    named = Person(id="layla", pseudonym="Rana")
    case = case_with(hidden, named)
    assert merge(case, pseudonym="Rana").get(Person, "layla").pseudonym == "Nadia"
    assert "pseudonym" not in differing(named, hidden)


def test_of_two_protected_ones_the_pseudonym_is_chosen() -> None:
    both = (
        replace(AGAIN, protection="name_withheld"),
        Person(id="layla", pseudonym="Rana", protection="name_withheld"),
    )
    case = case_with(*both)
    assert "pseudonym" in differing(*both)
    assert merge(case).get(Person, "layla").pseudonym == "Rana"
    assert merge(case, pseudonym="Nadia").get(Person, "layla").pseudonym == "Nadia"


def test_what_one_lacks_the_other_gives_and_what_differs_is_chosen() -> None:
    case = case_with(Person(id="layla", occupation="Teacher"))
    plain = merge(case).get(Person, "layla")
    assert (plain.occupation, plain.about) == ("Teacher", "Mother of two")
    chosen = merge(case, occupation="Nurse", about="").get(Person, "layla")
    assert (chosen.occupation, chosen.about) == ("Nurse", "")


def test_nobody_is_merged_with_himself() -> None:
    with pytest.raises(ValueError, match="itself"):
        merged(case_with(), AGAIN, AGAIN)
