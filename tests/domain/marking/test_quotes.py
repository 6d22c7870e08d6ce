"""Marked words become a quote with its speaker in one step."""

import pytest

from tests.domain.marking.cases import SearchedSnapshot, after, marked, supports
from viewer.domain.marking.quotes import (
    NOT_KNOWN,
    form_of,
    new_speaker,
    quote,
    quote_of,
    speaker_of,
)
from viewer.domain.records import Name, Passage, Person, Quote

EMPTY = SearchedSnapshot([])


@pytest.mark.parametrize(
    ("selected", "form"),
    [
        ('"They took her at night,"', "direct"),
        ("They took her", "direct"),
        ("theft", "direct"),
        ("“theft”", "direct"),
        ("said Karim Rahim", "indirect"),
        ("He called it", "indirect"),
        ("Salma Rahim was arrested", "indirect"),
    ],
)
def test_words_in_quotation_marks_are_taken_for_the_speakers_own(selected: str, form: str) -> None:
    assert form_of(marked(selected)) == form


@pytest.mark.parametrize(
    ("text", "selected", "form"),
    [
        ("„Ja“, sagte er. Nein.", "Ja", "direct"),
        ("„Ja“, sagte er. Nein.", "Nein", "indirect"),
        ("قال: «جاؤوا ليلا» ثم صمت", "جاؤوا", "direct"),
        ("قال: «جاؤوا ليلا» ثم صمت", "صمت", "indirect"),
        ("It's late, he's gone.", "gone", "indirect"),
        ("“An open one.\nThe next paragraph.", "next", "indirect"),
    ],
)
def test_marks_of_other_languages_are_understood(text: str, selected: str, form: str) -> None:
    assert form_of(marked(selected, text)) == form


def test_a_quote_is_the_words_without_their_marks() -> None:
    made = quote(EMPTY, marked('"They took her at night,"'), NOT_KNOWN, "direct")
    case = after(made.change_set)
    record = case.get(Quote, made.record_id)
    assert case.get(Passage, made.passage_id).exact == "They took her at night,"
    assert (record.speaker_id, record.form, record.attribution) == (None, "direct", "unattributed")


def test_a_new_speaker_is_evidenced_by_the_name_beside_the_quote() -> None:
    made = quote(
        EMPTY, marked("They took her at night"), new_speaker("karim rahim", "named"), "direct"
    )
    case = after(made.change_set)
    (name,) = case.all(Name)
    assert case.get(Quote, made.record_id).speaker_id == name.person_id
    assert supports(case, name.id) == {"text": "Karim Rahim"}
    assert supports(case, name.person_id) == {"": "Karim Rahim"}


def test_a_name_that_stands_nowhere_near_has_no_evidence() -> None:
    made = quote(EMPTY, marked("They took her"), new_speaker("Huda Nasser", "named"), "direct")
    case = after(made.change_set)
    (name,) = case.all(Name)
    assert (supports(case, name.id), supports(case, name.person_id)) == ({}, {})


@pytest.mark.parametrize("naming", ["role_only", "anonymous"])
def test_a_speaker_without_a_name_is_described(naming: str) -> None:
    made = quote(EMPTY, marked("theft"), new_speaker("A neighbour", naming), "direct")
    case = after(made.change_set)
    (person,) = case.all(Person)
    assert (person.naming, person.described_as) == (naming, "A neighbour")
    assert case.get(Quote, made.record_id).attribution == naming


def test_an_anonymous_speaker_of_whom_nothing_is_known_is_no_person() -> None:
    made = quote(EMPTY, marked("theft"), new_speaker("", "anonymous"), "direct")
    case = after(made.change_set)
    record = case.get(Quote, made.record_id)
    assert (record.speaker_id, record.attribution) == (None, "anonymous")
    assert list(case.all(Person)) == []


@pytest.mark.parametrize(
    ("naming", "attribution"),
    [
        ("named", "by_name"),
        ("role_only", "role_only"),
        ("anonymous", "anonymous"),
        ("unidentified", "role_only"),
    ],
)
def test_the_speaker_is_named_as_the_person_is_known(naming: str, attribution: str) -> None:
    case = SearchedSnapshot([Person(id="p", naming=naming)])
    assert speaker_of(case, "p").attribution == attribution


def test_words_that_are_a_quote_are_found_again() -> None:
    words = marked('"They took her at night,"')
    assert quote_of(EMPTY, words) is None
    made = quote(EMPTY, words, NOT_KNOWN, "direct")
    found = quote_of(after(made.change_set), words)
    assert found is not None
    assert found.id == made.record_id
