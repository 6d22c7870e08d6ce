"""A suggested event becomes an event with its date, place and who had which part."""

from dataclasses import replace

import pytest

from tests.domain.accepting.articles import (
    ALL,
    ARREST,
    FLIGHT,
    FREED,
    NAMES,
    article,
    dated,
    happened,
    mentioned,
    span,
)
from tests.domain.accepting.cases import (
    DOCUMENT,
    EMPTY,
    after_accepting,
    after_all,
    everything,
    person,
    person_called,
    proposed,
    said,
)
from tests.domain.marking.cases import SearchedSnapshot, after
from viewer.domain.accepting import proposals, rejected
from viewer.domain.dates import Date
from viewer.domain.records import Event, Involvement, Place
from viewer.domain.suggestions import Part, SuggestedEvent

PUBLISHED = Date("6 May 2020", "2020-05-06")


def key(event: SuggestedEvent) -> str:
    return "event:{}-{}".format(*event.trigger)


def event_of(case: SearchedSnapshot, act: str) -> Event:
    (found,) = (event for event in case.all(Event) if event.type == act)
    return found


def test_an_event_has_its_fields_and_the_words_for_each() -> None:
    case = after_accepting(key(ARREST))
    arrest = event_of(case, "arrest")
    (basra,) = case.all(Place)
    assert arrest == Event(
        id=arrest.id,
        title="Arrest of Salma Rahim",
        type="arrest",
        date=Date("3 May 2020", "2020-05-03"),
        place_id=basra.id,
        status="reported",
    )
    assert said(case, arrest.id) == {
        ("", ARREST.text): "supports",
        ("", "Rahim's brother saw it."): "supports",
        ("type", "arrested"): "supports",
        ("date", "3 May 2020"): "supports",
        ("place_id", "Basra"): "supports",
    }


def test_who_took_part_is_there_with_the_words_that_say_so() -> None:
    case = after_accepting(key(ARREST))
    (part,) = case.all(Involvement)
    assert part.person_id == person_called(case, "Salma Rahim").id
    assert (part.event_id, part.role) == (event_of(case, "arrest").id, "victim")
    assert said(case, part.id) == {("", "Salma Rahim, a teacher, was arrested"): "supports"}


def test_it_is_shown_with_what_will_be_taken() -> None:
    found = proposed(EMPTY, key(ARREST))
    assert found.label == "Arrest of Salma Rahim"
    assert found.detail == "Arrest or detention · 3 May 2020 · Basra · victim: Salma Rahim"
    assert [DOCUMENT.text[a:b] for a, b in found.spans] == [ARREST.text, "Rahim's brother saw it."]


def test_those_who_are_in_the_case_are_linked() -> None:
    known = (*person("salma", "Salma Rahim"), Place(id="basra", name="Basra"))
    case = after_accepting(key(ARREST), *known)
    assert event_of(case, "arrest").place_id == "basra"
    assert [part.person_id for part in case.all(Involvement)] == ["salma"]


def test_one_part_told_twice_is_one() -> None:
    twice = replace(
        ARREST, parts=(*ARREST.parts, Part(mentioned("Rahim's", "Salma Rahim"), "victim"))
    )
    case = after_accepting(key(ARREST), suggestions=[*NAMES, twice])
    (part,) = case.all(Involvement)
    assert len(said(case, part.id)) == 2


def test_what_somebody_says_is_alleged_and_rests_on_who_says_it() -> None:
    inside = happened(FREED.text, "freed", "Refusal of release", "other")
    case = after_accepting(key(inside), suggestions=[*ALL, inside])
    made = next(case.all(Event))
    assert made.status == "alleged"
    assert said(case, made.id)["status", "An official"] == "One person says so"
    found = proposed(EMPTY, key(inside), [*ALL, inside])
    assert found.detail.endswith("as Official says")


def test_what_the_document_tells_too_is_reported() -> None:
    inside = happened(FREED.text, "freed", "Refusal of release", "other", also=(span(FLIGHT.text),))
    case = after_accepting(key(inside), suggestions=[*ALL, inside])
    assert [event.status for event in case.all(Event)] == ["reported"]


@pytest.mark.parametrize("first", [(ARREST, FLIGHT), (FLIGHT, ARREST)])
def test_a_date_counts_from_the_event_that_its_words_tell_of(
    first: tuple[SuggestedEvent, ...],
) -> None:
    case = after_accepting(key(first[0]))
    case = after_accepting(key(first[1]), *everything(case))
    assert event_of(case, "displacement").date == Date(
        "two days after the arrest of Salma",
        anchor_id=event_of(case, "arrest").id,
        offset="P2D",
    )


def test_without_that_event_a_relative_date_is_only_as_written() -> None:
    case = after_accepting(key(FLIGHT))
    assert event_of(case, "displacement").date == Date("two days after the arrest of Salma")


def test_two_dates_never_count_from_one_another() -> None:
    anchor = {"anchor": "event", "offset": "P1D"}
    at = dict(zip(("anchor_start", "anchor_end"), span("left Basra"), strict=True))
    circle = replace(ARREST, date=dated("3 May 2020", **anchor, **at))
    case = after_all(suggestions=[*NAMES, circle, FLIGHT])
    dates = [event.date for event in case.all(Event)]
    assert sum(date.anchor_id is not None for date in dates) == 1


@pytest.mark.parametrize(
    ("values", "date"),
    [
        ({"edtf": "2020-05-03"}, Date("3 May 2020", "2020-05-03")),
        (
            {"edtf": "2020-05-05", "anchor": "document", "offset": "-P1D"},
            Date(
                "3 May 2020",
                "2020-05-05",
                basis="Counted from the date of the document, 6 May 2020",
            ),
        ),
        ({"edtf": "no date at all"}, Date("3 May 2020")),
        (
            {"edtf": "2019"},
            Date("3 May 2020", "2019", basis="The year does not stand in these words"),
        ),
        ({"anchor": "document", "offset": "-P1Y"}, Date("3 May 2020")),
        ({"anchor": "document", "offset": "soon"}, Date("3 May 2020")),
    ],
)
def test_a_value_that_the_words_do_not_give_has_its_basis(
    values: dict[str, str], date: Date
) -> None:
    document = replace(article(), published=PUBLISHED)
    event = replace(ARREST, date=dated("3 May 2020", **values))
    case = after_all(suggestions=[event], document=document)
    assert [each.date for each in case.all(Event)] == [date]


def test_days_count_from_the_document_also_before_its_date_is_known() -> None:
    event = replace(ARREST, date=dated("3 May 2020", anchor="document", offset="-P1D"))
    case = after_all(suggestions=[event])
    assert [each.date for each in case.all(Event)] == [
        Date("3 May 2020", anchor_id=DOCUMENT.id, offset="-P1D")
    ]


def test_two_events_of_one_sentence_are_two() -> None:
    shot = happened(ARREST.text, "teacher", "Another deed", "threat")
    both = [*NAMES, ARREST, shot]
    case = after_accepting(key(ARREST), suggestions=both)
    assert key(shot) in [p.key for p in proposals(case, DOCUMENT, both)]
    assert key(ARREST) not in [p.key for p in proposals(case, DOCUMENT, both)]


def test_an_event_is_rejected_by_itself() -> None:
    shot = happened(ARREST.text, "teacher", "Another deed", "threat")
    both = [*NAMES, ARREST, shot]
    case = after(rejected(DOCUMENT, proposed(EMPTY, key(shot), both)))
    left = [p.key for p in proposals(case, DOCUMENT, both) if p.kind == "event"]
    assert left == [key(ARREST)]
