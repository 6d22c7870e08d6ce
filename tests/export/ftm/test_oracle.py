"""What is written as FollowTheMoney, as the package followthemoney itself sees it.

The package is large and needs ICU, so it is no dependency, and these tests are skipped without it.
To run them, give it a Python of its own (Debian: `apt-get install libicu-dev pkg-config g++`):

    python -m venv ftm && ftm/bin/pip install followthemoney
    FTM_PYTHON=$PWD/ftm/bin/python EXAMPLES=200 python -m pytest tests/export/ftm

Last done with followthemoney 4.11.2 and PyICU 2.17. `ftm/bin/python -m tests.export.ftm.facts`
then prints `schemata.json` anew.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_at_hand import EVERY_RECORD
from tests.domain.small_case import small_case
from tests.export.ftm.cases import FEW, cases, given_to
from viewer.domain.snapshot import Snapshot
from viewer.export.ftm import write_ftm

PYTHON = os.environ.get("FTM_PYTHON", sys.executable)
Ask = Callable[[Snapshot, str], list[str]]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks the package for the problems of a case as entities."""
    script, path = Path(__file__).with_name("oracle.py"), tmp_path_factory.mktemp("ftm") / "1.jsonl"
    is_there = subprocess.run([PYTHON, "-c", "import followthemoney"], capture_output=True)
    if is_there.returncode:
        pytest.skip("followthemoney is not there")
    pipe = subprocess.PIPE
    with subprocess.Popen([PYTHON, script], stdin=pipe, stdout=pipe, text=True) as oracle:

        def asked(view: Snapshot, audience: str) -> list[str]:
            write_ftm(given_to(view, audience), path)
            print(path, file=oracle.stdin, flush=True)
            assert oracle.stdout is not None
            return list(json.loads(oracle.stdout.readline()))

        yield asked


def test_the_sample_keeps_to_the_model(ask: Ask) -> None:
    assert ask(Snapshot(EVERY_RECORD), "internal") == []


def test_the_small_case_keeps_to_the_model(ask: Ask) -> None:
    assert ask(small_case(), "public") == []


@given(cases(), st.sampled_from(["internal", "public"]))
@FEW
def test_every_case_keeps_to_the_model(ask: Ask, view: Snapshot, audience: str) -> None:
    assert ask(view, audience) == []
