"""Restoring puts a backup in the place of a case, and keeps what was there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.looking import dump, marks
from tests.store.test_backup import small_disk as small_disk
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Place
from viewer.domain.sample import sample_case
from viewer.errors import BackupFailed, CaseFileBusy, FileProblem, NotFoundError, PassphraseNeeded
from viewer.store import Access, CaseFile, Key, back_up, check, key_for, restore
from viewer.store.backup_names import folder_beside


@pytest.fixture
def backup(closed: Path) -> Path:
    """A backup of the sample case, in which a title was changed since."""
    made = back_up(Access(closed)).path
    with CaseFile.open(closed) as case_file:
        case_file.apply(edit(case_file.case, title="Changed since"))
    return made


def title(path: Path) -> str:
    with CaseFile.open(path, read_only=True) as case_file:
        return case_file.case.title


def test_the_case_is_again_as_it_was(closed: Path, backup: Path) -> None:
    with CaseFile.open(backup, read_only=True) as copy:
        wanted = dump(copy)
    restore(backup, closed)
    assert check(closed) == []
    with CaseFile.open(closed) as case_file:
        assert dump(case_file) == wanted
        assert case_file.undo().is_empty is False


def test_the_former_file_is_kept_beside_it(closed: Path, backup: Path) -> None:
    former = closed.read_bytes()
    aside = restore(backup, closed)
    assert aside is not None
    assert aside.read_bytes() == former
    assert title(aside) == "Changed since"
    restore(aside, closed)
    assert title(closed) == "Changed since"


def test_a_damaged_file_is_replaced_and_kept_byte_for_byte(closed: Path, backup: Path) -> None:
    closed.write_bytes(b"\xff" * 10_000)
    aside = restore(backup, closed)
    assert aside is not None
    assert aside.read_bytes() == b"\xff" * 10_000
    assert check(closed) == []


def test_a_lost_file_is_there_again(closed: Path, backup: Path) -> None:
    closed.unlink()
    assert restore(backup, closed) is None
    assert check(closed) == []


def test_a_link_stays_a_link(closed: Path, backup: Path) -> None:
    link = closed.with_name("link.casefile")
    link.symlink_to(closed)
    restore(backup, link)
    assert link.is_symlink()
    assert title(closed) != "Changed since"


_HALF_WAY = """
import os, sys
from pathlib import Path
from viewer.store import engine
db = engine.connect(Path(sys.argv[1]), "rw")
db.execute("PRAGMA cache_size=1")
db.execute("BEGIN")
db.execute("UPDATE search SET text = text || 'x'")
print("written", flush=True)
os.kill(os.getpid(), 9)
"""


def stop_half_way(path: Path) -> None:
    """Let another program be killed while it writes to the case."""
    program = [sys.executable, "-c", _HALF_WAY, str(path)]
    found = subprocess.run(program, capture_output=True, check=False)
    assert found.stdout == b"written\n", found.stderr
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


def test_what_a_crash_left_half_done_is_not_done_to_the_restored_file(
    closed: Path, backup: Path
) -> None:
    stop_half_way(closed)
    before = closed.read_bytes()
    aside = restore(backup, closed)
    assert aside is not None
    assert not closed.with_name(f"{closed.name}-journal").exists()
    assert check(closed) == []
    assert aside.read_bytes() == before
    assert title(aside) == "Changed since"  # its journal went with it
    assert check(aside) == []


def test_a_journal_that_nobody_can_read_is_moved_away(closed: Path, backup: Path) -> None:
    stop_half_way(closed)
    with closed.open("r+b") as file:
        file.write(b"\xff" * 200)
    aside = restore(backup, closed)
    assert aside is not None
    assert aside.with_name(f"{aside.name}-journal").exists()
    assert not closed.with_name(f"{closed.name}-journal").exists()
    assert check(closed) == []


_HOLDING = """
import sys
from pathlib import Path
from viewer.store import CaseFile
with CaseFile.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows refuses by itself")
def test_a_case_that_another_program_holds_is_not_replaced(closed: Path, backup: Path) -> None:
    before = marks(closed)
    program = [sys.executable, "-c", _HOLDING, str(closed)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(CaseFileBusy, match="nothing was restored"):
            restore(backup, closed)
        holder.communicate()
    assert marks(closed) == before
    restore(backup, closed)


def test_a_damaged_backup_replaces_nothing(closed: Path, backup: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(4096 * 30)
        file.write(b"\xff" * 4096)
    before = marks(closed)
    with pytest.raises(BackupFailed, match="the backup is not whole"):
        restore(backup, closed)
    assert marks(closed) == before


def test_what_is_no_backup_replaces_nothing(closed: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_text("Dear all, " * 1000)
    before = marks(closed)
    for other in (letter, closed, tmp_path / "gone"):
        with pytest.raises((FileProblem, NotFoundError)):
            restore(other, closed)
    assert marks(closed) == before


def test_a_full_disk_replaces_nothing(
    closed: Path, backup: Path, request: pytest.FixtureRequest
) -> None:
    before = marks(closed)
    request.getfixturevalue("small_disk")
    with pytest.raises(BackupFailed, match="the disk is full"):
        restore(backup, closed)
    assert marks(closed) == before


def test_a_backup_opens_with_the_passphrase_that_it_had(path: Path) -> None:
    case, everything = sample_case()
    with CaseFile.create(path, case, first=everything, key=Key.new("horse battery")):
        pass
    made = back_up(Access(path, key_for(path, "horse battery"))).path
    path.unlink()
    CaseFile.create(path, Case(id=case.id, title="Another passphrase"), key=Key.random()).close()
    with pytest.raises(PassphraseNeeded):
        restore(made, path)
    restore(made, path, key_for(made, "horse battery"))
    assert check(path, key_for(path, "horse battery")) == []


steps = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=4)


@settings(max_examples=5)
@given(steps, steps)
def test_backing_up_and_restoring_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    path = tmp_path_factory.mktemp("law") / "a case.casefile"
    with CaseFile.create(path) as case_file:
        for name in before:
            case_file.apply(creation(Place(id=new_id(), name=name.replace("\0", ""))))
        wanted, told = dump(case_file), case_file.history(limit=1000)
    made = back_up(Access(path)).path
    with CaseFile.open(path) as case_file:
        for name in after:
            case_file.apply(edit(case_file.case, title=name.replace("\0", "")))
    restore(made, path)
    with CaseFile.open(path) as case_file:
        assert dump(case_file) == wanted
        assert case_file.history(limit=1000) == told
    shutil.rmtree(folder_beside(path))
