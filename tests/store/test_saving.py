"""A change is on the disk before it is acknowledged, and one that cannot be written is not lost."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

import pytest

from tests.store.looking import marks
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Person
from viewer.errors import (
    CasefileError,
    CaseFileMissing,
    CaseFileReplaced,
    WriteFailed,
)
from viewer.store import CaseFile, check


def title(case_file: CaseFile, words: str) -> None:
    case_file.apply(edit(case_file.case, title=words))


def refused(case_file: CaseFile, kind: type[CasefileError], says: str) -> None:
    """The change is not made, and the sentence says what happened and what to do."""
    before = case_file.case.title, case_file.history()
    with pytest.raises(kind, match=says) as refusal:
        title(case_file, "Not yet")
    assert type(refusal.value) is kind
    assert "try again" in str(refusal.value) or "compare" in str(refusal.value)
    assert "copy" in str(refusal.value)
    assert (case_file.case.title, case_file.history()) == before


def goes_on(case_file: CaseFile) -> None:
    """What could not be written before is written now, and is in the file."""
    title(case_file, "At last")
    assert check(case_file.path) == []
    with CaseFile.open(case_file.path, read_only=True) as reader:
        assert reader.case.title == "At last"


# ── The file is not where it was ─────────────────────────────────────────────────────────────


def test_a_file_that_was_moved_is_written_again_once_it_is_back(sample: CaseFile) -> None:
    away = sample.path.with_name("away")
    sample.path.rename(away)
    refused(sample, CaseFileMissing, "moved, renamed or deleted")
    away.rename(sample.path)
    goes_on(sample)


def test_a_deleted_file_is_missed(sample: CaseFile) -> None:
    sample.path.unlink()
    refused(sample, CaseFileMissing, "moved, renamed or deleted")
    assert not sample.path.exists()


def test_a_folder_that_vanished_is_missed_until_it_is_back(sample: CaseFile) -> None:
    away = sample.path.parent.with_name("away")
    sample.path.parent.rename(away)
    refused(sample, CaseFileMissing, "folder or medium")
    away.rename(sample.path.parent)
    goes_on(sample)


def test_another_file_in_its_place_is_not_touched(sample: CaseFile) -> None:
    other = sample.path.with_name("other")
    CaseFile.create(other, Case(id=new_id(), title="Other")).close()
    mine = sample.path.rename(sample.path.with_name("mine"))
    other.rename(sample.path)
    before = marks(sample.path)
    refused(sample, CaseFileReplaced, "Another file")
    assert marks(sample.path) == before
    assert check(sample.path) == []
    assert check(mine) == []


def test_a_link_that_leads_elsewhere_now_is_not_followed(closed: Path) -> None:
    link, other = closed.with_name("link"), Path(shutil.copy(closed, closed.with_name("other")))
    link.symlink_to(closed)
    with CaseFile.open(link) as case_file:
        link.unlink()
        link.symlink_to(other)
        before = marks(other)
        refused(case_file, CaseFileReplaced, "Another file")
        assert marks(other) == before


def test_a_file_that_was_overwritten_in_its_place_is_not_mixed(sample: CaseFile) -> None:
    older = shutil.copy(sample.path, sample.path.with_name("older"))
    title(sample, "Newer")
    shutil.copyfile(older, sample.path)
    for _ in range(2):
        before = marks(sample.path)
        with pytest.raises(CaseFileReplaced, match="Another program wrote"):
            title(sample, "Mixed")
        assert marks(sample.path) == before
    assert check(sample.path) == []


def test_a_new_date_alone_is_no_change(sample: CaseFile) -> None:
    os.utime(sample.path, (1, 1))
    goes_on(sample)


def test_it_is_looked_again_just_before_the_end(
    sample: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = sample.path.with_name("away")
    with monkeypatch.context() as patch:
        patch.setattr("viewer.store.history.write", lambda *_: sample.path.rename(away))
        refused(sample, CaseFileMissing, "moved")
    away.rename(sample.path)
    goes_on(sample)


# ── The medium ───────────────────────────────────────────────────────────────────────────────


@contextmanager
def mounted(folder: Path) -> Iterator[Path]:
    """A small medium of its own, in memory; needs root."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tests", str(folder)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a medium needs root on Linux")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True)


@pytest.fixture
def medium(closed: Path) -> Iterator[CaseFile]:
    """The sample case on a small medium, held for writing."""
    with (
        mounted(closed.parent / "medium") as folder,
        CaseFile.open(Path(shutil.copy(closed, folder))) as case_file,
    ):
        yield case_file


