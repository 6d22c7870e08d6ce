"""What somebody said in the words of the text, only where that is sure."""

import pytest

from tests.suggest.quotes.quoting import quotes


def indirect(text: str) -> list[tuple[str, str]]:
    return [
        (each.text, text[each.speaker.start : each.speaker.end])
        for each in quotes(text)
        if each.form == "indirect" and each.speaker
    ]


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("A clerk said that the road was closed.", "the road was closed", "A clerk"),
        ("A clerk said the road was closed.", "the road was closed", "A clerk"),
        ("A clerk told the court the road was closed.", "the road was closed", "A clerk"),
        ("The road was closed, Rana Qasim said.", "The road was closed", "Rana Qasim"),
        ("The road was closed, said Rana Qasim.", "The road was closed", "Rana Qasim"),
        ("According to a clerk, the road was closed.", "the road was closed", "a clerk"),
        ("The road was closed, according to a clerk.", "The road was closed", "a clerk"),
    ],
)
def test_a_reported_clause_is_an_indirect_quote(text: str, clause: str, speaker: str) -> None:
    assert indirect(text) == [(clause, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Rana Qasim asked whether the road was closed.",
        "The claims were never heard in court.",
        "She was told that the road was closed.",
        "The sign said nothing.",
    ],
)
def test_what_nobody_surely_says_is_none(text: str) -> None:
    assert indirect(text) == []


def test_whoever_reports_first_is_the_speaker() -> None:
    text = "A clerk said Rana Qasim claimed the road was closed."
    assert indirect(text) == [("Rana Qasim claimed the road was closed", "A clerk")]
