"""What is found in a sentence, and under which name."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.article import Article
from viewer.suggest.names import find_names


def names(text: str) -> list[SuggestedName]:
    return find_names(Article(text))


def found(text: str) -> set[tuple[str, str]]:
    return {(each.what, each.text) for each in names(text)}


def test_a_person_with_a_title_an_organisation_and_a_place_are_found() -> None:
    text = "Prime Minister Layla al-Hariri met the Ministry of Justice in Mosul."
    assert found(text) == {
        ("person", "Layla al-Hariri"),
        ("organisation", "Ministry of Justice"),
        ("place", "Mosul"),
    }
    (person,) = [each for each in names(text) if each.what == "person"]
    assert person.title == (0, len("Prime Minister"))


def test_a_short_form_goes_by_the_fullest_name() -> None:
    text = "Samir al-Obaidi was shot in Basra. Obaidi had left his house. Samir was 30."
    people = [each for each in names(text) if each.what == "person"]
    assert [each.text for each in people] == ["Samir al-Obaidi", "Obaidi", "Samir"]
    assert {each.name for each in people} == {"Samir al-Obaidi"}


def test_a_surname_of_two_persons_is_nobodys() -> None:
    text = "Samir Obaidi was shot. His brother, Nabil Obaidi, said so. Obaidi wept."
    last = names(text)[-1]
    assert (last.text, last.name) == ("Obaidi", "Obaidi")


def test_who_is_not_named_is_known_by_a_role() -> None:
    text = (
        "A ministry official, speaking on condition of anonymity, said the case was closed. "
        "A police spokesman did not reply. A gunman opened fire."
    )
    assert [(each.name, each.naming) for each in names(text)] == [
        ("Ministry official", "anonymous"),
        ("Police spokesman", "role_only"),
        ("Gunman", "unidentified"),
    ]


@given(st.text() | st.text("AbcÉ Al-. ,\n\"'“”’(the of and Dr. Mr. İ", max_size=80))
def test_any_text_gives_spans_that_match(text: str) -> None:
    for each in names(text):
        assert text[each.start : each.end] == each.text
        assert each.text
        assert each.name
        assert each.reason
        assert 0 < each.confidence <= 1