def fill(file: FileIO) -> None:
    with suppress(OSError):
        while True:
            file.write(bytes(4096))


def test_what_a_full_medium_does_not_take_is_written_when_there_is_room(medium: CaseFile) -> None:
    large = creation(Person(id=new_id(), about="words " * 400_000))
    with pytest.raises(WriteFailed, match="no room left"):
        medium.apply(large)
    filling = medium.path.with_name("filling")
    with filling.open("wb", buffering=0) as file:
        fill(file)
    refused(medium, WriteFailed, "no room left")
    filling.unlink()
    goes_on(medium)


def test_a_medium_that_was_taken_away_is_missed(medium: CaseFile) -> None:
    folder = medium.path.parent
    subprocess.run(["umount", "-l", str(folder)], check=True)
    refused(medium, CaseFileMissing, "moved, renamed|folder or medium")
    assert list(folder.iterdir()) == []


# ── Permission ───────────────────────────────────────────────────────────────────────────────

LOSING_PERMISSION = """
import os, sys
sys.path[:0] = {path!r}
from pathlib import Path
from viewer.domain.changes import edit
from viewer.errors import ReadOnlyCaseFile
from viewer.store import CaseFile, check
folder = Path(sys.argv[1])
CaseFile.create(folder / "warm up").close()
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
with CaseFile.create(folder / "mine") as case_file:
    for place, without, again in ((folder / "mine", 0o400, 0o600), (folder / "in", 0o500, 0o700)):
        if place.name == "in":
            case_file.close(); place.mkdir()
            case_file = CaseFile.open(Path((folder / "mine").rename(place / "mine")))
        place.chmod(without)
        try:
            case_file.apply(edit(case_file.case, title="Not yet"))
        except ReadOnlyCaseFile as error:
            print(error)
        place.chmod(again)
        case_file.apply(edit(case_file.case, title=f"By {{place.name}}"))
        assert check(case_file.path) == []
        print(case_file.case.title)
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_without_permission_nothing_is_written_until_it_is_given_again(shared_folder: Path) -> None:
    program = LOSING_PERMISSION.format(path=sys.path)
    done = subprocess.run(
        [sys.executable, "-c", program, str(shared_folder)], capture_output=True, text=True
    )
    first, mine, second, folder = done.stdout.splitlines() or [done.stderr] * 4
    assert "made read-only" in first
    assert "made read-only" in second
    assert (mine, folder) == ("By mine", "By in"), done.stderr


# ── On the disk ──────────────────────────────────────────────────────────────────────────────

SAVING = """
import os, sys
sys.path[:0] = {path!r}
from pathlib import Path
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Person
from viewer.store import CaseFile
with CaseFile.create(Path(sys.argv[1])) as case_file:
    for n in range(3):
        os.write(1, b"saved")
        case_file.apply(edit(case_file.case, title=f"Number {{n}}"))
        os.write(1, b"saved")
        case_file.apply(creation(Person(id=new_id(), about="x" * 100_000)))
    case_file.undo()
    os.write(1, b"saved")
"""
#: A call on an open file, and its path as strace tells it.
_CALL = re.compile(r"^(\w+)\((?:\d+<([^>]*)>|\"([^\"]*)\"|AT_FDCWD<[^>]*>, \"([^\"]*)\")(.*)")


def test_a_change_is_on_the_disk_before_it_is_acknowledged(path: Path) -> None:
    """Each write is followed by the file's fsync, each new or removed name by the folder's."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    trace = path.with_name("trace")
    calls = "write,pwrite64,fsync,fdatasync,ftruncate,openat,unlink,rename"
    program = [sys.executable, "-c", SAVING.format(path=sys.path), str(path)]
    strace = ["strace", "-y", "-s", "16", "-e", f"trace={calls}", "-o", str(trace)]
    done = subprocess.run([*strace, *program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    unsafe, acknowledged, synced = set[str](), 0, 0
    for line in trace.read_text().splitlines():
        found = _CALL.match(line)
        if found is None:
            continue
        call, place, rest = found[1], next(filter(None, found.groups()[1:4]), ""), found[5]
        if "saved" in rest:
            acknowledged += 1
            assert unsafe == set()
        elif call in ("fsync", "fdatasync"):
            synced += place in unsafe
            unsafe.discard(place)
        elif not place.startswith(str(path)):
            continue
        elif call == "unlink" or (call == "openat" and "O_CREAT" in rest and "journal" in place):
            unsafe.discard(place)
            unsafe.add(str(path.parent))
        elif call != "openat":
            unsafe.add(place)
    assert acknowledged == 7
    assert synced > 4 * acknowledged
