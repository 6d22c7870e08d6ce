"""Names that were suggested become persons and places as if they were marked by hand."""

from dataclasses import replace

import pytest

from tests.domain.accepting.articles import (
    BASRA,
    HUDA,
    KARIM,
    NAMES,
    OFFICIAL,
    SALMA,
    article,
    span,
)
from tests.domain.accepting.cases import (
    DOCUMENT,
    EMPTY,
    person,
)
from tests.domain.accepting.cases import after_accepting as after_accepting_of
from tests.domain.accepting.cases import proposed as proposed_of
from tests.domain.marking.cases import SearchedSnapshot, after, supports
from viewer.domain.accepting import Proposal, accepted, accepted_all, proposals, rejected
from viewer.domain.records import Evidence, Name, Passage, Person, Place, Record
from viewer.domain.suggestions import Suggestion


def proposed(case: SearchedSnapshot, key: str, suggestions: tuple[Suggestion, ...] = NAMES):
    return proposed_of(case, key, suggestions)


def after_accepting(key: str, *before: Record) -> SearchedSnapshot:
    return after_accepting_of(key, *before, suggestions=NAMES)


def stances(case: SearchedSnapshot, id: str) -> dict[str, str]:
    """The words that speak of a record as a whole, and how."""
    found = case.where(Evidence, record_id=id, field="")
    return {case.get(Passage, e.passage_id).exact: e.stance for e in found}


def test_what_is_proposed_stands_in_the_order_of_the_text() -> None:
    found = proposals(EMPTY, DOCUMENT, NAMES[::-1])
    assert [p.label for p in found] == [
        *("Salma Rahim", "Basra", "Karim Rahim", "The Centre", "Official", "Huda Nasser"),
    ]
    assert [p.kind for p in found] == ["person", "place", *["person"] * 4]


def test_a_person_is_proposed_once_with_every_mention_the_full_name_first() -> None:
    salma = proposed(EMPTY, "person:Salma Rahim")
    assert [DOCUMENT.text[a:b] for a, b in salma.spans] == ["Salma Rahim", "Rahim", "Salma"]
    assert salma.detail == "teacher · also Rahim, Salma · 3 mentions"


def test_an_accepted_person_has_name_aliases_occupation_and_mentions_with_their_words() -> None:
    case = after_accepting("person:Salma Rahim")
    (salma,) = case.all(Person)
    assert (salma.occupation, salma.naming, salma.protection) == ("Teacher", "named", "public")
    names = {name.text: name for name in case.all(Name)}
    assert {text: name.type for text, name in names.items()} == {
        "Salma Rahim": "main",
        "Rahim": "alias",
        "Salma": "alias",
    }
    assert {text: supports(case, name.id) for text, name in names.items()} == {
        text: {"text": text} for text in names
    }
    assert supports(case, salma.id)["occupation"] == "teacher"
    assert stances(case, salma.id) == {
        "Salma Rahim": "supports",
        "Rahim": "mentions",
        "Salma": "mentions",
    }


def test_an_anonymous_person_is_not_to_be_singled_out_from_the_first() -> None:
    case = after_accepting("person:An official")
    (official,) = case.all(Person)
    assert (official.naming, official.described_as) == ("anonymous", "Official")
    assert official.protection == "details_withheld"
    assert list(case.all(Name)) == []
    assert supports(case, official.id) == {
        "": "An official",
        "described_as": "An official",
        "naming": "on condition of anonymity",
        "protection": "on condition of anonymity",
    }


def test_an_organisation_is_a_person_of_that_unit() -> None:
    (centre,) = after_accepting("person:The Centre").all(Person)
    assert (centre.unit, centre.naming) == ("organisation", "named")


def test_an_accepted_place_has_its_name_and_its_further_mentions() -> None:
    case = after_accepting("place:Basra")
    (basra,) = case.all(Place)
    assert (basra.name, basra.also_written) == ("Basra", "")
    fields = [(e.field, e.stance) for e in case.where(Evidence, record_id=basra.id)]
    assert sorted(fields) == [("", "mentions"), ("name", "supports")]


@pytest.mark.parametrize("name", ["Salma Rahim", "SALMA  RAHIM", "Sálma Rahim"])
def test_a_name_leads_to_the_person_who_is_there(name: str) -> None:
    salma = person("salma", name, occupation="Activist")
    assert proposed(SearchedSnapshot(salma), "person:Salma Rahim").detail.startswith("Links to ")
    case = after_accepting("person:Salma Rahim", *salma)
    assert list(case.all(Person)) == [Person(id="salma", occupation="Activist")]
    assert {n.text for n in case.all(Name)} == {name, "Rahim", "Salma"}
    assert set(stances(case, "salma").values()) == {"mentions"}
    assert "occupation" not in supports(case, "salma")


