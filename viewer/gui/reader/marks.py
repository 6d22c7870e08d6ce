"""The marks of a document: where its passages are and what they are used for. No widget here.

Positions are UTF-16 units, as Qt counts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import attrgetter

from viewer.gui.text_units import TextUnits
from viewer.store import PassageUse

#: What kinds of record are shown as; the others are ties.
_GROUPS = {"name": "person"}
GROUPS = ("quote", "person", "event", "place", "figure", "annotation", "tie")
#: Underlines that fit below one another between two lines of text.
LANES = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage; `lanes` says for each group that is underlined in which lane."""

    start: int
    end: int
    passage_id: str
    #: Kind and id of each record that uses it.
    records: tuple[tuple[str, str], ...]
    lanes: tuple[tuple[str, int], ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """What it is shown as."""
        return tuple(group for group, _ in self.lanes)


class Marks:
    """Marks in the order of the text, longer ones first, found by position quickly."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        # The furthest end up to each mark: where it is before a position, all before it are.
        self._reach = list(accumulate((mark.end for mark in marks), max))
        self._by_id = {mark.passage_id: number for number, mark in enumerate(marks)}

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def __getitem__(self, number: int) -> Mark:
        return self._marks[number]

    def meeting(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share at least one unit with a span."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def at(self, position: int) -> list[Mark]:
        """Return the marks over the unit that follows a position, the shortest first."""
        found = self.meeting(position, position + 1)
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def number_of(self, passage_id: str) -> int | None:
        """Return the place of a passage's mark in the order of the text."""
        return self._by_id.get(passage_id)

    def first_from(self, position: int) -> int:
        """Return the number of the first mark that begins at or after a position."""
        return bisect_left(self._starts, position)


def marks_of(uses: Iterable[PassageUse], units: TextUnits) -> Marks:
    """Return the marks of a document from the uses of its passages, in the order of the text."""
    ends: dict[int, int] = {}
    passages = (list(each) for _, each in groupby(uses, key=attrgetter("passage_id")))
    return Marks([_mark(each, units, ends) for each in passages])


def _mark(uses: list[PassageUse], units: TextUnits, ends: dict[int, int]) -> Mark:
    start, end = units.to_units(uses[0].start), units.to_units(uses[0].end)
    groups = {group_of(use.kind) for use in uses}
    lanes = [(group, _lane(group, start, end, ends)) for group in GROUPS if group in groups]
    records = tuple((use.kind, use.record_id) for use in uses if use.record_id)
    return Mark(start, end, uses[0].passage_id, records, tuple(lanes))


def group_of(kind: str) -> str:
    """Return what a kind of record is shown as in the text."""
    group = _GROUPS.get(kind, kind)
    return group if group in GROUPS else "tie"


def _lane(group: str, start: int, end: int, ends: dict[int, int]) -> int:
    """Take the first lane that is free there; a quote is tinted and needs none."""
    if group == "quote":
        return 0
    free = (lane for lane in range(LANES) if ends.get(lane, 0) <= start)
    lane = next(free, LANES - 1)
    ends[lane] = max(end, ends.get(lane, 0))
    return lane
