"""Our sentences begin at our side, whatever script the file has that they begin with."""

import pytest

from viewer.gui.plain import sentence

LEFT_TO_RIGHT = "\u200e"


@pytest.mark.parametrize("said", ["“case.casefile” is damaged.", "The case “قضية”.", "", "12."])
def test_what_begins_with_us_stays_as_it_is(said: str) -> None:
    assert sentence(said) == said


def test_a_name_of_another_direction_does_not_turn_the_sentence() -> None:
    said = "“قضية.casefile” is damaged."
    assert sentence(said) == LEFT_TO_RIGHT + said
    assert sentence(f"Kept:\n• {said}\n") == f"Kept:\n{LEFT_TO_RIGHT}• {said}\n"
