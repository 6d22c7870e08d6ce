"""No acknowledged edit is lost when the program is killed, at whatever moment."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.killing.killer import ROOT, kill_once, table
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Event
from viewer.store import CaseFile, check

#: `python -m tests.killing` kills 200.
ROUNDS = 15


def test_no_acknowledged_deed_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "killed.casefile"
    CaseFile.create(path).close()
    seed = time.time_ns() % 2**32
    rng = Random(seed)
    deaths = [kill_once(path, rng) for _ in range(ROUNDS)]
    assert not any(death.problems for death in deaths), f"seed {seed}\n{table(deaths)}"
    assert sum(death.acknowledged for death in deaths) > ROUNDS


def test_what_the_window_calls_saved_is_there_after_it_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "typed.casefile"
    event = Event(id=new_id())
    with CaseFile.create(path) as case_file:
        case_file.apply(creation(event))
    for saves in (1, 3):
        told = _typed_and_killed(path, event.id, saves)
        assert len(told.split()) >= saves
        assert check(path) == []
        with CaseFile.open(path) as case_file:
            assert case_file.get(Event, event.id).title.startswith(told)


def _typed_and_killed(path: Path, id: str, saves: int) -> str:
    """Return the words that the window last called saved."""
    command = [sys.executable, "-m", "tests.killing.typist", str(path), id]
    typist = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert typist.stdout is not None
    lines = [typist.stdout.readline() for _ in range(saves)]
    time.sleep(Random().random())
    typist.kill()
    lines += typist.stdout.readlines()
    typist.wait()
    return [line for line in lines if line.endswith("\n")][-1].removeprefix("saved ").rstrip("\n")
