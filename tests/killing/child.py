"""Edits a case until it is killed; says of each deed what will be, and then that it is written.

    python -m tests.killing.child CASE SEED

Lines: `try NUMBER FINGERPRINT` before a deed, `done NUMBER` after it was acknowledged.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.killing.deeds import Picture, any_deed
from viewer.domain.changes import ChangeSet
from viewer.store import CaseFile

Move = Callable[[str], ChangeSet]


def main(path: Path, seed: int) -> None:
    rng = Random(seed)
    with CaseFile.open(path) as case_file:
        Editing(case_file, rng).go_on()


class Editing:
    def __init__(self, case_file: CaseFile, rng: Random) -> None:
        self.case_file, self.rng = case_file, rng
        self.picture = Picture(case_file)
        self.done: list[ChangeSet] = []
        self.undone: list[ChangeSet] = []
        self.number = 0

    def go_on(self) -> None:
        say(f"try 0 {self.picture.number:x}")
        say("done 0")
        while True:
            chance = self.rng.random()
            if chance < 0.2 and self.done:
                self.back(self.done, self.undone, self.case_file.undo)
            elif chance < 0.35 and self.undone:
                self.back(self.undone, self.done, self.case_file.redo)
            else:
                self.deed()

    def deed(self) -> None:
        change_set = any_deed(self.rng, self.picture, self.case_file)
        if change_set.is_empty:
            return
        self.begin(change_set)
        self.end(self.case_file.apply(change_set, "Child"))
        self.done.append(change_set)
        self.undone.clear()

    def back(self, source: list[ChangeSet], target: list[ChangeSet], move: Move) -> None:
        inverse = source.pop().inverse
        target.append(inverse)
        self.begin(inverse)
        self.end(move("Child"))

    def begin(self, change_set: ChangeSet) -> None:
        self.expected = self.picture.after(change_set)
        self.number += 1
        say(f"try {self.number} {self.expected:x}")

    def end(self, written: ChangeSet) -> None:
        self.picture.follow(written)
        say(f"done {self.number}" if self.picture.number == self.expected else "wrong")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
