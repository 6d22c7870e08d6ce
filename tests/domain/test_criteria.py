"""Criteria as values: combined, kept as JSON, read whatever another version has written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.criteria import Criteria, DateRange
from viewer.domain.dates import FOREVER, NEVER, Span, day_number
from viewer.errors import InvalidRecordError

NAMES = st.text(max_size=8)
VALUES = st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple)
RANGES = st.builds(
    DateRange,
    st.sampled_from(["", "2018", "2019-10~"]),
    st.sampled_from(["", "2019-10-25", "2020"]),
    st.booleans(),
)
CRITERIA = st.builds(
    Criteria, st.text(max_size=10), st.dictionaries(NAMES, VALUES), st.dictionaries(NAMES, RANGES)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["words", "chosen", "ranges", "status", "from", "undated", "later"]),
            inner,
        )
    ),
)


@given(CRITERIA)
def test_what_was_kept_is_read_again(criteria: Criteria) -> None:
    assert Criteria.from_json(criteria.to_json()) == criteria


@given(JSON.map(json.dumps) | st.text())
def test_whatever_was_kept_is_read_or_named(text: str) -> None:
    read = Criteria.from_json(text)
    assert Criteria.from_json(read.to_json()) == Criteria(read.words, read.chosen, read.ranges)


def test_what_another_version_asks_for_is_named() -> None:
    kept = {
        "words": "amjad",
        "chosen": {"status": ["reported"], "mood": 7},
        "ranges": {"date": {"from": "2019", "to": "", "zone": "UTC"}, "published": {"from": "x"}},
        "near": [33.3, 44.4],
    }
    read = Criteria.from_json(json.dumps(kept))
    assert (read.words, read.chosen, read.ranges) == ("amjad", {"status": ("reported",)}, {})
    assert read.unknown == ("near", "mood", "date", "published")


def test_criteria_are_combined_and_taken_back() -> None:
    criteria = Criteria().with_chosen("status", ("reported", "disputed"))
    criteria = criteria.with_range("date", DateRange("2019"))
    assert criteria.names == ("status", "date")
    assert criteria.with_chosen("status", ()).names == ("date",)
    assert criteria.without("date").without("status").is_empty
    assert Criteria(unknown=("mood",)).without("mood") == Criteria()


def test_a_range_goes_from_the_first_day_to_the_last() -> None:
    assert DateRange("2019-10", "2019-10").span == Span(
        day_number(2019, 10, 1), day_number(2019, 10, 31)
    )
    assert DateRange("2019").span == Span(day_number(2019), FOREVER)
    assert DateRange(end="2019").span == Span(NEVER, day_number(2019, 12, 31))


@pytest.mark.parametrize(("start", "end"), [("2020", "2019"), ("soon", ""), ("", "13.1.2019")])
def test_a_range_that_cannot_be_is_refused(start: str, end: str) -> None:
    with pytest.raises(InvalidRecordError):
        DateRange(start, end).checked()
