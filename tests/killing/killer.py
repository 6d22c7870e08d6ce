"""Kills a child that edits a case, at a random moment, and looks what became of the case."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.killing.deeds import Picture
from viewer.store import CaseFile, check

ROOT = Path(__file__).resolve().parents[2]
#: Deeds after which a child is killed at the latest.
_MOST = 25
#: Seconds that a deed may take: the moment of death lies somewhere within.
_WITHIN = 0.03


@dataclass(frozen=True)
class Death:
    """How one child ended, and how its case was found."""

    #: In the middle of a deed by intention, or at any moment.
    aimed: bool
    acknowledged: int
    #: A deed was begun whose end was not heard of.
    in_flight: bool
    #: The deed in flight is in the file.
    one_more: bool
    #: A journal lay beside the file: it died between the first and the last write of a deed.
    journal: bool
    #: What is wrong; empty when all is well.
    problems: tuple[str, ...]


def kill_once(path: Path, rng: Random) -> Death:
    """Let a child edit the case, kill it, and look."""
    aimed = rng.random() < 0.5
    command = [sys.executable, "-m", "tests.killing.child", str(path), str(rng.randrange(2**32))]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    wanted = f"{'try' if aimed else 'done'} {rng.randint(1, _MOST)}"
    lines = []
    for line in child.stdout:
        lines.append(line)
        if line.startswith(wanted):
            break
    # Not from the seed alone: where the child is by then, no two runs agree upon.
    time.sleep(rng.random() * _WITHIN)
    child.kill()
    lines += child.stdout.readlines()
    child.wait()
    return _looked_at(path, aimed, lines)


def _looked_at(path: Path, aimed: bool, lines: list[str]) -> Death:
    whole = [line.split() for line in lines if line.endswith("\n")]
    promised = {words[1]: int(words[2], 16) for words in whole if words[0] == "try"}
    done = [words[1] for words in whole if words[0] == "done"]
    journal = path.with_name(f"{path.name}-journal")
    is_hot = journal.exists() and journal.stat().st_size > 0
    problems = [] if done else ["The child did not begin."]
    problems += ["A deed wrote something else than it said."] * (["wrong"] in whole)
    problems += check(path)
    with CaseFile.open(path) as case_file:
        found = Picture(case_file).number
        problems += _moved(case_file, found)
    last = done[-1] if done else "0"
    flying = [number for number in promised if int(number) > int(last)]
    one_more = bool(flying) and found == promised[flying[0]]
    if found != promised.get(last) and not one_more:
        problems.append(f"The case is not as acknowledged deed {last} left it.")
    return Death(aimed, len(done) - 1, bool(flying), one_more, is_hot, tuple(problems))


def _moved(case_file: CaseFile, number: int) -> list[str]:
    """Undo and redo what the dead child did last: the history is whole, too."""
    if case_file.undo("Killer").is_empty:
        return []
    if case_file.redo("Killer").is_empty:
        return ["What was undone could not be redone."]
    return [] if Picture(case_file).number == number else ["Undo and redo left another case."]


def table(deaths: list[Death]) -> str:
    """Return what became of the children, in lines."""
    rows = [
        ("killed", len(deaths)),
        ("aimed into a deed", sum(d.aimed for d in deaths)),
        ("deeds acknowledged", sum(d.acknowledged for d in deaths)),
        ("died with a deed in flight", sum(d.in_flight for d in deaths)),
        ("… which left a journal: rolled back", sum(d.journal and not d.one_more for d in deaths)),
        ("… which was written after all", sum(d.one_more for d in deaths)),
        ("cases with a problem", sum(bool(d.problems) for d in deaths)),
    ]
    said = [f"{name:<38}{number:>6}" for name, number in rows]
    return "\n".join([*said, *(f"! {problem}" for d in deaths for problem in d.problems)])
