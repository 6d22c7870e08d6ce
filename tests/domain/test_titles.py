"""What records are called: on one line, in words that a reader knows."""

import pytest
from hypothesis import given

from tests.domain.record_strategies import of_kind
from tests.domain.sample_at_hand import EVERY_RECORD, all_of, the
from viewer.domain.dates import Date
from viewer.domain.records import (
    Annotation,
    Distinction,
    Event,
    EventLink,
    Evidence,
    Figure,
    Involvement,
    Person,
    Quote,
    Record,
    Relationship,
    SavedFilter,
    Tagging,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.text import unisolated
from viewer.domain.titles import date_phrase, title, title_of
from viewer.domain.wording import Wording

SAMPLE = Snapshot(EVERY_RECORD)


def plain(text: str) -> str:
    """A text without the invisible marks that keep numbers in order beside Arabic."""
    return text.replace("\u2066", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("record", "called"),
    [
        (the(Person, "amjad"), "Amjad Aldhamat"),
        (the(Person, "gunman"), "Unidentified gunman"),
        (the(Event, "killing"), "Killing of Amjad Aldhamat"),
        (the(Quote, "infiltrated"), "“infiltrated”"),
        (the(Figure, "killings"), "39 killings"),
        (the(Figure, "attempted_killings"), "at least 74 attempted killings of activists"),
        (
            the(Involvement, "killing_amjad"),
            "Amjad Aldhamat, victim: Killing of Amjad Aldhamat",
        ),
        (the(Relationship, "brothers"), "Mohammed Aldhamat: relative of Amjad Aldhamat"),
        (
            the(EventLink, "departure_killing"),
            "Hasanain Alminshid leaves Iraq followed Killing of Amjad Aldhamat",
        ),
        (the(Annotation, "no_prosecutions"), "Highlight"),
        (the(Tagging, "threats_quote"), "threats: “Most activists in the province of Maysan"),
        (
            Distinction(
                id="d", person_id=the(Person, "amjad").id, other_id=the(Person, "gunman").id
            ),
            "Amjad Aldhamat is not Unidentified gunman",
        ),
        (SavedFilter(id="f", listed="event", name="Killings"), "Killings"),
        (Person(id="nobody"), "Untitled person"),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_record_is_called(record: Record, called: str) -> None:
    assert plain(title(SAMPLE, record)).startswith(called)


def test_every_record_of_the_sample_has_a_title_on_one_line() -> None:
    for record in EVERY_RECORD:
        assert title(SAMPLE, record).strip()
        assert "\n" not in title(SAMPLE, record)


def test_a_piece_of_evidence_names_the_field_and_the_words() -> None:
    killing = the(Event, "killing").id
    named = [title(SAMPLE, e) for e in all_of(Evidence) if e.record_id == killing]
    assert "Date: “Last year”" in named
    assert any(line.startswith("As a whole: “a car raced past") for line in named)


@given(of_kind("figure"))
def test_a_figure_always_has_a_title(figure: Record) -> None:
    assert title(SAMPLE, figure).strip()


def test_no_id_has_no_title() -> None:
    assert title_of(SAMPLE, None) == ""
    assert title_of(SAMPLE, "nobody") == ""


def test_a_relative_date_is_said_from_the_event_it_counts_from() -> None:
    assert date_phrase(SAMPLE, the(Event, "departure").date) == (
        "five days after the killing of Amjad Aldhamat"
    )
    after_the_pledge = Date(anchor_id=the(Event, "pledge").id, offset="P2W")
    assert date_phrase(SAMPLE, after_the_pledge) == "two weeks after Kadhimi's pledge of justice"


def test_an_inferred_date_says_so() -> None:
    assert date_phrase(SAMPLE, the(Event, "killing").date) == "perhaps 2019 (inferred)"
    assert date_phrase(SAMPLE, the(Figure, "killings").period) == "since October 2019"
    assert date_phrase(SAMPLE, the(Figure, "kidnappings").period) == "in the last year"


def test_a_note_is_called_by_its_words_without_their_signs() -> None:
    body = "**Ask** [him](http://example.org)\n- when"
    note = Annotation(id="n", target_id="amjad", body=body)
    assert title(SAMPLE, note) == "Ask him (http://example.org) • when"


def test_titles_are_put_together_in_the_language_of_the_report() -> None:
    wording = Wording.of("ar")

    def called(record: Record) -> str:
        return unisolated(title(SAMPLE, record, wording)).removeprefix("\u200f")

    assert called(the(Figure, "killings")) == "عمليات القتل: 39"
    assert called(the(Figure, "attempted_killings")) == (
        "محاولات القتل: ما لا يقل عن 74 (activists)"
    )
    assert called(the(Quote, "infiltrated")) == "«infiltrated»"
    assert called(the(Annotation, "no_prosecutions")) == "تظليل"
    assert called(Person(id="nobody")) == "شخص بلا اسم"
    assert called(the(Relationship, "brothers")) == (
        "Mohammed Aldhamat: صلة قرابة مع Amjad Aldhamat"
    )
    assert called(the(Person, "amjad")) == "Amjad Aldhamat"
