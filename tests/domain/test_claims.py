"""How a claim stands: by its words, their documents and what else is said."""

from typing import Any

import pytest

from viewer.domain.claims import CLAIMS, Piece, Standing, claim_of, judgement
from viewer.domain.dates import Date
from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Event, Evidence, Involvement, Record, field_of

EVENT = Event(id=new_id(), title="Raid", type="arrest", date=Date(edtf="2019-10"))
TIE = Involvement(id=new_id(), event_id=EVENT.id, person_id=new_id(), role="victim")


def piece(field: str, document: str = "one", **values: Any) -> Piece:
    found = Evidence(
        id=new_id(), record_id=EVENT.id, field=field, **{"passage_id": new_id(), **values}
    )
    return Piece(found, document)


def standing(record: Record, field: str, *pieces: Piece) -> Standing | None:
    claim = claim_of(record.kind, field)
    assert claim is not None
    found = judgement(claim, record, pieces)
    return found.standing if found else None


@pytest.mark.parametrize("kind", CLAIMS)
def test_claims_are_made_by_fields_that_the_user_fills(kind: str) -> None:
    for claim in CLAIMS[kind]:
        assert field_of(kind, claim.field).spec.editable
        assert all(not name or field_of(kind, name) for name in claim.also)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("event", "status"),
        ("person", "protection"),
        ("person", "pseudonym"),
        ("quote", "note"),
        ("quote", "passage_id"),
        ("document", "title"),
        ("tag", "label"),
        ("annotation", "body"),
    ],
)
def test_what_the_user_decides_or_a_quote_is_needs_no_words(kind: str, field: str) -> None:
    assert kind in KINDS
    assert claim_of(kind, field) is None


def test_a_field_without_a_value_claims_nothing() -> None:
    blank = Event(id=new_id(), title="Raid")
    assert standing(blank, "date") is None
    assert standing(blank, "type") is None
    assert standing(blank, "place_id") is None
    assert standing(blank, "title") == Standing.NOT_EVIDENCED


def test_one_document_is_one_source_however_often_it_says_so() -> None:
    once = piece("date")
    assert standing(EVENT, "date") == Standing.NOT_EVIDENCED
    assert standing(EVENT, "date", once, piece("date")) == Standing.SINGLE_SOURCE
    assert standing(EVENT, "date", once, piece("date", "two")) == Standing.EVIDENCED
    assert standing(EVENT, "date", piece("type")) == Standing.NOT_EVIDENCED


def test_words_that_only_mention_neither_support_nor_contradict() -> None:
    mention = piece("date", stance="mentions", value="2018")
    assert standing(EVENT, "date", mention) == Standing.NOT_EVIDENCED
    assert standing(EVENT, "date", mention, piece("date")) == Standing.SINGLE_SOURCE


def test_other_words_contradict_whether_or_not_they_say_what_instead() -> None:
    two = (piece("date"), piece("date", "two"))
    assert standing(EVENT, "date", *two, piece("date", stance="contradicts")) == (
        Standing.CONTRADICTED
    )
    assert standing(EVENT, "date", *two, piece("date", value="2018")) == Standing.CONTRADICTED


def test_words_for_the_whole_speak_for_the_title_and_for_a_tie() -> None:
    whole = piece("")
    assert standing(EVENT, "title", whole) == Standing.SINGLE_SOURCE
    assert standing(EVENT, "date", whole) == Standing.NOT_EVIDENCED
    assert standing(TIE, "role", whole) == Standing.SINGLE_SOURCE
    assert standing(TIE, "role", piece("person_id")) == Standing.SINGLE_SOURCE


def test_an_inferred_date_rests_on_its_basis_until_words_contradict_it() -> None:
    inferred = Event(id=new_id(), title="Raid", date=Date(edtf="2019", basis="Counted from …"))
    assert standing(inferred, "date") is None
    assert standing(inferred, "date", piece("date", stance="mentions")) is None
    assert standing(inferred, "date", piece("date")) == Standing.SINGLE_SOURCE
    assert standing(inferred, "date", piece("date", value="2018")) == Standing.CONTRADICTED


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ([], "Not yet evidenced: no words say so"),
        ([piece("date")], "One source: 1 passage of one document"),
        (
            [piece("date"), piece("date"), piece("date", "two")],
            "Evidenced by 3 passages of 2 documents",
        ),
        ([piece("date", value="2018")], "Contradicted: other words say otherwise"),
    ],
)
def test_how_a_claim_stands_is_said_in_words(pieces: list[Piece], words: str) -> None:
    claim = claim_of("event", "date")
    assert claim is not None
    found = judgement(claim, EVENT, pieces)
    assert found is not None
    assert found.words == words


def test_the_same_passage_counts_once() -> None:
    claim = claim_of("event", "title")
    assert claim is not None
    passage = new_id()
    pieces = [piece("", passage_id=passage), piece("title", passage_id=passage)]
    found = judgement(claim, EVENT, pieces)
    assert found is not None
    assert found.passages == 1
