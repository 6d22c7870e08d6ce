"""The contents: its pages are reserved first and get their page numbers last."""

from collections.abc import Callable
from typing import Any

from viewer.domain.text import shortened
from viewer.domain.wording import Wording
from viewer.export.pdf import style
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.row import Mark
from viewer.export.pdf.sections import Section
from viewer.export.pdf.side import Side
from viewer.export.pdf.text import Paragraph, Span, Style, lines_of

#: A section with more entries than this shows only its heading.
_LONGEST = 40
_NUMBER_WIDTH = 40.0
_LEVELS: tuple[tuple[Style, float], ...] = ((style.STRONG, 24.0), (style.BODY, 16.5))
_INDENT = 14.0


class Contents:
    """The entries of the contents, laid out on pages before the report is."""

    def __init__(self, sections: list[Section], options: PdfOptions, wording: Wording) -> None:
        self._heading = wording("contents.heading")
        self._width, self._height = options.page_size
        self._side = Side(self._width, wording.is_rtl)
        self._pages = self._paged(_entries(sections))

    def reserve(
        self, canvas: Any, furnish: Callable[[], None], end_page: Callable[[], None]
    ) -> None:
        """Draw the titles with their links, and place the forms that will hold the numbers."""
        for number, page in enumerate(self._pages):
            furnish()
            if number == 0:
                self._draw_heading(canvas)
            for mark, y in page:
                self._draw_entry(canvas, mark, y)
            canvas.doForm(f"contents-{number}")
            end_page()

    def fill(self, canvas: Any) -> None:
        """Draw the page numbers, which are known now."""
        for number, page in enumerate(self._pages):
            canvas.beginForm(f"contents-{number}", 0, 0, self._width, self._height)
            for mark, y in page:
                self._draw_number(canvas, mark, y)
            canvas.endForm()

    def _paged(self, marks: list[Mark]) -> list[list[tuple[Mark, float]]]:
        top = self._height - style.MARGIN_TOP
        pages: list[list[tuple[Mark, float]]] = [[]]
        y = top - 36
        for mark in marks:
            y -= _LEVELS[mark.level][1]
            # A section's heading is not the last line of a page.
            if y < style.MARGIN_BOTTOM + (0 if mark.level else _LEVELS[1][1]):
                pages.append([])
                y = top - _LEVELS[mark.level][1]
            pages[-1].append((mark, y))
        return pages

    def _draw_heading(self, canvas: Any) -> None:
        lines = lines_of([Paragraph((Span(self._heading, style.H1),))], 300, self._side.is_rtl)
        self._side.draw(canvas, lines, style.MARGIN_X, self._height - style.MARGIN_TOP, 300)
        canvas.bookmarkHorizontal("contents", 0, self._height)
        canvas.addOutlineEntry(self._heading, "contents", 0)

    def _draw_entry(self, canvas: Any, mark: Mark, y: float) -> None:
        look, _ = _LEVELS[mark.level]
        x = style.MARGIN_X + _INDENT * mark.level
        width = self._width - style.MARGIN_X - _NUMBER_WIDTH - x
        title = shortened(mark.title, 84)
        entry = Paragraph((Span(title, look, mark.anchor),))
        lines = lines_of([entry], width, self._side.is_rtl)
        self._side.draw(canvas, lines[:1], x, y + look.leading, width)

    def _draw_number(self, canvas: Any, mark: Mark, y: float) -> None:
        look, _ = _LEVELS[mark.level]
        page = canvas.pages.get(mark.anchor, "")
        spans = (Span(str(page), look),)
        lines = lines_of([Paragraph(spans, at_end=True)], _NUMBER_WIDTH, self._side.is_rtl)
        x = self._width - style.MARGIN_X - _NUMBER_WIDTH
        self._side.draw(canvas, lines, x, y + look.leading, _NUMBER_WIDTH)


def _entries(sections: list[Section]) -> list[Mark]:
    return [
        mark
        for section in sections
        for mark in (section.mark, *(section.marks if len(section.marks) <= _LONGEST else ()))
    ]
