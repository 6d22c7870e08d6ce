"""Several values in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.listing.several import joined, parted
from viewer.domain.listing.table import Cell


def values(text: str) -> list[str]:
    return [cell.text for cell in parted(Cell(text, 0, len(text)), text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Abu Ali", ["Abu Ali"]),
        ("Abu Ali; Ali the baker ;", ["Abu Ali", "Ali the baker"]),
        ("أبو علي؛ علي", ["أبو علي", "علي"]),
        ('"a;b"; c', ["a;b", "c"]),
        ('"unclosed; c', ['"unclosed', "c"]),
        (";; ;", []),
    ],
)
def test_values_are_parted_by_semicolons(text: str, found: list[str]) -> None:
    assert values(text) == found


@given(st.lists(st.text(st.sampled_from("ab\"';؛ \n"), min_size=1, max_size=8)))
def test_what_was_joined_is_parted_again(given: list[str]) -> None:
    assert values(joined(given)) == given


def test_each_value_knows_its_own_words() -> None:
    words = '\'=Abu ""Ali""; Sara'
    cell = Cell('=Abu "Ali"; Sara', 10, 10 + len(words))
    text = " " * 10 + words
    found = [(value.text, text[value.start : value.end]) for value in parted(cell, words)]
    assert found == [('=Abu "Ali"', '=Abu ""Ali""'), ("Sara", "Sara")]
