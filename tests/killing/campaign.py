"""Many deaths and faults, over all that is done to a case, and a table of what became of them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import cycle, islice, product
from pathlib import Path
from random import Random

from tests.killing import faults
from tests.killing.fate import Fate
from tests.killing.killer import Trial, kill_once
from tests.killing.templates import trial
from tests.killing.work import WORK

#: What the table calls the state in which a case begins.
STATES = {"-": "plain", "a": "encrypted"}
AT_ANY_MOMENT = "killed at any moment"
Told = Callable[[str], object]


@dataclass
class Tally:
    """What became of the children of one row of the table."""

    children: int = 0
    acknowledged: int = 0
    refused: int = 0
    in_flight: int = 0
    one_more: int = 0
    problems: list[str] = field(default_factory=list)
    #: Names of what the dead left beside a case, and of what the next start left of it.
    left: Counter[str] = field(default_factory=Counter)
    remains: Counter[str] = field(default_factory=Counter)

    def add(self, fate: Fate, how: str) -> None:
        self.children += 1
        self.acknowledged += fate.acknowledged
        self.refused += fate.refused
        self.in_flight += fate.in_flight
        self.one_more += fate.one_more
        self.problems += [f"{how}: {problem}" for problem in fate.problems]
        self.left.update(map(_kind, fate.left))
        self.remains.update(map(_kind, fate.remains))

    def join(self, other: "Tally") -> None:
        self.children += other.children
        self.acknowledged += other.acknowledged
        self.refused += other.refused
        self.in_flight += other.in_flight
        self.one_more += other.one_more
        self.problems += other.problems
        self.left.update(other.left)
        self.remains.update(other.remains)


def _kind(name: str) -> str:
    """Return a file's name without what is different each time."""
    return re.sub(r"\d{4}-\d\d-\d\d .* [0-9a-f]{8}|[0-9a-f]{12}", "…", name)


Rows = dict[tuple[str, str, str], Tally]


class Campaign:
    """Kills and injects in turn over every work and both kinds of case, as drawn by a seed."""

    def __init__(
        self,
        folder: Path,
        seed: int,
        say: Told = lambda _: None,
        works: Iterable[str] = tuple(WORK),
        states: Iterable[str] = tuple(STATES),
    ) -> None:
        self.folder, self.seed, self._say = folder, seed, say
        self._rng = Random(seed)
        self.rows: Rows = {}
        self._trials: dict[tuple[str, str], Trial] = {}
        self._calls: dict[Trial, tuple[int, Counter[str]]] = {}
        self._each = list(product(works, states))
        self._rng.shuffle(self._each)

    def kill(self, rounds: int) -> None:
        for work, key in islice(cycle(self._each), rounds):
            fate = kill_once(self._trial(work, key), self.folder / "round", self._rng)
            self._note(work, key, AT_ANY_MOMENT, AT_ANY_MOMENT, fate)

    def inject(self, rounds: int) -> None:
        kinds = cycle(faults.FAULTS)
        plan = ((work, key, kind) for kind in kinds for work, key in self._each)
        for work, key, kind in islice(plan, rounds):
            chosen = self._trial(work, key)
            seed, calls = self._known_calls(chosen)
            fault = faults.any_fault(self._rng, calls, kind)
            fate = faults.meet_once(chosen, self.folder / "round", seed, fault)
            self._note(work, key, kind, f"{kind} at {fault.call} {fault.n}, seed {seed}", fate)

    def _trial(self, work: str, key: str) -> Trial:
        if (work, key) not in self._trials:
            self._trials[work, key] = trial(work, key, self.folder)
        return self._trials[work, key]

    def _known_calls(self, chosen: Trial) -> tuple[int, Counter[str]]:
        # By another seed now and then: other deeds, and other calls.
        if chosen not in self._calls or self._rng.random() < 0.2:
            seed = self._rng.randrange(2**32)
            self._calls[chosen] = seed, faults.calls_of(chosen, self.folder / "round", seed)
        return self._calls[chosen]

    def _note(self, work: str, key: str, kind: str, how: str, fate: Fate) -> None:
        row = self.rows.setdefault((work, STATES[key], kind), Tally())
        row.add(fate, f"{work}, {STATES[key]}, {how}")
        for problem in fate.problems:
            self._say(f"! {work}, {STATES[key]}, {how}: {problem}")

    def join(self, rows: Rows) -> None:
        """Take in the rows of another campaign."""
        for name, row in rows.items():
            self.rows.setdefault(name, Tally()).join(row)

    @property
    def problems(self) -> list[str]:
        return [problem for row in self.rows.values() for problem in row.problems]
