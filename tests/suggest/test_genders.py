"""Who is "he" and who "she", from titles, kin, descriptions and given names."""

import pytest

from tests.suggest.quotes.quoting import named
from viewer.suggest.genders import HE, SHE, UNKNOWN, Genders, pronoun


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Hale fled.", UNKNOWN),
        ("Mrs. Hale fled.", SHE),
        ("Sheikh Hale fled.", HE),
        ("They met his sister, Hale.", SHE),
        ("They met his sister Hale.", SHE),
        ("He told his sister, Hale fled.", UNKNOWN),
        ("Hale, 34, a father of four, fled.", HE),
        ("Hale, a businesswoman, fled.", SHE),
        ("Hale, a friend of his sister, fled.", UNKNOWN),
        ("Hale, the king's lawyer, fled.", UNKNOWN),
        ("Mr. Hale fled, and Ms. Hale fled.", UNKNOWN),
    ],
)
def test_the_words_beside_a_name_tell(text: str, gender: str) -> None:
    assert Genders(text, named(text, "Hale")).of("Hale") == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Amjad Haddad", HE),
        ("Leila Haddad", SHE),
        ("José Hale", HE),
        ("Umm Karim", SHE),
        ("Robin Hale", UNKNOWN),
        ("Haddad", UNKNOWN),
        ("Amjad", HE),
        ("Clinton Hale", HE),
        ("Clinton", UNKNOWN),
    ],
)
def test_a_given_name_tells_if_hardly_anybody_else_has_it(name: str, gender: str) -> None:
    assert Genders(name, named(name, name)).of(name) == gender


def test_a_title_says_more_than_a_given_name() -> None:
    assert Genders("Mrs Karim Hale", named("Mrs Karim Hale", "Karim Hale")).of("Karim Hale") == SHE


def test_pronouns_of_both_kinds_are_known_with_their_endings() -> None:
    assert [pronoun(word) for word in ("He", "she’s", "his", "they", "هي")] == [
        *(HE, SHE, HE, UNKNOWN, SHE)
    ]
