"""Which column says what."""

import pytest

from viewer.domain.listing.columns import mapped, matched
from viewer.errors import InvalidRecordError


def test_headings_are_matched_whatever_their_capitals_and_signs() -> None:
    headings = ["FULL NAME", "Job", "Also-known-as:", "Shoe size", "الاسم"]
    assert matched("persons", headings) == ("name", "occupation", "aliases", "", "")


def test_the_very_label_goes_before_what_is_often_said() -> None:
    assert matched("persons", ["Person", "Name"]) == ("", "name")
    assert matched("events", ["Name", "Where", "Date"]) == ("title", "place", "date")


def test_the_user_says_what_a_column_is_and_the_others_are_matched() -> None:
    headings = ["Who", "Job", "Notes"]
    pairs = [("Who", "name"), ("notes", "Described as"), ("Job", "")]
    assert mapped("persons", headings, pairs) == ("name", "", "described_as")


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ([("Nobody", "name")], "No column is headed “Nobody”.*“Who”"),
        ([("Who", "shoe size")], "no field “shoe size”.*occupation"),
        ([("Who", "name"), ("Job", "name")], "Two columns"),
    ],
)
def test_what_does_not_fit_is_told(pairs: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(InvalidRecordError, match=says):
        mapped("persons", ["Who", "Job"], pairs)
