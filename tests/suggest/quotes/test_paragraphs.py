"""Quotes that are a paragraph of their own: their speaker stands in a paragraph around them."""

from tests.suggest.quotes.quoting import said


def test_the_speaker_of_the_paragraph_before_goes_on_speaking() -> None:
    text = "Rana Qasim told us of the night.\n\n“We ran to the river.”\n\nRain fell."
    assert said(text) == [("We ran to the river.", "Rana Qasim")]


def test_the_speaker_may_be_named_only_in_the_paragraph_after() -> None:
    text = "A bus was stopped at noon.\n\n“We ran to the river.”\n\nHis aunt, Rana Qasim, says so."
    assert said(text) == [("We ran to the river.", "Rana Qasim")]


def test_a_quote_of_several_paragraphs_is_one_if_only_the_last_closes() -> None:
    text = "Rana Qasim said: “We ran.\n\n“Nobody came.\n\n“We waited.”"
    assert said(text) == [("We ran.\n\n“Nobody came.\n\n“We waited.", "Rana Qasim")]


def test_a_name_under_a_quote_is_its_speaker() -> None:
    text = "It rained.\n\n“We ran to the river.”\n\n— Rana Qasim, a nurse"
    assert said(text) == [("We ran to the river.", "Rana Qasim")]


def test_a_name_is_better_than_a_pronoun_in_the_paragraph_before() -> None:
    text = (
        "Rana Qasim fled the day after Hale's arrest. She spoke to us by phone.\n\n“We ran to it.”"
    )
    assert said(text, "Rana Qasim", "Hale") == [("We ran to it.", "Rana Qasim")]


def test_a_heading_between_marks_is_no_quote() -> None:
    assert said("Rana Qasim told us of it.\n\n‘A long night’\n\nRain fell.") == []


def test_whom_a_paragraph_beside_it_begins_by_naming_speaks_a_quote_without_a_word_of_saying() -> (
    None
):
    text = "Rain fell.\n\n“We ran to the river.”\n\nRana Qasim walks with a stick now."
    assert said(text, "Rana Qasim") == [("We ran to the river.", "Rana Qasim")]


def test_words_of_the_text_that_are_shown_once_more_are_no_second_quote() -> None:
    pulled = "“We ran to the river”"
    told = "“We ran to the river, and nobody came,” said Rana Qasim."
    quote = [("We ran to the river, and nobody came,", "Rana Qasim")]
    assert said(f"It rained.\n\n{pulled}\n\n{told}") == quote
    assert said(f"It rained.\n\n{told}\n\n{pulled}") == quote


def test_words_that_are_twice_a_paragraph_of_their_own_are_a_quote_once() -> None:
    text = "Rana Qasim spoke.\n\n“We ran to it.”\n\nIt rained.\n\n“We ran to it.”"
    assert [quote for quote, _ in said(text)] == ["We ran to it."]
