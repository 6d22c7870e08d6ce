"""One person, several, or an organisation: what a description without a name means."""

import pytest

from viewer.domain.accepting.units import unit_of


@pytest.mark.parametrize(
    ("description", "unit"),
    [
        ("A neighbour", "individual"),
        ("his sister", "individual"),
        ("the spokesman of the union", "individual"),
        ("a man who sells newspapers", "individual"),
        ("the boss", "individual"),
        ("Residents", "group"),
        ("three officials close to the court", "group"),
        ("her brother and her uncle", "group"),
        ("local people", "group"),
        ("the police", "group"),
        ("The ministry", "organisation"),
        ("the committee of the families", "organisation"),
        ("", "individual"),
    ],
)
def test_a_description_tells_how_many_it_means(description: str, unit: str) -> None:
    assert unit_of(description) == unit
