"""Notes beside the text stand near their lines and never over one another."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.gui.reader.margin_layout import GAP, fits, number_that_fits, placed

ROOM = 500.0
NOTES = st.lists(st.tuples(st.floats(-30, ROOM + 30), st.floats(10, 120)), max_size=30).map(sorted)


@given(NOTES)
def test_notes_keep_their_order_and_never_overlap(notes: list[tuple[float, float]]) -> None:
    heights = [height for _, height in notes]
    tops = placed([top for top, _ in notes], heights, ROOM)
    for above, height, below in zip(tops, heights, tops[1:], strict=False):
        assert below >= above + height + GAP - 1e-6


@given(NOTES)
def test_notes_that_fit_are_all_in_view(notes: list[tuple[float, float]]) -> None:
    heights = [height for _, height in notes]
    number = number_that_fits(heights, ROOM)
    assert fits(heights[:number], ROOM)
    tops = placed([top for top, _ in notes[:number]], heights[:number], ROOM)
    for top, height in zip(tops, heights, strict=False):
        assert top >= -1e-6
        assert top + height <= ROOM + 1e-6


def test_a_note_with_room_stands_beside_its_line() -> None:
    assert placed([10.0, 100.0, 300.0], [20.0, 20.0, 20.0], ROOM) == [10.0, 100.0, 300.0]


def test_a_note_at_the_end_pushes_those_before_it_up() -> None:
    assert placed([440.0, 490.0], [40.0, 60.0], ROOM) == [500 - 60 - GAP - 40, 440.0]


def test_of_too_many_notes_the_first_are_counted() -> None:
    assert number_that_fits([100.0] * 10, ROOM) == 4
    assert number_that_fits([], ROOM) == 0
