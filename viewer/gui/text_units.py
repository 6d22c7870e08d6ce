"""The one place that converts code points, in which Python and the case count, and UTF-16 units,
in which Qt counts."""

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextUnits:
    """Positions in one text, in both countings: "a😀b" is three code points and four units."""

    def __init__(self, text: str) -> None:
        #: Code-point offsets of the characters that take two units, and their unit offsets.
        self._points = [] if text.isascii() else [m.start() for m in _ASTRAL.finditer(text)]
        self._units = [point + number for number, point in enumerate(self._points)]

    def to_units(self, code_points: int) -> int:
        """Return the offset in UTF-16 units of an offset in code points."""
        return code_points + bisect_left(self._points, code_points)

    def to_code_points(self, units: int) -> int:
        """Return the offset in code points; within a character, that of its beginning."""
        astral_before = bisect_right(self._units, units - 2)
        return min(units, *self._within(units)) - astral_before

    def _within(self, units: int) -> tuple[int, ...]:
        """Return the start of the two-unit character whose second unit this is, if it is one."""
        at = bisect_left(self._units, units - 1)
        is_second = at < len(self._units) and self._units[at] == units - 1
        return (units - 1,) if is_second else (units,)


def to_units(text: str, code_points: int) -> int:
    """Convert one position of a short text; for many positions keep a `TextUnits`."""
    return TextUnits(text).to_units(code_points)


def to_code_points(text: str, units: int) -> int:
    """Convert one position of a short text; for many positions keep a `TextUnits`."""
    return TextUnits(text).to_code_points(units)
