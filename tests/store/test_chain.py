"""The history is a chain: each entry's hash rests on all before it, and forgetting breaks none."""

from tests.store.chains import as_described, hashes_of
from viewer.domain.changes import NOTHING, creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Person
from viewer.store import CaseFile, chain, history

EMPTY_LINES = """UPDATE history_change SET salt = NULL, before = NULL, after = NULL
                 WHERE record_id = ?"""


def test_each_hash_is_what_is_described(sample: CaseFile) -> None:
    sample.apply(edit(sample.case, title="عنوان “x” \n"), "Leïla")
    sample.undo()
    assert hashes_of(sample) == as_described(sample._db)
    assert chain.head(sample._db) == (4, hashes_of(sample)[-1])


def test_every_salt_is_another(sample: CaseFile) -> None:
    sql = "SELECT salt FROM history_change UNION ALL SELECT salt FROM history"
    salts = [row[0] for row in sample._db.execute(sql).fetchall()]
    assert len(salts) > 100
    assert len(set(salts)) == len(salts)
    assert {len(salt) for salt in salts} == {32}


def test_what_is_forgotten_leaves_the_chain_as_it_was(case_file: CaseFile) -> None:
    person = Person(id=new_id(), described_as="A witness")
    case_file.apply(creation(person, label="Add a witness"))
    case_file.apply(edit(person, described_as="The witness"))
    before = hashes_of(case_file)
    case_file._db.execute(EMPTY_LINES, (person.id,))
    case_file._db.execute("UPDATE history SET salt = NULL, label = '' WHERE seq = 2")
    assert hashes_of(case_file) == before == as_described(case_file._db)
    added, changed = case_file.history_of(person.id)
    assert added.is_forgotten
    assert changed.is_forgotten


def test_undo_and_redo_stay_this_side_of_a_forgetting(case_file: CaseFile) -> None:
    event = Event(id=new_id(), title="Killing")
    case_file.apply(creation(event))
    case_file.apply(edit(event, title="Killing of …"))
    case_file.undo()
    history.write(case_file._db, edit(case_file.case, title="Less"), "", "forget")
    assert case_file.next_undo is None
    assert case_file.next_redo is None
    assert case_file.undo() == NOTHING
    case_file.apply(edit(event, title="After"))
    assert case_file.undo().label == "Edit event"
    assert case_file.redo().label == "Edit event"
    case_file.undo()
    assert case_file.next_undo is None


def test_the_trash_does_not_hold_what_was_forgotten(case_file: CaseFile) -> None:
    kept, gone = Person(id=new_id(), described_as="A"), Person(id=new_id(), described_as="B")
    case_file.apply(creation(kept, gone))
    case_file.apply(case_file.removal_of(kept.id))
    case_file.apply(case_file.removal_of(gone.id))
    assert case_file.trash_count() == 2
    case_file._db.execute(EMPTY_LINES, (gone.id,))
    assert [entry.record for entry in case_file.trash()] == [kept]
    assert case_file.trash_count() == 1
