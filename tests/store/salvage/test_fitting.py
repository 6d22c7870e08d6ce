"""What no longer fits is left out, however much hangs on it."""

from viewer.domain.dates import Date
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Event, Record
from viewer.store.salvage.fitting import fitting

MANY = 5000


def by_id(records: list[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


def test_what_hangs_on_what_is_lost_is_left_out_to_the_end() -> None:
    event = Event(id=new_id(), title="What happened")
    notes = [Annotation(id=new_id(), target_id=new_id(), body="On what is lost.")]
    kept = [Annotation(id=new_id(), target_id=event.id, body="On what is there.")]
    for chain in (notes, kept):
        for _ in range(MANY):
            chain.append(Annotation(id=new_id(), target_id=chain[-1].id, body="On it."))
    records, out, cut = fitting(by_id([*notes, event, *kept]))
    assert records == by_id([event, *kept])
    assert [misfit.record for misfit in out] == notes
    assert {misfit.why for misfit in out} == {"what it belongs to is lost"}
    assert cut == []


def test_one_date_of_each_circle_is_taken_away() -> None:
    ids = [new_id() for _ in range(MANY)]
    anchors = [*ids[1:], ids[0]]
    circle = [Event(id=i, date=Date(anchor_id=a)) for i, a in zip(ids, anchors, strict=True)]
    itself = new_id()
    alone = Event(id=itself, date=Date(anchor_id=itself))
    tail = Event(id=new_id(), date=Date(anchor_id=ids[3]))
    records, out, cut = fitting(by_id([tail, *circle, alone]))
    assert out == []
    assert [misfit.why for misfit in cut] == ["its date counts from itself"] * 2
    assert records[tail.id] == tail
    assert records[alone.id] == Event(id=itself)
    assert sum(records[event.id] != event for event in circle) == 1
