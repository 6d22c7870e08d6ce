"""A figure is read from the words that report it."""

import pytest

from tests.domain.marking.cases import SearchedSnapshot, after, marked, supports
from viewer.domain.dates import Date
from viewer.domain.marking.acts import act_of, usual_role
from viewer.domain.marking.figures import Count, count_of, figure
from viewer.domain.records import Figure
from viewer.domain.vocabularies import vocabulary


@pytest.mark.parametrize(
    ("words", "qualifier", "number"),
    [
        ("at least 44 kidnappings", "at_least", 44),
        ("At  least\n44 kidnappings", "at_least", 44),
        ("39 killings", "stated", 39),
        ("more than 1,200 arrests", "at_least", 1200),
        ("about 1.500 arrests", "about", 1500),
        ("up to 3 of them", "at_most", 3),
        ("no more than 5", "at_most", 5),
        ("exactly 7", "exactly", 7),
        ("some forty-four people", "about", 44),
        ("two hundred and six arrests", "stated", 206),
        ("one thousand two hundred and six", "stated", 1206),
        ("a dozen men", "stated", 12),
        ("ما لا يقل عن ٤٤ قتيلا", "at_least", 44),
        ("44 قتيلا على الأقل", "at_least", 44),
        ("44 people at least", "at_least", 44),
        ("44 arrests, three killings and at least 5 threats", "stated", 44),
        ("dozens of men", "stated", None),
        ("no one", "stated", None),
        ("1.5 million people", "stated", None),
        ("", "stated", None),
    ],
)
def test_a_number_is_read_with_how_exact_it_is(
    words: str, qualifier: str, number: int | None
) -> None:
    count = count_of(words)
    assert (count.qualifier, count.number) == (qualifier, number)


def test_what_is_counted_is_read_too() -> None:
    words = "at least 44 arrests of students in Basra"
    assert count_of(words) == Count("at_least", 44, "arrest", "students", "44")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("39 killings", "killing"),
        ("he was assassinated", "killing"),
        ("kidnapped at night", "kidnapping"),
        ("attempts on their lives", "attempted_killing"),
        ("many have fled", "displacement"),
        ("mass demonstrations", "demonstration"),
        ("they met the police", "meeting"),
        ("skilled workers", "other"),
        ("the government", "other"),
        ("Five days after Amjad's murder he departed", "displacement"),
        ("since the killing", "other"),
        ("", "other"),
    ],
)
def test_the_act_is_the_first_that_is_named(words: str, act: str) -> None:
    assert act_of(words) == act


def test_nobody_is_accused_by_default() -> None:
    roles = {usual_role(code) for code in vocabulary("act").codes}
    assert roles == {"victim", "participant"}


def test_words_are_evidence_of_a_figure_and_of_its_number() -> None:
    words = "At least 44 arrests of students"
    values = Figure(id="f", number=44, qualifier="at_least", act="arrest")
    made = figure(SearchedSnapshot([]), marked(words), values)
    assert supports(after(made.change_set), "f") == {"": words, "number": "44", "act": words}


def test_words_are_evidence_of_the_period_that_they_name() -> None:
    words = "At least 44 arrests of students"
    text = f"{words} in May 2020"
    values = Figure(id="f", number=44, period=Date(written="May 2020", edtf="2020-05"))
    made = figure(SearchedSnapshot([]), marked(text, text), values)
    assert supports(after(made.change_set), "f")["period"] == "May 2020"


def test_a_number_that_the_words_do_not_say_is_not_evidenced() -> None:
    words = "At least 44 arrests of students"
    made = figure(SearchedSnapshot([]), marked(words), Figure(id="f", number=45))
    assert supports(after(made.change_set), "f") == {"": words}
