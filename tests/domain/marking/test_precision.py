"""What a place is, as far as words say it."""

import pytest

from tests.domain.marking.cases import SearchedSnapshot, after, marked
from viewer.domain.marking import NewPlace
from viewer.domain.marking.mentions import new_place
from viewer.domain.records import Place


@pytest.mark.parametrize(
    ("name", "text", "precision"),
    [
        ("Basra", "in Basra on Monday", "locality"),
        ("Maysan", "in the province of Maysan", "region"),
        ("Anbar", "in Anbar Province", "region"),
        ("Anbar Province", "in Anbar Province", "region"),
        ("Amarah", "in the southern city of Amarah", "locality"),
        ("Tigris", "along the Tigris, about halfway", "feature"),
        ("Tigris", "the river Tigris", "feature"),
        ("Iraq", "left Iraq", "country"),
        ("Georgia", "in the state of Georgia", "region"),
        ("the Netherlands", "in the Netherlands", "country"),
        ("Türkiye", "from Türkiye", "country"),
        ("Maysan police station", "close to the Maysan police station", "vicinity"),
        ("Maysan police station", "in the Maysan police station", "exact"),
        ("ميسان", "في محافظة ميسان", "region"),
        ("العراق", "غادر العراق", "country"),
    ],
)
def test_words_and_name_say_what_a_place_is(name: str, text: str, precision: str) -> None:
    made = new_place(SearchedSnapshot([]), marked(name, text), NewPlace(name))
    (place,) = after(made.change_set).all(Place)
    assert place.precision == precision
