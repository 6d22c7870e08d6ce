"""A row of cells side by side, and how it is broken over two pages."""

from collections.abc import Sequence
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
    lines: list[list[Line]] = field(default_factory=list)
    height: float = 0.0

    def set(self, widths: Sequence[float], is_rtl: bool = False) -> "Row":
        """Break the cells into lines, once."""
        if not self.lines:
            cells = zip(self.cells, widths, strict=True)
            self.lines = [lines_of(cell, width, is_rtl) for cell, width in cells]
            self.height = max((_height(lines) for lines in self.lines), default=0.0)
        return self

    def broken(self, room: float) -> "tuple[Row, Row] | None":
        """Return what fits into `room` points and the rest, or None when nothing should."""
        counts = [_fitting(lines, room) for lines in self.lines]
        if any(lines and not count for lines, count in zip(self.lines, counts, strict=True)):
            return None
        head = [lines[:count] for lines, count in zip(self.lines, counts, strict=True)]
        tail = [lines[count:] for lines, count in zip(self.lines, counts, strict=True)]
        return self._part(head, self.marks), self._part(tail, ())

    def _part(self, lines: list[list[Line]], marks: tuple[Mark, ...]) -> "Row":
        return Row((), marks, lines, max(_height(cell) for cell in lines))


def _height(lines: Sequence[Line]) -> float:
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
