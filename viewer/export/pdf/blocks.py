"""What the pages are made of: rows under one another, and headings."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus.flowables import Flowable

from viewer.export.pdf import fonts, style
from viewer.export.pdf.pen import draw, rgb
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.side import Side
from viewer.export.pdf.text import Paragraph, lines_of

#: What is higher than this may be broken over pages; what is lower stays whole.
_BREAKABLE = 150.0


class Block(Flowable):  # type: ignore[misc] # reportlab comes without types
    """A piece of the report; `marks_drawn` is told where links and bookmarks lead."""

    #: The block stays on the page of the one that follows.
    keeps_with_next = False

    def least(self, width: float) -> float:
        """Return the height in points below which the block is not begun on a page."""
        return float(self.wrap(width, 1e6)[1])

    @property
    def weight(self) -> int:
        """How many entries it holds, as a share of the work."""
        return 0


@dataclass(frozen=True, slots=True)
class Look:
    """How rows look: widths of the columns in points (0: what is left), rules, a bar.

    `gutter` is the space between columns. Where the report `is_rtl`, they come from the right.
    """

    columns: tuple[float, ...] = (0,)
    gutter: float = 12.0
    is_ruled: bool = False
    has_bar: bool = False
    padding: float = 5.0
    before: float = 0.0
    after: float = 0.0
    is_rtl: bool = False

    def widths(self, available: float) -> list[float]:
        """Return the columns' widths within the available one."""
        free = available - self.indent - sum(self.columns) - self.gutter * (len(self.columns) - 1)
        open_columns = self.columns.count(0) or 1
        return [column or free / open_columns for column in self.columns]

    @property
    def indent(self) -> float:
        """The space that a bar takes where a line begins."""
        return 14.0 if self.has_bar else 0.0


class Rows(Block):
    """Rows under one another; `head` is repeated on every page."""

    def __init__(
        self,
        rows: Sequence[Row],
        look: Look,
        head: Row | None = None,
        *,
        is_rest: bool = False,
        keeps_with_next: bool = False,
    ) -> None:
        super().__init__()
        self._rows = deque(rows)
        self._look = look
        self._head = head
        self._is_rest = is_rest
        self.keeps_with_next = keeps_with_next

    @property
    def weight(self) -> int:
        """How many entries it holds."""
        return sum(bool(row.marks) for row in self._rows)

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Platypus asks for the space above."""
        return 0.0 if self._is_rest else self._look.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Platypus asks for the space below."""
        return self._look.after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size; no more rows are set than it takes to see that they do not fit."""
        self.width, self.height = width, self._head_height(width)
        widths = self._look.widths(width)
        for row in self._rows:
            self.height += row.set(widths, self._look.is_rtl).height + 2 * self._look.padding
            if self.height > height:
                break
        return width, self.height

    def least(self, width: float) -> float:
        """A short block whole, of a longer one its first rows."""
        return min(self.wrap(width, _BREAKABLE)[1], _BREAKABLE)

    def split(self, width: float, height: float) -> list["Rows"]:
        """Take off what fits on this page; return it and the block itself, which is the rest."""
        room = height - self._head_height(width)
        widths, pad = self._look.widths(width), 2 * self._look.padding
        count = 0
        for row in self._rows:
            if row.set(widths, self._look.is_rtl).height + pad > room:
                break
            room -= row.height + pad
            count += 1
        if count == len(self._rows):
            return [self]
        head = [self._rows.popleft() for _ in range(count)]
        first = self._rows[0]
        if first.height > _BREAKABLE and (part := first.taken(room - pad)):
            head.append(part)
        if not head:
            return []
        page = Rows(head, self._look, self._head, is_rest=self._is_rest)
        self._is_rest = True
        return [page, self]

    def _head_height(self, width: float) -> float:
        if self._head is None:
            return 0.0
        head = self._head.set(self._look.widths(width), self._look.is_rtl)
        return head.height + 2 * self._look.padding

    def draw(self) -> None:
        """Draw the rows from the top."""
        y, widths = self.height, self._look.widths(self.width)
        self._side = Side(self.width, self._look.is_rtl)
        if self._look.has_bar:
            self._draw_bar()
        for row in self._all_rows():
            if self._look.is_ruled and row is not self._head:
                _rule(self.canv, y, self.width)
            y -= self._look.padding
            self._draw_row(row, y, widths)
            y -= row.height + self._look.padding

    def _all_rows(self) -> Iterator[Row]:
        if self._head is not None:
            yield self._head
        yield from self._rows

    def _draw_row(self, row: Row, y: float, widths: Sequence[float]) -> None:
        for mark in row.marks:
            place(self.canv, mark, y)
        x = self._look.indent
        for lines, width in zip(row.lines, widths, strict=True):
            if lines:
                self._side.draw(self.canv, lines, x, y, width)
            x += width + self._look.gutter

    def _draw_bar(self) -> None:
        self.canv.setFillColor(rgb(style.ACCENT))
        self.canv.rect(
            self._side.at(0, 2), self._look.padding, 2, self.height - 2 * self._look.padding, 0, 1
        )


class Heading(Block):
    """A heading that stays with what follows, with its bookmark."""

    keeps_with_next = True

    def __init__(
        self,
        paragraph: Paragraph,
        mark: Mark,
        before: float,
        after: float,
        is_rtl: bool,
    ) -> None:
        super().__init__()
        self._is_rtl = is_rtl
        self._paragraph = paragraph
        self._mark = mark
        self._before = before
        self._after = after

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Platypus asks for the space above."""
        return self._before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Platypus asks for the space below."""
        return self._after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self._lines = lines_of((self._paragraph,), width, self._is_rtl)
        self.height = sum(line.height for line in self._lines)
        return width, self.height

    def draw(self) -> None:
        """Draw the heading and note where it is."""
        place(self.canv, self._mark, self.height)
        draw(self.canv, self._lines, 0, self.height, self.width)


def place(canvas: Any, mark: Mark, y: float) -> None:
    """Let links and bookmarks lead to the height `y` of the current block."""
    canvas.bookmarkHorizontal(mark.anchor, 0, y + 8)
    if mark.title:
        canvas.pages[mark.anchor] = canvas.getPageNumber()
        canvas.addOutlineEntry(fonts.one_line(mark.title), mark.anchor, mark.level, closed=True)


def _rule(canvas: Any, y: float, width: float) -> None:
    canvas.setStrokeColor(rgb(style.HAIRLINE))
    canvas.setLineWidth(0.5)
    canvas.line(0, y, width, y)
