"""The first article, where it is at hand."""

from pathlib import Path

import pytest

from tests.accuracy.scoring import of
from viewer.domain.suggestions import (
    Mentioned,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
    Suggestion,
)
from viewer.suggest import suggest

ARTICLE = Path(__file__).parents[3] / "shared" / "sample" / "under-attack.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not at hand")

AMJAD, MOHAMMED = "Amjad Aldhamat", "Mohammed Aldhamat"
HASANAIN, KADHIMI, MAHDI = "Hasanain Alminshid", "Mustafa al-Kadhimi", "Adel Abdul Mahdi"


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(text: str) -> tuple[Suggestion, ...]:
    return suggest(text)


def said(text: str, who: Mentioned | None) -> str:
    return "" if who is None else who.name or text[who.start : who.end]


def test_the_five_direct_quotes_have_their_speakers(
    text: str, found: tuple[Suggestion, ...]
) -> None:
    direct = [each for each in of(found, SuggestedQuote) if each.form == "direct"]
    speakers = [said(text, each.speaker) for each in direct]
    assert speakers[:3] == [MOHAMMED, MOHAMMED, HASANAIN]
    assert speakers[3] == "Government official"
    assert speakers[4:] == [MOHAMMED]
    assert direct[3].text == "infiltrated"


def test_the_five_individuals_are_named_and_two_more_have_a_role(
    found: tuple[Suggestion, ...],
) -> None:
    persons = [each for each in of(found, SuggestedName) if each.what == "person"]
    named = {each.name for each in persons if each.naming == "named"}
    others = " ".join(each.text for each in persons if each.naming != "named")
    assert named == {AMJAD, MOHAMMED, HASANAIN, KADHIMI, MAHDI}
    assert "government official" in others
    assert "government spokesman" in others


def test_the_killing_has_its_victim_and_its_date_as_written(
    text: str, found: tuple[Suggestion, ...]
) -> None:
    killings = [
        each
        for each in of(found, SuggestedEvent)
        if each.act in ("killing", "shooting") and each.date and each.date.text == "Last year"
    ]
    (killing,) = killings
    assert killing.date is not None
    assert killing.date.edtf == ""
    victims = [said(text, part.who) for part in killing.parts if part.role == "victim"]
    assert victims == [AMJAD]


def test_the_three_figures_have_their_claimant(text: str, found: tuple[Suggestion, ...]) -> None:
    figures = of(found, SuggestedFigure)
    assert [(each.number, each.qualifier, each.act) for each in figures] == [
        (39, "stated", "killing"),
        (44, "at_least", "kidnapping"),
        (74, "at_least", "attempted_killing"),
    ]
    assert {said(text, each.claimant) for each in figures} == {"Al-Amal"}
