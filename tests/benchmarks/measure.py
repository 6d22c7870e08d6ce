"""What the benchmarks share: a case of any size, floors beside what is measured, and a table."""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Document, Event, Name, Passage, Person, Quote, Record
from viewer.store import CaseFile

_FIRST = [
    "Amjad",
    "Hasanain",
    "Leila",
    "Zaid",
    "Karim",
    "Noor",
    "أمجد",
    "حسنين",
    "ليلى",
    "زيد",
    "كريم",
    "نور",
]
_LAST = [
    "Aldhamat",
    "Alminshid",
    "Haddad",
    "Najjar",
    "Saadi",
    "الدهامات",
    "المنشد",
    "الحداد",
    "النجار",
]
_SAID = [
    "the",
    "gunmen",
    "came",
    "at",
    "night",
    "and",
    "asked",
    "for",
    "the",
    "committee",
    "near",
    "the",
    "river",
    "in",
    "October",
]
#: Words of a text that each other text lacks.
_RARE = 997


@dataclass(frozen=True)
class Ratio:
    """How much longer something takes than its floor, measured in the same run; in seconds."""

    name: str
    floor_name: str
    seconds: float
    floor: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.floor if self.floor else float("inf")

    def row(self) -> str:
        return (
            f"| {self.name} | {spoken(self.seconds)} | {self.floor_name} | {spoken(self.floor)} "
            f"| {self.ratio:.2f} |"
        )


def spoken(seconds: float) -> str:
    """A time as people read it."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def table(ratios: Iterable[Ratio]) -> str:
    """A Markdown table of ratios."""
    head = ["| what | time | floor | its time | ratio |", "|---|---:|---|---:|---:|"]
    return "\n".join([*head, *(ratio.row() for ratio in ratios)])


def timed(action: Callable[[], object]) -> float:
    """Seconds that an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def median(action: Callable[[], object], times: int = 5) -> float:
    """The median of the seconds that an action takes."""
    return statistics.median(timed(action) for _ in range(times))


def percentile(seconds: list[float], percent: int) -> float:
    """The time that `percent` of a hundred measurements do not exceed."""
    return sorted(seconds)[min(len(seconds) - 1, len(seconds) * percent // 100)]


def change_set(quotes: int) -> ChangeSet:
    """A change set that adds so many quotes with their passages, speakers and events."""
    text = " ".join(_sentence(n) for n in range(quotes))
    document, content = received(text.encode(), text, title="Testimonies")
    people = [Person(id=new_id()) for _ in range(max(1, quotes // 100))]
    records: list[Record] = [document, *people]
    records += [Name(id=new_id(), person_id=p.id, text=_name(n)) for n, p in enumerate(people)]
    records += [_event(n) for n in range(quotes // 20)]
    passages = list(_passages(document, quotes))
    records += passages
    records += [
        Quote(id=new_id(), passage_id=p.id, speaker_id=people[n % len(people)].id)
        for n, p in enumerate(passages)
    ]
    return creation(*records, label="Many", contents=(content,))


def _sentence(n: int) -> str:
    words = [_SAID[(n * step + step) % len(_SAID)] for step in range(1, 9)]
    return f"{_FIRST[n % len(_FIRST)]} said {' '.join(words)} item{n % _RARE} number {n}."


def _name(n: int) -> str:
    return f"{_FIRST[n % len(_FIRST)]} {_LAST[n // len(_FIRST) % len(_LAST)]} {n}"


def _event(n: int) -> Event:
    date = Date(edtf=f"{1980 + n % 40}-{n % 12 + 1:02}")
    return Event(id=new_id(), title=f"{_SAID[n % len(_SAID)]} {n}", date=date)


def _passages(document: Document, quotes: int) -> Iterator[Passage]:
    start = 0
    for n in range(quotes):
        end = start + len(_sentence(n))
        yield passage_at(document, start, end)
        start = end + 1


@contextmanager
def case_of(quotes: int) -> Iterator[CaseFile]:
    """A case with so many quotes, on disk, gone afterwards."""
    with (
        TemporaryDirectory() as folder,
        CaseFile.create(Path(folder, "bench.casefile")) as case_file,
    ):
        case_file.apply(change_set(quotes))
        yield case_file
