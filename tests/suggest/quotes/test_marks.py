"""Which marks hold a quote, whatever their shape and even where one is missing."""

import pytest

from viewer.suggest.article import Article
from viewer.suggest.quotes.scanner import quoted


def within_marks(text: str) -> list[str]:
    found = quoted(text, Article(text).paragraphs)
    return [text[each.start : each.end] for each in found]


@pytest.mark.parametrize(
    "text",
    [
        'He said "no" twice.',
        "He said “no” twice.",
        "He said „no“ twice.",
        "He said ”no” twice.",
        "He said “no“ twice.",
        "He said «no» twice.",
        "He said »no« twice.",
        "He said « no » twice.",
        "He said ‹no› twice.",
        "He said ‘no’ twice.",
        "He said 'no' twice.",
        "He said ''no'' twice.",
        "He said ``no'' twice.",
        "He said ‘‘no’’ twice.",
        "He said 「no」 twice.",
        "He said 『no』 twice.",
        "(“no”) he said.",
        "He said—“no”—twice.",
    ],
)
def test_marks_of_every_shape_hold_a_quote(text: str) -> None:
    assert [words.strip() for words in within_marks(text)] == ["no"]


@pytest.mark.parametrize(
    "text",
    [
        "The guards' dogs weren't Hale's.",
        "It was in the '90s, 'cause of the drought.",
        "He was 5' 11\" tall.",
        "No marks at all.",
        "“”",
        '"',
    ],
)
def test_apostrophes_and_lone_marks_hold_nothing(text: str) -> None:
    assert within_marks(text) == []


def test_a_quote_within_a_quote_is_a_part_of_it() -> None:
    assert within_marks("“He said ‘run’ and ran.” ‘She said “no” then.’") == [
        "He said ‘run’ and ran.",
        "She said “no” then.",
    ]


def test_a_plural_possessive_does_not_close_a_single_quote() -> None:
    assert within_marks("It is ‘the voters’ choice’ now.") == ["the voters’ choice"]


def test_a_missing_closing_mark_costs_no_more_than_its_paragraph() -> None:
    text = "He said: “We ran.\n\nNobody came. “Never,” she said."
    assert within_marks(text) == ["We ran.", "Never,"]


def test_paragraphs_that_each_open_are_one_quote_up_to_the_mark_that_closes() -> None:
    text = "“We ran.\n\n“We hid.”\n\n“Nobody came.”"
    assert within_marks(text) == ["We ran.\n\n“We hid.", "Nobody came."]


def test_a_quote_goes_on_over_lines_that_a_mail_program_broke() -> None:
    lines = [
        "“We ran all night along the river until at last we",
        "came to the bridge where nobody was,” she said, and",
        "wept.",
    ]
    assert within_marks("\n".join(lines)) == [
        "We ran all night along the river until at last we\ncame to the bridge where nobody was,"
    ]
