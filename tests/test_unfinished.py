"""What is not finished goes with its maker, who may have been killed; what is at work stays."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.nesting import nested
from viewer.unfinished import sweep, unfinished

_MAKER = """
import sys
from pathlib import Path
from viewer.unfinished import unfinished
with unfinished(Path(sys.argv[1]), "export.json") as file:
    file.write_text("Amjad")
    print(file, flush=True)
    sys.stdin.read()
"""

Maker = tuple["subprocess.Popen[str]", Path]


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[Maker]:
    """A process that is at work on a file."""
    process = subprocess.Popen(
        [sys.executable, "-c", _MAKER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    yield process, Path(process.stdout.readline().rstrip("\n"))
    process.kill()
    process.communicate()


def test_what_somebody_is_at_work_on_stays_until_they_are_dead(
    tmp_path: Path, maker: Maker
) -> None:
    process, file = maker
    sweep(tmp_path)
    assert file.read_text() == "Amjad"
    process.kill()
    process.wait()
    assert file.exists()
    with unfinished(tmp_path, "other"):
        assert not file.parent.exists()
    assert list(tmp_path.iterdir()) == []


def test_who_is_at_work_in_this_process_is_not_swept_either(tmp_path: Path) -> None:
    with unfinished(tmp_path, "one") as one, unfinished(tmp_path, "two") as two:
        sweep(tmp_path)
        assert one.exists()
        assert two.exists()


def test_only_its_user_may_read_it(tmp_path: Path) -> None:
    with unfinished(tmp_path, "file") as file:
        assert file.stat().st_mode & 0o077 == 0
        assert file.parent.stat().st_mode & 0o077 == 0


def test_what_was_moved_to_its_place_stays(tmp_path: Path) -> None:
    with unfinished(tmp_path, "file") as file:
        file.write_text("done")
        file.rename(tmp_path / "file")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def _left(folder: Path, computer: str) -> Path:
    """Lay out what somebody left on some computer, a moment ago."""
    left = folder / ".casefile-0123456789ab"
    left.mkdir()
    (left / "in-use").write_text(computer)
    (left / "copy").write_text("half")
    return left


def test_what_another_computer_left_goes_when_it_is_old(tmp_path: Path) -> None:
    left = _left(tmp_path, "another")
    sweep(tmp_path)
    assert left.exists()
    for file in (*left.iterdir(), left):
        past = file.stat().st_mtime - 2 * 3600
        os.utime(file, (past, past))
    sweep(tmp_path)
    assert not left.exists()


@pytest.mark.skipif(os.name != "posix", reason="others know no paths so long")
def test_folders_in_folders_without_end_are_no_trouble(tmp_path: Path) -> None:
    with nested(tmp_path / ".casefile-0123456789ab"):
        sweep(tmp_path)


def test_nothing_else_is_touched(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    letters = _left(elsewhere, "").rename(elsewhere / "letters")
    (tmp_path / ".casefile-0123456789ab").symlink_to(letters)
    (tmp_path / ".casefile-0123456789ac").write_text("a file")
    (tmp_path / ".casefile-letters").mkdir()
    before = sorted(tmp_path.rglob("*"))
    sweep(tmp_path)
    sweep(tmp_path / "nowhere")
    assert sorted(tmp_path.rglob("*")) == before
