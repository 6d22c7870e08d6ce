"""What is to be replaced, of all that was found: no overlaps, and public names left whole."""

from bisect import bisect_right
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from viewer.domain.redaction.forms import Form


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A form at a place of a text, as code points, half open."""

    start: int
    end: int
    form: Form
    #: Whether it only sounds like the form.
    is_heard: bool = False
    #: Whether it stands within the name of somebody who may be named.
    is_within: bool = False
    #: Whether it stands there from its end to its beginning.
    is_turned: bool = False

    def moved(self, by: int) -> "Found":
        """Return the same in a text that has so many code points more before it."""
        return replace(self, start=self.start + by, end=self.end + by)


def resolved(
    hidden: Iterable[Found], kept: Iterable[Found], partial: Set[Form], text: str
) -> list[Found]:
    """Return the places of a text to be replaced, in order.

    Of overlapping ones the first goes, of these the longest, and any other of which letters would
    be left goes with it. Within a full name that is kept only another full name is replaced: no
    `partial` form of one, and nothing that merely sounds like one.
    """
    public = _Spans(kept)
    wanted = [
        replace(each, is_within=public.touch(each))
        for each in sorted(hidden, key=lambda found: (found.start, -found.end))
        if not ((each.is_heard or each.form in partial) and public.hold(each))
    ]
    return _merged(wanted, text)


def _merged(wanted: Iterable[Found], text: str) -> list[Found]:
    first: list[Found] = []
    others: list[Found] = []
    for each in wanted:
        is_free = not first or each.start >= first[-1].end
        (first if is_free else others).append(each)
    starts = [each.start for each in first]
    left = [each for each in others if _is_left(each, first, starts, text)]
    return _united(sorted(first + left, key=lambda found: (found.start, -found.end)))


def _is_left(other: Found, first: list[Found], starts: list[int], text: str) -> bool:
    """Tell whether letters of one would still stand when the first ones are gone."""
    at, place = max(bisect_right(starts, other.start) - 1, 0), other.start
    while place < other.end and at < len(first):
        gone = first[at]
        if any(map(str.isalnum, text[place : min(gone.start, other.end)])):
            return True
        place, at = max(place, gone.end), at + 1
    return any(map(str.isalnum, text[place : other.end]))


def _united(found: Iterable[Found]) -> list[Found]:
    united: list[Found] = []
    for each in found:
        if united and each.start < united[-1].end:
            united[-1] = _together(united[-1], each)
        else:
            united.append(each)
    return united


class _Spans:
    def __init__(self, found: Iterable[Found]) -> None:
        self._spans: list[tuple[int, int]] = []
        for each in sorted(found, key=lambda one: (one.start, -one.end)):
            if not self._spans or each.end > self._spans[-1][1]:
                self._spans.append((each.start, each.end))

    def touch(self, found: Found) -> bool:
        """Tell whether what was found stands in one of the spans, or across its end."""
        at = bisect_right(self._spans, (found.end - 1, float("inf"))) - 1
        return at >= 0 and self._spans[at][1] > found.start

    def hold(self, found: Found) -> bool:
        """Tell whether what was found is no more than one of the spans, or a part of it."""
        at = bisect_right(self._spans, (found.start, float("inf"))) - 1
        return at >= 0 and found.end <= self._spans[at][1]


def _together(one: Found, other: Found) -> Found:
    longer = other if other.end - other.start > one.end - one.start else one
    return replace(
        one,
        end=max(one.end, other.end),
        form=longer.form,
        is_within=one.is_within or other.is_within,
    )
