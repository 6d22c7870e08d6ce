"""What is found in our own articles, kind by kind, does not fall below what was once reached.

A floor is raised when the rules get better, and never by changing a gold.
"""

import pytest

from tests.accuracy.measuring import suggested
from tests.accuracy.own import own_articles
from tests.accuracy.scoring import measured
from tests.accuracy.tally import Measures, Share, Tally, summed

#: Precision and recall of each kind.
_TALLIES = {
    "names": (0.92, 0.88),
    "persons": (0.92, 0.93),
    "organisations": (0.88, 0.65),
    "places": (0.93, 0.90),
    "persons without a name": (0.65, 0.30),
    "quote spans": (0.97, 0.94),
    "direct quotes": (0.90, 0.83),
    "whole-paragraph quotes": (0.70, 0.45),
    "dates": (0.96, 0.97),
    "figures": (0.88, 0.95),
    "events, act": (0.90, 0.62),
    "events, act and victim": (0.85, 0.62),
}
#: Shares of right values among what was found.
_SHARES = {
    "full name of a name found": 0.93,
    "value of a date found": 0.96,
    "qualifier of a figure found": 0.95,
    "act of a figure found": 0.88,
    "claimant of a figure found": 0.85,
}


@pytest.fixture(scope="module")
def rows() -> Measures:
    return summed([measured(each, suggested(each)) for each in own_articles()])


@pytest.mark.parametrize("kind", _TALLIES)
def test_a_kind_is_found_as_well_as_before(rows: Measures, kind: str) -> None:
    tally = rows[kind]
    assert isinstance(tally, Tally)
    precision, recall = _TALLIES[kind]
    assert (tally.precision or 0) >= precision, tally
    assert (tally.recall or 0) >= recall, tally


@pytest.mark.parametrize("value", _SHARES)
def test_a_value_is_right_as_often_as_before(rows: Measures, value: str) -> None:
    share = rows[value]
    assert isinstance(share, Share)
    assert (share.value or 0) >= _SHARES[value], share
