"""Whoever finds a case held for writing is told by whom; nobody needs the note that says so."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.looking import raw
from tests.store.test_locks import HOLDING, elsewhere
from viewer.domain.changes import edit
from viewer.errors import CaseFileBusy
from viewer.store import CaseFile, Holder, Key, engine, holder

KEY = Key(b"k" * 32, b"s" * 16)
SINCE = "2026-11-27T09:40:00+00:00"


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)


def note_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.held")


def test_a_second_window_is_told_who_holds_the_case_and_since_when(closed: Path) -> None:
    with CaseFile.open(closed, who="Ana Ruiz"):
        found = holder(closed, None)
        assert found is not None
        with pytest.raises(
            CaseFileBusy, match="held by “Ana Ruiz” on this computer since 20"
        ) as no:
            CaseFile.open(closed)
        assert "open it read-only" in str(no.value)
    assert [p.name for p in closed.parent.iterdir()] == [closed.name]
    assert holder(closed, None) is None


def test_who_does_not_sign_is_called_as_the_computer_calls_them(closed: Path) -> None:
    with elsewhere(HOLDING, closed):
        found = holder(closed, None)
        assert found is not None
        assert found.who


def test_what_a_crash_leaves_holds_nobody_off_and_is_replaced(closed: Path) -> None:
    with elsewhere(HOLDING, closed):
        pass
    assert note_of(closed).exists()
    assert holder(closed, None) is None
    with CaseFile.open(closed, who="Next"):
        found = holder(closed, None)
        assert found is not None
        assert found.who == "Next"
    assert not note_of(closed).exists()


def test_the_note_of_an_encrypted_case_says_nothing_without_its_key(path: Path) -> None:
    with CaseFile.create(path, who="Ana Ruiz", key=KEY):
        assert b"Ana" not in note_of(path).read_bytes()
        with pytest.raises(CaseFileBusy, match="held by “Ana Ruiz”"):
            CaseFile.open(path, key=KEY)
        note_of(path).write_bytes(note_of(path).read_bytes()[:-1] + b"x")
        with pytest.raises(CaseFileBusy, match="another window or program"):
            CaseFile.open(path, key=KEY)


def said(**other: object) -> bytes:
    return json.dumps({"who": "Ana", "computer": "desk", "since": SINCE} | other).encode()


NO_NOTES = {
    "nothing": b"",
    "no JSON": b"\xff{",
    "another kind": b"[1]",
    "a number for a name": said(who=1),
    "no time": said(since="yesterday"),
    "a time beyond all": said(since="0001-01-01T00:00:00+23:59"),
    "too long": said(who="x" * 3000),
    "deep": b"[" * 1900,
}


@pytest.mark.parametrize("note", NO_NOTES)
def test_what_is_no_note_is_no_trouble(closed: Path, note: str) -> None:
    with CaseFile.open(closed):
        note_of(closed).write_bytes(NO_NOTES[note])
        assert holder(closed, None) is None
        with pytest.raises(CaseFileBusy, match="another window or program"):
            CaseFile.open(closed)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a program keeps its time zone")
@pytest.mark.parametrize("zone", ["UTC+12", "UTC-12"])
@pytest.mark.parametrize("since", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_a_time_that_is_beyond_all_only_here_is_no_trouble(
    closed: Path, zone: str, since: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere, CaseFile.open(closed):
        elsewhere.setenv("TZ", zone)
        time.tzset()
        note_of(closed).write_bytes(said(since=since))
        with pytest.raises(CaseFileBusy, match="another window or program"):
            CaseFile.open(closed)
    time.tzset()


def test_a_note_is_one_short_line(closed: Path) -> None:
    with CaseFile.open(closed):
        note_of(closed).write_bytes(said(who="A\n\x1b[2J\u202e{name}" + "a" * 99))
        with pytest.raises(
            CaseFileBusy, match=r"“A\[2J\{name\}a+” on “desk” since 2026-11-2"
        ) as no:
            CaseFile.open(closed)
    assert not set("\n\x1b\u202e") & set(str(no.value))
    assert len(str(no.value)) < 400


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are POSIX's")
def test_a_planted_link_or_pipe_is_not_followed(closed: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(said())
    note_of(closed).symlink_to(victim)
    with CaseFile.open(closed, who="Me"):
        assert victim.read_bytes() == said()
        for plant in (lambda p: p.symlink_to(victim), os.mkfifo):
            note_of(closed).unlink()
            plant(note_of(closed))
            assert holder(closed, None) is None
    assert victim.read_bytes() == said()


def test_where_no_note_can_be_written_the_case_is_held_all_the_same(path: Path) -> None:
    note_of(path).mkdir()
    with CaseFile.create(path) as case_file:
        case_file.apply(edit(case_file.case, title="Written"))
        with pytest.raises(CaseFileBusy):
            CaseFile.open(path)


def test_a_link_to_a_case_shows_its_holder_too(closed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "link").symlink_to(closed)
    with CaseFile.open(folder / "link", who="Ana"):
        assert [p.name for p in folder.iterdir()] == ["link"]
        found = holder(closed, None)
        assert found is not None
        assert found.who == "Ana"


def test_to_ask_who_holds_a_case_takes_nothing_from_the_holder(closed: Path) -> None:
    with CaseFile.open(closed) as case_file:
        assert holder(closed, None) is not None
        program = f"import sys; sys.path[:0] = {sys.path!r}\n" + ASKING
        done = subprocess.run([sys.executable, "-c", program, str(closed)], capture_output=True)
        assert b"CaseFileBusy" in done.stderr
        case_file.apply(edit(case_file.case, title="Still mine"))
    with raw(closed) as db:
        assert db.execute('SELECT title FROM "case"').fetchone() == ("Still mine",)


ASKING = """
from pathlib import Path
from viewer.store import CaseFile, engine, holder
engine.BUSY_SECONDS = 0.1
assert holder(Path(sys.argv[1]), None)
CaseFile.open(Path(sys.argv[1]))
"""


def test_what_an_interrupted_change_of_passphrase_left_goes_with_the_next_holder(
    closed: Path,
) -> None:
    left = closed.with_name(f".{closed.name}.new")
    left.write_bytes(b"words of the case")
    CaseFile.open(closed, read_only=True).close()
    assert left.exists()
    CaseFile.open(closed).close()
    assert not left.exists()


def test_a_holder_is_said_with_place_and_time() -> None:
    assert "held by “?” on “desk” since 2026-11-2" in str(Holder("", "desk", SINCE))
