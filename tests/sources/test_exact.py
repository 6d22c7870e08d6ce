"""Text whose characters can be counted: nothing is added, left out or moved."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.sources.exact import exact_source, exact_text
from viewer.sources.plain import joined_in_place

PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"))


@given(PLAIN.map(lambda text: unicodedata.normalize("NFC", text)))
def test_text_that_is_as_a_case_keeps_it_stays_as_it_is(text: str) -> None:
    assert exact_text(text) == text


@pytest.mark.parametrize("written", ["a\r\nb", "a\rb", "\ufeffa\nb"])
def test_ends_of_lines_are_one_character_and_a_mark_of_byte_order_none(written: str) -> None:
    assert exact_text(written) == "a\nb"


def test_bytes_keep_their_white_space() -> None:
    assert exact_source(b"  A line.  \n\n\n\nAnother.\n").text == "  A line.  \n\n\n\nAnother.\n"
    assert exact_source(b" \n").text == " \n"


@given(st.text("ab ,-\n\t", max_size=400))
def test_lines_are_joined_without_a_character_more_or_less(text: str) -> None:
    joined = joined_in_place(text)
    assert len(joined) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, joined, strict=True))


def test_full_lines_are_joined_and_short_ones_are_not() -> None:
    full = "word " * 15 + "\n" + "word " * 15 + "\n" + "word"
    short = "one\ntwo\nthree"
    assert joined_in_place(f"{full}\n\n{short}\n") == full.replace("\n", " ") + f"\n\n{short}\n"
