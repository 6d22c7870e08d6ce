"""Words that name somebody lead to the one who is there, or make a new one."""

import pytest

from tests.domain.marking.cases import SearchedSnapshot, after, marked, supports
from viewer.domain.marking import NewPerson, NewPlace
from viewer.domain.marking.mentions import known, mention, new_person, new_place
from viewer.domain.records import Evidence, Name, Passage, Person, Place

SALMA, KARIM, POLICE = (
    Person(id="salma"),
    Person(id="karim"),
    Person(id="police", naming="role_only", described_as="Local police"),
)
NAMES = (
    Name(id="n1", person_id="salma", text="Salma Rahim"),
    Name(id="n2", person_id="salma", text="سلمى رحيم", type="original_script"),
    Name(id="n3", person_id="karim", text="Karim Rahim"),
    Name(id="n4", person_id="karim", text="Abu Salma", type="alias"),
)
BASRA = Place(id="basra", name="Basra", also_written="Basrah, البصرة")
CASE = SearchedSnapshot([SALMA, KARIM, POLICE, *NAMES, BASRA])


@pytest.mark.parametrize(
    ("words", "kind", "ids"),
    [
        ("Salma Rahim", "person", ["salma"]),
        ("SALMA  RAHIM’s", "person", ["salma"]),
        ("Sálma\nRahim", "person", ["salma"]),
        ("سَلمى رحيم", "person", ["salma"]),
        ("Abu Salma's", "person", ["karim"]),
        ("the local police", "person", ["police"]),
        ("Salma", "person", []),
        ("Rahim", "person", []),
        ("Basra", "place", ["basra"]),
        ("البصره", "place", ["basra"]),
        ("Basrah’s", "place", ["basra"]),
        ("Bas", "place", []),
        ("...", "place", []),
    ],
)
def test_a_written_form_leads_to_those_who_have_it(words: str, kind: str, ids: list[str]) -> None:
    assert [r.id for r in known(CASE, kind, marked(words, f"So {words} so"))] == ids


def test_two_persons_of_one_name_are_both_known() -> None:
    other = (Person(id="p2"), Name(id="n9", person_id="p2", text="salma rahim"))
    case = SearchedSnapshot([SALMA, *NAMES, *other, KARIM])
    assert {r.id for r in known(case, "person", marked("Salma Rahim"))} == {"salma", "p2"}


def test_a_mention_links_and_makes_no_second_person() -> None:
    made = mention(CASE, marked("Rahim's"), "salma")
    evidence = [c.record for c in made.change_set.changes if isinstance(c.record, Evidence)]
    assert [(e.record_id, e.field, e.stance) for e in evidence] == [("salma", "", "mentions")]
    assert {c.kind for c in made.change_set.changes} == {"passage", "evidence"}
    assert made.says == "Linked to Salma Rahim"


def test_a_mention_that_is_linked_already_changes_nothing() -> None:
    words = marked("Rahim's")
    made = mention(CASE, words, "salma")
    case = after(made.change_set, SALMA, *NAMES)
    again = mention(case, words, "salma")
    assert again.change_set.is_empty
    assert again.passage_id == made.passage_id
    assert again.says == "These words are linked to Salma Rahim already"


def test_a_new_person_has_the_words_as_main_name_and_as_evidence() -> None:
    made = new_person(SearchedSnapshot([]), marked("Rahim's"), NewPerson("Rahim"))
    case = after(made.change_set)
    (name,) = case.all(Name)
    assert (name.person_id, name.text, name.type) == (made.record_id, "Rahim", "main")
    assert supports(case, name.id) == {"text": "Rahim"}
    assert supports(case, made.record_id) == {"": "Rahim"}
    assert case.get(Passage, made.passage_id).exact == "Rahim"


def test_words_are_no_evidence_of_a_name_that_they_do_not_give() -> None:
    made = new_person(SearchedSnapshot([]), marked("Rahim's brother"), NewPerson("Karim Rahim"))
    case = after(made.change_set)
    (name,) = case.all(Name)
    assert supports(case, name.id) == {}
    assert supports(case, made.record_id) == {"": "Rahim's brother"}


def test_a_person_known_by_role_is_described_by_the_words() -> None:
    made = new_person(
        SearchedSnapshot([]), marked("the Centre"), NewPerson("the Centre", "role_only")
    )
    case = after(made.change_set)
    assert list(case.all(Name)) == []
    assert supports(case, made.record_id) == {"": "the Centre", "described_as": "the Centre"}


def test_a_new_place_has_the_words_as_name_and_as_evidence() -> None:
    made = new_place(SearchedSnapshot([]), marked("Basra"), NewPlace("Basra"))
    case = after(made.change_set)
    assert case.get(Place, made.record_id).name == "Basra"
    assert supports(case, made.record_id) == {"name": "Basra"}
