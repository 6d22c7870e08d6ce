"""The marks of a document: where its passages are and what they are used for. No widget here.

Positions are UTF-16 units, as Qt counts.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from operator import attrgetter

from viewer.domain.vocabularies import vocabulary
from viewer.gui.text_units import TextUnits
from viewer.store import PassageUse

#: What kinds of record are shown as; the others are ties.
_GROUPS = {"name": "person"}
#: Highlights are a group for each of their colours, so that each is shown and hidden by itself.
HIGHLIGHTS = {code: f"highlight {code}" for code in vocabulary("colour").codes}
#: Groups that are tinted and need no room below the words.
TINTED = ("quote", *HIGHLIGHTS.values())
#: The group of what is suggested and not accepted yet, whatever its kind.
SUGGESTED = "suggestion"
GROUPS = (*TINTED, "person", "event", "place", "figure", "annotation", "tie")
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

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = list(marks)
        self._by_id = {mark.passage_id: mark for mark in self._marks}
        #: How many marks are of each group.
        self.numbers = Counter(group for mark in self._marks for group in mark.groups)
        self._index()

    def _index(self) -> None:
        self._starts = [mark.start for mark in self._marks]
        # The furthest end up to each mark: where it is before a position, all before it are.
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

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

    def beginning(self, start: int, end: int) -> list[Mark]:
        """Return the marks that begin within a span."""
        return self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, position: int) -> list[Mark]:
        """Return the marks over the unit that follows a position, the shortest first."""
        found = self.meeting(position, position + 1)
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def number_of(self, passage_id: str) -> int | None:
        """Return the place of a passage's mark in the order of the text."""
        mark = self._by_id.get(passage_id)
        return None if mark is None else bisect_left(self._marks, _place(mark), key=_place)

    def first_from(self, position: int) -> int:
        """Return the number of the first mark that begins at or after a position."""
        return bisect_left(self._starts, position)

    def replace(self, ids: Iterable[str], marks: Iterable[Mark]) -> None:
        """Take out the marks of passages and put others in."""
        touched = []
        for id in ids:
            if (number := self.number_of(id)) is not None:
                touched.append(self._marks.pop(number))
                del self._by_id[id]
                self.numbers.subtract(touched[-1].groups)
        for mark in marks:
            insort(self._marks, mark, key=_place)
            self._by_id[mark.passage_id] = mark
            self.numbers.update(mark.groups)
            touched.append(mark)
        self._index()
        for mark in touched:
            self._set_lanes_around(mark)

    def _set_lanes_around(self, mark: Mark) -> None:
        """Divide the lanes anew among all that hang together with a mark by sharing words."""
        first = bisect_right(self._reach, mark.start)
        last = bisect_left(self._starts, mark.end)
        if first >= last:
            return
        while first > 0 and self._reach[first - 1] > self._starts[first]:
            first -= 1
        while last < len(self._marks) and self._reach[last - 1] > self._starts[last]:
            last += 1
        ends: dict[int, int] = {}
        for number in range(first, last):
            old = self._marks[number]
            new = replace(old, lanes=_lanes(old.groups, old.start, old.end, ends))
            self._marks[number] = self._by_id[old.passage_id] = new


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.passage_id


def marks_of(
    uses: Iterable[PassageUse], units: TextUnits, ends: dict[int, int] | None = None
) -> list[Mark]:
    """Return the marks of uses in the order of the text.

    `ends` says where each lane is free again; who goes on with later uses gives the same again.
    """
    ends = {} if ends is None else ends
    passages = (list(each) for _, each in groupby(uses, key=attrgetter("passage_id")))
    return [_mark(each, units, ends) for each in passages]


def _mark(uses: list[PassageUse], units: TextUnits, ends: dict[int, int]) -> Mark:
    start, end = units.to_units(uses[0].start), units.to_units(uses[0].end)
    groups = {_group(use) for use in uses}
    records = tuple((use.kind, use.record_id) for use in uses if use.record_id)
    return Mark(start, end, uses[0].passage_id, records, _lanes(groups, start, end, ends))


def _lanes(
    groups: Collection[str], start: int, end: int, ends: dict[int, int]
) -> tuple[tuple[str, int], ...]:
    ordered = (group for group in GROUPS if group in groups)
    return tuple((group, _lane(group, start, end, ends)) for group in ordered)


def _group(use: PassageUse) -> str:
    if use.motivation == "highlighting":
        return HIGHLIGHTS[use.colour]
    return group_of(use.kind)


def group_of(kind: str) -> str:
    """Return what a kind of record is shown as in the text."""
    group = _GROUPS.get(kind, kind)
    return group if group in GROUPS else "tie"


def _lane(group: str, start: int, end: int, ends: dict[int, int]) -> int:
    """Take the first lane that is free there; what is tinted needs none."""
    if group in TINTED:
        return 0
    free = (lane for lane in range(LANES) if ends.get(lane, 0) <= start)
    lane = next(free, LANES - 1)
    ends[lane] = max(end, ends.get(lane, 0))
    return lane
