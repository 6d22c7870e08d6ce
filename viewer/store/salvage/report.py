"""What came of saving a damaged case: what is in the new file, and what is lost."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from viewer.domain.records import KINDS
from viewer.domain.text import shortened
from viewer.store.salvage.fitting import Misfit, Records

#: Code points of a title in a line.
_MOST = 60
_TELLING = ("title", "text", "name", "label", "described_as", "exact", "counted", "body")


@dataclass(frozen=True, slots=True)
class Loss:
    """A record that is not in the new file, or not as it was; `title` is "" where unknown."""

    kind: str
    id: str
    title: str
    why: str

    def __str__(self) -> str:
        called = f"“{shortened(self.title, _MOST)}”" if self.title else "without a known title"
        return f"{KINDS[self.kind].labels[0]} {called} ({self.id}): {self.why}."


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The new file, what it holds, and what of the damaged one it does not."""

    path: Path
    #: How many records of a kind there are, and how many there should be.
    counts: dict[str, tuple[int, int]]
    lost: tuple[Loss, ...]
    #: Records that are there, but not wholly as they were.
    changed: tuple[Loss, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every record is there as it was."""
        return not (self.lost or self.changed or self.unknown)

    @property
    def unknown(self) -> int:
        """How many records are missing that cannot be named."""
        missing = sum(wanted - there for there, wanted in self.counts.values())
        return max(0, missing - len(self.lost))

    def lines(self) -> Iterator[str]:
        """Say what is there and what is not."""
        for kind, (there, wanted) in self.counts.items():
            label = KINDS[kind].labels[wanted != 1].lower()
            of = f" of {wanted:,}" if there != wanted else ""
            yield f"{there:>8,}{of}  {label}"
        if unknown := self.unknown:
            yield f"Of {_records(unknown)} that should be there, nothing more is known."
        if self.lost:
            yield f"Lost: {_records(len(self.lost))}."
            yield from (f"  {loss}" for loss in self.lost)
        if self.changed:
            yield f"Saved, but not wholly as before: {_records(len(self.changed))}."
            yield from (f"  {loss}" for loss in self.changed)


def _records(number: int) -> str:
    return "one record" if number == 1 else f"{number:,} records"


def counts(
    known: Mapping[str, str], totals: Mapping[str, int], records: Records
) -> dict[str, tuple[int, int]]:
    """Return how many records of each kind there are, and how many there should be.

    `known` is the kind by id of what should be there, `totals` what the file says of numbers.
    """
    wanted = Counter({**{r.id: r.kind for r in records.values()}, **known}.values())
    there = Counter(record.kind for record in records.values())
    most = {kind: max(wanted[kind], totals.get(kind, 0)) for kind in KINDS}
    return {kind: (there[kind], number) for kind, number in most.items() if number}


def loss_of(misfit: Misfit) -> Loss:
    """Return what is told of a record that does not fit any more."""
    record = misfit.record
    title = next((v for name in _TELLING if (v := getattr(record, name, ""))), "")
    return Loss(record.kind, record.id, title, misfit.why)
