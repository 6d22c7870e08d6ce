"""Persons, organisations and places told apart, and the words that are none of them."""

import pytest

from viewer.suggest.article import Article
from viewer.suggest.names import find_names


def found(text: str) -> list[tuple[str, str]]:
    return [(each.what, each.text) for each in find_names(Article(text)) if each.naming == "named"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in Jordan.", [("place", "Jordan")]),
        ("She thanked Michael Jordan.", [("person", "Michael Jordan")]),
        ("The village of Zurkan was burnt.", [("place", "Zurkan")]),
        ("Soldiers fled towards Deir ez-Zor.", [("place", "Deir ez-Zor")]),
        ("He sued the Bank of Basra.", [("organisation", "Bank of Basra")]),
        ("He sued the militia Saraya Nahr.", [("organisation", "Saraya Nahr")]),
        ("An Iraqi court met on Monday in May.", []),
        ("However, nobody came. Yesterday was Eid.", []),
        ("A Lebanon-based lawyer wept.", [("place", "Lebanon")]),
        ("the Syria-Lebanon border", [("place", "Syria"), ("place", "Lebanon")]),
        ("Minister of Foreign Affairs Rana Haddad left.", [("person", "Rana Haddad")]),
        ("the president of Iran, Omid Karimi", [("place", "Iran"), ("person", "Omid Karimi")]),
        ("They named J. K. Obeid and Dr. Samir O'Neil.",
         [("person", "J. K. Obeid"), ("person", "Samir O'Neil")]),
        ("He sued the Food and Medicine Agency.", [("organisation", "Food and Medicine Agency")]),
        ("the Farmers' Union struck", [("organisation", "Farmers' Union")]),
    ],
)  # fmt: skip
def test_a_sentence_has_these_names(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_a_headline_is_read_by_what_the_rest_shows() -> None:
    text = "Judge Orders Release Of Four Men\n\nBasra was quiet. Samir Haddad, a judge, wept."
    assert found(text) == [("place", "Basra"), ("person", "Samir Haddad")]


def test_a_headline_in_capitals_has_the_names_of_the_text() -> None:
    text = "TWO KILLED NEAR BASRA\n\nThe road to Basra is closed."
    assert found(text) == [("place", "BASRA"), ("place", "Basra")]


def test_an_abbreviation_in_brackets_is_the_same_organisation() -> None:
    text = "The Rivers Rights Council (RRC) was raided. Later the RRC moved."
    names = {each.name for each in find_names(Article(text)) if each.what == "organisation"}
    assert names == {"Rivers Rights Council"}


def test_who_stands_beside_a_name_is_nobody_further() -> None:
    text = "His brother, Samir Haddad, spoke. Rana Karimi, another activist, left."
    assert [each.text for each in find_names(Article(text))] == ["Samir Haddad", "Rana Karimi"]


def test_every_language_can_be_read() -> None:
    assert find_names(Article("قال الرئيس إن اثنين قتلا في البصرة.", language="ar")) == []
