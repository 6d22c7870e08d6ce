"""How each group of marks is drawn: told apart by shape, and by colour besides."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPixmap

from viewer.domain.annotations import meaning
from viewer.gui.reader.marks import HIGHLIGHTS, SUGGESTED
from viewer.gui.reader.signs import SIGNS
from viewer.gui.theme import is_dark

#: Shapes that are made of equal pieces, and the device-independent pixels of a piece.
_TILES = {"wavy": 6, "dotted": 4}


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """A group's name in the legend, its shape in words, its colours on light and dark ground."""

    label: str
    shape: str
    light: str
    dark: str
    #: The colour of annotations whose sign it has; empty where it has none.
    sign: str = ""

    def colour(self, palette: QPalette) -> QColor:
        """Return the colour that goes with a palette."""
        return QColor(self.dark if is_dark(palette) else self.light)


def _highlight(code: str) -> MarkStyle:
    sign, light, dark = SIGNS[code]
    return MarkStyle(meaning(code).capitalize(), f"{code} ground with {sign}", light, dark, code)


STYLES = {
    "quote": MarkStyle("Quotes", "tinted, in brackets", "#c79a00", "#d9b64a"),
    **{group: _highlight(code) for code, group in HIGHLIGHTS.items()},
    "person": MarkStyle("Persons", "line", "#1f6fb2", "#6cb6f5"),
    "event": MarkStyle("Events", "double line", "#b4490e", "#f0a36b"),
    "place": MarkStyle("Places", "dotted", "#2e7d32", "#7fcf86"),
    "figure": MarkStyle("Figures", "dashed", "#7b3fa0", "#c79be8"),
    "annotation": MarkStyle("Notes", "wavy", "#a3246b", "#f08bbd"),
    "tie": MarkStyle("Other", "thin line", "#6d787d", "#93a0a6"),
    SUGGESTED: MarkStyle("Suggestions", "dashed frame", "#5c686d", "#9eaab0"),
}


def tint(group: str, palette: QPalette) -> QColor:
    """Return the colour of the ground of a tinted group."""
    colour = STYLES[group].colour(palette)
    colour.setAlphaF(0.34 if STYLES[group].sign else 0.22)
    return colour


def draw_tint(painter: QPainter, rect: QRectF, group: str, palette: QPalette) -> None:
    """Tint the ground of words."""
    painter.fillRect(rect, tint(group, palette))


def draw_end(painter: QPainter, rect: QRectF, palette: QPalette, *, left: bool) -> None:
    """Draw the bracket with which a quote begins or ends, at one edge of its words."""
    painter.setPen(QPen(STYLES["quote"].colour(palette), 1.6))
    x = rect.left() if left else rect.right()
    painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1))


def draw_underline(
    painter: QPainter, left: float, right: float, y: float, group: str, palette: QPalette
) -> None:
    """Underline words in the shape of their group."""
    pen = QPen(STYLES[group].colour(palette), 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    match STYLES[group].shape:
        case "line":
            pen.setWidthF(2.0)
        case "dashed":
            pen.setWidthF(2.0)
            pen.setDashPattern([3.2, 1.8])
        case "double line":
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y - 1.3), QPointF(right, y - 1.3))
            y += 1.3
        case "wavy" | "dotted" as shape:
            _draw_tiled(painter, left, right, y, shape, pen.color())
            return
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _draw_tiled(
    painter: QPainter, left: float, right: float, y: float, shape: str, colour: QColor
) -> None:
    """Lay one piece beside the other: to stroke it all takes a hundred times as long."""
    tile = _tile(shape, colour.name(), painter.device().devicePixelRatio())
    size = _TILES[shape]
    painter.drawTiledPixmap(QRectF(left, y - size / 2, right - left, size), tile)


@cache
def _tile(shape: str, colour: str, scale: float) -> QPixmap:
    size = _TILES[shape]
    pixels = round(size * scale)
    tile = QPixmap(pixels, pixels)
    tile.setDevicePixelRatio(pixels / size)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape == "dotted":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(size / 2, size / 2), 1.1, 1.1)
    else:
        painter.setPen(QPen(QColor(colour), 1.3))
        painter.drawPath(_wave(size / 2))
    painter.end()
    return tile


def _wave(half: float) -> QPainterPath:
    """Return a wave that goes beyond both edges of its tile, so that the tiles join."""
    path = QPainterPath(QPointF(-half, half))
    for number in range(-1, 3):
        y = half + (-2.4 if number % 2 == 0 else 2.4)
        path.quadTo((number + 0.5) * half, y, (number + 1) * half, half)
    return path
