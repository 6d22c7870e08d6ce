"""Whose a form is, where several persons may be called so."""

import pytest

from tests.domain.named import redactor


def test_of_two_who_share_a_surname_the_public_one_stays_readable() -> None:
    names = redactor(["Sa'id al-Rashid"], public=["Omar al-Rashid"])
    assert names.redacted("Omar al-Rashid met Sa'id al-Rashid.") == "Omar al-Rashid met [A]."
    assert names.redacted("Sa'id’s shop; Rashid.") == "[A]’s shop; Rashid."
    assert names.redacted("S. Rashid and O. Rashid") == "[A] and O. Rashid"


def test_a_part_that_nobody_else_has_is_replaced() -> None:
    names = redactor(["Sa'id al-Rashid"], public=["Omar Haddad"])
    assert names.redacted("Rashid met Omar") == "[A] met Omar"


def test_a_form_of_two_protected_persons_says_of_neither_who_it_is() -> None:
    names = redactor(["Sa'id al-Rashid", "Omar al-Rashid"])
    assert names.redacted("Rashid; Omar Rashid") == "[name withheld]; [B]"


def test_a_short_form_that_may_be_the_public_one_says_of_neither_who_it_is() -> None:
    names = redactor(["Mohammed Aldhamat"], public=["Mahmoud Aldhamat"])
    assert names.redacted("M. Aldhamat, Aldhamat") == "[name withheld], Aldhamat"


@pytest.mark.parametrize(
    ("hidden", "public", "text"),
    [
        ("Ali", "Ali Hassan", "Ali Hassan spoke"),
        ("Ali Hassan Karim", "Ali Karim", "Ali Karim spoke"),
        ("Hassan Ali", "Ali Hassan", "Ali Hassan spoke"),
        ("Saeed Rashid", "Said Rashid", "Said Rashid spoke"),
        ("Rashid Omar", "Rashida Karim", "Rashida and Karim"),
        ("ريم خالد", "كريم سعد", "وكريم سعد"),
        ("Amal Karim", "Jamal Saleh", "Jamal Saleh"),
        ("Rashid", "Rashidov Ivan", "Rashidov, Rashidov's"),
    ],
)
def test_the_full_name_of_a_public_person_wins(hidden: str, public: str, text: str) -> None:
    assert redactor([hidden], public=[public]).redacted(text) == text


def test_a_full_name_within_a_public_one_is_replaced() -> None:
    foundation = redactor(["Amjad Karim"], organisations=["Amjad Karim Foundation"])
    assert foundation.redacted("the Amjad Karim Foundation") == "the [A] Foundation"
    centre = redactor([("Amjad Karim", "Amjad")], organisations=["Amjad Centre"])
    assert centre.redacted("Amjad Centre") == "[A] Centre"


def test_a_father_is_not_called_by_the_name_of_a_protected_son() -> None:
    names = redactor([("Amjad Karim", "Amjad")], public=["Abu Amjad"])
    assert names.redacted("Abu Amjad") == "Abu [A]"


def test_places_are_no_persons() -> None:
    names = redactor(["Rashid Omar"], places=["Rashidiya"])
    assert names.redacted("Rashid of Rashidiya") == "[A] of Rashidiya"


def test_another_spelling_of_a_part_that_a_public_person_has_stays() -> None:
    names = redactor(["Muhammad Aldhamat"], public=["Mohamed Saleh"])
    assert names.redacted("Mohammed spoke") == "Mohammed spoke"
    assert names.redacted("Mohamad al-Dhamat spoke") == "[A] spoke"


def test_a_nickname_is_no_one_elses_name() -> None:
    names = redactor(["Karim Saleh"], organisations=["Karim"])
    assert names.redacted("Karim and Saleh") == "Karim and [A]"
