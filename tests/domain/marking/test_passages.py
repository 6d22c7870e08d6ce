"""Marked words are taken as they stand, without what only surrounds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.marking.cases import document, marked
from viewer.domain.marking import Words, passage_for, trimmed
from viewer.domain.snapshot import Snapshot


@pytest.mark.parametrize(
    ("selected", "name"),
    [
        ("Rahim's", "Rahim"),
        ("“Rahim”,", "Rahim"),
        ("Rahim’s", "Rahim"),
        ("(Salma Rahim)", "Salma Rahim"),
        ("أمل حسن،", "أمل حسن"),
        ("James", "James"),
        ("'s", "s"),
        ("...", "..."),
    ],
)
def test_a_name_stands_without_marks_and_possessive(selected: str, name: str) -> None:
    assert marked(selected, f"So {selected} so").as_name().text == name


@pytest.mark.parametrize(
    ("selected", "said"),
    [
        ("“They came.”", "They came."),
        ('"They came."', "They came."),
        ("« They came »", "They came"),
        ("„They came“", "They came"),
        ("‘It’s theirs’", "It’s theirs"),
        ("“Yes,” he said, “no.”", "“Yes,” he said, “no.”"),
        ('"Yes" and "no"', '"Yes" and "no"'),
        ("“Yes", "“Yes"),
        ("“He said “no” twice.”", "He said “no” twice."),
        ("“”", "“”"),
        ("no", "no"),
    ],
)
def test_what_is_said_stands_without_the_pair_of_marks_around_it(selected: str, said: str) -> None:
    assert marked(selected, f"So {selected} so").as_said().text == said


@given(st.text("a“”\"'‘’„« \n", min_size=1), st.data())
def test_narrowed_words_are_part_of_what_was_marked(text: str, data: st.DataObject) -> None:
    made = document(text)
    start = data.draw(st.integers(0, len(made.text) - 1))
    span = trimmed(made.text, start, data.draw(st.integers(start + 1, len(made.text))))
    if span[0] == span[1]:
        return
    words = Words(made, *span)
    for part in (words.as_name(), words.as_said()):
        assert words.start <= part.start < part.end <= words.end
        assert part.text == part.text.strip()


def test_marking_the_same_words_twice_gives_the_same_passage() -> None:
    words = marked("Basra")
    passage, added = passage_for(Snapshot([]), words.document, words.start, words.end)
    assert (passage.exact, [change.record for change in added.changes]) == ("Basra", [passage])
    again, nothing = passage_for(Snapshot([passage]), words.document, words.start, words.end)
    assert (again, nothing.is_empty) == (passage, True)
