import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from viewer.domain.redaction import Redactor
from viewer.domain.summary import CaseSummary
from viewer.errors import Cancelled, Hit, LeakError, WriteFailed
from viewer.export.guarded import guarded

AMJAD = Redactor({("amjad",): "Person 4", ("amjad", "dhamat"): "Person 4"})
SUMMARY = CaseSummary(title="A case", guard=AMJAD)


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "out.json"
    path.write_text("before")
    yield path
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]


def test_what_names_nobody_is_put_in_its_place(out: Path) -> None:
    with guarded(out, SUMMARY) as temporary:
        temporary.write_text('"[Person 4] said"')
    assert out.read_text() == '"[Person 4] said"'


def test_a_file_that_names_somebody_is_gone_and_the_user_is_told_where(out: Path) -> None:
    said = "Nothing was written.*value: “Amjad” for \\[Person 4\\]"
    with pytest.raises(LeakError, match=said) as caught, guarded(out, SUMMARY) as temporary:
        temporary.write_text('"said by Amjad"')
    assert Hit("value", "Amjad", "[Person 4]") in caught.value.hits
    assert out.read_text() == "before"


def test_a_files_own_name_must_not_tell_either(tmp_path: Path) -> None:
    with (
        pytest.raises(LeakError, match="the file's name: “Amjad”"),
        guarded(tmp_path / "Report on Amjad.json", SUMMARY),
    ):
        pytest.fail("nothing is written under such a name")
    assert list(tmp_path.iterdir()) == []


def test_the_programs_own_words_may_be_a_name(out: Path) -> None:
    def write(summary: CaseSummary, path: Path) -> None:
        path.write_text(f'{{"amjad": "{summary.title}"}}')

    with guarded(out, SUMMARY, again=write) as temporary:
        write(SUMMARY, temporary)
    assert out.read_text() == '{"amjad": "A case"}'


def test_reading_back_can_be_stopped(out: Path) -> None:
    with (
        pytest.raises(Cancelled, match="nothing was written"),
        guarded(out, SUMMARY, lambda done, total: False) as temporary,
    ):
        temporary.write_text('"nobody"')
    assert out.read_text() == "before"


def test_the_file_that_was_looked_at_is_not_the_one_that_is_given_away(out: Path) -> None:
    def finish(plain: Path, final: Path) -> None:
        final.write_bytes(b"locked " + plain.read_bytes())

    with guarded(out, SUMMARY, finish=finish) as temporary:
        temporary.write_text('"nobody"')
    assert out.read_text() == 'locked "nobody"'


def test_a_mistake_in_finishing_leaves_nothing_behind(out: Path) -> None:
    def finish(plain: Path, final: Path) -> None:
        final.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(WriteFailed), guarded(out, SUMMARY, finish=finish) as temporary:
        temporary.write_text('"nobody"')
    assert out.read_text() == "before"


@pytest.fixture
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("memory")


_KILLED = """
import os, sys
from pathlib import Path
from viewer.domain.summary import CaseSummary
from viewer.export.guarded import guarded
with guarded(Path(sys.argv[1]), CaseSummary(), finish=eval(sys.argv[2])) as temporary:
    temporary.write_text('"said by Amjad"')
    os.abort()
"""


@pytest.mark.parametrize("finish", ["None", "Path.replace"])
def test_what_a_killed_export_leaves_goes_with_the_next_one(
    out: Path,
    finish: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory = tmp_path_factory.mktemp("memory")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    command = [sys.executable, "-c", _KILLED, str(out), finish]
    assert subprocess.run(command, check=False, capture_output=True).returncode == -6
    left = [file for folder in (out.parent, memory) for file in folder.rglob("export.json")]
    assert any("Amjad" in file.read_text() for file in left)
    with guarded(out, SUMMARY, finish=Path.replace) as temporary:
        temporary.write_text('"nobody"')
    assert list(memory.iterdir()) == []
    assert out.read_text() == '"nobody"'
