"""What somebody changed past Casefile, guards taken away and put back, is named by the check."""

from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.store.looking import marks, raw, without_trigger
from viewer.domain.changes import creation, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Evidence, Person
from viewer.domain.removal import removal
from viewer.errors import DamagedCaseFile
from viewer.store import CaseFile, chain, chain_check, check, derived, history, search, writing
from viewer.store.readable import ReadableCase

GUARDS = (
    *("document_is_fixed", "passage_is_fixed", "content_is_fixed"),
    *("history_is_fixed", "history_is_kept", "history_change_is_fixed", "history_change_is_kept"),
)
TEXT = "On Monday Salem said: “I saw nobody.”"


@pytest.fixture
def worked_on(case_file: CaseFile) -> Path:
    """A case of seven entries: begun, documents, a person, edited, an event, gone, a passage."""
    document, content = received(b"original", TEXT, title="A letter", media_type="text/plain")
    rumour, gone = received(b"gone", "They say so.", title="A rumour", media_type="text/plain")
    both = creation(document, rumour, contents=(content, gone), label="Import")
    case_file.apply(both, "Leïla")
    person = Person(id=new_id(), described_as="A witness")
    case_file.apply(creation(person), "Leïla")
    case_file.apply(edit(person, described_as="The witness", occupation="Baker"), "Samir")
    event = Event(id=new_id(), title="Killing")
    case_file.apply(creation(event))
    case_file.apply(removal(case_file, event, rumour))
    case_file.apply(creation(passage_at(document, 3, 9)))
    case_file.close()
    return case_file.path


def tampered(path: Path, *deeds: str) -> list[str]:
    """Do what SQL says past every guard, and return what the check says."""
    with raw(path) as db, ExitStack() as stack:
        for guard in GUARDS:
            stack.enter_context(without_trigger(db, guard))
        for sql in deeds:
            assert db.execute(sql).rowcount, sql
    before = marks(path)
    found = check(path)
    assert marks(path) == before
    return found


