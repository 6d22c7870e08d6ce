"""Runs many looks at mutated files in child processes, each with a time limit."""

import json
import select
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.mutating.looking import scratch
from tests.mutating.making import Bases, mutated
from viewer.store.keys import Key

ROOT = Path(__file__).parents[2]
#: Seconds of the clock after which a child is ended; its own steps are measured by the processor.
LIMIT = 40
#: Seconds of the processor that no step may take.
MOST = 5.0


@dataclass
class Outcome:
    """What became of one file."""

    mutation: str
    number: int
    ending: str
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


class Child:
    """A process that looks at one file after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.mutating.child"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )

    def look(self, path: Path, key: Key | None) -> dict[str, object] | None:
        """Return what came of a file; None where the child died or took too long."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        secret = "" if key is None else f"{key.secret.hex()} {key.salt.hex()}"
        process.stdin.write(f"{path}\t{secret}\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], LIMIT)
        line = process.stdout.readline() if ready else ""
        return json.loads(line) if line.endswith("\n") else None

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()


def run(
    files: int, seed: int, mutations: list[str], kept: Path | None = None, children: int = 2
) -> list[Outcome]:
    """Look at so many files, the mutations in turn, in some processes side by side.

    What came of each is added to the file `kept`, a line of JSON each; what is in it already is
    not looked at again, so that a campaign can be gone on with.
    """
    known = _kept(kept)
    with TemporaryDirectory() as folder:
        bases = Bases(Path(folder))
        left = [number for number in range(files) if number not in known]
        parts = [left[first::children] for first in range(children)]
        rooms = [Path(folder, f"room {first}") for first in range(children)]
        work = [_Part(bases, room, seed, mutations, kept) for room in rooms]
        with ThreadPoolExecutor(children) as pool:
            found = [outcome for part in pool.map(_Part.run, work, parts) for outcome in part]
    return sorted([*known.values(), *found], key=lambda outcome: outcome.number)


def _kept(kept: Path | None) -> dict[int, Outcome]:
    lines = kept.read_text("utf-8").splitlines() if kept is not None and kept.exists() else []
    outcomes = [Outcome(**json.loads(line)) for line in lines]
    return {outcome.number: outcome for outcome in outcomes}


class _Part:
    """A part of the files, looked at by one child at a time."""

    def __init__(
        self, bases: Bases, room: Path, seed: int, mutations: list[str], kept: Path | None
    ) -> None:
        self._bases, self._room, self._seed, self._mutations = bases, room, seed, mutations
        self._kept = kept
        self._child = Child()

    def run(self, numbers: list[int]) -> list[Outcome]:
        """Look at the files of these numbers."""
        outcomes = [self._one(number) for number in numbers]
        self._child.end()
        return outcomes

    def _one(self, number: int) -> Outcome:
        mutation = self._mutations[number % len(self._mutations)]
        with scratch(self._room) as room:
            path, key = mutated(self._bases, room, mutation, Random(f"{self._seed}/{number}"))
            told = self._child.look(path, key)
            if told is None:
                self._child.end()
                self._child = Child()
        outcome = _outcome(mutation, number, told)
        if self._kept is not None:
            with self._kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(outcome)) + "\n")
        if outcome.problems or outcome.seconds > MOST / 2:
            sys.stderr.write(f"{mutation} #{number}: {outcome.seconds:.1f} {outcome.problems}\n")
        return outcome


def _outcome(mutation: str, number: int, told: dict[str, object] | None) -> Outcome:
    if told is None:
        return Outcome(mutation, number, "CRASH", problems=["the process died, or took too long"])
    problems, seconds = list(told["problems"]), float(str(told["seconds"]))  # type: ignore[call-overload]
    if seconds > MOST:
        problems.append(f"a step took {seconds:.1f} s")
    return Outcome(mutation, number, _ending(told), seconds, problems)


def _ending(told: dict[str, object]) -> str:
    """Put the two ways of opening into one word for the table."""
    write, read = str(told["write"]), str(told["read"])
    if told["problems"]:
        return "BROKEN"
    if write.startswith("opened"):
        return "opens" if write == "opened" else "opens; parts are refused"
    return "opens read-only, with a warning" if read.startswith("opened") else "refused"
