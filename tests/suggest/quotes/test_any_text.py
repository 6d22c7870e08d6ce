"""Whatever a text is, its quotes are words of it, and reading it takes time in line with it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.suggest.quotes.quoting import quotes

PIECES = st.sampled_from(
    [
        *"\"“”„‟«»‹›‘’'`「」『』().,:;!?—–- \n",
        *(
            "''",
            "``",
            "\n\n",
            " she said",
            "Mr Hale said ",
            "according to ",
            "who ",
            " calling it ",
        ),
        *("قال ", "«", "\x00", "\ue000", "\ue002", "Ⅷ", "😀", "\u2028", "\r\n", "a", "B. "),
    ]
)


def seconds(text: str) -> float:
    """Return the processor's time for one text, which other programs do not lengthen."""
    start = time.process_time()
    quotes(text)
    return time.process_time() - start


@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_every_span_of_a_quote_is_its_words(text: str) -> None:
    for quote in quotes(text):
        assert text[quote.start : quote.end] == quote.text != ""
        if quote.speaker:
            assert 0 <= quote.speaker.start < quote.speaker.end <= len(text)


@pytest.mark.parametrize(
    "piece", ['"', '" ', "“a ", "'a “x” ", '"a," said Bo Ab "b" ', "who said ", "“a\n\n"]
)
def test_the_time_of_reading_grows_no_faster_than_the_text(piece: str) -> None:
    few, many = (min(seconds(piece * times) for _ in range(3)) for times in (500, 4_000))
    assert many < few * 8 * 3
