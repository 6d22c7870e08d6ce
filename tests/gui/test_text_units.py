"""Qt counts UTF-16 units, the case counts code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.gui.text_units import TextUnits, to_code_points, to_units


def test_a_face_takes_two_units() -> None:
    assert [to_units("a😀b", points) for points in range(4)] == [0, 1, 3, 4]


def test_the_middle_of_a_face_is_its_beginning() -> None:
    assert [to_code_points("a😀b", units) for units in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize("text", ["", "abc", "أمجد", "😀😀", "é"])
def test_the_ends_of_a_text_are_its_ends(text: str) -> None:
    units = len(text.encode("utf-16-le")) // 2
    assert to_units(text, len(text)) == units
    assert to_code_points(text, units) == len(text)


@given(st.text(st.sampled_from("aأ😀𐤀\n"), max_size=30))
def test_there_and_back_is_where_it_began(text: str) -> None:
    units = TextUnits(text)
    for points in range(len(text) + 1):
        assert units.to_units(points) == len(text[:points].encode("utf-16-le")) // 2
        assert units.to_code_points(units.to_units(points)) == points
