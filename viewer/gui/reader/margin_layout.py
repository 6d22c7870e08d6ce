"""Where the notes beside a text stand: each as near to its line as the others let it. No widget.

All lengths are device-independent pixels, measured from the top of what is visible.
"""

from collections.abc import Sequence

#: Between two notes.
GAP = 4.0


def fits(heights: Sequence[float], room: float) -> bool:
    """Return whether notes of these heights fit one below another."""
    return sum(heights) + GAP * (len(heights) - 1) <= room


def number_that_fits(heights: Sequence[float], room: float) -> int:
    """Return how many of the first notes fit."""
    used = -GAP
    for number, height in enumerate(heights):
        used += GAP + height
        if used > room:
            return number
    return len(heights)


def placed(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Return the tops of notes that would stand at `wanted` and must not overlap.

    Each is pushed down by those before it, and those that would end below the room are pushed up
    again; they stay in their order. What does not fit begins at 0 and ends below the room.
    """
    tops = _pushed_down(wanted, heights)
    end = room
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = min(tops[number], end - heights[number])
        end = tops[number] - GAP
    return _pushed_down(tops, heights)


def _pushed_down(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    tops: list[float] = []
    free = 0.0
    for want, height in zip(wanted, heights, strict=True):
        tops.append(max(want, free))
        free = tops[-1] + height + GAP
    return tops
