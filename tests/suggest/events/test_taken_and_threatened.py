"""Harm that comes without a wound, or before one: threats, blows, custody, and lost houses."""

import pytest

from tests.suggest.events.reading import parts, read
from tests.suggest.events.test_who import OMAR, SALMA, doer


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("Omar Haddad threatened to kill Salma Rahim.", "threat", {SALMA, doer("Omar Haddad")}),
        ("There was a threat against Salma Rahim.", "threat", {SALMA}),
        ("Salma Rahim had received a death threat by telephone.", "threat", {SALMA}),
        ("Salma Rahim was held for nine days without charge.", "arrest", {SALMA}),
        ("Salma Rahim was held in solitary confinement.", "arrest", {SALMA}),
        ("Salma Rahim was dragged from her car.", "kidnapping", {SALMA}),
        ("Salma Rahim was stopped by police and put in a van.", "arrest", {SALMA}),
        ("Gunmen took Omar Haddad away.", "kidnapping", {OMAR, doer("Gunmen")}),
        ("Police took Salma Rahim away in the night.", "arrest", {SALMA}),
        ("Salma Rahim was taken by masked men.", "kidnapping", {SALMA}),
        ("Salma Rahim died in hospital of her wounds.", "killing", {SALMA}),
        ("Salma Rahim was sexually assaulted.", "sexual_violence", {SALMA}),
        ("They took my sister and left.", "kidnapping", {("", "victim")}),
        ("Soldiers came and took two of her sons.", "arrest", {("", "victim")}),
        ("Salma Rahim died under torture.", "killing", {SALMA}),
        ("Salma Rahim was found dead with gunshot wounds.", "killing", {SALMA}),
        ("The body of Salma Rahim was found with stab wounds.", "killing", {SALMA}),
        ("A nurse from the weekly was kicked in the face.", "assault", {("", "victim")}),
        ("The imprisoned poet Salma Rahim is ill.", "arrest", {SALMA}),
        ("Salma Rahim was forced to leave the village.", "displacement", {SALMA}),
        ("I was handcuffed and beaten.", "assault", {("", "victim")}),
        ("Salma Rahim was driven from her home.", "displacement", {SALMA}),
        ("Police beat Salma Rahim.", "assault", {SALMA}),
        ("They beat us with cables.", "assault", {("", "victim")}),
        ("A guard slapped Salma Rahim.", "assault", {SALMA}),
        ("Shots were fired into the car, injuring Salma Rahim.", "assault", {SALMA}),
        ("Omar Haddad was beaten in his cell.", "assault", {OMAR}),
        ("Gunmen set fire to the clinic of Dr. Salma Rahim.", "destruction",
         {SALMA, doer("Gunmen")}),
        ("Settlers cut down the vines of Omar Haddad.", "destruction", {OMAR}),
    ],
)  # fmt: skip
def test_it_is_told_of_whom_the_sentence_names(
    text: str, act: str, who: set[tuple[str, str]]
) -> None:
    (event,) = read(text)
    assert (event.act, parts(event)) == (act, who)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Men in masks set fire to the clinic.", "Destruction of the clinic"),
        ("Soldiers burned our house.", "Destruction of our house"),
        ("The school was torched in May.", "Destruction of the school"),
    ],
)
def test_a_house_is_lost_even_where_nobody_owns_it(text: str, title: str) -> None:
    (event,) = read(text)
    assert (event.act, event.title, event.parts) == ("destruction", title, ())
    assert event.confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad threatened to leave.",
        "Omar Haddad would have threatened to kill her.",
        "A meeting of Omar Haddad was held for two days.",
        "An ambulance took Salma Rahim away.",
        "They took my sister to school.",
        "Salma Rahim was put in charge.",
        "Omar Haddad died of cancer.",
        "Salma Rahim was found dead.",
        "Salma Rahim died in a crash of her wounds.",
        "The body of Salma Rahim was found in the river.",
        "Omar Haddad had to leave the village on Friday.",
        "Omar Haddad kicked him out.",
        "Omar Haddad hit him for it.",
        "Omar Haddad whipped Salma Rahim in the primary.",
        "They would come, and killed them.",
        "They would have come to the house of his father and killed him.",
        "The school was destroyed by an earthquake.",
        "The company cut down the trees.",
    ],
)
def test_what_only_sounds_like_harm_is_no_event(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("He fled to Turkey.", "Flight to Turkey"),
        ("She fled Iraq in May.", "Flight from Iraq"),
        ("The nurse fled to Turkey.", "The nurse flees to Turkey"),
    ],
)
def test_a_flight_has_a_title_whoever_fled(text: str, title: str) -> None:
    (event,) = read(text)
    assert (event.act, event.title) == ("displacement", title)
