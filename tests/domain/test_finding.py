"""Words are found as a reader means them, and each found span is where they stand in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import LONG, WORDS
from viewer.domain.finding import Findable
from viewer.domain.text import folded


def found(text: str, wanted: str, *, whole_words: bool = False) -> list[str]:
    spans = Findable(text).spans(wanted, whole_words=whole_words)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Amal, AMAL and amal", "amal", ["Amal", "AMAL", "amal"]),
        ("the Straße in Łódź", "strasse in lodz", ["Straße in Łódź"]),
        ("nobody\n  asked", "Nobody asked", ["nobody\n  asked"]),
        ("one\r\ntwo", "one two", ["one\r\ntwo"]),
        ("one two", "  one \n", ["one"]),
        ("قَالَ أَمْجَدُ إِنَّ", "قال امجد", ["قَالَ أَمْجَدُ"]),
        ("مدينة العمـــارة", "العماره", ["العمـــارة"]),
        ("سنة ٢٠١٩", "2019", ["٢٠١٩"]),
        ("😀 co\u00adoperate 😀", "cooperate", ["co\u00adoperate"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("wait… no", ".", ["…"]),
        ("ﬁnding", "f", ["ﬁ"]),
        ("cafe\u0301 open", "cafe", ["cafe\u0301"]),
        ("anything", "", []),
        ("anything", " \u064e ", []),
    ],
)
def test_words_are_found_however_they_are_written(text: str, wanted: str, words: list[str]) -> None:
    assert found(text, wanted) == words


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("man woman man's mankind", "man", ["man", "man"]),
        ("ya rajul, الرجل رجل", "رجل", ["رجل"]),
        ("(so) so_on also", "so", ["so", "so"]),
        ("said: “no”", "“no", ["“no"]),
        ("know no", "no", ["no"]),
    ],
)
def test_whole_words_are_no_parts_of_others(text: str, wanted: str, words: list[str]) -> None:
    assert found(text, wanted, whole_words=True) == words


@given(LONG, WORDS)
def test_what_is_found_is_what_was_wanted(text: str, wanted: str) -> None:
    sought = folded(wanted).split()
    for words in found(text, wanted):
        assert sought[0] in folded(words)
        assert " ".join(sought) in " ".join(folded(words).split())


@given(st.lists(WORDS, max_size=4), WORDS, st.lists(WORDS, max_size=4))
def test_words_that_are_there_are_found(before: list[str], wanted: str, after: list[str]) -> None:
    head = " ".join([*before, ""])
    spans = Findable(" ".join([head, wanted, *after])).spans(wanted)
    at = len(head) + 1
    if folded(wanted).split():
        # A place of it that begins earlier may have taken some of its letters.
        assert any(start < at + len(wanted) and end > at for start, end in spans)


@given(LONG, WORDS)
def test_places_follow_one_another(text: str, wanted: str) -> None:
    spans = Findable(text).spans(wanted)
    assert spans == sorted(set(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(LONG, WORDS)
def test_whole_words_are_some_of_those_found(text: str, wanted: str) -> None:
    findable = Findable(text)
    assert set(findable.spans(wanted, whole_words=True)) <= set(findable.spans(wanted))
