"""What a pipeline found corrects and completes the names that the rules found."""

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.engines.together import together


def name(start: int, words: str, what: str = "person", naming: str = "named") -> SuggestedName:
    return SuggestedName(
        start=start,
        end=start + len(words),
        text=words,
        confidence=0.7,
        reason="",
        what=what,
        name=words,
        naming=naming,
    )


def test_what_only_one_found_is_kept() -> None:
    rules, found = [name(0, "Salma Rahim")], [name(20, "Basra", "place")]
    assert together(rules, found) == [*rules, *found]


def test_of_the_same_words_the_pipeline_says_what_they_name() -> None:
    (only,) = together([name(0, "Maysan")], [name(0, "Maysan", "place")])
    assert only.what == "place"


def test_the_longer_of_two_names_stays() -> None:
    (only,) = together([name(6, "Rahim")], [name(0, "Salma Rahim")])
    assert only.text == "Salma Rahim"
    (only,) = together([name(0, "Salma Rahim")], [name(6, "Rahim", "organisation")])
    assert (only.text, only.what) == ("Salma Rahim", "person")


def test_a_short_form_goes_by_the_name_that_the_pipeline_found() -> None:
    short, full = together([name(0, "Salma")], [name(20, "Salma Rahim")])
    assert (short.text, short.name, full.name) == ("Salma", "Salma Rahim", "Salma Rahim")


def test_somebody_without_a_name_is_kept_beside_the_name() -> None:
    nameless = name(0, "a teacher from Basra", naming="role_only")
    assert together([nameless], [name(15, "Basra", "place")]) == [
        nameless,
        name(15, "Basra", "place"),
    ]
