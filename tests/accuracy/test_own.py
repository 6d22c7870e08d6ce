from collections import Counter

import pytest

from tests.accuracy.locating import GoldError
from tests.accuracy.own import ARTICLES, own_articles, read

TEXT = 'Mr Ode Ban came. "No," said Ban. "Go."\n\n"I stay."\n\nAda Ban left in 1999.'
BAN = {"name": "Ode Ban", "forms": {"Ode Ban": 1, "Ban": 1}}
ADA = {"name": "Ada Ban", "forms": {"Ada Ban": 1}}


def test_every_gold_is_true_of_its_article() -> None:
    articles = own_articles()
    assert len(articles) == len(list(ARTICLES.glob("*.toml"))) >= 14
    kinds = Counter[str]()
    for article in articles:
        kinds.update(names=len(article.names), quotes=len(article.quotes), dates=len(article.dates))
        kinds.update(figures=len(article.figures), events=len(article.events))
    assert min(kinds.values()) >= 10


def test_a_form_within_a_longer_one_is_not_a_mention_of_its_own() -> None:
    article = read("a", TEXT, {"person": [BAN, ADA]})
    assert sorted(TEXT[slice(*name.span)] for name in article.names) == [
        "Ada Ban",
        "Ban",
        "Ode Ban",
    ]


@pytest.mark.parametrize(
    "gold",
    [
        {"person": [BAN]},
        {"person": [{"name": "Ada Ban", "forms": {"Ada Ban": 2}}]},
        {"person": [{"name": "Ada Ban", "forms": {"Ada Ban": 1}, "spelt": "so"}]},
        {"date": [{"words": "2001", "edtf": "2001"}]},
        {"quote": [{"words": "No,", "paragraph": True}]},
        {"quote": [{"words": "I stay."}]},
    ],
)
def test_a_gold_that_is_not_true_of_the_text_is_refused(gold: dict[str, object]) -> None:
    with pytest.raises(GoldError):
        read("a", TEXT, gold)


def test_a_speaker_is_meant_by_the_name_and_by_every_mention() -> None:
    quote = {"words": "Go.", "speaker": "Ode Ban", "by": ["said {Ban}"]}
    article = read("a", TEXT, {"person": [BAN, ADA], "quote": [quote]})
    speaker = article.with_people(article.quotes[0].speaker)
    assert {TEXT[slice(*span)] for span in speaker.spans} == {"Ode Ban", "Ban"}
