"""A report covers the whole case, the dossier of one person or event, or a selection."""

import pytest

from tests.domain.small_case import records
from viewer.domain.records import Event, Person, Record
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import WHOLE_CASE, CaseSummary, Scope, summarise
from viewer.domain.summary.scope import narrowed
from viewer.errors import NotFoundError


def case(*others: Record) -> Snapshot:
    return Snapshot([*records(), *others])


def told(scope: Scope, audience: str = "internal") -> CaseSummary:
    return summarise(case(), audience, scope=scope)


def names(summary: CaseSummary) -> set[str]:
    return {person.name.text for person in summary.persons}


def events(summary: CaseSummary) -> set[str]:
    return {event.title.text for event in summary.events}


def test_the_whole_case_is_covered_without_saying_so() -> None:
    assert told(WHOLE_CASE).covers == ""
    assert narrowed(case(), WHOLE_CASE).find("sometime") is not None


def test_a_persons_dossier_has_their_events_ties_quotes_and_figures() -> None:
    summary = told(Scope.dossier("said"))
    assert names(summary) == {"Sa'id al-Rashid", "Layla Haddad"}
    assert events(summary) == {"Abduction of Layla Haddad"}
    assert [quote.words.text for quote in summary.quotes] == ["They took her at night,"]
    assert summary.figures == ()
    assert {place.name.text for place in summary.places} == {"Amarah", "Iraq"}
    assert summary.covers == "Dossier: Sa'id al-Rashid"


def test_it_tells_of_others_only_who_they_are() -> None:
    view = narrowed(case(), Scope.dossier("layla"))
    assert view.get(Person, "said").occupation == ""
    assert case().get(Person, "said").occupation == "Baker of Amarah"


def test_an_events_dossier_has_who_took_part_in_it() -> None:
    summary = told(Scope.dossier("taking"))
    assert names(summary) == {"Sa'id al-Rashid", "Layla Haddad"}
    assert events(summary) == {"Abduction of Layla Haddad"}


def test_a_date_that_counts_from_what_is_not_told_is_given_by_its_days() -> None:
    (event,) = told(Scope.dossier("after")).events
    assert (event.date.earliest, event.date.latest) == ("2019-10-06", "2019-11-05")
    assert event.date.relative_to == ""


def test_what_was_selected_comes_with_what_it_cannot_be_read_without() -> None:
    summary = told(Scope.selection(["figure", "quote"]))
    assert names(summary) == {"The Centre", "Sa'id al-Rashid"}
    assert [figure.count for group in summary.figures for figure in group.figures] == [44]
    assert summary.covers == "A selection of 2 records"


def test_the_summary_of_the_case_is_no_part_of_a_dossier() -> None:
    assert told(WHOLE_CASE).summary.text
    assert not told(Scope.dossier("taking")).summary.text


def test_only_the_passages_that_are_needed_are_given() -> None:
    summary = told(Scope.selection(["figure"]))
    assert {passage.words for passage in summary.passages} == {
        "at least 44 abductions",
        "Rashida Karim denies that.",
    }


def test_a_protected_person_stays_protected_in_the_dossier() -> None:
    protected = Snapshot(records("name_withheld"))
    summary = summarise(protected, "public", scope=Scope.dossier("said"))
    assert names(summary) == {"Person 4", "Layla Haddad"}
    assert summary.covers == "Dossier: Person 4"


def test_what_the_audience_is_not_given_has_no_dossier() -> None:
    hidden = Snapshot(records("never_exported"))
    with pytest.raises(NotFoundError, match="Choose another audience"):
        summarise(hidden, "legal", scope=Scope.dossier("said"))


def test_an_event_of_nobody_is_covered_too() -> None:
    summary = summarise(
        case(Event(id="lone", title="Alone")), "internal", scope=Scope.dossier("lone")
    )
    assert events(summary) == {"Alone"}
    assert summary.persons == ()
