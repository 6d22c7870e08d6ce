"""An older file is brought up to date after a copy was put aside, or stays as it was."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.store.chains import as_described, hashes_of
from tests.store.looking import dump, marks, raw
from tests.store.older import older_copy
from viewer.domain.changes import edit
from viewer.errors import DamagedCaseFile, OlderCaseFile
from viewer.store import CaseFile, check, migrations, schema

Step = Callable[[Database], None]
SetUp = Callable[[Step], None]

NEXT = schema.SCHEMA_VERSION + 1
NEW_TABLE = "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;"


def better(db: Database) -> None:
    db.execute("UPDATE \"case\" SET title = 'Migrated'")


def broken(db: Database) -> None:
    better(db)
    raise RuntimeError("a bug in the migration")


def surplus(db: Database) -> None:
    better(db)
    db.execute("CREATE TABLE surplus (id TEXT PRIMARY KEY) STRICT")


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> SetUp:
    """Make the program one version younger than the files at hand."""

    def set_up(step: Step) -> None:
        script = schema.script()
        monkeypatch.setattr(schema, "script", lambda: f"{script}\n{NEW_TABLE}")
        monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
        monkeypatch.setattr(migrations, "MIGRATIONS", {schema.SCHEMA_VERSION - 1: step})

    return set_up


def test_an_older_file_is_migrated_and_a_copy_kept(closed: Path, next_version: SetUp) -> None:
    with CaseFile.open(closed, read_only=True) as reader:
        title = reader.case.title
    next_version(better)
    with CaseFile.open(closed) as case_file:
        assert case_file.case.title == "Migrated"
        aside = case_file.set_aside
        case_file.apply(edit(case_file.case, title="And on"))
    assert aside == closed.with_name(f"a case (before version {NEXT}).casefile")
    assert check(closed) == []
    with CaseFile.open(closed) as again:
        assert again.set_aside is None
    head = aside.read_bytes()
    assert title.encode() in head
    assert int.from_bytes(head[60:64], "big") == NEXT - 1


def test_an_older_file_is_not_opened_read_only(closed: Path, next_version: SetUp) -> None:
    next_version(better)
    before = marks(closed)
    for look in (lambda: CaseFile.open(closed, read_only=True), lambda: check(closed)):
        with pytest.raises(OlderCaseFile, match="for editing once"):
            look()
    assert marks(closed) == before


@pytest.mark.parametrize(("step", "error"), [(broken, RuntimeError), (surplus, DamagedCaseFile)])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    closed: Path, next_version: SetUp, step: Step, error: type[Exception]
) -> None:
    next_version(step)
    before = marks(closed)
    with pytest.raises(error):
        CaseFile.open(closed)
    assert marks(closed) == before


def test_a_copy_never_takes_the_place_of_another(closed: Path, next_version: SetUp) -> None:
    taken = closed.with_name(f"a case (before version {NEXT}).casefile")
    taken.write_text("mine")
    next_version(better)
    with CaseFile.open(closed) as case_file:
        aside = closed.with_name(f"a case (before version {NEXT}, 2).casefile")
        assert case_file.set_aside == aside
    assert taken.read_text() == "mine"


def test_the_copy_is_on_the_disk_before_the_file_is_touched(
    closed: Path, next_version: SetUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    original = sha256(closed.read_bytes()).hexdigest()

    def fsync(descriptor: int, sync: Callable[[int], None] = os.fsync) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        sync(descriptor)

    def step(db: Database) -> None:
        assert synced[-2:] == [
            str(closed.with_name(f"a case (before version {NEXT}).casefile")),
            str(closed.parent),
        ]
        better(db)

    if not Path("/proc/self/fd").exists():
        pytest.skip("no /proc to see what is synced")
    monkeypatch.setattr(os, "fsync", fsync)
    next_version(step)
    CaseFile.open(closed).close()
    assert sha256(closed.read_bytes()).hexdigest() != original


_KILLED = """
import os, sys
from pathlib import Path
from viewer.store import CaseFile, copying, migrations
place = {"while copying": copying, "before the end": migrations}[sys.argv[2]]
setattr(place, {copying: "_is_same", migrations: "_step"}[place], lambda *_: os.abort())
CaseFile.open(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("moment", ["while copying", "before the end"])
@pytest.mark.parametrize("older", [3], indirect=True)
def test_one_copy_is_left_of_a_migration_that_was_killed_and_done_again(
    older: Path, moment: str
) -> None:
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, str(older), moment], check=False, capture_output=True
        )
        assert done.returncode == -6, done.stderr
    with CaseFile.open(older) as case_file:
        aside = case_file.set_aside
    assert sorted(older.parent.iterdir()) == sorted(
        [
            older.with_name("a case.casefile"),
            older,
            older.with_name("old (before version 4).casefile"),
        ]
    )
    assert aside == older.with_name("old (before version 4).casefile")


@pytest.fixture(params=range(1, schema.SCHEMA_VERSION))
def older(request: pytest.FixtureRequest, closed: Path) -> Path:
    """The sample case as an earlier version of the program kept it."""
    return older_copy(closed, closed.with_name("old.casefile"), request.param)


def test_an_older_file_is_brought_up_to_date(older: Path, closed: Path) -> None:
    with CaseFile.open(closed) as case_file:
        wanted = dump(case_file)
    with CaseFile.open(older) as case_file:
        assert case_file.set_aside is not None
        assert dump(case_file) == wanted
        assert "" not in hashes_of(case_file)
        assert hashes_of(case_file) == as_described(case_file._db)
        case_file.apply(edit(case_file.case, title="And on"))
        case_file.undo()
    assert check(older) == []


def test_an_older_file_is_sound_when_it_was_not_used_since(older: Path) -> None:
    CaseFile.open(older).close()
    assert check(older) == []
    with raw(older) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("older", [1], indirect=True)
def test_what_version_1_did_is_not_to_be_undone(older: Path) -> None:
    with CaseFile.open(older) as case_file:
        assert {entry.deed for entry in case_file.history()} == {"begin"}
        assert case_file.next_undo is None
