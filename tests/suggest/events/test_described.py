"""Harm done to somebody who is only described: the words are all that is known of him or her."""

import pytest

from tests.suggest.events.reading import parts, read


def victims(text: str) -> list[str]:
    """Return the words for those to whom the one event of a text was done."""
    (event,) = read(text)
    spans = [(part.who.start, part.who.end) for part in event.parts if part.role == "victim"]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "title", "who"),
    [
        ("A 14-year-old boy was shot.", "Shooting of a 14-year-old boy", "A 14-year-old boy"),
        ("Her driver was abducted.", "Kidnapping of her driver", "Her driver"),
        ("Police arrested two brothers.", "Arrest of two brothers", "two brothers"),
        ("Two of the nurses were raped.", "Sexual violence against two of the nurses",
         "Two of the nurses"),
        ("Salma Rahim's brother was killed.", "Killing of Salma Rahim's brother",
         "Salma Rahim's brother"),
        ("The brother of Salma Rahim was killed.", "Killing of the brother of Salma Rahim",
         "The brother of Salma Rahim"),
        ("Gunmen killed Salma Rahim’s brother.", "Killing of Salma Rahim’s brother",
         "Salma Rahim’s brother"),
        ("A nurse from Basra was jailed.", "Arrest of a nurse from Basra", "A nurse from Basra"),
        ("The teacher arrested in May is free.", "Arrest of the teacher", "The teacher"),
        ("The teacher's wife was kidnapped.", "Kidnapping of the teacher's wife",
         "The teacher's wife"),
        ("Omar Haddad said the nurse came home and was shot.", "Shooting of the nurse",
         "the nurse"),
        ("The arrest of two brothers was a shock.", "Arrest of two brothers", "two brothers"),
        ("Omar Haddad is the brother of a nurse who was shot.", "Shooting of a nurse", "a nurse"),
        ("Two nurses leaving the school were shot.", "Shooting of two nurses leaving the school",
         "Two nurses leaving the school"),
        ("The five teachers were jailed.", "Arrest of the five teachers", "The five teachers"),
        ("A rocket hit a car, killing its driver.", "Killing of its driver", "its driver"),
        ("The man who killed the nurse was never found.", "Killing of the nurse", "the nurse"),
    ],
)  # fmt: skip
def test_the_words_are_the_victim(text: str, title: str, who: str) -> None:
    (event,) = read(text)
    assert event.title == title
    assert victims(text) == [who]
    assert parts(event) - {("Gunmen", "alleged_perpetrator")} == {("", "victim")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The young teacher Salma Rahim was shot.", ["Salma Rahim"]),
        ("Gunmen shot a teacher, Salma Rahim, in Basra.", ["Salma Rahim"]),
        ("Gunmen shot two teachers, Salma Rahim and Omar Haddad.", ["Salma Rahim", "Omar Haddad"]),
        ("A man named Omar Haddad was shot.", ["Omar Haddad"]),
        ("His sister, Salma Rahim, was shot.", ["Salma Rahim"]),
        ("Salma Rahim, a nurse, was shot.", ["Salma Rahim"]),
        ("Salma Rahim, 34, a nurse, was shot.", ["Salma Rahim"]),
        ("Gunmen broke in and shot its director, Salma Rahim.", ["Salma Rahim"]),
        (
            "Gunmen shot Salma Rahim, a nurse, and two of her sons.",
            ["Salma Rahim", "two of her sons"],
        ),
    ],
)
def test_a_name_beside_the_description_is_the_victim(text: str, who: list[str]) -> None:
    assert victims(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "A nurse is raped every day.",
        "No teacher was killed.",
        "A nurse was not arrested.",
        "If a nurse was arrested, nobody saw it.",
        "At least two drivers were killed.",
        "Every teacher was arrested.",
        "Teachers were killed.",
        "A nurse could have been killed.",
        "The teacher union was attacked.",
        "She plays a nurse kidnapped by gunmen.",
        "Omar Haddad said that eight teachers were killed.",
        "A day earlier, six teachers were killed.",
        "They spoke of his arrest.",
    ],
)
def test_what_befalls_anybody_or_nobody_is_no_event(text: str) -> None:
    assert read(text) == []


def test_who_is_only_described_is_not_accused() -> None:
    (event,) = read("The brother of Omar Haddad shot Salma Rahim.")
    assert parts(event) == {("Salma Rahim", "victim")}


def test_two_acts_on_one_described_are_told_of_the_same() -> None:
    (event,) = read("The nurse was stabbed and killed in May.")
    assert (event.act, event.title) == ("killing", "Killing of the nurse")
    (event,) = read("The nurse was shot in May and killed by gunmen.")
    assert (event.act, victims("The nurse was shot in May and killed by gunmen.")) == (
        "killing",
        ["The nurse"],
    )


def test_what_follows_from_an_act_is_an_act_of_its_own() -> None:
    killing, assault = read("Gunmen shot at a car, killing Salma Rahim and wounding her driver.")
    assert (killing.act, parts(killing)) == ("killing", {("Salma Rahim", "victim")})
    assert (assault.act, assault.title) == ("assault", "Assault on her driver")
    assert read("They would come, killing the nurse.") == []


def test_a_list_of_acts_befell_one() -> None:
    acts = [(each.act, each.title) for each in read("Her son was arrested, tortured and killed.")]
    assert acts == [
        ("arrest", "Arrest of her son"),
        ("torture", "Torture of her son"),
        ("killing", "Killing of her son"),
    ]
    assert read("Her son was not arrested, tortured and killed.") == []
    assert read("The nurse was killed off in the second part.") == []
