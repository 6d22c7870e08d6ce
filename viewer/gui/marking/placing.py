"""Where something is shown beside selected words, so that it covers none of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize

#: Device-independent pixels between the words and what is shown, and to the edge of the room.
GAP, EDGE = 6, 6

Side = Callable[[QSize, QRect, QRect], QPoint]


def beside(
    size: QSize, lines: Sequence[QRect], room: QRect, sides: Sequence[Side]
) -> QPoint | None:
    """Return the upper left corner on the first side that has room; None where none has.

    `lines` are the rectangles of the words, line by line, in the coordinates of `room`.
    """
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    for side in sides:
        anchor = lines[-1] if side is below else lines[0]
        words = _united(lines)
        corner = _kept_within(side(size, anchor, words), size, inner)
        place = QRect(corner, size)
        if inner.contains(place) and not any(place.intersects(line) for line in lines):
            return corner
    return None


def above(size: QSize, anchor: QRect, words: QRect) -> QPoint:
    """Return the corner above the first line."""
    return QPoint(anchor.center().x() - size.width() // 2, words.top() - GAP - size.height())


def below(size: QSize, anchor: QRect, words: QRect) -> QPoint:
    """Return the corner below the last line."""
    return QPoint(anchor.center().x() - size.width() // 2, words.bottom() + 1 + GAP)


def right(size: QSize, anchor: QRect, words: QRect) -> QPoint:
    """Return the corner at the right of all lines."""
    return QPoint(words.right() + 1 + GAP, anchor.center().y() - size.height() // 2)


def left(size: QSize, anchor: QRect, words: QRect) -> QPoint:
    """Return the corner at the left of all lines."""
    return QPoint(words.left() - GAP - size.width(), anchor.center().y() - size.height() // 2)


def corner(size: QSize, room: QRect) -> QPoint:
    """Return where what has room nowhere stands: at the lower right."""
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    wanted = QPoint(inner.right() - size.width() + 1, inner.bottom() - size.height() + 1)
    return QPoint(max(inner.left(), wanted.x()), max(inner.top(), wanted.y()))


def _united(lines: Sequence[QRect]) -> QRect:
    united = QRect(lines[0])
    for line in lines[1:]:
        united = united.united(line)
    return united


def _kept_within(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    x = min(max(corner.x(), room.left()), room.right() - size.width() + 1)
    y = min(max(corner.y(), room.top()), room.bottom() - size.height() + 1)
    return QPoint(x, y)