OTHER = TEXT.replace("nobody", "them all")
OTHER_HASH = sha256(OTHER.encode()).hexdigest()
BYTES_HASH = sha256(b"another").hexdigest()
#: What is done, and what the sentences about it hold.
DEEDS: dict[str, tuple[tuple[str, ...], str]] = {
    "who": (
        ("UPDATE history SET who = 'Karim' WHERE seq = 4",),
        "Entry 4 of the history (“Edit person”, 20",
    ),
    "when": (("UPDATE history SET at = '2001' WHERE seq = 3",), "Entry 3 of the history (“Add per"),
    "what": (("UPDATE history SET label = 'Less' WHERE seq = 4",), "Entry 4 of the history (“Less"),
    "deed": (("UPDATE history SET deed = 'log' WHERE seq = 4",), "Entry 4 of the history (“Edit"),
    "a line": (
        ("UPDATE history_change SET after = replace(after, 'Baker', 'Judge') WHERE seq = 4",),
        "Entry 4 of the history (“Edit person”, 20",
    ),
    "a line's record": (
        ("UPDATE history_change SET after = replace(after, 'Baker', 'Judge') WHERE seq = 4",),
        "is not as it was written: what it says of the person “The witness” was changed.",
    ),
    "what was": (
        ("UPDATE history_change SET before = replace(before, 'A wit', 'No wit') WHERE seq = 4",),
        "Entry 4 of the history",
    ),
    "what was deleted": (
        ("UPDATE history_change SET before = replace(before, 'Killing', 'x') WHERE seq = 6",),
        "what it says of the event was changed.",
    ),
    "no salt": (
        ("UPDATE history_change SET salt = NULL, before = NULL, after = NULL WHERE seq = 4",),
        "Entry 4 of the history",
    ),
    "no salt of words": (
        ("UPDATE history SET salt = NULL, label = '' WHERE seq = 4",),
        "Entry 4 of the history (20",
    ),
    "no digest": (("UPDATE history_change SET digest = 'none' WHERE seq = 4",), "Entry 4 of the"),
    "no hash": (("UPDATE history SET hash = '' WHERE seq = 4",), "Entry 4 of the history"),
    "a line gone": (("DELETE FROM history_change WHERE seq = 4",), "Entry 4 of the history (“Edit"),
    "a line more": (
        (
            "INSERT INTO history_change SELECT 4, 1, kind, record_id, before, after, salt, digest"
            " FROM history_change WHERE seq = 3",
        ),
        "Entry 4 of the history (“Edit person”",
    ),
    "an entry gone": (
        ("DELETE FROM history_change WHERE seq = 4", "DELETE FROM history WHERE seq = 4"),
        "Entry 4 of the history is missing.",
    ),
    "the last entries gone": (
        ("DELETE FROM history_change WHERE seq > 5", "DELETE FROM history WHERE seq > 5"),
        "Entries 6 to 7 of the history are missing.",
    ),
    "an entry more": (
        (
            "INSERT INTO history SELECT 8, at, 'Karim', label, deed, NULL, salt, digest, hash"
            " FROM history WHERE seq = 7",
        ),
        "Entry 8 of the history (“Add passage”",
    ),
    "entries turned round": (
        (
            "UPDATE history SET seq = 99 WHERE seq = 3",
            "UPDATE history SET seq = 3 WHERE seq = 4",
            "UPDATE history SET seq = 4 WHERE seq = 99",
        ),
        "Entry 3 of the history (“Edit person”",
    ),
    "a passage": (
        ("UPDATE passage SET start = 0, \"end\" = 2, exact = 'On'",),
        "The passage “On” is not as the history says: Start, End, Words.",
    ),
    "a text with its hash": (
        (f"UPDATE document SET text = '{OTHER}', text_sha256 = '{OTHER_HASH}'",),
        "The document “A letter” is not as the history says: ",
    ),
    "an original with its hash": (
        (
            f"UPDATE content SET data = CAST('another' AS BLOB), sha256 = '{BYTES_HASH}'"
            " WHERE data = CAST('original' AS BLOB)",
            f"UPDATE document SET sha256 = '{BYTES_HASH}'",
        ),
        "The document “A letter” is not as the history says: SHA-256.",
    ),
    "an original": (
        ("UPDATE content SET data = CAST('another' AS BLOB)",),
        "The original of the document “A letter” was changed.",
    ),
    "an original gone": (
        ("DELETE FROM content",),
        "The original of the document “A letter” is missing.",
    ),
    "an original of what was deleted": (
        ("UPDATE content SET data = CAST('more' AS BLOB) WHERE data = CAST('gone' AS BLOB)",),
        "The original of the document “A rumour” was changed.",
    ),
    "an original of what was deleted gone": (
        ("DELETE FROM content WHERE data = CAST('gone' AS BLOB)",),
        "The original of the document “A rumour” is missing.",
    ),
    "an original more": (
        (f"INSERT INTO content VALUES ('{BYTES_HASH}', CAST('another' AS BLOB))",),
        "There is an original of no document: Casefile did not write it.",
    ),
    "a field": (
        ("UPDATE person SET occupation = 'Judge'",),
        "The person “The witness” is not as the history says: Occupation.",
    ),
    "a record gone": (
        ("DELETE FROM passage",),
        "The passage “Monday” of entry 7 of the history is not in the case.",
    ),
    "a record more": (
        ("INSERT INTO tag SELECT '01900000-0000-7000-8000-000000000000', 'Mine', 'mine'",),
        "The tag “Mine” is not in the history: Casefile did not write it.",
    ),
    "a record back": (
        (
            "INSERT INTO place (id, name, also_written, precision, about, protection) SELECT"
            " record_id, 'x', '', 'exact', '', 'public' FROM history_change WHERE seq = 6",
        ),
        "is in the case, but entry 6 of the history says that it was removed.",
    ),
    "the count of entries": (
        ("DELETE FROM sqlite_sequence WHERE name = 'history'",),
        "The number up to which the history was counted was taken back",
    ),
    "no history": (
        ("DELETE FROM history_change", "DELETE FROM history"),
        "Entries 1 to 7 of the history are missing.",
    ),
}


def test_what_nobody_touched_is_sound(worked_on: Path) -> None:
    assert tampered(worked_on) == []


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_changed_past_casefile_is_named(worked_on: Path, deed: str) -> None:
    deeds, words = DEEDS[deed]
    found = tampered(worked_on, *deeds)
    assert any(words in each for each in found), found
    assert all(each.endswith(".") for each in found)


def test_one_changed_entry_is_named_alone(worked_on: Path) -> None:
    found = tampered(worked_on, "UPDATE history SET who = 'Karim' WHERE seq = 4")
    assert len(found) == 1


def test_an_entry_written_anew_with_its_hash_does_not_fit_the_next(worked_on: Path) -> None:
    with raw(worked_on) as db:
        sql = "SELECT seq, at, 'Karim', label, deed, reverses, salt FROM history WHERE seq = 4"
        *words, salt = db.execute(sql).fetchone()
        sql = "SELECT hash FROM history WHERE seq = 3"
        own = chain.digest(salt, words)
        link = chain.Link(db.execute(sql).fetchone()[0], 4, own)
        sql = "SELECT digest FROM history_change WHERE seq = 4"
        link.add(db.execute(sql).fetchone()[0])
    anew = f"UPDATE history SET who = 'Karim', digest = '{own}', hash = '{link.hash}' WHERE seq = 4"
    (found,) = tampered(worked_on, anew)
    assert found.startswith("Entry 5 of the history (“Add event”, ")
    assert "does not follow from entry 4 of the history (“Edit person”" in found


