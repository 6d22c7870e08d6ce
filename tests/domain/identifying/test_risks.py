"""Which combinations are left that point to a protected person."""

from dataclasses import replace

import pytest

from tests.domain.identifying.cases import Told
from tests.domain.sample_at_hand import EVERY_RECORD, called
from viewer.domain.audiences import audience_of
from viewer.domain.dates import Date
from viewer.domain.identifying import Level, Risk, residual_risks
from viewer.domain.records import Distinction, Document, Event, Place
from viewer.domain.snapshot import Snapshot


def risks(told: Told, audience: str = "public") -> tuple[Risk, ...]:
    return residual_risks(told.case, audience_of(told.case, audience))


def said(told: Told, audience: str = "public") -> list[tuple[str, str]]:
    return [(risk.level.name.lower(), risk.sentence) for risk in risks(told, audience)]


def omar(text: str = "Nothing.", type: str = "testimony", **values: str) -> Told:
    """A testimony, and Omar whose name is withheld."""
    return Told(text, type).protects("omar", "Omar Saadi", pseudonym="Witness A", **values)


def happened(told: Told, edtf: str, precision: str = "locality") -> Told:
    """Let the event happen on that day in Amarah."""
    place = Place(id="amarah", name="Amarah", precision=precision)
    event = Event(id="event", title="A killing", date=Date(edtf=edtf), place_id="amarah")
    told.records = [each for each in told.records if each.id != "event"]
    return told.but(place, event)


@pytest.mark.parametrize(
    ("date", "precision", "level"),
    [
        ("2020-03-14", "exact", ["high"]),
        ("2020-03-14", "locality", ["high"]),
        ("2020-03", "locality", ["medium"]),
        ("2020", "exact", []),
        ("", "exact", []),
        ("2020-03-14", "region", []),
        ("2020-03-14", "country", []),
    ],
)
def test_the_only_witness_at_a_small_place_on_a_day(
    date: str, precision: str, level: list[str]
) -> None:
    told = happened(omar().involves("omar", "witness"), date, precision)
    assert [each for each, _ in said(told)] == level


def test_the_sentence_says_who_what_where_and_when_as_the_audience_reads_it() -> None:
    told = happened(omar().involves("omar", "witness"), "2020-03-14")
    (risk,) = risks(told)
    assert risk.sentence == "Witness A is the only witness in “A killing”: Amarah, 14 March 2020."
    assert risk.record_ids == ("event", "amarah")
    assert "Details withheld" in risk.help


def test_one_of_several_is_less_easily_found_and_who_only_told_of_it_was_perhaps_not_there() -> (
    None
):
    told = happened(omar().involves("omar", "victim"), "2020-03-14").names("x", "Noor")
    assert [level for level, _ in said(told.involves("x", "victim"))] == ["medium"]
    assert said(happened(omar().involves("omar", "source"), "2020-03-14")) == []


def test_details_withheld_helps() -> None:
    told = happened(Told("Nothing.", "testimony"), "2020-03-14").names("amjad", "Amjad")
    told.names("omar", "Omar", "details_withheld", occupation="Baker, 34")
    told.involves("omar", "witness").ties("omar", "relative", "amjad", "Brother")
    assert said(told) == []


def test_a_tie_to_somebody_named() -> None:
    told = omar().names("amjad", "Amjad Saadi").ties("amjad", "relative", "omar", "Brother")
    assert said(told) == [
        ("high", "A tie to somebody who is named: Amjad Saadi, relative of Witness A (Brother).")
    ]
    told = omar().names("amjad", "Amjad Saadi").ties("omar", "colleague", "amjad")
    assert said(told)[0][0] == "medium"
    told = omar().protects("ali", "Ali Zaid").ties("omar", "relative", "ali", "Brother")
    assert said(told) == []


def test_who_leads_or_belongs_to_an_organisation_that_is_named() -> None:
    told = omar().names("centre", "The Centre", unit="organisation")
    told.names("all", "", unit="group", described_as="Activists")
    told.ties("omar", "leads", "centre").ties("omar", "member_of", "all")
    assert said(told) == [("high", "Witness A: leads The Centre, which is named.")]


