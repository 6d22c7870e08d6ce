"""The trash: what was deleted comes back as far as it still fits, and harms nothing."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ON_DISK, State, new_records
from tests.store.looking import dump
from tests.store.plans import plan
from tests.store.test_undo import ALL_KINDS, a_deed
from viewer.domain.changes import creation, deletion, edit
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at
from viewer.domain.ids import new_id
from viewer.domain.merging import merged
from viewer.domain.records import (
    Document,
    Event,
    Evidence,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
    Record,
    Tag,
    Tagging,
)
from viewer.domain.sample import sample_id
from viewer.errors import NotFoundError
from viewer.store import CaseFile, check

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")


def delete(case_file: CaseFile, id: str) -> int:
    """Delete a record with what hangs on it; returns the deed's number."""
    case_file.apply(case_file.removal_of(id), "B. Tester")
    return case_file.history(limit=1)[0].seq


def restore(case_file: CaseFile, seq: int) -> tuple[Record, ...]:
    found = case_file.restoration(seq)
    case_file.apply(found.change_set)
    assert check(case_file.path) == []
    return found.left_out


def titles(case_file: CaseFile) -> list[str]:
    return [entry.title for entry in case_file.trash()]


def test_an_empty_case_has_an_empty_trash(case_file: CaseFile) -> None:
    assert case_file.trash() == []
    assert case_file.trash_count() == 0


def test_a_deletion_is_known_by_what_it_was_about(sample: CaseFile) -> None:
    delete(sample, AMJAD)
    (entry,) = sample.trash()
    assert entry.record.kind == "person"
    assert "Amjad" in entry.title
    assert entry.entry.who == "B. Tester"
    assert {"name", "involvement", "evidence"} <= {record.kind for record in entry.along}
    assert sample.trash_count() == 1


def test_restoring_at_once_is_as_good_as_undo(sample: CaseFile) -> None:
    before = dump(sample)
    for id in (AMJAD, KILLING, next(sample.all(Document)).id, next(sample.all(Quote)).id):
        assert restore(sample, delete(sample, id)) == ()
        assert dump(sample) == before
    assert sample.trash() == []


def test_restoring_is_a_deed_that_can_be_undone(sample: CaseFile) -> None:
    restore(sample, delete(sample, AMJAD))
    assert sample.next_undo is not None
    assert sample.next_undo.label == "Restore person"
    sample.undo()
    assert sample.find(AMJAD) is None
    assert len(sample.trash()) == 1


def test_what_undo_took_away_is_not_in_the_trash(case_file: CaseFile) -> None:
    case_file.apply(creation(Person(id=new_id())))
    case_file.undo()
    assert case_file.trash() == []


def test_an_undone_deletion_leaves_the_trash_and_a_redone_one_comes_back(sample: CaseFile) -> None:
    delete(sample, AMJAD)
    sample.undo()
    assert sample.trash() == []
    sample.redo()
    assert len(sample.trash()) == 1
    assert restore(sample, sample.trash()[0].entry.seq) == ()


def test_what_was_deleted_twice_is_there_once_as_it_was_last(case_file: CaseFile) -> None:
    place = Place(id=new_id(), name="Old name")
    case_file.apply(creation(place))
    first = delete(case_file, place.id)
    restore(case_file, first)
    case_file.apply(edit(place, name="New name"))
    delete(case_file, place.id)
    assert titles(case_file) == ["New name"]
    with pytest.raises(NotFoundError):
        case_file.restoration(first)


def test_the_trash_is_read_page_by_page_newest_first(case_file: CaseFile) -> None:
    places = [Place(id=new_id(), name=f"Place {n}") for n in range(7)]
    case_file.apply(creation(*places))
    for place in places:
        delete(case_file, place.id)
    first = case_file.trash(limit=4)
    rest = case_file.trash(before=first[-1].entry.seq, limit=4)
    assert [entry.title for entry in first + rest] == [f"Place {n}" for n in range(6, -1, -1)]
    assert case_file.trash_count() == 7


def test_what_needs_something_gone_is_named_and_left_out(case_file: CaseFile) -> None:
    event, person = Event(id=new_id(), title="March"), Person(id=new_id())
    part = Involvement(id=new_id(), event_id=event.id, person_id=person.id)
    case_file.apply(creation(event, person, part))
    seq = delete(case_file, event.id)
    delete(case_file, person.id)
    assert restore(case_file, seq) == (part,)
    assert case_file.find(event.id) == event


def test_a_passage_does_not_come_back_without_what_it_was_marked_for(sample: CaseFile) -> None:
    place = Place(id=new_id(), name="Somewhere")
    document = next(sample.all(Document))
    passage = passage_at(document, 0, 7)
    words = Evidence(id=new_id(), record_id=place.id, field="", passage_id=passage.id)
    sample.apply(creation(place, passage, words))
    seq = delete(sample, words.id)
    assert sample.find(passage.id) is None
    delete(sample, place.id)
    found = sample.restoration(seq)
    assert found.change_set.is_empty
    assert set(found.left_out) == {words, passage}


def test_a_pointer_is_set_again_only_where_none_is(case_file: CaseFile) -> None:
    old, new = Place(id=new_id(), name="Old"), Place(id=new_id(), name="New")
    first = Event(id=new_id(), title="First", place_id=old.id)
    second = Event(id=new_id(), title="Second", place_id=old.id)
    case_file.apply(creation(old, new, first, second))
    seq = delete(case_file, old.id)
    case_file.apply(edit(case_file.get(Event, second.id), place_id=new.id))
    restore(case_file, seq)
    assert case_file.get(Event, first.id).place_id == old.id
    assert case_file.get(Event, second.id).place_id == new.id


