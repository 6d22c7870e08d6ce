"""No text becomes a formula in a spreadsheet, and none is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.domain.spreadsheets import guarded, unguarded

HOSTILE = st.text(st.sampled_from("=+-@＝＋－＠'\" ,;|\t\r\n\u200fa"), max_size=12) | st.text(
    max_size=20
)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+964 770", "'+964 770"),
        ("-2", "'-2"),
        ("@sum", "'@sum"),
        ("  =1", "  '=1"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("\r=1", "'\r'=1"),
        ("'=1", "''=1"),
        # Who opens the file with semicolons finds a cell that begins here.
        ("x;=1", "x;'=1"),
        ('x;" =1', "x;\" '=1"),
        ("one\n=two", "one\n'=two"),
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str, safe: str) -> None:
    assert guarded(text) == safe
    assert unguarded(safe) == text


@pytest.mark.parametrize("text", ["", "Amjad", "al-Rashid", "a = b", "3 + 4", "O'Brien", "x@y.org"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(HOSTILE)
@example("'\t'=1")
def test_nothing_is_lost(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("part", [" ", "\t", ", ", "'", "-", ",-", "=,", "\"'"])
def test_a_long_text_takes_no_endless_time(part: str) -> None:
    """A quadratic search would take minutes for these."""
    text = part * 100_000 + "x"
    assert unguarded(guarded(text)) == text
