"""Text as it is compared, searched and cut, in Latin and Arabic script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.text import (
    folded,
    in_own_direction,
    isolated,
    normalised,
    occurrences,
    shortened,
    words,
)


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Ighdır ılık", "ighdir ilik"),
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da nang"),
        ("Søren Ängström", "soren angstrom"),
        ("Фёдор", "федор"),
        ("Ἀθῆναι", "αθηναι"),
        ("Amjad’s", "amjad's"),
        ("Ka‘b ʿAlī", "ka'b 'ali"),
        ("ﬁnding", "finding"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_latin_and_its_neighbours_are_folded(written: str, searched: str) -> None:
    assert folded(written) == searched


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("آمال", "امال"),
        ("ٱلأمل", "الامل"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("العمارة", "العماره"),
        ("مصطفى", "مصطفي"),
        ("علی کریمی", "علي كريمي"),
        ("می\u200cخواهم", "ميخواهم"),
        ("رؤوف", "رووف"),
        ("ﻻ", "لا"),
        ("٢٠١٩", "2019"),
        ("۲۰۱۹", "2019"),
    ],
)
def test_arabic_and_persian_are_folded(written: str, searched: str) -> None:
    assert folded(written) == folded(searched) == searched


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_composed_and_decomposed_forms_are_the_same(text: str) -> None:
    assert folded(normalised(text)) == folded(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_folded_to_lower_case_alone(text: str) -> None:
    assert folded(text) == text.lower()


def test_words() -> None:
    assert words("Kadhimi's office: 39 killings, “مصطفى الكاظمي”") == [
        "kadhimi",
        "s",
        "office",
        "39",
        "killings",
        "مصطفي",
        "الكاظمي",
    ]


# ── Cut ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("one two", 7, "one two"),
        ("one two three", 8, "one two…"),
        ("one two three", 9, "one two…"),
        ("one two three", 12, "one two…"),
        ("one\n\n two\tthree", 80, "one two three"),
        ("incomprehensible", 6, "incom…"),
        ("a incomprehensible", 10, "a incompr…"),
        ("one two", 1, "…"),
        ("one two", 0, ""),
        ("", 5, ""),
    ],
)
def test_it_is_shortened(text: str, length: int, short: str) -> None:
    assert shortened(text, length) == short


@given(st.text(alphabet="ab \n😀", max_size=60), st.integers(0, 40))
def test_shortened_text_is_a_start_on_one_line_and_fits(text: str, length: int) -> None:
    short, line = shortened(text, length), " ".join(text.split())
    assert len(short) <= length
    assert "\n" not in short
    assert short == line or line.startswith(short.removesuffix("…"))
    assert short == line or length == 0 or short.endswith("…")


# ── Found ────────────────────────────────────────────────────────────────────────────────────


def test_occurrences_overlap_and_count_code_points() -> None:
    assert list(occurrences("aaa", "aa")) == [0, 1]
    assert list(occurrences("😀ab ab", "ab")) == [1, 4]
    assert list(occurrences("ab", "c")) == []
    assert list(occurrences("ab", "")) == []


@given(st.text(alphabet="ab", max_size=20), st.text(alphabet="ab", min_size=1, max_size=3))
def test_occurrences_are_all_there_are(text: str, wanted: str) -> None:
    starts = [i for i in range(len(text)) if text.startswith(wanted, i)]
    assert list(occurrences(text, wanted)) == starts


def test_isolated_text_is_the_same_between_two_invisible_marks() -> None:
    assert isolated("2019-10") == "\u20662019-10\u2069"


def test_arabic_words_read_from_their_own_side_within_a_line() -> None:
    assert in_own_direction("“جاؤوا 2019”") == "\u2068“جاؤوا 2019”\u2069"
    assert in_own_direction("“They came in 2019”") == "“They came in 2019”"
