"""The graphic chronology: events on an axis of time, as many to a page as fit, each page's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.domain.dates import day_number
from viewer.domain.summary import EventEntry, Link
from viewer.domain.vocabularies import vocabulary
from viewer.export.pdf import style
from viewer.export.pdf.axis import Axis
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.pen import draw, rgb
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.side import Side
from viewer.export.pdf.signs import STATUSES, Reach, draw_sign
from viewer.export.pdf.text import Line, Paragraph, Span, lines_of
from viewer.export.pdf.writer import Writer, dotted, words

_ROW, _HEAD, _FOOT = 25.0, 24.0, 24.0
_LABELS, _GUTTER, _INSET = 202.0, 14.0, 4.0
_LEAST_BAR = 6.0
_SHADE = 0xF3F5F7


@dataclass(frozen=True, slots=True)
class Dot:
    """An event with the first and last day that its date allows; None where there is no limit."""

    event: EventEntry
    first: int | None
    last: int | None

    @property
    def days(self) -> tuple[int, int]:
        """The days that are surely on the axis; an open side is drawn as a point."""
        known = [day for day in (self.first, self.last) if day is not None]
        return known[0], known[-1]


def timeline(writer: Writer) -> Iterator[Block]:
    """Yield the chart of the dated events, then a list of the others."""
    events = [_dot(event) for event in writer.summary.events]
    dated = [dot for dot in events if dot.first is not None or dot.last is not None]
    if dated:
        yield writer.note("timeline.note", 6)
        yield Chart(dated, writer)
    if undated := [dot.event for dot in events if dot.first is None and dot.last is None]:
        mark = Mark("timeline-undated")
        yield writer.heading(writer.wording("timeline.undated"), style.H2, mark, 12, 2)
        yield writer.rows([_undated(event, writer) for event in undated], Look((0, 110), padding=2))


def _undated(event: EventEntry, writer: Writer) -> Row:
    title = writer.span(_link(event), style.BODY, style.BODY_LINK)
    said = dotted((event.date.phrase, event.status.text))
    return Row([[Paragraph((title,))], [Paragraph(said)]], (Mark(f"undated-{event.number}"),))


def _dot(event: EventEntry) -> Dot:
    return Dot(event, _day(event.date.earliest), _day(event.date.latest))


def _day(iso: str) -> int | None:
    if not iso:
        return None
    year, month, day = iso.rsplit("-", 2)
    return day_number(int(year), int(month), int(day))


def _link(event: EventEntry) -> Link:
    return Link(f"event-{event.number}", event.title.text)


class Chart(Block):
    """Events under one another, each with its label beside the axis."""

    def __init__(self, dots: Sequence[Dot], writer: Writer) -> None:
        super().__init__()
        self._dots = dots
        self._writer = writer
        self._is_rtl = writer.wording.is_rtl

    @property
    def weight(self) -> int:
        """How many events it holds."""
        return len(self._dots)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height = _HEAD + _ROW * len(self._dots) + _FOOT
        return width, self.height

    def least(self, _width: float) -> float:
        """An axis with two events is worth beginning a page's end with."""
        return _HEAD + _ROW * min(len(self._dots), 2) + _FOOT

    def split(self, _width: float, height: float) -> list["Chart"]:
        """Return what fits on this page, with an axis of its own, and the rest."""
        count = int((height - _HEAD - _FOOT) / _ROW)
        if count < 1:
            return []
        parts = (self._dots[:count], self._dots[count:])
        return [Chart(dots, self._writer) for dots in parts if dots]

    def draw(self) -> None:
        """Draw the axis, the events under it, and what their signs mean."""
        axis = Axis((dot.days for dot in self._dots), self.width - _LABELS - _GUTTER)
        self._draw_bands()
        self._draw_axis(axis)
        for number, dot in enumerate(self._dots):
            self._draw_event(dot, axis, self._top - _ROW * number)
        self._draw_legend(_FOOT)

    @property
    def _top(self) -> float:
        return self.height - _HEAD

    def _on_axis(self, x: float) -> float:
        """Return where a point of the axis is drawn: time runs as the report is read."""
        x += _LABELS + _GUTTER
        return self.width - x if self._is_rtl else x

    def _draw_bands(self) -> None:
        self.canv.setFillColor(rgb(_SHADE))
        for number in range(0, len(self._dots), 2):
            self.canv.rect(0, self._top - _ROW * (number + 1), self.width, _ROW, 0, 1)

    def _draw_axis(self, axis: Axis) -> None:
        self.canv.setLineWidth(0.5)
        self.canv.setStrokeColor(rgb(style.HAIRLINE))
        for tick in axis.ticks():
            x = self._on_axis(tick.x)
            self.canv.line(x, self._top, x, _FOOT)
            self._draw_tick(tick.label, self._on_axis(tick.middle))
        self.canv.setStrokeColor(rgb(style.GREY))
        for stretch in axis.stretches:
            ends = self._on_axis(stretch.left), self._on_axis(stretch.right)
            self.canv.line(ends[0], self._top, ends[1], self._top)
        for cut in axis.cuts:
            self._draw_cut(self._on_axis(cut))

    def _draw_tick(self, label: str, x: float) -> None:
        lines = lines_of([words(label, style.TICK)], 100)
        width = _width(lines)
        draw(self.canv, lines, max(0, min(x - width / 2, self.width - width)), self._top + 14, 100)

    def _draw_cut(self, x: float) -> None:
        for shift in (-2.5, 2.5):
            self.canv.line(x + shift - 2.5, self._top - 4, x + shift + 2.5, self._top + 4)

    def _draw_event(self, dot: Dot, axis: Axis, top: float) -> None:
        event = dot.event
        title = self._writer.span(_link(event), style.SMALL_INK, style.SMALL_LINK)
        self._draw_label((title,), top - 1.5)
        self._draw_label(dotted((event.date.phrase, event.status.text), style.TICK), top - 13)
        draw_sign(self.canv, event.status_code, self._reach(dot, axis), top - _ROW / 2)

    def _draw_label(self, spans: tuple[Span, ...], y: float) -> None:
        width = _LABELS - 2 * _INSET
        lines = one_line(spans, width, is_rtl=self._is_rtl)
        Side(self.width, self._is_rtl).draw(self.canv, lines, _INSET, y, width)

    def _reach(self, dot: Dot, axis: Axis) -> Reach:
        left, right = sorted(self._on_axis(axis.x(day)) for day in dot.days)
        is_day = dot.first is not None and dot.first == dot.last
        if not is_day and right - left < _LEAST_BAR:
            middle = (left + right) / 2
            left, right = middle - _LEAST_BAR / 2, middle + _LEAST_BAR / 2
        is_open = (dot.first is None, dot.last is None)
        return Reach(left, right, is_day, *(is_open[::-1] if self._is_rtl else is_open))

    def _draw_legend(self, y: float) -> None:
        used = {dot.event.status_code for dot in self._dots}
        x = 10.0
        for code in (code for code in STATUSES if code in used):
            label = vocabulary("status").label(code, self._writer.wording.language)
            lines = lines_of([words(label, style.TICK)], 100)
            width = _width(lines)
            at = self.width - x if self._is_rtl else x
            draw_sign(self.canv, code, Reach(at, at, is_day=True), y - 13)
            draw(self.canv, lines, at - 9 - width if self._is_rtl else at + 9, y - 8, width)
            x += width + 29


def one_line(spans: tuple[Span, ...], width: float, *, is_rtl: bool = False) -> list[Line]:
    """Return a text on a single line, cut off with "…" where it is longer."""
    whole = tuple(replace(span, text=span.text[:160]) for span in spans)
    lines = lines_of([Paragraph(whole)], width, is_rtl)
    if len(lines) > 1:
        lines = lines_of([Paragraph(_cut(lines[0]))], width, is_rtl)
    return lines[:1]


def _cut(line: Line) -> tuple[Span, ...]:
    """The line without its last word, to make room for "…"."""
    *spans, last = (replace(f.span, text=f.written) for f in line.fragments)
    begun = last.text.split(" ")
    kept = " ".join(begun[:-1] or begun)
    return (*spans, replace(last, text=f"{kept} …"))


def _width(lines: Sequence[Line]) -> float:
    return sum(fragment.width for line in lines[:1] for fragment in line.fragments)
