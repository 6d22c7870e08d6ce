"""The line above a text that is its headline: it stands in the document, so it is not made up."""

import pytest

from viewer.domain.documents import headline

BODY = "\n\nThe house was searched at night. Nobody was told why.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Ten days without a word",
        "Who searched the house?",
        "“Nobody told us”: a night in the north",
        "عشرة أيام بلا خبر",
    ],
)
def test_a_short_line_that_stands_alone_is_a_headline(line: str) -> None:
    assert headline(line + BODY) == line
    assert headline(f"\n  {line} {BODY}") == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing but one line",
        "The house was searched at night." + BODY,
        "In the north," + BODY,
        "Dear Sir or Madam:" + BODY,
        "Word" + BODY,
        "Words that go on\nin the next line, as in a letter." + BODY,
        ("far too many words for one line " * 6).strip() + BODY,
        "- one of a list" + BODY,
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert headline(text) == ""
