from collections.abc import Iterator
from pathlib import Path

import pytest

from viewer.domain.changes import creation
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Document, Evidence, Person, Quote
from viewer.store import CaseFile, passages

TEXT = "“They came,” said Amal. Nobody asked."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with CaseFile.create(tmp_path / "a.casefile") as case:
        yield case


@pytest.fixture
def document(case: CaseFile) -> Document:
    document, content = received(TEXT.encode(), TEXT, title="Article")
    case.apply(creation(document, contents=(content,)))
    return document


def test_each_use_of_a_passage_comes_with_its_record(case: CaseFile, document: Document) -> None:
    said, name = passage_at(document, 1, 10), passage_at(document, 18, 22)
    person = Person(id=new_id())
    quote = Quote(id=new_id(), passage_id=said.id, speaker_id=person.id)
    note = Annotation(id=new_id(), target_id=name.id, body="Who?")
    evidence = Evidence(id=new_id(), record_id=person.id, field="", passage_id=name.id)
    case.apply(creation(said, name, person, quote, note, evidence))

    found = [(use.start, use.kind, use.record_id) for use in case.passage_uses(document.id)]

    assert found == [
        (1, "quote", quote.id),
        (18, "annotation", note.id),
        (18, "person", person.id),
    ]


def test_a_passage_that_nothing_uses_is_told_too(case: CaseFile, document: Document) -> None:
    passage = passage_at(document, 0, 5)
    case.apply(creation(passage))
    (use,) = case.passage_uses(document.id)
    assert (use.passage_id, use.kind, use.record_id) == (passage.id, "", "")


def test_a_passage_twice_evidence_of_a_record_is_one_use(
    case: CaseFile, document: Document
) -> None:
    passage, person = passage_at(document, 18, 22), Person(id=new_id())
    both = [
        Evidence(id=new_id(), record_id=person.id, field=field, passage_id=passage.id)
        for field in ("", "occupation")
    ]
    case.apply(creation(passage, person, *both))
    assert len(case.passage_uses(document.id)) == 1


def test_longer_passages_come_before_those_within_them(case: CaseFile, document: Document) -> None:
    inner, outer = passage_at(document, 0, 5), passage_at(document, 0, 12)
    case.apply(creation(inner, outer))
    assert [use.end for use in case.passage_uses(document.id)] == [12, 5]


def test_words_about_a_quote_are_not_taken_for_the_quote(
    case: CaseFile, document: Document
) -> None:
    said, name = passage_at(document, 1, 10), passage_at(document, 18, 22)
    quote = Quote(id=new_id(), passage_id=said.id)
    own = Evidence(id=new_id(), record_id=quote.id, field="", passage_id=said.id)
    evidence = Evidence(id=new_id(), record_id=quote.id, field="speaker_id", passage_id=name.id)
    case.apply(creation(said, name, quote, own, evidence))
    assert [(use.start, use.kind) for use in case.passage_uses(document.id)] == [
        (1, "quote"),
        (18, "evidence"),
    ]


def test_passages_of_a_part_of_the_text_are_those_that_begin_in_it(
    case: CaseFile, document: Document
) -> None:
    before, first, last, after = (passage_at(document, n, 30) for n in (0, 5, 9, 10))
    case.apply(creation(before, first, last, after))
    found = case.passage_uses(document.id, (5, 10))
    assert [use.passage_id for use in found] == [first.id, last.id]
    assert case.passage_count(document.id) == 4


def test_passages_are_asked_for_by_id_within_their_document(
    case: CaseFile, document: Document
) -> None:
    other, content = received(b"Other", "Other", title="Other")
    wanted, not_wanted = passage_at(document, 0, 5), passage_at(document, 1, 5)
    elsewhere = passage_at(other, 0, 5)
    case.apply(creation(other, wanted, not_wanted, elsewhere, contents=(content,)))
    found = case.passage_uses(document.id, ids=[wanted.id, elsewhere.id])
    assert [use.passage_id for use in found] == [wanted.id]
    assert case.passage_uses(document.id, ids=[]) == []


@pytest.mark.parametrize(("span", "ids"), [(None, None), ((0, 9), None), (None, ["x", "y"])])
def test_no_table_is_read_from_end_to_end(
    case: CaseFile, span: tuple[int, int] | None, ids: list[str] | None
) -> None:
    sql, params = passages.query("x", span, ids)
    plan = case._db.execute("EXPLAIN QUERY PLAN " + sql, params).fetchall()
    tables = [row[-1] for row in plan if row[-1].startswith("SCAN")]
    assert tables == []


def test_an_annotation_says_its_motivation_and_colour(case: CaseFile, document: Document) -> None:
    passage, person = passage_at(document, 18, 22), Person(id=new_id())
    highlight = Annotation(
        id=new_id(), target_id=passage.id, motivation="highlighting", colour="red"
    )
    evidence = Evidence(id=new_id(), record_id=person.id, field="", passage_id=passage.id)
    case.apply(creation(passage, person, highlight, evidence))
    found = [(use.kind, use.motivation, use.colour) for use in case.passage_uses(document.id)]
    assert found == [("annotation", "highlighting", "red"), ("person", "", "")]
