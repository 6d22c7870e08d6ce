"""A suggested quote becomes a quote with its speaker, also when it is accepted alone."""

from dataclasses import replace

import pytest

from tests.domain.accepting.articles import ALL, FREED, KARIM, NIGHT, THEFT
from tests.domain.accepting.cases import (
    DOCUMENT,
    EMPTY,
    after_accepting,
    person,
    person_called,
    proposed,
    said,
)
from tests.domain.marking.cases import SearchedSnapshot, after, marked, supports
from viewer.domain.accepting import accepted, proposals, rejected
from viewer.domain.marking.quotes import NOT_KNOWN, quote
from viewer.domain.records import Evidence, Name, Passage, Person, Quote
from viewer.domain.suggestions import Mentioned, SuggestedQuote


def key(quote: SuggestedQuote) -> str:
    return f"quote:{quote.start}-{quote.end}"


def test_a_quote_accepted_alone_gets_its_speaker() -> None:
    case = after_accepting(key(NIGHT))
    (made,) = case.all(Quote)
    karim = person_called(case, "Karim Rahim")
    assert (made.speaker_id, made.form, made.attribution) == (karim.id, "direct", "by_name")
    assert case.get(Passage, made.passage_id).exact == "They took her at night,"
    assert said(case, made.id) == {("speaker_id", "Karim Rahim"): "supports"}
    assert supports(case, karim.id) == {"": "Karim Rahim"}


def test_it_is_shown_with_its_words_and_speaker() -> None:
    found = proposed(EMPTY, key(NIGHT))
    assert (found.label, found.detail) == ("“They took her at night,”", "Karim Rahim")
    indirect = proposed(EMPTY, key(FREED))
    assert indirect.detail == "Official · Indirect"


def test_words_that_only_point_to_the_speaker_say_how_they_are_read() -> None:
    case = after_accepting(key(THEFT))
    (made,) = case.all(Quote)
    assert said(case, made.id) == {("speaker_id", "He"): "“He” is Karim Rahim"}


def test_a_speaker_of_the_case_is_linked() -> None:
    case = after_accepting(key(NIGHT), *person("karim", "Karim Rahim"))
    assert [q.speaker_id for q in case.all(Quote)] == ["karim"]
    assert len(list(case.all(Person))) == 1


def test_an_anonymous_speaker_begins_with_details_withheld() -> None:
    alone = person_called(after_accepting(key(FREED), suggestions=[FREED]), "Official")
    case = after_accepting(key(FREED))
    official = person_called(case, "Official")
    for each in (alone, official):
        assert (each.naming, each.protection) == ("anonymous", "details_withheld")
    assert said(case, official.id)["protection", "on condition of anonymity"] == "supports"


@pytest.mark.parametrize("speaker", [None, Mentioned(0, 5, ""), Mentioned(0, 5, "Somebody else")])
def test_nobody_is_guessed(speaker: Mentioned | None) -> None:
    suggestion = replace(NIGHT, speaker=speaker, attribution="unattributed")
    case = after_accepting("quote:", suggestions=[suggestion])
    assert [q.speaker_id for q in case.all(Quote)] == [None]
    assert (list(case.all(Person)), list(case.all(Evidence))) == ([], [])


def test_of_two_who_fit_neither_is_the_speaker() -> None:
    two = (*person("one", "Karim Rahim"), *person("two", "Karim Rahim"))
    case = after_accepting(key(NIGHT), *two)
    assert [q.speaker_id for q in case.all(Quote)] == [None]


def test_who_was_turned_down_does_not_come_back_as_a_speaker() -> None:
    turned_down = rejected(DOCUMENT, proposed(EMPTY, "person:Karim Rahim"))
    case = after_accepting(key(NIGHT), *(change.record for change in turned_down.changes))
    assert [q.speaker_id for q in case.all(Quote)] == [None]


def test_accepting_the_speaker_later_adds_what_is_missing() -> None:
    first = after_accepting(key(NIGHT))
    again = replace(KARIM, start=NIGHT.start, end=NIGHT.start + 4, text="They")
    suggestions = (*ALL, again)
    found = proposed(first, "person:Karim Rahim", suggestions)
    made = accepted(first, DOCUMENT, found, suggestions)
    kinds = sorted(change.kind for change in made.change_set.changes)
    assert made.record_id == person_called(first, "Karim Rahim").id
    assert kinds == ["evidence", "evidence", "name", "passage"]


def test_a_quote_that_was_marked_by_hand_is_not_proposed() -> None:
    words = marked("They took her at night,", DOCUMENT.text)
    by_hand = quote(EMPTY, replace(words, document=DOCUMENT), NOT_KNOWN, "direct")
    left = proposals(after(by_hand.change_set), DOCUMENT, ALL)
    assert len([p for p in left if p.kind == "quote"]) == 2


def test_a_rejected_quote_does_not_return() -> None:
    case = after(rejected(DOCUMENT, proposed(EMPTY, key(NIGHT))))
    assert key(NIGHT) not in [p.key for p in proposals(case, DOCUMENT, ALL)]
    assert key(THEFT) in [p.key for p in proposals(case, DOCUMENT, ALL)]


def test_an_accepted_quote_is_the_same_as_one_made_by_hand() -> None:
    case = after_accepting(key(NIGHT))
    names = [n.text for n in case.all(Name)]
    by_hand = quote(
        SearchedSnapshot([]), marked("They took her at night,", DOCUMENT.text), NOT_KNOWN, "direct"
    )
    (mine,) = case.all(Quote)
    (other,) = after(by_hand.change_set).all(Quote)
    assert replace(mine, id="", passage_id="", speaker_id=None) == replace(
        other, id="", passage_id="", attribution="by_name"
    )
    assert names == ["Karim Rahim"]
