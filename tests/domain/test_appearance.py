"""How somebody appears to an audience, and pseudonyms that would protect nobody."""

import pytest

from tests.domain.small_case import records
from viewer.domain.appearance import item_appearance, person_appearance, pseudonym_doubts
from viewer.domain.audiences import standard_audiences
from viewer.domain.records import Person
from viewer.domain.snapshot import Snapshot

INTERNAL, LEGAL, PUBLIC = standard_audiences()


@pytest.mark.parametrize(
    ("protection", "said"),
    [
        ("public", ["by name"] * 3),
        ("name_withheld", ["by name", "by name", "as “Person 4”, without the name"]),
        ("details_withheld", ["by name", "by name", "as “Person 4”, without name and details"]),
        ("never_exported", ["by name", "not at all", "not at all"]),
    ],
)
def test_a_person_to_each_audience(protection: str, said: list[str]) -> None:
    audiences = (INTERNAL, LEGAL, PUBLIC)
    assert [person_appearance(each, protection, "Person 4") for each in audiences] == said


@pytest.mark.parametrize(
    ("protection", "said"),
    [
        ("public", ["shown", "shown", "shown"]),
        ("withheld", ["shown", "shown", "left out"]),
        ("never_exported", ["shown", "left out", "left out"]),
    ],
)
def test_an_event_a_place_a_document_or_a_note(protection: str, said: list[str]) -> None:
    assert [item_appearance(each, protection) for each in (INTERNAL, LEGAL, PUBLIC)] == said


@pytest.mark.parametrize(
    ("pseudonym", "doubts"),
    [
        ("", []),
        ("Witness 7", []),
        ("Sa'eed", ["It is like the person's own name."]),
        ("Mr Rasheed", ["It is like the person's own name."]),
        ("S. A. R.", ["It is like the person's own name."]),
        ("سعيد", ["It is like the person's own name."]),
        ("person a", ["It is the pseudonym of “Layla Haddad”, too."]),
        ("RASHIDA KARIM", ["Somebody in this case is called so."]),
    ],
)
def test_a_pseudonym_that_gives_away(pseudonym: str, doubts: list[str]) -> None:
    said = Person(id="said", pseudonym=pseudonym)
    others = [record for record in records() if record.id not in ("said", "layla")]
    case = Snapshot([*others, said, Person(id="layla", pseudonym="Person A")])
    assert pseudonym_doubts(case, said) == doubts