def test_many_records_are_counted_when_a_hundred_were_named(case_file: CaseFile) -> None:
    case_file.apply(creation(*(Person(id=new_id()) for _ in range(103))))
    case_file.close()
    found = tampered(case_file.path, "UPDATE person SET about = 'x'")
    assert found[99].startswith("The person")
    assert found[100] == "3 more records are otherwise than the history says."


def test_hostile_words_of_the_history_are_read_with_care(worked_on: Path) -> None:
    for said in ("[1]", "{", "null", "[" * 100_000, '{"title": NaN, "occupation": 5}'):
        found = tampered(worked_on, f"UPDATE history_change SET after = '{said}' WHERE seq = 4")
        assert any("Entry 4 of the history" in each for each in found)
    found = tampered(worked_on, "UPDATE history_change SET kind = 'dragon' WHERE seq > 1")
    assert any("of entry 4" in each or "Entry 4 " in each for each in found)


EMPTY = "UPDATE history_change SET salt = NULL, before = NULL, after = NULL WHERE record_id = ?"


def test_what_was_removed_for_good_is_missed_by_nobody(worked_on: Path) -> None:
    with CaseFile.open(worked_on) as case_file:
        remove_for_good(case_file)
    assert tampered(worked_on) == []
    found = tampered(worked_on, "UPDATE history SET deed = 'do' WHERE seq = 8")
    numbers = [each.split(" of ")[0] for each in found]
    assert numbers == ["Entry 3", "Entry 4", "Entry 5", "Entry 6", "Entry 8"]


def remove_for_good(case_file: CaseFile) -> None:
    """Empty what the history says of the person, who is there, and of the event, who is not."""
    db, (person,) = case_file._db, case_file.all(Person)
    (event,) = (each for each in case_file.trash()[0].along if isinstance(each, Event))
    gone = case_file.removal_of(person.id)
    with case_file._transaction():
        db.conn.executemany(EMPTY, [(person.id,), (event.id,)])
        writing.write(db, gone, "")
        derived.refresh(db, gone)
        search.refresh(db, gone)
        concerned = [(each.kind, each.id, None) for each in (person, event)]
        history.write_forgetting(db, "Remove for good", "", concerned)


KEYS = {"history": ("seq",), "history_change": ("seq", "n")}
OTHERWISE = "CASE WHEN {0} IS NULL THEN {1} WHEN typeof({0}) = 'integer' THEN {0} + 50 ELSE {2} END"


def test_no_value_of_the_history_is_changed_unnoticed(worked_on: Path) -> None:
    """Each column of each row, one at a time, is given another value."""
    with raw(worked_on) as db, ExitStack() as stack:
        for guard in GUARDS:
            stack.enter_context(without_trigger(db, guard))
        case, changes = ReadableCase(db, worked_on), list(single_changes(db))
        assert len(changes) > 100
        for sql in changes:
            db.execute("BEGIN")
            assert db.execute(sql).rowcount == 1
            assert list(chain_check.problems(db, case)), sql
            db.conn.rollback()
        assert list(chain_check.problems(db, case)) == []


def single_changes(db: Database) -> Iterator[str]:
    for table, key in KEYS.items():
        columns = [info[1] for info in db.execute(f"PRAGMA table_info({table})").fetchall()]
        for row in db.execute(f"SELECT {', '.join(key)} FROM {table}").fetchall():
            where = " AND ".join(f"{name} = {n}" for name, n in zip(key, row, strict=True))
            for column in columns:
                yield f"UPDATE {table} SET {column} = {another(column)} WHERE {where}"


def another(column: str) -> str:
    """Return SQL for a value that a column may have, and has not."""
    if column == "deed":
        return "CASE deed WHEN 'log' THEN 'do' ELSE 'log' END"
    if column in ("salt", "digest", "hash"):
        return f"CASE substr({column}, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr({column}, 2)"
    return OTHERWISE.format(column, "1" if column == "reverses" else "'{}'", f"{column} || 'x'")


def test_a_change_is_refused_where_the_newest_entry_has_no_hash(worked_on: Path) -> None:
    assert tampered(worked_on, "UPDATE history SET hash = 'none' WHERE seq = 7")
    with CaseFile.open(worked_on) as case:
        with pytest.raises(DamagedCaseFile, match="is damaged"):
            case.apply(edit(case.case, title="Another"))
        assert case.case.title != "Another"


def test_evidence_of_what_is_no_kind_is_refused(sample: CaseFile) -> None:
    evidence = next(each for each in sample.all(Evidence) if each.field)
    sample.close()
    with raw(sample.path) as db:
        db.execute("UPDATE record SET kind = '5' WHERE id = ?", (evidence.record_id,))
    with (
        CaseFile.open(sample.path) as case,
        pytest.raises(DamagedCaseFile, match="is damaged"),
    ):
        case.apply(edit(evidence, value="5"))
