"""The article of the sample, where it is present: each of its direct quotes has its speaker."""

from pathlib import Path

import pytest

from viewer.suggest.article import Article
from viewer.suggest.names import find_names
from viewer.suggest.quotes import find_quotes

ARTICLE = Path(__file__).parents[4] / "shared" / "sample" / "under-attack.txt"


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not there")
def test_the_five_direct_quotes_have_the_right_speakers() -> None:
    article = Article(ARTICLE.read_text("utf-8"))
    found = find_quotes(article, find_names(article))
    direct = [quote for quote in found if quote.form == "direct"]
    assert [
        article.text[quote.speaker.start : quote.speaker.end] for quote in direct if quote.speaker
    ] == [
        "Mohammed Aldhamat",
        "Mohammed Aldhamat",
        "Hasanain Alminshid",
        "A government official",
        "Mohammed Aldhamat",
    ]
    assert direct[3].attribution == "anonymous"
