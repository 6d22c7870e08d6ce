"""What cannot be kept is refused in a sentence, nothing is changed, and the case goes on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.store.looking import dump
from viewer.domain.changes import Change, ChangeSet, combined, creation, deletion, edit
from viewer.domain.dates import Date
from viewer.domain.documents import received
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Case,
    Document,
    Event,
    Evidence,
    Figure,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Tag,
    Tagging,
)
from viewer.errors import CasefileError, ConflictError, InvalidRecordError
from viewer.store import CaseFile, check

SURROGATE, NUL = "a\ud800b", "a\0b"
BEN = Person(id=new_id(), described_as="Ben")


def first(case_file: CaseFile, kind: type[Any]) -> Any:
    return next(case_file.all(kind))


def person(**values: Any) -> ChangeSet:
    return creation(Person(id=new_id(), **values))


def event(case_file: CaseFile, **date: Any) -> ChangeSet:
    return creation(Event(id=new_id(), date=Date(**date)))


def second_main_name(case_file: CaseFile) -> ChangeSet:
    name = case_file.where(Name, type="main")[0]
    return creation(replace(name, id=new_id(), text="Another"))


def same_tag_twice(case_file: CaseFile) -> ChangeSet:
    tag, person_id = Tag(id=new_id(), label="x"), first(case_file, Person).id
    pair = [Tagging(id=new_id(), tag_id=tag.id, target_id=person_id) for _ in range(2)]
    return creation(tag, *pair)


def moved_passage(case_file: CaseFile, **values: Any) -> ChangeSet:
    return creation(replace(first(case_file, Passage), id=new_id(), **values))


def passage_of_nothing(case_file: CaseFile) -> ChangeSet:
    return moved_passage(case_file, exact="", start=3, end=3)


def circle(case_file: CaseFile, offset: str = "P1D") -> ChangeSet:
    one, two = new_id(), new_id()
    return creation(
        Event(id=one, date=Date(anchor_id=two, offset=offset)),
        Event(id=two, date=Date(anchor_id=one, offset=offset)),
    )


def orphan_document(case_file: CaseFile) -> ChangeSet:
    return creation(received(b"bytes", "text")[0])


def false_hash(case_file: CaseFile) -> ChangeSet:
    document, content = received(b"bytes", "text")
    return creation(replace(document, text="other"), contents=(content,))


def evidence_for(case_file: CaseFile, field: str) -> ChangeSet:
    record_id, passage_id = first(case_file, Person).id, first(case_file, Passage).id
    return creation(Evidence(id=new_id(), record_id=record_id, field=field, passage_id=passage_id))


#: What is wrong, and a word that the sentence must hold.
WRONG: dict[str, tuple[Callable[[CaseFile], ChangeSet], str]] = {
    "code": (lambda c: person(unit="crowd"), "crowd"),
    "code of an edit": (lambda c: edit(first(c, Event), type=""), "choices"),
    "NUL": (lambda c: person(about=NUL), "About"),
    "surrogate": (lambda c: person(about=SURROGATE), "About"),
    "surrogate in an edit": (lambda c: edit(first(c, Place), name=SURROGATE), "Name"),
    "surrogate in a date": (lambda c: event(c, written=SURROGATE), "Date"),
    "NUL in a basis": (lambda c: event(c, basis=NUL), "Date"),
    "surrogate in a label": (lambda c: edit(c.case, SURROGATE, title="x"), "deed"),
    "surrogate in an id": (lambda c: creation(replace(BEN, id=SURROGATE * 12)), "id"),
    "no id": (lambda c: creation(replace(BEN, id="")), "id"),
    "an id of another make": (lambda c: creation(replace(BEN, id="p1")), "p1"),
    "EDTF": (lambda c: event(c, edtf="the 3rd"), "the 3rd"),
    "offset": (lambda c: event(c, anchor_id=c.case.id, offset="5 days"), "5 days"),
    "offset from nothing": (lambda c: event(c, offset="P5D"), "count from"),
    "circle": (circle, "circle"),
    "circle of the same day": (lambda c: circle(c, "P0D"), "circle"),
    "reference": (
        lambda c: creation(Name(id=new_id(), person_id=new_id(), text="x")),
        "not there",
    ),
    "reference to another kind": (
        lambda c: creation(Quote(id=new_id(), passage_id=first(c, Person).id)),
        "not there",
    ),
    "anchor": (lambda c: event(c, anchor_id=new_id()), "not there"),
    "deletion of what others refer to": (
        lambda c: deletion(first(c, Involvement), c.get(Event, first(c, Involvement).event_id)),
        "refer",
    ),
    "deletion of the case": (lambda c: deletion(c.case), "case"),
    "second case": (lambda c: creation(Case(id=new_id())), "one case"),
    "second main name": (second_main_name, "main name"),
    "tag twice": (same_tag_twice, "tag"),
    "id twice": (lambda c: creation(BEN, BEN), "id"),
    "id of another kind": (lambda c: creation(Tag(id=c.case.id, label="x")), "id"),
    "words of a passage": (lambda c: moved_passage(c, exact="never said"), "words"),
    "place of a passage": (lambda c: moved_passage(c, start=first(c, Passage).start + 1), "words"),
    "passage before the text": (lambda c: moved_passage(c, start=-3, end=-1, exact="."), "Start"),
    "empty passage": (passage_of_nothing, "words"),
    "edited passage": (lambda c: edit(first(c, Passage), prefix="x"), "never changes"),
    "edited text": (lambda c: edit(first(c, Document), text="x"), "never changes"),
    "edited hash": (lambda c: edit(first(c, Document), sha256="x"), "never changes"),
    "document without its original": (orphan_document, "original"),
    "document with a false hash": (false_hash, "hash"),
    "field": (lambda c: evidence_for(c, "shoe_size"), "shoe_size"),
    "count below zero": (lambda c: creation(Figure(id=new_id(), number=-1)), "-1"),
    "count beyond measure": (lambda c: creation(Figure(id=new_id(), number=2**63)), "Number"),
    "latitude": (lambda c: creation(Place(id=new_id(), latitude=float("nan"))), "Latitude"),
    "right at first, wrong at last": (
        lambda c: combined("", [edit(c.case, title="Changed"), person(), person(unit="")]),
        "choices",
    ),
    "right at first, dangling at last": (
        lambda c: combined("", [edit(c.case, title="x"), event(c, anchor_id=new_id())]),
        "not there",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_fit_changes_nothing(sample: CaseFile, wrong: str) -> None:
    make, word = WRONG[wrong]
    deed = make(sample)
    before, entries = dump(sample), sample.history()
    with pytest.raises(InvalidRecordError, match=word) as refusal:
        sample.apply(deed)
    sentence = str(refusal.value)
    assert sentence[0].isupper() or sentence[0] == "“"
    assert sentence.endswith(".")
    assert (dump(sample), sample.history()) == (before, entries)
    goes_on(sample)


@pytest.mark.parametrize(
    "stale",
    [
        lambda c: edit(replace(c.case, title="as it never was"), title="New"),
        lambda c: deletion(replace(first(c, Figure), number=7)),
        lambda c: edit(BEN, described_as="Benjamin"),
        lambda c: deletion(BEN),
        lambda c: ChangeSet("", (Change(replace(c.case, summary="?"), c.case),)),
    ],
)
def test_a_record_that_is_not_as_it_was_seen_is_left(
    sample: CaseFile, stale: Callable[[CaseFile], ChangeSet]
) -> None:
    before, entries = dump(sample), sample.history()
    deed = combined("", [person(), stale(sample)])
    with pytest.raises(ConflictError, match="changed elsewhere"):
        sample.apply(deed)
    assert (dump(sample), sample.history()) == (before, entries)
    goes_on(sample)


@pytest.mark.parametrize("offset", ["P0D", "P3D", ""])
def test_an_edit_cannot_close_a_circle_of_dates(case_file: CaseFile, offset: str) -> None:
    one = Event(id=new_id(), date=Date(edtf="2019"))
    two = Event(id=new_id(), date=Date(anchor_id=one.id, offset=offset))
    case_file.apply(creation(one, two))
    for closing in (Date(anchor_id=two.id), Date(anchor_id=one.id)):
        with pytest.raises(InvalidRecordError, match="circle"):
            case_file.apply(edit(one, date=closing))
    case_file.apply(edit(one, date=Date(edtf="2020", anchor_id=two.id)))
    assert check(case_file.path) == []


def test_a_long_chain_of_dates_is_no_work_without_end(case_file: CaseFile) -> None:
    chain = [Event(id=new_id(), date=Date(edtf="2020-01-01"))]
    for _ in range(1000):
        chain.append(Event(id=new_id(), date=Date(anchor_id=chain[-1].id, offset="P1D")))
    case_file.apply(creation(*reversed(chain)))
    case_file.apply(edit(chain[0], date=Date(edtf="2021-01-01")))
    assert check(case_file.path) == []


def test_a_relative_date_moves_with_what_it_counts_from(case_file: CaseFile) -> None:
    chain = [Event(id=new_id(), date=Date(edtf="2020-03-01"))]
    for _ in range(5):
        chain.append(Event(id=new_id(), date=Date(anchor_id=chain[-1].id, offset="P1D")))
    case_file.apply(creation(*reversed(chain)))
    case_file.apply(edit(chain[0], date=Date(edtf="2021-03-01")))
    sql = "SELECT date_earliest FROM event ORDER BY date_earliest"
    days = [row[0] for row in case_file._db.execute(sql)]
    assert days == list(range(days[0], days[0] + 6))
    assert check(case_file.path) == []


def test_a_reader_cannot_write(closed: Path) -> None:
    reader = CaseFile.open(closed, read_only=True)
    with reader, pytest.raises(CasefileError, match="read-only"):
        reader.apply(edit(reader.case, title="New"))


def goes_on(case_file: CaseFile) -> None:
    """The next change is written, and the lock is held as before."""
    case_file.apply(edit(case_file.case, title=f"{case_file.case.title}, on"))
    assert case_file._db.conn.in_transaction
    assert check(case_file.path) == []
