"""A case with records laid over it answers like one case."""

import pytest

from viewer.domain.overlay import Overlay
from viewer.domain.records import Case, Document, Event, Name, Passage, Person, Place
from viewer.domain.snapshot import Snapshot
from viewer.domain.titles import title
from viewer.errors import NotFoundError

CASE = Case(id="c", title="Case")
PERSON = Person(id="p1", described_as="A teacher")
GONE = Person(id="p2")
NAME = Name(id="n2", person_id="p2", text="Amjad")
UNDER = Snapshot([CASE, PERSON, Place(id="l1", name="Square"), Document(id="d1", text="a b")])


def test_what_lies_over_is_found_first() -> None:
    other = Person(id="p1", described_as="An activist")
    over = Overlay(UNDER, [other])
    assert over.find("p1") == over.get(Person, "p1") == other
    assert list(over.all(Person)) == [other]
    assert over.where(Person, described_as="A teacher") == []
    assert over.where(Person, described_as="An activist") == [other]


def test_the_case_is_asked_for_everything_else() -> None:
    over = Overlay(UNDER, [GONE, NAME])
    assert over.case == CASE
    assert over.get(Place, "l1").name == "Square"
    assert [person.id for person in over.all(Person)] == ["p1", "p2"]
    assert over.find("nothing") is None
    with pytest.raises(NotFoundError):
        over.get(Event, "p1")


def test_what_is_gone_is_called_as_it_was() -> None:
    assert title(Overlay(UNDER, [GONE, NAME]), GONE) == "Amjad"
    assert Overlay(UNDER, [GONE, NAME]).referring("p2") == [NAME]


def test_passages_stand_in_the_order_of_the_text() -> None:
    late = Passage(id="a", document_id="d1", start=2, end=3, exact="b")
    early = Passage(id="b", document_id="d1", start=0, end=1, exact="a")
    under = Snapshot([CASE, Document(id="d1", text="a b"), late])
    assert Overlay(under, [early]).passages("d1") == [early, late]
