"""Whom "he" or "she" means who says something: no name is better than a wrong one."""

import pytest

from tests.suggest.quotes.quoting import quotes


def speaker_name(text: str) -> str:
    [quote] = [
        each
        for each in quotes(text, "Leila Haddad", "Karim Hale", "Amjad Khalil", "T. Hale")
        if each.form == "direct"
    ]
    assert quote.speaker is not None
    return quote.speaker.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leila Haddad opened the door. “We ran,” she said.", "Leila Haddad"),
        ("Leila Haddad opened the door. “We ran,” he said.", ""),
        ("Karim Hale fled. Leila Haddad stayed. “We ran,” he said.", "Karim Hale"),
        ("Karim Hale was with Leila Haddad. “We ran,” she said.", "Leila Haddad"),
        ("Mrs T. Hale opened the door. “We ran,” he said.", ""),
        ("T. Hale, a mother of four, opened the door. “We ran,” he said.", ""),
        ("T. Hale, a mother of four, opened the door. “We ran,” she said.", "T. Hale"),
        ("His sister, T. Hale, opened the door. “We ran,” he said.", ""),
        ("T. Hale opened the door. “We ran,” he said.", "T. Hale"),
    ],
)
def test_what_the_text_or_a_given_name_says_of_a_person_forbids_the_other_pronoun(
    text: str, name: str
) -> None:
    assert speaker_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Karim Hale opened the door. “We ran,” they said.",
        "Karim Hale opened the door. “We ran,” I said.",
        "Karim Hale opened the door. “We ran,” others said.",
    ],
)
def test_only_he_and_she_mean_one_person(text: str) -> None:
    assert speaker_name(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Amjad Khalil's murder shocked the town. “We ran,” he said.", ""),
        ("A friend of Amjad Khalil opened the door. “We ran,” he said.", ""),
        ("A guard told Karim Hale to wait. “They ran,” he said.", ""),
        ("Leila Haddad fled. Her brother stayed. “We ran,” he said.", ""),
        ("Amjad Khalil fled, Karim Hale said. “We ran,” he added.", "Karim Hale"),
        ("It was between Leila Haddad and T. Hale. “We ran,” he said.", ""),
        ("T. Hale said Karim Hale fled. “We ran,” he added.", "T. Hale"),
        ("Karim Hale fled. Amjad Khalil was shot dead. “We ran,” he said.", "Karim Hale"),
    ],
)
def test_who_is_only_beside_the_subject_is_not_meant(text: str, name: str) -> None:
    assert speaker_name(text) == name


def test_who_is_named_in_the_words_does_not_speak_them() -> None:
    assert speaker_name("Amjad Khalil fled. “Amjad Khalil was brave,” he said.") == ""
    assert speaker_name("Amjad Khalil, he said, was “brave”.") == ""
    assert speaker_name("If T. Hale is elected, he said, it is “over”.") == ""
