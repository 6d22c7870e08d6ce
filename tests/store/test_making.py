"""A new case that cannot be made: nothing is left of it, and what is said of that is true."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.errors import FileProblem
from viewer.store import CaseFile

MAKING = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from viewer.errors import CasefileError
from viewer.store import CaseFile
try:
    CaseFile.create(Path(sys.argv[1])).close()
except CasefileError as error:
    print(type(error).__name__, error)
"""
CALLS = ("fsync", "pwrite64", "unlink")


def made(path: Path, *faults: str) -> str:
    """What a program says that makes a case while faults meet it; "" when it is made."""
    trace = path.with_name("trace")
    strace = ["strace", "-qq", "-o", str(trace), "-e", f"trace={','.join(CALLS)}", *faults]
    program = [sys.executable, "-c", MAKING.format(path=sys.path), str(path)]
    done = subprocess.run([*strace, *program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How often each call is made where all goes well."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    path = tmp_path_factory.mktemp("undisturbed") / "new.casefile"
    assert made(path) == ""
    trace = path.with_name("trace").read_text()
    return {call: len(re.findall(rf"^{call}\(", trace, re.M)) for call in CALLS}


def in_folder(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.name != "trace")


@pytest.mark.parametrize(
    ("call", "nth", "fault"),
    [
        ("fsync", 3, "EIO:when={n}+"),  # nor can the journal be taken away
        ("fsync", -1, "EIO:when={n}"),  # it is not sure that the journal would stay away
        ("pwrite64", 0, "ENOSPC:when={n}+"),
        ("unlink", 0, "EIO:when={n}"),
    ],
)
def test_what_the_disk_does_not_take_is_not_made_and_leaves_nothing(
    path: Path, calls: dict[str, int], call: str, nth: int, fault: str
) -> None:
    n = range(1, calls[call] + 1)[nth]
    said = made(path, "-e", f"inject={call}:error={fault.format(n=n)}")
    assert said.startswith("WriteFailed “a case.casefile” could not be made: ")
    assert "no file was left" in said
    assert in_folder(path) == []


def test_what_cannot_be_removed_is_named(path: Path, calls: dict[str, int]) -> None:
    said = made(path, "-e", "inject=unlink:error=EIO:when=1+")
    assert "could not be removed: delete it" in said
    assert in_folder(path) == ["a case.casefile", "a case.casefile-journal"]


def test_a_name_that_is_too_long_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="too long a name"):
        CaseFile.create(tmp_path / ("n" * 250))
    assert list(tmp_path.iterdir()) == []


def test_the_journal_of_a_file_that_was_moved_is_kept(path: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"what was there before")
    with pytest.raises(FileProblem, match="journal”, without which"):
        CaseFile.create(path)
    assert in_folder(path) == [journal.name]
    assert journal.read_bytes() == b"what was there before"
