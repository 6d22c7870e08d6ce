import pytest

from tests.accuracy.locating import GoldError, located, occurrences

TEXT = "She said it. Then she\nsaid it again: no more."


def test_words_that_stand_once_are_found() -> None:
    assert located(TEXT, "Then") == (13, 17)


def test_words_in_braces_are_meant_and_the_rest_says_where() -> None:
    assert located(TEXT, "Then {she} said") == (18, 21)


def test_words_may_be_left_out() -> None:
    assert located(TEXT, "Then … again") == (13, 35)


def test_words_may_be_wrapped() -> None:
    assert located(TEXT, "she said it again") == (18, 35)


@pytest.mark.parametrize("words", ["said it", "nowhere", "}she{", "Then {she said", "{}"])
def test_words_that_do_not_stand_exactly_once_are_refused(words: str) -> None:
    with pytest.raises(GoldError):
        located(TEXT, words)


def test_a_form_stands_only_as_whole_words() -> None:
    assert occurrences("Ann met Anna. Ann's car", "Ann") == [(0, 3), (14, 17)]
