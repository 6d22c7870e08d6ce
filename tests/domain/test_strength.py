"""How hard a passphrase is to guess: estimates that promise too little rather than too much."""

import pytest

from viewer.domain.strength import CASE, PDF, strength_of, suggestible
from viewer.domain.suggested_passphrase import WORDS, suggested, suggested_bits


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("password1", "Very weak"),
        ("blue river stone", "Very weak"),
        ("Tr0ub4dor&3", "Weak"),
        ("correct horse battery staple", "Fair"),
        ("سلام", "Very weak"),
        ("x" * 500, "Very weak"),
        ("", "Very weak"),
        ("tonight budget highway army decent crisis", "Very strong"),
        ("7uK!x02mQzL#vv9Tp", "Strong"),
    ],
)
def test_a_word_says_how_strong_it_is(passphrase: str, word: str) -> None:
    assert strength_of(passphrase).word == word


def test_words_of_the_case_are_tried_first() -> None:
    assert strength_of("Aldhamat82", ["Amjad Aldhamat"]).bits < strength_of("Aldhamat82").bits


def test_nothing_that_it_was_told_is_kept() -> None:
    from zxcvbn import matching

    strength_of("Aldhamat82", ["Amjad Aldhamat"])
    assert not matching.RANKED_DICTIONARIES["user_inputs"]


def test_a_pdf_is_guessed_at_faster() -> None:
    case, pdf = (strength_of("Tr0ub4dor&3", rate=rate) for rate in (CASE, PDF))
    assert pdf.seconds < case.seconds
    assert pdf.sentence == "Guessed within hours by somebody with good hardware."
    assert case.sentence == "Guessed within days by somebody with good hardware."


def test_years_are_rounded_downwards_to_one_digit() -> None:
    sentence = strength_of("correct horse battery staple").sentence
    assert sentence == "Not guessed within 80 years by somebody with good hardware."


def test_a_suggestion_is_words_of_the_list_and_another_one_each_time() -> None:
    made = {suggested() for _ in range(50)}
    assert len(made) == 50
    assert all(suggestible().issuperset(words.split()) for words in made)
    assert {len(words.split()) for words in made} == {WORDS}


def test_the_list_is_long_enough_and_its_words_are_easy_to_type() -> None:
    assert len(suggestible()) >= 2048
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 7 for word in suggestible())
    assert suggested_bits() == 69
    # What is promised of a suggestion is no more than the chance that is in it.
    assert strength_of(suggested()).bits <= suggested_bits() + 1
