"""Another value for a field: the words are kept true to it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.sample_at_hand import EVERY_RECORD
from viewer.domain.changes import ChangeSet
from viewer.domain.claims import Piece, Standing, claim_of, judgement
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Evidence, Record, Tag, field_of
from viewer.domain.revision import taken, written
from viewer.domain.snapshot import Snapshot
from viewer.errors import InvalidRecordError

DOCUMENT, _ = received(b"", "It was on 3 June 2019. Others say May. " + "So it goes. " * 9)
WORDS = passage_at(DOCUMENT, 7, 21)
SENTENCE = passage_at(DOCUMENT, 0, len(DOCUMENT.text) - 1)
CASE = Snapshot([*EVERY_RECORD, DOCUMENT, WORDS, SENTENCE])
EVENT = Event(id=new_id(), title="Raid", date=Date("in May", "2019-05"))
DATE = field_of("event", "date")


def evidence(field: str = "date", stance: str = "supports", value: str = "") -> Evidence:
    return Evidence(
        id=new_id(),
        record_id=EVENT.id,
        field=field,
        passage_id=SENTENCE.id,
        stance=stance,
        value=value,
    )


def after(change_set: ChangeSet, record: Record) -> Any:
    return next((c.after for c in change_set.changes if c.id == record.id), record)


def test_taking_a_value_turns_the_words_round() -> None:
    old, new = evidence(), evidence(stance="contradicts", value="3 June 2019")
    third, mention = evidence(stance="contradicts", value="2018"), evidence(stance="mentions")
    other = evidence("title")
    pieces = [old, new, third, mention, other]

    change_set = taken(CASE, EVENT, DATE, new, pieces)

    assert change_set.label == "Edit event: Date"
    assert after(change_set, EVENT).date == Date("3 June 2019", "2019-06-03")
    assert (after(change_set, old).stance, after(change_set, old).value) == (
        "contradicts",
        "2019-05",
    )
    assert (after(change_set, new).stance, after(change_set, new).value) == ("supports", "")
    assert [after(change_set, piece) for piece in (third, mention, other)] == [
        third,
        mention,
        other,
    ]


def test_taking_back_is_taking_the_other_value_again() -> None:
    old, new = evidence(), evidence(stance="contradicts", value="2019-06")
    there = taken(CASE, EVENT, DATE, new, [old, new])
    event, pieces = after(there, EVENT), [after(there, old), after(there, new)]
    back = taken(CASE, event, DATE, pieces[0], pieces)
    assert after(back, EVENT).date.edtf == "2019-05"
    assert after(back, old) == old
    assert after(back, new) == new


def test_a_taken_date_is_written_as_its_words_write_it() -> None:
    new = replace(evidence(stance="contradicts", value="2019-06-03"), passage_id=WORDS.id)
    assert after(taken(CASE, EVENT, DATE, new, [new]), EVENT).date == Date(
        "on 3 June 2019", "2019-06-03"
    )
    whole = replace(new, passage_id=SENTENCE.id)
    assert after(taken(CASE, EVENT, DATE, whole, [whole]), EVENT).date == Date("", "2019-06-03")


def test_what_a_date_was_inferred_from_stays_with_the_words_of_old() -> None:
    inferred = replace(EVENT, date=Date(edtf="2019-05", basis="The report counts from May."))
    old, new = evidence(), evidence(stance="contradicts", value="2019-06")
    change_set = taken(CASE, inferred, DATE, new, [old, new])
    assert after(change_set, old).note == "The report counts from May."


def test_words_that_say_the_new_value_support_it_whoever_typed_it() -> None:
    said = evidence(stance="contradicts", value="June 2019")
    odd = evidence(stance="contradicts", value="a little later")
    old = evidence()
    value = Date("since June", "2019-06")
    change_set = written(CASE, EVENT, DATE, value, [said, odd, old])
    assert after(change_set, EVENT).date == value
    assert (after(change_set, said).stance, after(change_set, said).value) == ("supports", "")
    assert [after(change_set, piece) for piece in (odd, old)] == [odd, old]


def test_a_value_that_the_record_has_already_only_settles_the_words() -> None:
    said, old = evidence(stance="contradicts", value="May 2019"), evidence()
    change_set = taken(CASE, EVENT, DATE, said, [said, old])
    assert after(change_set, said).stance == "supports"
    assert after(change_set, old) == old


def test_what_cannot_be_read_is_not_taken() -> None:
    said = evidence(stance="contradicts", value="a little later")
    with pytest.raises(InvalidRecordError):
        taken(CASE, EVENT, DATE, said, [said])


def test_nothing_contradicts_once_the_only_value_of_the_words_is_taken() -> None:
    new = evidence(stance="contradicts", value="2019-06")
    change_set = taken(CASE, EVENT, DATE, new, [new])
    claim = claim_of("event", "date")
    assert claim is not None
    found = judgement(claim, after(change_set, EVENT), [Piece(after(change_set, new), "one")])
    assert found is not None
    assert found.standing == Standing.SINGLE_SOURCE


def test_a_field_that_is_called_as_the_deed_is() -> None:
    tag = Tag(id="t", label="Old")
    change_set = written(Snapshot([tag]), tag, field_of("tag", "label"), "New", ())
    assert (change_set.label, change_set.changes[0].after) == (
        "Edit tag: Tag",
        Tag(id="t", label="New"),
    )
