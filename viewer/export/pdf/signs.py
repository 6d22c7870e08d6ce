"""How events stand on the axis of time: their shape by the date, their filling by the status.

Nothing is told by colour alone: a status is also full, half full, empty, dashed, crossed or struck.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from viewer.export.pdf.pen import rgb

#: Half the height of a bar, and of the mark of a single day, in points.
_BAR, _MARK, _POINT = 3.2, 4.6, 5.0
_WHITE = 0xFFFFFF


@dataclass(frozen=True, slots=True)
class _Look:
    """Colour; how much is filled, from below; how the outline and what lies on it are drawn."""

    colour: int
    filled: float = 0.0
    is_dashed: bool = False
    is_crossed: bool = False
    is_struck: bool = False


_LOOKS = {
    "alleged": _Look(0x8A5A00, is_dashed=True),
    "reported": _Look(0x0F5C6E),
    "corroborated": _Look(0x0F5C6E, filled=0.5),
    "confirmed": _Look(0x123A52, filled=1.0),
    "disputed": _Look(0xA03020, is_crossed=True),
    "refuted": _Look(0x5C6773, is_struck=True),
}
#: The statuses, as far as they have a sign, in their order.
STATUSES = tuple(_LOOKS)


@dataclass(frozen=True, slots=True)
class Reach:
    """From where to where an event may have happened, in points; open where no limit is known."""

    left: float
    right: float
    is_day: bool = False
    is_open_left: bool = False
    is_open_right: bool = False


def draw_sign(canvas: Any, status: str, reach: Reach, y: float) -> None:
    """Draw an event at the height `y`: its middle."""
    look = _LOOKS.get(status, _LOOKS["reported"])
    canvas.saveState()
    canvas.setLineWidth(0.9)
    canvas.setStrokeColor(rgb(look.colour))
    _fill(canvas, look, reach, y)
    if look.is_dashed:
        canvas.setDash(1.6, 1.4)
    canvas.drawPath(_outline(canvas, reach, y), stroke=1, fill=0)
    canvas.setDash()
    if look.is_crossed:
        _lines(canvas, _crosses(reach, y))
    if look.is_struck:
        _lines(canvas, [(reach.left - 5, y, reach.right + 5, y)])
    canvas.restoreState()


def _fill(canvas: Any, look: _Look, reach: Reach, y: float) -> None:
    """Nothing shines through an empty sign, and a filled one is filled from below."""
    canvas.setFillColor(rgb(_WHITE))
    canvas.drawPath(_outline(canvas, reach, y), stroke=0, fill=1)
    if look.filled:
        canvas.saveState()
        canvas.clipPath(_outline(canvas, reach, y), stroke=0, fill=0)
        canvas.setFillColor(rgb(look.colour))
        left, width = reach.left - _MARK - _POINT, reach.right - reach.left
        canvas.rect(left, y - _MARK, width + 2 * (_MARK + _POINT), 2 * _MARK * look.filled, 0, 1)
        canvas.restoreState()


def _outline(canvas: Any, reach: Reach, y: float) -> Any:
    path = canvas.beginPath()
    first, *others = _diamond(reach, y) if reach.is_day else _bar(reach, y)
    path.moveTo(*first)
    for corner in others:
        path.lineTo(*corner)
    path.close()
    return path


def _diamond(reach: Reach, y: float) -> list[tuple[float, float]]:
    x = (reach.left + reach.right) / 2
    return [(x, y + _MARK), (x + _MARK, y), (x, y - _MARK), (x - _MARK, y)]


def _bar(reach: Reach, y: float) -> list[tuple[float, float]]:
    """A side without a limit ends in a point."""
    left, right = reach.left, reach.right
    corners = [(left, y - _BAR), (right, y - _BAR)]
    corners += [(right + _POINT, y)] if reach.is_open_right else []
    corners += [(right, y + _BAR), (left, y + _BAR)]
    return corners + ([(left - _POINT, y)] if reach.is_open_left else [])


def _crosses(reach: Reach, y: float) -> Iterator[tuple[float, float, float, float]]:
    size = _BAR * 0.7
    x, end = reach.left, reach.right
    if reach.is_day:
        x = end = (x + end) / 2
    else:
        x, end = x + _BAR, max(end - _BAR, x + _BAR)
    while x <= end + 0.01:
        yield x - size, y - size, x + size, y + size
        yield x - size, y + size, x + size, y - size
        x += 4 * _BAR


def _lines(canvas: Any, lines: Any) -> None:
    canvas.setLineWidth(0.9)
    canvas.lines(list(lines))
