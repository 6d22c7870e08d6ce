"""Who is only described is told apart: two drivers are not one driver."""

import pytest

from viewer.suggest.article import Article
from viewer.suggest.names import find_names


def described(text: str) -> list[str]:
    return [each.name for each in find_names(Article(text)) if each.naming != "named"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A driver was shot in Basra. In Mosul, a driver said he saw nothing.",
            ["Driver", "Driver (2)"],
        ),
        ("A witness said so. Another witness denied it.", ["Witness", "Witness (2)"]),
        ("Her brother was arrested. Her brother said he was beaten.", ["Brother", "Brother"]),
        ("Her brother was arrested. His brother was beaten.", ["Brother", "Brother (2)"]),
    ],
)
def test_those_who_are_described_alike_are_told_apart(text: str, names: list[str]) -> None:
    assert described(text) == names


def test_the_same_relative_is_not_taken_for_granted_far_away() -> None:
    text = "Her brother was arrested. " + "The street was quiet. " * 40 + "Her brother was beaten."
    assert described(text) == ["Brother", "Brother (2)"]
