"""A row of cells side by side, and how it is broken over two pages."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from viewer.export.pdf.text import Line, Paragraph, lines_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that links lead to; with a `title` also a bookmark, at `level` 0, 1 …"""

    anchor: str
    title: str = ""
    level: int = 1


@dataclass(slots=True)
class Row:
    """Cells side by side; lines are set once, for the widths of the columns."""

    cells: Sequence[Sequence[Paragraph]]
    marks: tuple[Mark, ...] = ()
    lines: list[deque[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The height of the highest cell, in points; known when lines are set."""
        return max(self.heights, default=0.0)

    def set(self, widths: Sequence[float], is_rtl: bool = False) -> "Row":
        """Break the cells into lines, once."""
        if not self.lines:
            cells = zip(self.cells, widths, strict=True)
            self.lines = [deque(lines_of(cell, width, is_rtl)) for cell, width in cells]
            self.heights = list(map(_height, self.lines))
        return self

    def taken(self, room: float) -> "Row | None":
        """Take off and return what fits into `room` points, or None when nothing should be.

        The rest is not looked at: a text of a thousand pages costs no more than its lines.
        """
        counts = [_fitting(lines, room) for lines in self.lines]
        if any(lines and not count for lines, count in zip(self.lines, counts, strict=True)):
            return None
        head = [
            deque(lines.popleft() for _ in range(count))
            for lines, count in zip(self.lines, counts, strict=True)
        ]
        part = Row((), self.marks, head, list(map(_height, head)))
        self.marks = ()
        self.heights = [a - b for a, b in zip(self.heights, part.heights, strict=True)]
        return part


def _height(lines: Iterable[Line]) -> float:
    return sum(line.height for line in lines)


def _fitting(lines: Sequence[Line], room: float) -> int:
    """Return how many lines fit, without leaving one line of a paragraph alone."""
    count, used = 0, 0.0
    while count < len(lines) and used + lines[count].height <= room:
        used += lines[count].height
        count += 1
    if 0 < count < len(lines):
        last = lines[count - 1]
        if last.rest == 1 and last.index:
            count -= 1
        if lines[count - 1].index == 0 and lines[count - 1].rest:
            count -= 1
    return count
