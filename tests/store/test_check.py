"""`casefile check` names what somebody changed past Casefile."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.store.looking import marks, raw, without_trigger
from viewer.domain.changes import combined, creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Name, Person
from viewer.store import CaseFile, check

#: A deed, the guards in its way, and a word of the sentence that names it.
DEEDS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "text": (
        "UPDATE document SET text = replace(text, 'killed', 'KILLED')",
        ("document_is_fixed",),
        "text of the document",
    ),
    "original": ("UPDATE content SET data = x'00'", ("content_is_fixed",), "original"),
    "no original": ("DELETE FROM content", (), "original"),
    "words": ("UPDATE passage SET exact = 'x' || exact", ("passage_is_fixed",), "passage differs"),
    "place": (
        "UPDATE passage SET start = start - 1 WHERE start > 0",
        ("passage_is_fixed",),
        "passage",
    ),
    "reference": ("UPDATE quote SET speaker_id = 'nobody'", (), "refers to a record in “person”"),
    "registry": ("DELETE FROM record WHERE kind = 'place'", (), "registry"),
    "registered twice": ("INSERT INTO record VALUES ('x', 'person')", (), "registry"),
    "search text": ("UPDATE search SET text = 'other'", (), "search"),
    "search entry": (
        "DELETE FROM search WHERE rowid IN (SELECT max(rowid) FROM search)",
        (),
        "search",
    ),
    "search surplus": ("INSERT INTO search VALUES (5, 'x', 'x', 'y')", (), "search"),
    "index": ("INSERT INTO search_index(search_index) VALUES ('delete-all')", (), "search index"),
    "person's title": ("UPDATE person SET title = 'x'", (), "persons"),
    "sort": ("UPDATE event SET sort = 'x'", (), "events"),
    "quote's place": ("UPDATE quote SET start = 0", (), "quotes"),
    "days": ("UPDATE figure SET period_latest = 0", (), "figures"),
    "total": ("UPDATE total SET number = 0 WHERE kind = 'person'", (), "number of persons"),
    "date": ("UPDATE event SET date_edtf = 'the 3rd'", (), "date cannot be read"),
    "circle": ("UPDATE event SET date_edtf = '', date_anchor_id = id", (), "counts from itself"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_change_past_casefile_is_named(closed: Path, deed: str) -> None:
    sql, guards, words = DEEDS[deed]
    with raw(closed) as db, ExitStack() as stack:
        for guard in guards:
            stack.enter_context(without_trigger(db, guard))
        assert db.execute(sql).rowcount
    before = marks(closed)
    problems = check(closed)
    assert any(words in problem for problem in problems), problems
    assert all(problem.endswith(".") for problem in problems)
    assert marks(closed) == before


def test_a_forbidden_code_is_named(closed: Path) -> None:
    with raw(closed) as db:
        db.execute("PRAGMA ignore_check_constraints=ON")
        db.execute("UPDATE event SET status = 'rumoured'")
    assert any("damaged" in problem for problem in check(closed))


def test_the_sample_is_sound_held_and_closed(sample: CaseFile) -> None:
    assert check(sample.path) == []
    sample.close()
    before = marks(sample.path)
    assert check(sample.path) == []
    assert marks(sample.path) == before


def test_a_deleted_word_leaves_no_trace_in_the_index(case_file: CaseFile) -> None:
    kept = Person(id=new_id(), described_as="Zubaydaqabbani remains")
    gone = Person(id=new_id(), described_as="Zubaydamuqtada leaves")
    names = [Name(id=new_id(), person_id=p.id, text=p.described_as) for p in (kept, gone)]
    case_file.apply(creation(kept, gone, *names))
    assert traces(case_file, b"muqtada")
    case_file.apply(case_file.removal_of(gone.id))
    assert not traces(case_file, b"muqtada")
    assert traces(case_file, b"qabbani")
    renamed = edit(names[0], text="Another")
    case_file.apply(combined("", [renamed, edit(kept, described_as="Another")]))
    assert not traces(case_file, b"qabbani")


def traces(case_file: CaseFile, word: bytes) -> bool:
    tables = "SELECT block FROM search_index_data UNION ALL SELECT CAST(text AS BLOB) FROM search"
    return any(word in row[0] for row in case_file._db.execute(tables).fetchall())


def test_hundreds_of_passages_do_not_hide_what_else_is_wrong(closed: Path) -> None:
    with raw(closed) as db, without_trigger(db, "passage_is_fixed"):
        number = db.execute("UPDATE passage SET exact = 'x' || exact").rowcount
    found = [line for line in check(closed) if "passage" in line.lower()]
    (more,) = [line for line in found if line.startswith("More passages")]
    assert more.endswith(f" differ from it: {number - 5}.")