def test_what_somebody_is_and_where() -> None:
    told = happened(omar(occupation="Baker").involves("omar", "participant"), "")
    assert said(told) == [("medium", "What Witness A is and where: “Baker”, Amarah.")]
    assert said(omar(occupation="Baker")) == []


@pytest.mark.parametrize(
    ("about", "level"),
    [
        ("A man of 93", ["medium"]),
        ("عمره ٩٣", ["medium"]),
        ("Came in 2014", ["low"]),
        ("A man, Omar Saadi", []),
    ],
)
def test_ages_and_numbers(about: str, level: list[str]) -> None:
    told = Told("Nothing.", "testimony").protects("omar", "Omar Saadi", about=about)
    assert [each for each, _ in said(told)] == level


WORDS = "They took him at night, all of them."


def published(told: Told, **values: str) -> Told:
    told.records = [
        replace(each, **values) if isinstance(each, Document) else each for each in told.records
    ]
    return told


def test_a_source_with_an_address_that_names_the_person() -> None:
    told = published(omar(f"{WORDS} Omar Saadi said so."), address="https://example.org/a")
    assert said(told) == [
        (
            "high",
            "The source is published at https://example.org/a and gives the name of Witness A.",
        )
    ]


def test_an_article_without_an_address_can_still_be_found() -> None:
    assert [level for level, _ in said(omar("Omar Saadi said so.", "article"))] == ["medium"]
    assert said(omar("Omar Saadi said so.", "testimony")) == []


def test_words_that_can_be_searched_for() -> None:
    told = omar(WORDS, "article").quotes("omar", WORDS)
    assert [level for level, _ in said(told)] == ["low"]
    told = published(omar(WORDS).quotes("omar", WORDS), address="https://example.org/a")
    (risk,) = risks(told)
    assert (risk.level, risk.record_ids) == (Level.MEDIUM, ("document", f"quote {WORDS}"))
    assert said(omar("“Go home.”", "article").quotes("omar", "Go home.")) == []


def test_who_is_left_out_may_be_named_by_a_source_that_is_given() -> None:
    told = published(Told("Omar Saadi fled."), address="https://example.org/a")
    told.names("omar", "Omar Saadi", "never_exported")
    (risk,) = risks(told, "legal")
    assert risk.pseudonym == ""
    assert risk.sentence.endswith("gives the name of somebody who is left out.")
    assert risks(told, "internal") == ()


def test_the_most_direct_come_first_in_the_sample() -> None:
    case = Snapshot(EVERY_RECORD)
    found = residual_risks(case, audience_of(case, "public"))
    assert [(risk.level.name, called(risk.person_id)) for risk in found] == [
        ("HIGH", "Mohammed Aldhamat"),
        ("MEDIUM", "Mohammed Aldhamat"),
        ("MEDIUM", "Hasanain Alminshid"),
    ]
    assert "relative of Amjad Aldhamat" in found[0].sentence


def test_a_person_in_another_spelling_who_is_named_may_be_the_protected_one() -> None:
    told = omar().names("umar", "Umar al-Saadi").names("ali", "Ali Saadi")
    sentence = "“Umar al-Saadi”, who is named, may be the same person as Witness A."
    assert said(told) == [("high", sentence)]
    assert said(told.but(Distinction(id="two", person_id="omar", other_id="umar"))) == []


def test_two_spellings_that_are_both_protected_are_no_risk() -> None:
    assert said(omar().protects("umar", "Umar al-Saadi")) == []


def test_all_sources_that_give_a_name_are_one_risk_and_those_with_an_address_come_first() -> None:
    told = omar("Omar Saadi fled.", "article").but(
        Document(id="other", title="Other", text="Omar Saadi hid.", address="https://example.org/b")
    )
    (risk,) = risks(told)
    assert risk.level == Level.HIGH
    assert risk.sentence.startswith("The source is published at https://example.org/b and gives")
    assert risk.sentence.endswith("of Witness A; so does one other source.")
    assert risk.record_ids == ("other", "document")
