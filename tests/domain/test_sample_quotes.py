"""Who said so in the sample case; where the article is at hand, word for word."""

import re
from pathlib import Path

import pytest

from tests.domain.sample_at_hand import (
    all_of,
    called,
    words_of,
)
from viewer.domain.records import (
    Document,
    Quote,
)

ARTICLE = Path(__file__).parents[2].parent / "shared" / "sample" / "under-attack.txt"
needs_article = pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is kept elsewhere")


def test_the_direct_quotes_and_their_speakers() -> None:
    direct = [
        (words_of(q.passage_id)[:24], called(q.speaker_id), q.attribution)
        for q in all_of(Quote)
        if q.form == "direct"
    ]
    assert direct == [
        ("At a distance of only 50", "Mohammed Aldhamat", "by_name"),
        ("Most activists in the pr", "Mohammed Aldhamat", "by_name"),
        ("Amjad Aldhamat was kille", "Hasanain Alminshid", "by_name"),
        ("infiltrated", "Government official", "anonymous"),
        ("I left the meeting, with", "Mohammed Aldhamat", "by_name"),
    ]


def test_direct_quotes_are_all_that_stands_between_quotation_marks() -> None:
    (document,) = all_of(Document)
    direct = [words_of(q.passage_id) for q in all_of(Quote) if q.form == "direct"]
    assert re.findall(r'"([^"]*)"', document.text) == direct


def test_the_speakers_of_indirect_quotes() -> None:
    indirect = [called(q.speaker_id) for q in all_of(Quote) if q.form == "indirect"]
    assert indirect == [
        "Mohammed Aldhamat",
        "Activists, protesters and family members who talked to Reuters",
        "Mustafa al-Kadhimi",
        "Al-Amal",
        "Government official",
        "Mohammed Aldhamat",
    ]


@needs_article
def test_direct_quotes_are_verbatim() -> None:
    quoted = re.findall(r'"([^"]*)"', ARTICLE.read_text(encoding="utf-8"))
    assert [words_of(q.passage_id) for q in all_of(Quote) if q.form == "direct"] == quoted


@needs_article
def test_the_other_words_are_our_own() -> None:
    theirs = runs_of_seven_words(ARTICLE.read_text(encoding="utf-8"))
    (document,) = all_of(Document)
    own = re.sub(r'"[^"]*"', "\n", document.text)
    assert not runs_of_seven_words(own) & theirs


def runs_of_seven_words(text: str) -> set[tuple[str, ...]]:
    runs = set()
    for paragraph in text.lower().splitlines():
        words = re.findall(r"[\w'-]+", paragraph)
        runs |= {tuple(words[i : i + 7]) for i in range(len(words) - 6)}
    return runs
