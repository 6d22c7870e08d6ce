"""From which side a report runs: what is placed is measured from where its language begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from viewer.export.pdf.pen import draw
from viewer.export.pdf.text import Line


@dataclass(frozen=True, slots=True)
class Side:
    """A page or column of `width` points, which begins on the right when `is_rtl`."""

    width: float
    is_rtl: bool = False

    def at(self, x: float, width: float = 0) -> float:
        """Return the left edge of what is `width` wide and `x` away from the beginning."""
        return self.width - x - width if self.is_rtl else x

    def draw(self, canvas: Any, lines: Iterable[Line], x: float, y: float, width: float) -> None:
        """Draw lines downwards from `y` in a column that begins at `x`, in points."""
        draw(canvas, lines, self.at(x, width), y, width)
