"""Faults at system calls, injected by strace: killed at one, or told that it failed."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.killing.fate import Fate, fate
from tests.killing.killer import Child, Trial

#: What a program that saves asks of the system.
CALLS = (
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "unlink",
    "rename",
    "ftruncate",
)
#: What becomes of the call: from that one on the medium is full or fails, or only that once.
FAULTS = {
    "kill": "signal=SIGKILL:when={n}",
    "ENOSPC": "error=ENOSPC:when={n}",
    "EIO": "error=EIO:when={n}",
    "ENOSPC from then on": "error=ENOSPC:when={n}+",
    "EIO from then on": "error=EIO:when={n}+",
}
_CALL = re.compile(r"^(\w+)\(")


def has_strace() -> bool:
    return shutil.which("strace") is not None


@dataclass(frozen=True)
class Fault:
    call: str
    kind: str
    #: Which of the calls it meets, the first being 1.
    n: int

    @property
    def prefix(self) -> list[str]:
        fault = FAULTS[self.kind].format(n=self.n)
        return _strace(self.call, Path("/dev/null"), "-e", f"inject={self.call}:{fault}")


def calls_of(trial: Trial, folder: Path, seed: int) -> Counter[str]:
    """Return how often an undisturbed child makes each call."""
    path = trial.laid_out(folder)
    trace = folder.with_name("trace")
    told = Child(trial, path, seed, _strace(",".join(CALLS), trace)).end()
    assert told.has_ended, told
    assert not told.problems, told
    made = (_CALL.match(line) for line in trace.read_text().splitlines())
    return Counter(found[1] for found in made if found)


def meet_once(trial: Trial, folder: Path, seed: int, fault: Fault) -> Fate:
    """Let a child work, let a fault meet it, and look."""
    path = trial.laid_out(folder)
    return fate(path, Child(trial, path, seed, fault.prefix).end(), trial.before)


def any_fault(rng: Random, calls: Counter[str], kind: str) -> Fault:
    """Draw a call that the child makes, each kind of call as likely as the others."""
    call = rng.choice(sorted(name for name, number in calls.items() if number))
    return Fault(call, kind, rng.randint(1, calls[call]))


def _strace(calls: str, output: Path, *more: str) -> list[str]:
    # Of the child alone: what parses documents writes nothing.
    return ["strace", "-qq", "-o", str(output), "-e", f"trace={calls}", *more]
