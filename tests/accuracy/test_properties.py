"""Whatever the text, what is suggested stands in it; and a hostile one takes no longer."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.accuracy.own import own_articles
from viewer.domain.dates import Date, parse_edtf
from viewer.domain.suggestions import (
    Mentioned,
    SuggestedDate,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedQuote,
    Suggestion,
)
from viewer.suggest import suggest

_WORDS = [
    *("Ada", "Lo", "Mr", "Ban", "said", "told", "police", "according to", "he", "killed", "12"),
    *("at least", "Monday", "May", "2020", "last year", "ago", "days after", "on", "the", "of"),
    *('"', "“", "”", "‘", "’", "«", "»", "„", "'", ".", ",", ":", "\n", "\n\n", "(", ")", "-", "—"),
    *("قال", "أيار", "عام", "٢٠١٩", "\x00", "\u200f", "\U0001f600", "é", "É", "İ", "ß"),
]
_MARKS = 200_000
_HOSTILE = [
    *('"', "“", "”", "'", "«»", '" ', '"\n', "“A", "(", "-"),
    *("Aa ", "12 ", "a."),
    *("said ", "Ada said "),
]
_TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)
_PUBLISHED = st.sampled_from(["", "2020-05-04", "2020-02-29", "2020-05", "2020", "2019/2020"])
_LANGUAGES = st.sampled_from(["", "en", "ar", "xx"])


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _PUBLISHED, _LANGUAGES)
def test_any_text_gives_suggestions_that_stand_in_it(
    text: str, published: str, language: str
) -> None:
    for each in suggest(text, Date(edtf=published), language):
        assert text[each.start : each.end] == each.text != ""
        assert 0 <= each.confidence <= 1
        assert each.reason
        for start, end in _parts(each):
            assert 0 <= start < end <= len(text)
        if isinstance(each, SuggestedDate) and each.edtf:
            parse_edtf(each.edtf)


@pytest.mark.parametrize("article", own_articles(), ids=lambda article: article.name)
def test_an_article_cut_anywhere_gives_suggestions_that_stand_in_it(article: object) -> None:
    text = article.text  # type: ignore[attr-defined]
    for cut in range(0, len(text), len(text) // 7 + 1):
        for part in (text[:cut], text[cut:]):
            assert all(part[each.start : each.end] == each.text for each in suggest(part))


@pytest.mark.benchmark
@pytest.mark.parametrize("hostile", _HOSTILE)
def test_twenty_times_the_marks_take_no_more_than_sixty_times_as_long(hostile: str) -> None:
    times = _MARKS if len(hostile) == 1 else _MARKS // 10
    short, long = (_seconds(hostile * count) for count in (times // 20, times))
    assert long / short < 60


def _seconds(text: str) -> float:
    start = time.process_time()
    suggest(text, Date(edtf="2020-05-04"), "en")
    return time.process_time() - start


def _parts(each: Suggestion) -> list[tuple[int, int]]:
    """Every span that a suggestion has besides its own."""
    mentioned: list[Mentioned | SuggestedDate | None] = []
    if isinstance(each, SuggestedQuote):
        mentioned = [each.speaker]
    if isinstance(each, SuggestedFigure):
        mentioned = [each.claimant, each.place, each.period]
    if isinstance(each, SuggestedEvent):
        mentioned = [each.place, each.date, *(part.who for part in each.parts)]
    return [(one.start, one.end) for one in mentioned if one is not None]
