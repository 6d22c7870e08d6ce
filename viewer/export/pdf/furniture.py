"""What stands on every page but the cover: the running head and the foot."""

from typing import Any

from viewer.domain.summary import CaseSummary
from viewer.domain.text import shortened
from viewer.domain.wording import Wording
from viewer.export.pdf import fonts, style
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.pen import rgb
from viewer.export.pdf.side import Side
from viewer.export.pdf.text import Paragraph, Span, lines_of

#: The form in which the number of pages is drawn, once it is known; its width in points.
_TOTAL, _WIDTH = "total", 60


class Furniture:
    """Draws head and foot; the number of pages is a form that is filled last."""

    def __init__(self, canvas: Any, summary: CaseSummary, options: PdfOptions) -> None:
        self._canvas = canvas
        self._summary = summary
        self._wording = Wording.of(summary.wording)
        self._width, self._height = options.page_size
        self._side = Side(self._width, self._wording.is_rtl)

    def draw(self) -> None:
        """Draw the title and for whom the report is above, page and reference below."""
        canvas, top = self._canvas, self._height - 40
        inner = self._width - 2 * style.MARGIN_X
        self._line(shortened(self._summary.title, 70), top, inner - 130)
        self._line(self._summary.notice, top, inner, at_end=True)
        canvas.setStrokeColor(rgb(style.HAIRLINE))
        canvas.setLineWidth(0.5)
        canvas.line(style.MARGIN_X, top - 16, self._width - style.MARGIN_X, top - 16)
        self._number(48)
        if self._summary.reference:
            self._line(self._summary.reference, 48, inner, at_end=True)

    def fill_total(self) -> None:
        """Draw the number of pages, which is known now."""
        canvas, look = self._canvas, style.SMALL
        canvas.beginForm(_TOTAL, *self._box())
        canvas.setFont(look.font, look.size)
        canvas.setFillColor(rgb(look.colour))
        write = canvas.drawRightString if self._side.is_rtl else canvas.drawString
        write(0, 0, str(canvas.getPageNumber() - 1))
        canvas.endForm()

    def _box(self) -> tuple[float, float, float, float]:
        return (-_WIDTH, -4, 0, 12) if self._side.is_rtl else (0, -4, _WIDTH, 12)

    def _number(self, y: float) -> None:
        """Draw the page's number with the place for the total right behind it."""
        canvas, look = self._canvas, style.SMALL
        text = self._wording("page.number", number=str(canvas.getPageNumber()))
        self._line(text, y, 200)
        canvas.saveState()
        x = style.MARGIN_X + _length(text)
        canvas.translate(self._side.at(x), y - look.leading * 0.76)
        canvas.doForm(_TOTAL)
        canvas.restoreState()

    def _line(self, text: str, y: float, width: float, *, at_end: bool = False) -> None:
        paragraph = Paragraph((Span(text, style.SMALL),), at_end=at_end)
        lines = lines_of([paragraph], width, self._side.is_rtl)
        self._side.draw(self._canvas, lines[:1], style.MARGIN_X, y, width)


def _length(text: str) -> float:
    """The width of a text with the space at its end, in points."""
    look = style.SMALL
    words = " ".join(fonts.shaped(word) for word in text.split())
    return fonts.width(f"{words} ", look.font) * look.size