def test_what_the_case_does_not_say_yet_is_added() -> None:
    case = after_accepting("person:Huda Nasser", *person("huda", "Huda Nasser"))
    assert case.get(Person, "huda").occupation == "Lawyer"
    assert supports(case, "huda")["occupation"] == "Lawyer"


def test_a_surname_links_nobody_and_the_brother_stays_another() -> None:
    both = (*SALMA, KARIM)
    case = SearchedSnapshot([])
    change_set = accepted_all(case, DOCUMENT, proposals(case, DOCUMENT, both), both)
    made = after(change_set)
    assert sorted(n.text for n in made.all(Name)) == ["Karim Rahim", "Rahim", "Salma Rahim"]
    assert len(list(made.all(Person))) == 2


def test_an_alias_of_one_word_is_not_enough() -> None:
    huda = (replace(HUDA, name="Nasser"),)
    other = person("other", "Sami Nasser", "Nasser")
    found = proposed(SearchedSnapshot(other), "person:Nasser", huda)
    assert found.doubt == "Perhaps Sami Nasser of the case: not linked by a single name"
    assert found.doubt in found.detail


def test_of_two_who_fit_none_is_taken_unless_the_user_says_which() -> None:
    two = (*person("one", "Karim Rahim"), *person("two", "Karim Rahim"))
    case = SearchedSnapshot(two)
    karim = proposed(case, "person:Karim Rahim", (KARIM,))
    assert karim.doubt == "2 persons of this name are in the case: none is linked"
    assert accepted_all(case, DOCUMENT, [karim], (KARIM,)).is_empty
    chosen = accepted(case, DOCUMENT, karim, (KARIM,), link_to="two").change_set
    assert {c.record.record_id for c in chosen.changes if c.kind == "evidence"} == {"two"}
    new = after(accepted(case, DOCUMENT, karim, (KARIM,)).change_set, *two)
    assert len(list(new.all(Person))) == 3


def test_words_that_were_linked_by_hand_say_who_is_meant() -> None:
    by_hand = accepted(
        EMPTY, DOCUMENT, proposed(EMPTY, "person:Karim Rahim", (KARIM,)), (KARIM,)
    ).change_set
    made = [change.record for change in by_hand.changes]
    (karim,) = (record for record in made if isinstance(record, Person))
    case = SearchedSnapshot([*made, *person("other", "Karim Rahim")])
    assert proposals(case, DOCUMENT, (KARIM,)) == []
    start, end = span("He called")
    again = (KARIM, replace(KARIM, start=start, end=end, text="He called"))
    found = proposed(case, "person:Karim Rahim", again)
    linked = accepted(case, DOCUMENT, found, again)
    assert (linked.record_id, found.doubt) == (karim.id, "")


@pytest.mark.parametrize("key", ["person:Salma Rahim", "place:Basra", "person:An official"])
def test_what_is_accepted_is_proposed_no_more_and_adds_nothing_again(key: str) -> None:
    first = proposed(EMPTY, key)
    case = after_accepting(key)
    assert key not in [p.key for p in proposals(case, DOCUMENT, NAMES)]
    assert accepted(case, DOCUMENT, first, NAMES).change_set.is_empty


@pytest.mark.parametrize("key", ["person:Salma Rahim", "place:Basra"])
def test_what_is_rejected_does_not_return(key: str) -> None:
    change_set = rejected(DOCUMENT, proposed(EMPTY, key))
    left = proposals(after(change_set), DOCUMENT, NAMES)
    assert key not in [p.key for p in left]
    assert len(left) == 5


def test_several_are_one_deed() -> None:
    found: list[Proposal] = proposals(EMPTY, DOCUMENT, NAMES)
    change_set = accepted_all(EMPTY, DOCUMENT, found, NAMES)
    assert change_set.label == "Accept 6 suggestions"
    assert proposals(after(change_set), DOCUMENT, NAMES) == []


def test_words_that_are_not_those_of_the_document_are_left_out() -> None:
    other = article("Another text that is as long as the first one, or nearly so.")
    assert proposals(EMPTY, other, (*BASRA, OFFICIAL)) == []


def test_a_name_in_capitals_is_the_same_name() -> None:
    start, end = span("They took")
    shouted = replace(KARIM, start=start, end=end, text="They took", name="KARIM RAHIM")
    (found,) = proposals(EMPTY, DOCUMENT, (shouted, KARIM))
    assert (found.label, len(found.spans)) == ("Karim Rahim", 2)
    assert proposals(after(rejected(DOCUMENT, found)), DOCUMENT, (shouted, KARIM)) == []
