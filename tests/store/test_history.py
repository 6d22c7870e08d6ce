"""The history: who did what, when, from what to what; it is only ever added to."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.store.looking import raw
from viewer.domain.changes import ChangeSet, creation, deletion, edit
from viewer.domain.dates import Date
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Passage, Person
from viewer.store import CaseFile, engine, rows
from viewer.store.schema import columns


def test_an_entry_says_who_did_what_and_when(case_file: CaseFile) -> None:
    event = Event(id=new_id(), title="Killing", date=Date(written="in March", edtf="2020-03"))
    case_file.apply(creation(event), "Leïla ليلى")
    case_file.apply(edit(event, title="Killing of …", status="confirmed"), "B")
    newest, oldest, _ = case_file.history()
    assert (oldest.who, oldest.label) == ("Leïla ليلى", "Add event")
    assert (newest.who, newest.label) == ("B", "Edit event")
    at = datetime.fromisoformat(newest.at)
    assert at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)


def test_a_record_remembers_before_and_after(case_file: CaseFile) -> None:
    event = Event(id=new_id(), title="Killing", date=Date(edtf="2020-03"))
    case_file.apply(creation(event))
    edited = case_file.apply(edit(event, title="Killing of …")).changes[0].after
    assert edited is not None
    case_file.apply(deletion(edited))
    added, changed, deleted = case_file.history_of(event.id)
    assert added.before is None
    assert added.after is not None
    assert rows.from_json("event", event.id, added.after) == event
    assert (changed.before, changed.after) == ({"title": "Killing"}, {"title": "Killing of …"})
    assert deleted.after is None
    assert deleted.before is not None
    assert rows.from_json("event", event.id, deleted.before) == edited


def test_the_history_is_read_page_by_page(case_file: CaseFile) -> None:
    for n in range(10):
        case_file.apply(creation(Person(id=new_id()), label=f"Deed {n}"))
    first = case_file.history(limit=4)
    second = case_file.history(before=first[-1].seq, limit=100)
    labels = [entry.label for entry in first + second]
    assert labels == [f"Deed {n}" for n in reversed(range(10))] + ["New case"]


def test_nothing_done_leaves_no_entry(case_file: CaseFile) -> None:
    entries = case_file.history()
    case_file.apply(edit(case_file.case, title=case_file.case.title))
    case_file.apply(ChangeSet("Nothing", ()))
    assert case_file.history() == entries


FIXED = [
    "UPDATE history SET who = 'somebody else'",
    "DELETE FROM history",
    "UPDATE history_change SET after = NULL",
    "DELETE FROM history_change",
    "UPDATE document SET text = 'other words'",
    "UPDATE document SET sha256 = '0'",
    "UPDATE document SET text_sha256 = '0'",
    "UPDATE document SET received = ''",
    "UPDATE document SET media_type = ''",
    "UPDATE document SET extracted_by = ''",
    "UPDATE content SET data = x'00'",
    "INSERT OR REPLACE INTO history VALUES (1, '', '', '', 'do', NULL, '', '', '')",
    "UPDATE history SET salt = NULL, label = 'another'",
    "UPDATE history SET salt = NULL, label = '', hash = ''",
    "UPDATE history_change SET salt = NULL, before = NULL",
    "UPDATE history_change SET salt = NULL, before = NULL, after = NULL, digest = ''",
    *(f'UPDATE passage SET "{name}" = "{name}"' for name in columns(Passage.kind)),
]


@pytest.mark.parametrize("deed", FIXED)
def test_what_is_fixed_is_fixed_for_every_hand(sample: CaseFile, deed: str) -> None:
    sample.close()
    with raw(sample.path) as db, pytest.raises(engine.IntegrityError, match=r"_is_fixed|_is_kept"):
        db.execute(deed)
