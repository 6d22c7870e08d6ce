"""The date and the place of an act, and not those of something else."""

import pytest

from tests.suggest.events.reading import read


def when_and_where(text: str) -> tuple[str, str]:
    (event,) = read(text)
    date, place = event.date, event.place
    return date.text if date else "", text[place.start : place.end] if place else ""


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        ("Salma Rahim was shot in Basra in May 2020.", "May 2020", "Basra"),
        ("Last year, Salma Rahim was shot.", "Last year", ""),
        ("In Basra, gunmen shot Salma Rahim on Friday.", "Friday", "Basra"),
        ("Salma Rahim was shot in the southern city of Amarah.", "", "Amarah"),
        ("Salma Rahim was shot near the Karim Street bridge.", "", "Karim Street bridge"),
        ("Salma Rahim was shot close to the Amarah police station.", "", "Amarah police station"),
        ("Salma Rahim was shot near the bridge.", "", ""),
        ("The killing of Salma Rahim in May shocked Omar Haddad.", "May", ""),
        ("The killing of Salma Rahim shocked Omar Haddad in May.", "", ""),
        ("Salma Rahim, who was shot in May, spoke in June in Basra.", "May", ""),
        ("Salma Rahim fled Iraq last week.", "last week", "Iraq"),
        ("Salma Rahim fled to Turkey last week.", "last week", ""),
    ],
)
def test_they_stand_in_the_clause_of_the_act(text: str, date: str, place: str) -> None:
    assert when_and_where(text) == (date, place)


def test_deaths_without_a_name_count_where_day_and_place_are_told() -> None:
    (event,) = read("Twelve people were killed in Basra on 3 May 2018.")
    assert (event.title, event.parts) == ("Killing in Basra", ())
    assert event.confidence < 0.5
    assert read("Twelve people were killed in Basra.") == []
    assert read("Twelve people were killed on 3 May 2018.") == []