def test_a_pointer_of_what_comes_back_to_what_is_gone_is_let_go(case_file: CaseFile) -> None:
    place = Place(id=new_id(), name="Square")
    event = Event(id=new_id(), title="March", place_id=place.id)
    case_file.apply(creation(place, event))
    seq = delete(case_file, event.id)
    delete(case_file, place.id)
    assert restore(case_file, seq) == ()
    assert case_file.get(Event, event.id).place_id is None


def test_no_person_gets_a_second_main_name(case_file: CaseFile) -> None:
    person = Person(id=new_id())
    old = Name(id=new_id(), person_id=person.id, text="Old")
    case_file.apply(creation(person, old))
    seq = delete(case_file, old.id)
    case_file.apply(creation(Name(id=new_id(), person_id=person.id, text="New")))
    restore(case_file, seq)
    assert case_file.get(Name, old.id).type == "alias"


def test_no_record_gets_a_tag_twice(case_file: CaseFile) -> None:
    tag, place = Tag(id=new_id(), label="torture"), Place(id=new_id())
    old = Tagging(id=new_id(), tag_id=tag.id, target_id=place.id)
    case_file.apply(creation(tag, place, old))
    seq = delete(case_file, old.id)
    case_file.apply(creation(replace(old, id=new_id())))
    assert case_file.restoration(seq).change_set.is_empty


def test_dates_do_not_come_back_round_a_circle(case_file: CaseFile) -> None:
    first = Event(id=new_id(), title="First", date=Date(edtf="2019"))
    second = Event(id=new_id(), title="Second", date=Date(anchor_id=first.id, offset="P1D"))
    case_file.apply(creation(first, second))
    case_file.apply(edit(first, date=Date()))
    seq = delete(case_file, first.id)
    third = Event(id=new_id(), title="Third", date=Date(anchor_id=second.id, offset="P1D"))
    case_file.apply(creation(third))
    restore(case_file, seq)
    assert case_file.get(Event, second.id).date.anchor_id == first.id
    case_file.apply(edit(case_file.get(Event, first.id), date=Date(edtf="2020")))
    seq = delete(case_file, first.id)
    case_file.apply(edit(case_file.get(Event, second.id), date=Date()))
    restore(case_file, seq)


def test_a_merged_person_comes_back_with_a_name_and_takes_nothing(case_file: CaseFile) -> None:
    kept, gone = Person(id=new_id()), Person(id=new_id())
    main = Name(id=new_id(), person_id=kept.id, text="Amjad")
    other = Name(id=new_id(), person_id=gone.id, text="Amgad")
    case_file.apply(creation(kept, gone, main, other))
    case_file.apply(merged(case_file, kept, gone))
    given = case_file.get(Name, other.id)
    assert given.person_id == kept.id
    (entry,) = case_file.trash()
    assert (entry.record, entry.title) == (gone, "Amgad")
    restore(case_file, entry.entry.seq)
    assert [name.text for name in case_file.where(Name, person_id=gone.id, type="main")] == [
        "Amgad"
    ]
    assert case_file.get(Name, other.id) == given


def test_the_title_of_what_is_gone_is_known_though_more_went_since(sample: CaseFile) -> None:
    quote = next(sample.all(Quote))
    delete(sample, quote.id)
    for document in list(sample.all(Document)):
        delete(sample, document.id)
    assert titles(sample)[-1].startswith("“")


def test_the_trash_is_found_without_reading_the_whole_history(sample: CaseFile) -> None:
    from viewer.store import trash

    sql = f"SELECT DISTINCT c.seq {trash._DELETED} AND c.seq < 9 ORDER BY c.seq DESC LIMIT 9"
    assert all("USING" in step for step in plan(sample, sql, ())[0] if step.startswith("SCAN"))
    assert "history_change_deleted" in str(plan(sample, sql, ()))


def test_only_deletions_go_to_the_trash(sample: CaseFile) -> None:
    sample.apply(edit(sample.get(Person, AMJAD), about="More."))
    assert sample.trash() == []
    sample.apply(deletion(next(sample.all(Tagging))))
    assert sample.trash_count() == 1


def test_any_two_persons_of_the_sample_can_be_merged_and_the_one_restored(
    sample: CaseFile,
) -> None:
    persons = list(sample.all(Person))
    for keep, gone in pairwise(persons):
        sample.apply(merged(sample, sample.get(Person, keep.id), gone))
        restore(sample, sample.trash(limit=1)[0].entry.seq)
        sample.undo()
        sample.undo()
    assert sample.trash() == []


@ON_DISK
@given(st.data())
def test_whatever_was_deleted_can_be_restored_and_the_case_stays_sound(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, CaseFile.create(Path(folder, "c.casefile")) as case_file:
        state = State(case_file.case)
        deeds = [new_records(data.draw, state, ALL_KINDS)]
        for _ in range(data.draw(st.integers(1, 6))):
            for deed in deeds:
                case_file.apply(deed)
                state.follow(deed)
            deeds = [a_deed(data.draw, state, case_file)]
        while entries := case_file.trash():
            found = case_file.restoration(data.draw(st.sampled_from(entries)).entry.seq)
            if found.change_set.is_empty:
                break
            before = dump(case_file)
            case_file.apply(found.change_set)
            case_file.undo()
            assert dump(case_file) == before
            case_file.redo()
        assert check(case_file.path) == []
