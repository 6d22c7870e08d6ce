"""What a report says itself: the same keys and places in every language, in the right plural."""

import string
from collections.abc import Mapping

import pytest

from viewer import resources
from viewer.domain.wording import LANGUAGES, Wording

ENGLISH, ARABIC = Wording.of("en"), Wording.of("ar")


def catalogue(language: str) -> dict[str, str | Mapping[str, str]]:
    tables = resources.toml("wordings", f"{language}.toml")
    return {f"{table}.{name}": text for table in tables for name, text in tables[table].items()}


def places(text: str | Mapping[str, str]) -> set[str]:
    """The names of the values that a text has places for; of plural forms, all together."""
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_places(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert places(other[key]) == places(text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty(language: str) -> None:
    for key, text in catalogue(language).items():
        forms = [text] if isinstance(text, str) else [*text.values()]
        assert all(form.strip() for form in forms), key
        assert isinstance(text, str) or "other" in text


def test_there_is_a_catalogue_for_every_language_and_no_other() -> None:
    assert {path.stem for path in resources.path("wordings").iterdir()} == set(LANGUAGES)


def test_a_number_chooses_its_form() -> None:
    said = [ENGLISH("count.persons", n=n) for n in (0, 1, 2, 1234)]
    assert said == ["0 persons", "1 person", "2 persons", "1,234 persons"]


def test_a_value_is_put_in_place_as_it_is() -> None:
    assert ENGLISH("metadata.title", title="{n} % \\ “x”") == "{n} % \\ “x” – case summary"


def test_a_language_is_found_by_its_first_part_and_an_unknown_one_is_english() -> None:
    assert Wording.of("en-GB").language == "en"
    assert Wording.of("") is Wording.of("tlh") is ENGLISH


def test_what_is_empty_is_not_listed() -> None:
    assert ENGLISH.listed("one", "", "two") == "one, two"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لا أشخاص"),
        (1, "شخص واحد"),
        (2, "شخصان"),
        (3, "3 أشخاص"),
        (10, "10 أشخاص"),
        (11, "11 شخصًا"),
        (99, "99 شخصًا"),
        (100, "100 شخص"),
        (102, "102 شخص"),
        (103, "103 أشخاص"),
        (1111, "1,111 شخصًا"),
    ],
)
def test_arabic_has_six_plural_forms(n: int, said: str) -> None:
    assert ARABIC("count.persons", n=n) == said


def test_commas_are_those_of_the_script() -> None:
    assert ARABIC.listed("بغداد", "العراق") == ENGLISH.listed("بغداد", "العراق") == "بغداد، العراق"
    assert ARABIC.listed("Baghdad", "Iraq") == "Baghdad, Iraq"
    assert ARABIC.listed("1", "2") == "1، 2"
