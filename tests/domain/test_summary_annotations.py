"""Annotations as one audience may have them: nothing of a withheld name or detail is in them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.domain.small_case import DOCUMENT, QUOTED, TAKEN, TEXT, passage, records
from viewer.domain.protection.withheld import WithheldWords
from viewer.domain.records import Annotation, Distinction, Person, Quote, Record, Tag, Tagging
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import AnnotationEntry, strings, summarise
from viewer.errors import LeakError

PROTECTED = ["name_withheld", "details_withheld", "never_exported"]
FORMS = ("sa'id", "said al", "saïd", "rashid ", "سعيد", "الراشد", "سَعيد")
HEARD = "SAÏD AL-RASHID's neighbours heard it."


def case(protection: str = "public", *more: Record) -> Snapshot:
    kept = (r for r in records(protection) if not isinstance(r, Annotation))
    return Snapshot([*kept, *more])


def on(words: str, after: str = "", **values: str) -> Iterator[Record]:
    marked = replace(passage(words, after), id=f"marked {words}")
    yield marked
    yield Annotation(id=f"note {words}", target_id=marked.id, **values)


def told(protection: str, *more: Record, audience: str = "public") -> dict[str, AnnotationEntry]:
    found = summarise(case(protection, *more), audience).annotations
    return {entry.body or entry.target.words: entry for entry in found}


def test_words_come_with_their_place_and_what_is_around_them() -> None:
    entry = told("public", *on("neighbours"))["neighbours"]
    assert entry.target.place is not None
    start, end, before, after = entry.target.place
    assert TEXT[start:end] == "neighbours"
    assert TEXT[start - len(before) : end + len(after)] == f"{before}neighbours{after}"


@pytest.mark.parametrize("protection", PROTECTED)
def test_no_form_of_a_protected_name_is_in_an_annotation(protection: str) -> None:
    tag = Tag(id="t", label="ask Sa'id")
    found = [*on(HEARD, body="Ask Saïd al-Rashid's neighbours", author="Sa'id al-Rashid"), tag]
    found.append(Tagging(id="tg", tag_id="t", target_id=f"note {HEARD}"))
    found += on("ليلى حداد", body="Said al Rashid wrote سعيد الراشد")
    entries = summarise(case(protection, *found), "public").annotations
    # The Arabic words date an event in which the person is: a detail, too.
    assert len(entries) == (1 if protection == "details_withheld" else 2)
    text = "\n".join(said for _, said in strings(entries)).casefold()
    assert [form for form in FORMS if form in text] == []
    assert "neighbours" in text


def test_where_a_part_of_the_words_is_withheld_their_place_is_too() -> None:
    entry = told("name_withheld", *on(HEARD))["[Person 4]'s neighbours heard it."]
    assert entry.target.place is None


def test_around_words_no_name_is_told() -> None:
    entry = told("name_withheld", *on("'s neighbours"))["'s neighbours"]
    assert entry.target.place is not None
    assert (entry.target.place.before, entry.target.place.after) == ("", "")


def test_the_address_of_a_document_that_holds_a_name_is_not_given() -> None:
    assert told("public", *on("neighbours"))["neighbours"].target.address == DOCUMENT.address
    entry = told("name_withheld", *on("neighbours"))["neighbours"]
    assert entry.target.address == ""
    assert entry.target.title == "Testimony of [Person 4]"


@pytest.mark.parametrize(
    ("protection", "is_told"), [("name_withheld", True), *[(p, False) for p in PROTECTED[1:]]]
)
def test_a_note_on_somebody_whose_details_are_withheld_stays_within(
    protection: str, is_told: bool
) -> None:
    notes = [
        Annotation(id="on a person", target_id="said", body="Lives near the bridge"),
        Annotation(id="on a part", target_id="i2", body="Was in the bakery"),
    ]
    assert bool(told(protection, *notes)) == is_told
    assert len(told(protection, *notes, audience="internal")) == 2


@pytest.mark.parametrize("words", [QUOTED, 'took her at night," said', "They"])
def test_words_that_are_evidence_of_a_withheld_detail_are_not_shown_by_a_highlight(
    words: str,
) -> None:
    assert told("name_withheld", *on(words))
    assert not told("details_withheld", *on(words))
    assert told("details_withheld", *on("neighbours"))


def test_what_is_said_by_somebody_never_exported_is_not_shown_by_a_highlight() -> None:
    quote = Quote(id="q", passage_id=passage(TAKEN).id, speaker_id="said")
    taken = on("Layla Haddad was taken", body="When?")
    assert not told("never_exported", quote, *taken, audience="legal")
    assert told("details_withheld", quote, *on("Layla Haddad", body="Who?"), audience="legal")


@pytest.mark.parametrize("audience", ["legal", "public"])
def test_a_note_goes_with_whatever_it_is_on(audience: str) -> None:
    tied = [Tag(id="t", label="urgent"), Tagging(id="tg", tag_id="t", target_id="said")]
    tied += [Distinction(id="two", person_id="said", other_id="layla")]
    notes = [Annotation(id=f"on {id}", target_id=id, body=id) for id in ("tg", "two")]
    assert told("never_exported", *tied, *notes, audience=audience) == {}
    # That two persons are told apart is of the work on the case, and so is a note on it.
    assert told("public", *tied, *notes, audience=audience).keys() == {"tg"}


def test_a_note_that_stands_beside_a_quote_is_told() -> None:
    assert told("never_exported", *on("neighbours"), audience="legal")


def test_a_pseudonym_that_holds_the_name_is_refused_for_annotations_too() -> None:
    with pytest.raises(LeakError, match="protected person"):
        summarise(
            Snapshot([*records("name_withheld", "Brother Rashid"), *on("neighbours")]), "public"
        )


def test_a_note_on_a_person_under_a_pseudonym_is_called_by_it() -> None:
    person = Person(id="tariq", described_as="A cousin")
    notes = (Annotation(id=f"n{n}", target_id=t, body=t) for n, t in enumerate(("said", "tariq")))
    entries = told("name_withheld", person, *notes)
    assert [entry.target.title for entry in entries.values()] == ["Person 4", "A cousin"]


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [(0, 5, False), (5, 6, True), (0, 6, True), (7, 9, True), (11, 12, True), (12, 20, False)],
)
def test_withheld_words_are_told_to_the_letter(start: int, end: int, touches: bool) -> None:
    spans = ((5, 8), (6, 7), (8, 12), (30, 40))
    withheld = WithheldWords(replace(passage(TAKEN), start=a, end=b) for a, b in spans)
    assert withheld.touch(replace(passage(TAKEN), start=start, end=end)) == touches
    assert not withheld.touch(replace(passage(TAKEN), document_id="b", start=5, end=6))
    assert not withheld.touch(None)
