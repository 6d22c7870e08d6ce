"""Counts of harm, with how exact they are, of what, when, and who reports them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.suggestions import SuggestedFigure, SuggestedName
from viewer.domain.vocabularies import vocabulary
from viewer.suggest.article import Article
from viewer.suggest.dates import find_dates
from viewer.suggest.figures import find_figures

UNION = "Union of River Teachers"


def figures(text: str, *names: SuggestedName) -> list[SuggestedFigure]:
    article = Article(text)
    return find_figures(article, names, find_dates(article))


def named(text: str, words: str, what: str = "organisation") -> SuggestedName:
    start = text.index(words)
    return SuggestedName(
        start=start,
        end=start + len(words),
        text=words,
        confidence=1,
        reason="",
        what=what,
        name=words,
    )


@pytest.mark.parametrize(
    ("text", "found", "said"),
    [
        ("They counted 39 killings.", "39 killings", "stated 39 killing"),
        (
            "They know of at least 44 kidnappings of teachers in the south.",
            "at least 44 kidnappings of teachers",
            "at_least 44 kidnapping teachers",
        ),
        (
            "more than 600 protesters were killed",
            "more than 600 protesters",
            "at_least 600 killing protesters",
        ),
        (
            "some 1,200 people fled to Java",
            "some 1,200 people",
            "about 1200 displacement people",
        ),
        (
            "no more than 9 persons had been detained",
            "no more than 9 persons",
            "at_most 9 arrest persons",
        ),
        ("exactly 27 of them were killed", "exactly 27", "exactly 27 killing"),
        ("gunmen killed three people", "three people", "stated 3 killing people"),
        ("killing at least twenty", "at least twenty", "at_least 20 killing"),
        (
            "two dozen activists have been arrested",
            "two dozen activists",
            "stated 24 arrest activists",
        ),
        (
            "about forty families were driven out",
            "about forty families",
            "about 40 displacement families",
        ),
        ("the bomb left 30 dead", "30 dead", "stated 30 killing"),
        ("12 people died in the flood", "12 people", "stated 12 other people"),
        ("17 burned schools", "17 burned schools", "stated 17 destruction schools"),
        ("61 death threats", "61 death threats", "stated 61 threat"),
        ("12 cases of torture", "12 cases of torture", "stated 12 torture"),
        ("31 sexual assaults", "31 sexual assaults", "stated 31 sexual_violence"),
        ("five attempted murders", "five attempted murders", "stated 5 attempted_killing"),
        ("put the number of arrests at 35", "35", "stated 35 arrest"),
        (
            "3 million people were displaced",
            "3 million people",
            "stated 3000000 displacement people",
        ),
        ("50 or more people were injured", "50 or more people", "at_least 50 assault people"),
    ],
)
def test_a_count_of_harm_is_read(text: str, found: str, said: str) -> None:
    [figure] = figures(text)
    told = f"{figure.qualifier} {figure.number} {figure.act} {figure.counted}".rstrip()
    assert (figure.text, told) == (found, said)


@pytest.mark.parametrize(
    "text",
    [
        "He was killed at a distance of 500 meters.",
        "He was jailed for 12 years.",
        "The 44-year-old was killed.",
        "Tunde Alabi, 44, was killed.",
        "Hundreds of people were killed.",
        "No one was killed.",
        "The two men were killed.",
        "He was killed on 3 May 2019.",
        "She sent a $500 threat.",
        "Police arrested 20 percent more.",
        "They won 12 seats and lost 3.",
        "He was shot 5 times.",
        "He was killed in 2019.",
        "500 people came to the meeting.",
        "They promised to arrest 12 people.",
        "He spoke of the 9/11 attacks.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_two_numbers_of_one_list_share_what_is_said_of_them() -> None:
    kidnappings, murders = figures("At least 44 kidnappings and 74 murders of teachers took place.")
    assert (kidnappings.qualifier, murders.qualifier) == ("at_least", "at_least")
    assert (kidnappings.counted, murders.counted) == ("teachers", "teachers")


def test_a_part_of_a_number_counts_the_same_act() -> None:
    _, women, elsewhere = figures("12 people, including 3 women, were killed; of whom 5 in Basra.")
    assert (women.number, women.act, women.counted) == (3, "killing", "women")
    assert (elsewhere.number, elsewhere.act) == (5, "killing")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It counted 39 killings since October 2019.", "October 2019"),
        ("In 2019 it counted 39 killings.", "2019"),
        ("It said on Tuesday that 39 people were killed in May.", "May"),
        ("It said on Tuesday that 39 people were killed.", None),
    ],
)
def test_the_time_of_a_figure_is_not_that_of_the_report(text: str, period: str | None) -> None:
    [figure] = figures(text)
    assert (figure.period.text if figure.period else None) == period


@pytest.mark.parametrize(
    ("text", "claimant", "name"),
    [
        (f"The {UNION} has documented 39 killings.", UNION, UNION),
        (f"39 people were killed, the {UNION} says.", UNION, UNION),
        (f"According to the {UNION}, 39 people were killed.", UNION, UNION),
        (f"39 people were killed, said the {UNION}.", UNION, UNION),
        (f"The {UNION} met. It counted 39 killings.", "It", UNION),
        (f"The {UNION} met. In 2019 the union counted 39 killings.", "the union", UNION),
        (
            f"The {UNION} met. Local officials put the number of arrests at 35.",
            "Local officials",
            "",
        ),
        (f"The {UNION} met. 39 people were killed.", None, None),
    ],
)
def test_a_figure_belongs_to_whom_reports_it(
    text: str, claimant: str | None, name: str | None
) -> None:
    [figure] = figures(text, named(text, UNION))
    who = figure.claimant
    assert (who and text[who.start : who.end], who and who.name) == (claimant, name)


def test_a_place_that_in_leads_to_is_that_of_the_figure() -> None:
    text = "39 people were killed in Basra."
    [figure] = figures(text, named(text, "Basra", "place"))
    assert figure.place is not None
    assert figure.place.name == "Basra"


SAID = (
    "39 44 3 million 1,200 two dozen five at least about no more than killings of activists people "
    "were killed killed have been arrested dead wounded attempted murders cases of torture "
    "including of whom , . and the police say It says according to fled number of arrests at "
    "-year-old % $5 2019 in May \n died burned schools beat"
)


@given(st.text() | st.lists(st.sampled_from(SAID.split(" "))).map(" ".join))
def test_every_figure_has_its_words(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start <= figure.number_start < figure.number_end <= figure.end
        assert figure.act in vocabulary("act")
        assert figure.qualifier in vocabulary("qualifier")
        assert figure.counted in text
