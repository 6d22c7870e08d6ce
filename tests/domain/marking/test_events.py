"""Marked words become an event, and are evidence of all that they say of it."""

from tests.domain.marking.cases import SearchedSnapshot, after, marked, supports
from viewer.domain.dates import Date
from viewer.domain.marking import NewPerson, NewPlace
from viewer.domain.marking.events import event
from viewer.domain.records import Event, Evidence, Involvement, Name, Person, Place

SENTENCE = "Salma Rahim was arrested in Basra in May 2020"
PERSON = (Person(id="p"), Name(id="n", person_id="p", text="Salma Rahim"))
PLACE = Place(id="basra", name="Basra")
EVENT = Event(
    id="e",
    title="Arrest",
    type="arrest",
    date=Date(written="May 2020", edtf="2020-05"),
    place_id="basra",
)


def test_words_are_evidence_of_each_field_that_they_name() -> None:
    case = SearchedSnapshot([*PERSON, PLACE])
    made = event(case, marked(SENTENCE), EVENT, [("p", "victim")])
    case = after(made.change_set, *PERSON, PLACE)
    assert supports(case, "e") == {
        "": SENTENCE,
        "type": SENTENCE,
        "date": "May 2020",
        "place_id": "Basra",
    }
    (part,) = case.all(Involvement)
    assert (part.event_id, part.person_id, part.role) == ("e", "p", "victim")
    assert supports(case, part.id) == {"": SENTENCE}


def test_words_are_no_evidence_of_what_they_do_not_say() -> None:
    other = (Person(id="q"), Name(id="m", person_id="q", text="Huda Nasser"))
    case = SearchedSnapshot(other)
    values = Event(id="e", title="Flight", type="displacement", date=Date(written="June"))
    made = event(case, marked(SENTENCE), values, [("q", "witness")])
    assert supports(after(made.change_set, *other), "e") == {"": SENTENCE}
    evidence = [c.record for c in made.change_set.changes if isinstance(c.record, Evidence)]
    assert [e.record_id for e in evidence] == ["e"]


def test_whom_and_what_an_event_needs_is_made_with_it() -> None:
    salma, basra = NewPerson("Salma Rahim"), NewPlace("Basra")
    values = Event(id="e", title="Arrest", place_id=basra.id)
    made = event(
        SearchedSnapshot([]), marked(SENTENCE), values, [(salma.id, "victim")], [salma, basra]
    )
    case = after(made.change_set)
    (name,) = case.all(Name)
    assert supports(case, name.id) == {"text": "Salma Rahim"}
    assert supports(case, basra.id) == {"name": "Basra"}
    assert supports(case, "e") == {"": SENTENCE, "place_id": "Basra"}
    kinds = [change.kind for change in made.change_set.changes]
    assert kinds.index("person") < kinds.index("event") < kinds.index("involvement")
