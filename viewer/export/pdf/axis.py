"""An axis of time: days to points, with long stretches in which nothing happened cut out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from viewer.domain.dates import civil, day_number, iso_day

#: First and last day, as day numbers.
Days = tuple[int, int]

#: An empty stretch is cut out when it is longer than this share of what is shown without it.
_TOO_EMPTY = 0.6
#: Points: the space of a cut, the least width of a stretch, what is free at both of its ends.
_CUT, _LEAST, _FREE = 14.0, 52.0, 7.0
#: Points from one label to the next at least, by how much of "2019-10-25" is said: an estimate.
_APART = {"year": 30.0, "month": 42.0, "day": 52.0}
#: Half of the width that a digit takes, in points.
_HALF_LETTER = 1.9


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is named on the axis, `x` points from its start, by a label around `middle`."""

    x: float
    middle: float
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that follow one another, drawn from `left` to `right` points."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: float) -> float:
        """Return where a day is drawn."""
        share = (day - self.first) / max(self.last - self.first, 1)
        return self.left + _FREE + share * self._inner if self.last > self.first else self._middle

    @property
    def days_per_point(self) -> float:
        """How many days a point stands for."""
        return (self.last - self.first) / self._inner

    @property
    def _inner(self) -> float:
        return self.right - self.left - 2 * _FREE

    @property
    def _middle(self) -> float:
        return (self.left + self.right) / 2


class Axis:
    """Stretches of days side by side, `width` points wide in all."""

    def __init__(self, spans: Iterable[Days], width: float) -> None:
        most = int((0.8 * width + _CUT) / (_LEAST + _CUT)) - 1
        runs = _cut(_merged(spans), most)
        lengths = [last - first + 1 for first, last in runs]
        free = width - _CUT * (len(runs) - 1) - _LEAST * len(runs)
        self.stretches: list[Stretch] = []
        left = 0.0
        for (first, last), length in zip(runs, lengths, strict=True):
            right = left + _LEAST + free * length / sum(lengths)
            self.stretches.append(Stretch(first, last, left, right))
            left = right + _CUT

    def x(self, day: int) -> float:
        """Return where a day is drawn, which must be of one of the spans."""
        stretch = next((s for s in self.stretches if day <= s.last), self.stretches[-1])
        return stretch.x(day)

    @property
    def cuts(self) -> list[float]:
        """Where something is left out, in points."""
        return [(a.right + b.left) / 2 for a, b in pairwise(self.stretches)]

    def ticks(self) -> list[Tick]:
        """Return the days that are named."""
        return [tick for stretch in self.stretches for tick in _ticks(stretch)]


def _merged(spans: Iterable[Days]) -> list[Days]:
    runs: list[Days] = []
    for first, last in sorted(spans):
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = runs[-1][0], max(last, runs[-1][1])
        else:
            runs.append((first, last))
    return runs


def _cut(runs: Sequence[Days], most: int) -> list[Days]:
    """Return the stretches that are left when the longest gaps, `most` of them, are cut out."""
    gaps = sorted(((b[0] - a[1], a[1]) for a, b in pairwise(runs)), reverse=True)
    shown = runs[-1][1] - runs[0][0] + 1
    ends = set()
    for gap, end in gaps[:most]:
        if gap <= _TOO_EMPTY * (shown - gap) or gap < 3:
            break
        shown -= gap
        ends.add(end)
    return list(_stretches(runs, ends))


def _stretches(runs: Sequence[Days], ends: set[int]) -> Iterator[Days]:
    first = runs[0][0]
    for run, following in pairwise((*runs, None)):
        assert run is not None
        if following is None or run[1] in ends:
            yield first, run[1]
            first = following[0] if following else first


def _ticks(stretch: Stretch) -> list[Tick]:
    found: list[Tick] = []
    for unit, days in _units(stretch):
        found = [_tick(stretch, day, unit) for day in days]
        if all(_are_apart(a, b) for a, b in pairwise(found)):
            break
    return found or [_tick(stretch, stretch.first, "day")]


def _are_apart(a: Tick, b: Tick) -> bool:
    return b.middle - a.middle >= _HALF_LETTER * (len(a.label) + len(b.label)) + 8


def _tick(stretch: Stretch, day: int, unit: str) -> Tick:
    """A name does not reach out of its stretch, to where that of the next one may be."""
    label, x = iso_day(day)[: {"year": -6, "month": -3, "day": None}[unit]], stretch.x(day)
    half = min(len(label) * _HALF_LETTER, (stretch.right - stretch.left) / 2)
    return Tick(x, max(stretch.left + half, min(x, stretch.right - half)), label)


def _units(stretch: Stretch) -> Iterator[tuple[str, list[int]]]:
    """Yield what may be named, from the finest on; what is surely too much is not tried."""
    for step in (1, 2, 7):
        if step / max(stretch.days_per_point, 1e-9) >= _APART["day"]:
            yield "day", list(range(stretch.first, stretch.last + 1, step))
    for months in (1, 3, 6):
        if months * 31 / max(stretch.days_per_point, 1e-9) >= _APART["month"]:
            yield "month", list(_months(stretch, months))
    for years in _round_numbers():
        if years * 366 / max(stretch.days_per_point, 1e-9) >= _APART["year"]:
            yield "year", list(_years(stretch, years))
            return


def _months(stretch: Stretch, step: int) -> Iterator[int]:
    year, month, _ = civil(stretch.first)
    at = year * 12 + (month - 1) // step * step
    while (day := day_number(at // 12, at % 12 + 1)) <= stretch.last:
        if day >= stretch.first:
            yield day
        at += step


def _years(stretch: Stretch, step: int) -> Iterator[int]:
    year = civil(stretch.first)[0] // step * step
    while (day := day_number(year)) <= stretch.last:
        if day >= stretch.first:
            yield day
        year += step


def _round_numbers() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
