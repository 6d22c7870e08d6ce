"""A suggested figure becomes a reported figure with its claimant."""

from dataclasses import replace

from tests.domain.accepting.articles import ALL, COUNT, NAMES, dated, mentioned
from tests.domain.accepting.cases import (
    DOCUMENT,
    EMPTY,
    after_accepting,
    person_called,
    proposed,
    said,
)
from tests.domain.marking.cases import after
from viewer.domain.accepting import accepted, proposals, rejected
from viewer.domain.dates import Date
from viewer.domain.marking import Words
from viewer.domain.marking.figures import figure
from viewer.domain.records import Figure, Place


def test_a_figure_has_its_fields_and_the_words_for_each() -> None:
    case = after_accepting("figure:")
    (figure,) = case.all(Figure)
    centre = person_called(case, "The Centre")
    assert figure == Figure(
        id=figure.id,
        claimant_id=centre.id,
        qualifier="at_least",
        number=44,
        act="arrest",
        counted="students",
    )
    assert said(case, figure.id) == {
        ("", COUNT.text): "supports",
        ("number", "44"): "supports",
        ("qualifier", COUNT.text): "supports",
        ("act", COUNT.text): "supports",
        ("counted", COUNT.text): "supports",
        ("claimant_id", "The Centre"): "supports",
    }


def test_period_and_place_come_with_it() -> None:
    figure = replace(COUNT, period=dated("3 May 2020", "2020-05-03"), place=mentioned("Basra"))
    case = after_accepting("figure:", suggestions=[*NAMES, figure])
    (made,) = case.all(Figure)
    (basra,) = case.all(Place)
    assert (made.period, made.place_id) == (Date("3 May 2020", "2020-05-03"), basra.id)
    assert said(case, made.id)["period", "3 May 2020"] == "supports"
    assert said(case, made.id)["place_id", "Basra"] == "supports"


def test_it_is_shown_with_its_claimant() -> None:
    found = proposed(EMPTY, "figure:")
    assert found.label == "at least 44 arrests or detentions of students"
    assert found.detail == "says The Centre"


def test_two_figures_in_the_same_words_are_two() -> None:
    start = DOCUMENT.text.index("students")
    other = replace(COUNT, number=8, number_start=start, number_end=start + 8, counted="")
    both = [*NAMES, COUNT, other]
    case = after_accepting(f"figure:{start}", suggestions=both)
    left = [p.key for p in proposals(case, DOCUMENT, both) if p.kind == "figure"]
    assert left == [f"figure:{COUNT.number_start}-{COUNT.number_end}"]


def test_a_figure_that_was_corrected_is_not_proposed_again() -> None:
    made = figure(
        EMPTY, Words(DOCUMENT, COUNT.start, COUNT.end), Figure(id="f", number=45, act="arrest")
    )
    found = proposals(after(made.change_set), DOCUMENT, [*NAMES, COUNT])
    assert all(each.kind != "figure" for each in found)


def test_a_rejected_figure_does_not_return_and_an_accepted_one_adds_nothing() -> None:
    found = proposed(EMPTY, "figure:")
    for case in (after(rejected(DOCUMENT, found)), after_accepting("figure:")):
        assert all(p.kind != "figure" for p in proposals(case, DOCUMENT, ALL))
    assert accepted(after_accepting("figure:"), DOCUMENT, found, ALL).change_set.is_empty
