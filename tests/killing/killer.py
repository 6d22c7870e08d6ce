"""Runs a child in a case, ends it at a random moment or by a fault, and looks what became of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.killing.fate import Fate, fate
from tests.killing.told import Told

ROOT = Path(__file__).resolve().parents[2]
#: Deeds that a child does at most: it is killed within these, or a fault meets it.
MOST = 8
#: Seconds that a deed may take: the moment of death lies somewhere within.
WITHIN = {
    "edit": 0.03,
    "import": 0.05,
    "migration": 0.4,
    "passphrase": 0.25,
    "backup": 0.15,
    "removal": 0.3,
}


@dataclass(frozen=True)
class Trial:
    """What a child is to do, and in which case: a template that is copied for it."""

    work: str
    #: The name of the key that the case has.
    key: str
    template: Path
    #: What is in the case, as one number.
    fingerprint: int

    @property
    def before(self) -> tuple[int, str]:
        return self.fingerprint, self.key

    def laid_out(self, folder: Path) -> Path:
        """Copy the case, with what belongs to it, into a folder of its own."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "tmp").mkdir()
        return Path(shutil.copy(self.template, folder / "killed.casefile"))


class Child:
    """A child at work in a case; `prefix` is what it is run by."""

    def __init__(self, trial: Trial, path: Path, seed: int, prefix: Sequence[str] = ()) -> None:
        ours, its = socket.socketpair()
        given = [str(its.fileno()), trial.work, trial.key, str(path), str(seed), str(MOST)]
        command = [*prefix, sys.executable, "-m", "tests.killing.child", *given]
        scratch = str(path.parent / "tmp")
        environment = os.environ | {
            "TMPDIR": scratch,
            "XDG_RUNTIME_DIR": scratch,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            pass_fds=[its.fileno()],
            stderr=subprocess.DEVNULL,
        )
        its.close()
        self._socket = ours
        self._lines = ours.makefile("r")
        self._said: list[str] = []

    def hear_until(self, start: str) -> None:
        """Listen until the child says a line that begins so, or is silent for ever."""
        for line in self._lines:
            self._said.append(line)
            if line.startswith(start):
                break

    def kill(self) -> None:
        self.process.kill()

    def end(self) -> Told:
        """Listen to the last word, and bury the child."""
        self._said += self._lines.readlines()
        self._lines.close()
        self._socket.close()
        self.process.wait()
        return Told.by(self._said)


def kill_once(trial: Trial, folder: Path, rng: Random) -> Fate:
    """Let a child work, kill it at a random moment, and look."""
    path = trial.laid_out(folder)
    child = Child(trial, path, rng.randrange(2**32))
    at = rng.randrange(MOST)
    aimed = "try" if rng.random() < 0.6 else "done"
    child.hear_until("begun" if trial.work == "migration" and at < 6 else f"{aimed} {at}")
    # Not from the seed alone: where the child is by then, no two runs agree upon.
    time.sleep(rng.random() * WITHIN[trial.work])
    child.kill()
    return fate(path, child.end(), trial.before)
