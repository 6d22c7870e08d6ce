"""Whatever a text is, its quotes are words of it, and reading it takes time in line with it."""

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


@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_every_span_of_a_quote_is_its_words(text: str) -> None:
    for quote in quotes(text):
        assert text[quote.start : quote.end] == quote.text != ""
        if quote.speaker:
            assert 0 <= quote.speaker.start < quote.speaker.end <= len(text)
