"""A word or two behind the text of every page: large, light and slanting."""

import math
from typing import Any

from viewer.domain.text import shortened
from viewer.export.pdf import fonts
from viewer.export.pdf.fonts import BOLD
from viewer.export.pdf.pen import draw
from viewer.export.pdf.text import Paragraph, Span, Style, lines_of

#: Code points of a watermark; what is longer is cut off with "…".
LONGEST = 60

#: Black text stays easily readable on it, and it is seen on a copy.
_COLOUR = 0xE8EBEF
_LARGEST, _SHARE = 96.0, 0.76
_FORM = "watermark"


class Watermark:
    """A text that is kept once and placed on each page before anything else."""

    def __init__(self, text: str, page_size: tuple[float, float]) -> None:
        self._text = shortened(" ".join(text.split()), LONGEST)
        self._width, self._height = page_size
        self._is_kept = False

    def place(self, canvas: Any) -> None:
        """Draw it on the page that begins; nothing where there is no text."""
        if not self._text:
            return
        if not self._is_kept:
            self._keep(canvas)
        # What is no part of the contents is not read out (ISO 32000-1, 14.8.2.2).
        canvas._code.append("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC")
        canvas.doForm(_FORM)
        canvas._code.append("EMC")

    def _keep(self, canvas: Any) -> None:
        self._is_kept = True
        canvas.beginForm(_FORM, 0, 0, self._width, self._height)
        canvas.translate(self._width / 2, self._height / 2)
        canvas.rotate(math.degrees(math.atan2(self._height, self._width)))
        length = math.hypot(self._width, self._height)
        look = self._look(length * _SHARE)
        line = lines_of([Paragraph((Span(self._text, look),))], 1e6)
        x = -sum(fragment.width for fragment in line[0].fragments) / 2 if line else 0
        draw(canvas, line, x, look.leading * 0.42, 1e6)
        canvas.endForm()

    def _look(self, room: float) -> Style:
        words = " ".join(fonts.shaped(word) for word in self._text.split())
        size = min(_LARGEST, room / max(fonts.width(words, BOLD), 0.01))
        return Style(BOLD, size, size, _COLOUR)
