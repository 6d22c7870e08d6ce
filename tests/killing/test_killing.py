"""No acknowledged deed is lost when the program is killed or the disk fails, at any moment."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.killing import faults
from tests.killing.campaign import Campaign
from tests.killing.deeds import Picture
from tests.killing.fate import fate
from tests.killing.killer import ROOT
from tests.killing.report import report, together
from tests.killing.told import Told
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Event
from viewer.store import CaseFile, access_to, back_up, check

#: Of each: `python -m tests.killing` kills hundreds.
ROUNDS = 3


@pytest.fixture
def campaign(tmp_path: Path) -> Iterator[Campaign]:
    campaign = Campaign(tmp_path, time.time_ns() % 2**32)
    yield campaign
    assert not campaign.problems, report(campaign, 0)
    assert together(campaign.rows.values()).children == ROUNDS


def test_no_acknowledged_deed_is_lost_when_the_program_is_killed(campaign: Campaign) -> None:
    campaign.kill(ROUNDS)


def test_no_acknowledged_deed_is_lost_when_the_system_fails(campaign: Campaign) -> None:
    if not faults.has_strace():
        pytest.skip("strace, which injects faults, is not installed")
    campaign.inject(ROUNDS)


def test_a_backup_that_another_took_the_place_of_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "backed up.casefile"
    with CaseFile.create(path) as case_file:
        first, number = back_up(access_to(case_file)).path, Picture(case_file).number
        case_file.apply(creation(Event(id=new_id())))
        later, after = back_up(access_to(case_file)).path, Picture(case_file).number
    backups = {first.name: (number, "-"), later.name: (after, "-")}
    told = Told(promised={0: (after, "-")}, last=0, backups=backups, has_begun=True)
    assert fate(path, told, (after, "-")).problems == ()
    shutil.copy(later, first)
    (problem,) = fate(path, told, (after, "-")).problems
    assert "is not as the case was" in problem
    assert first.name in problem


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
