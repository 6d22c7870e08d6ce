"""What changed between two texts is said word by word, and adds up to both."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.differences import CONTEXT, Piece, differences

WORDS = st.lists(st.sampled_from(["he ", "was ", "أمجد ", "killed\n", "here. "]), max_size=7)


def said(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.role, piece.text) for piece in differences(before, after)]


def test_a_word_that_was_put_in_place_of_another_stands_after_it() -> None:
    assert said("He is a teacher in Basra.", "He is an activist in Basra.") == [
        ("same", "He is "),
        ("removed", "a teacher"),
        ("added", "an activist"),
        ("same", " in Basra."),
    ]


def test_words_added_at_the_end_and_taken_from_the_beginning() -> None:
    assert said("one.", "one. two") == [("same", "one."), ("added", " two")]
    assert said("one two", "two") == [("removed", "one "), ("same", "two")]


def test_equal_and_empty_texts() -> None:
    assert differences("", "") == []
    assert said("same", "same") == [("same", "same")]
    assert said("", "new") == [("added", "new")]


def test_far_from_a_change_the_words_are_left_out() -> None:
    many = "word " * 100
    pieces = differences(f"{many}old {many}", f"{many}new {many}")
    assert [piece.role for piece in pieces] == ["same", "removed", "added", "same"]
    assert pieces[0].text == "… " + "word " * (CONTEXT // 2)
    assert pieces[-1].text == " word" * (CONTEXT // 2) + "… "


def test_very_long_texts_are_compared_as_a_whole() -> None:
    old, new = "a " * 3000, "b " * 3000
    assert differences(old, new) == [
        Piece("removed", old[:-1]),
        Piece("added", new[:-1]),
        Piece("same", " "),
    ]


@given(WORDS, WORDS)
def test_the_pieces_add_up_to_both_texts(old: list[str], new: list[str]) -> None:
    before, after = "".join(old), "".join(new)
    pieces = differences(before, after)
    assert "".join(p.text for p in pieces if p.role != "added") == before
    assert "".join(p.text for p in pieces if p.role != "removed") == after
