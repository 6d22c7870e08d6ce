"""Drawing lines of text: each by itself in visual order, with its links."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from viewer.export.pdf import fonts
from viewer.export.pdf.text import Fragment, Line, Style


def draw(canvas: Any, lines: Iterable[Line], x: float, y: float, width: float) -> None:
    """Draw lines downwards from `y`, in a column of `width` points at `x`."""
    pen = _Pen(canvas)
    for line in lines:
        y -= line.before
        pen.draw(line, x, y - line.leading * 0.76, width)
        y -= line.leading
    pen.finish()


class _Pen:
    """One text object for many lines; says font and colour only when they change."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._text = canvas.beginText()
        self._style: Style | None = None
        self._links: list[tuple[str, tuple[float, float, float, float]]] = []

    def draw(self, line: Line, x: float, y: float, width: float) -> None:
        if line.is_right:
            x += width - sum(fragment.width for fragment in line.fragments)
        in_order = reversed(line.fragments) if line.is_rtl else line.fragments
        self._text.setTextOrigin(x, y)
        for fragment in in_order:
            self._draw(fragment, line.is_rtl)
            if fragment.span.link:
                self._note_link(fragment, x, y)
            x += fragment.width

    def finish(self) -> None:
        self._canvas.drawText(self._text)
        for anchor, box in self._links:
            self._canvas.linkRect("", anchor, box, relative=1)

    def _draw(self, fragment: Fragment, is_rtl: bool) -> None:
        self._use(fragment.span.style)
        drawn = _in_visual_order(fragment, is_rtl)
        if fonts.PLACEHOLDER not in drawn:
            self._out(drawn, fragment.span.style)
            return
        # What a reader copies or searches for is the text, not what stands in for it.
        said = fragment.written.encode("utf-16-be", "replace").hex()
        self._text._code.append(f"/Span<</ActualText<feff{said}>>>BDC")
        self._out(drawn, fragment.span.style)
        self._text._code.append("EMC")

    def _out(self, drawn: str, style: Style) -> None:
        for font, run in fonts.runs(drawn, style.font):
            if font != style.font:
                self._text.setFont(font, style.size)
            self._text.textOut(run)
            if font != style.font:
                self._text.setFont(style.font, style.size)

    def _use(self, style: Style) -> None:
        before = self._style
        if before is None or (before.font, before.size) != (style.font, style.size):
            self._text.setFont(style.font, style.size)
        if before is None or before.colour != style.colour:
            self._text._code.append(_fill_code(style.colour))
        self._style = style

    def _note_link(self, fragment: Fragment, x: float, y: float) -> None:
        size = fragment.span.style.size
        box = (x, y - size * 0.25, x + fragment.width, y + size * 0.8)
        self._links.append((fragment.span.link, box))


def _in_visual_order(fragment: Fragment, line_is_rtl: bool) -> str:
    """The space after a fragment stays on the side where the next fragment is."""
    text = fragment.shaped
    body = text.rstrip(" ")
    space = text[len(body) :]
    own = fragment.from_right
    drawn = fonts.visual(body, line_is_rtl if own is None else own)
    return f"{space}{drawn}" if line_is_rtl else f"{drawn}{space}"


def rgb(colour: int) -> tuple[float, float, float]:
    """Return a hexadecimal colour as reportlab takes it."""
    return (colour >> 16) / 255, (colour >> 8 & 255) / 255, (colour & 255) / 255


@cache
def _fill_code(colour: int) -> str:
    red, green, blue = rgb(colour)
    return f"{red:.4f} {green:.4f} {blue:.4f} rg"
