"""The sign of each colour of an annotation: what its colour says is read from a shape as well."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF

from viewer.gui.theme import is_dark

#: Words for each sign, and the colours on light and on dark ground.
SIGNS = {
    "yellow": ("a star", "#d9a800", "#d8b23c"),
    "green": ("a check mark", "#2f9e4f", "#5cc07a"),
    "red": ("a question mark", "#d0453a", "#ef7d74"),
    "blue": ("an arrow", "#2f7fd0", "#6eb0f2"),
}
#: Device-independent pixels.
SIGN_SIZE = 11.0

_STAR = (
    *((0.5, 0.14), (0.6, 0.39), (0.87, 0.4), (0.66, 0.57), (0.74, 0.83)),
    *((0.5, 0.68), (0.26, 0.83), (0.34, 0.57), (0.13, 0.4), (0.4, 0.39)),
)
_LINES = {
    "green": (((0.25, 0.52), (0.43, 0.7), (0.76, 0.32)),),
    "blue": (((0.22, 0.5), (0.76, 0.5)), ((0.53, 0.27), (0.77, 0.5), (0.53, 0.73))),
}


def sign_colour(code: str, palette: QPalette) -> QColor:
    """Return a colour of annotations as it is shown on the ground of a palette."""
    return QColor(SIGNS[code][2 if is_dark(palette) else 1])


def draw_sign(painter: QPainter, centre: QPointF, code: str, palette: QPalette) -> None:
    """Draw the sign of a colour in a small disc."""
    size = QSizeF(SIGN_SIZE, SIGN_SIZE)
    rect = QRectF(centre - QPointF(SIGN_SIZE / 2, SIGN_SIZE / 2), size)
    on_it = palette.color(QPalette.ColorRole.Base)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(on_it, 1.0))
    painter.setBrush(sign_colour(code, palette))
    painter.drawEllipse(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
    _draw_shape(painter, rect, code, on_it)
    painter.restore()


def _draw_shape(painter: QPainter, rect: QRectF, code: str, colour: QColor) -> None:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, cap, join))
    if code == "yellow":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_polygon(_STAR, rect))
    elif code == "red":
        painter.setFont(_letters(painter.font(), rect.height()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
    for line in _LINES.get(code, ()):
        painter.drawPolyline(_polygon(line, rect))


def _letters(font: QFont, height: float) -> QFont:
    letters = QFont(font)
    letters.setPixelSize(round(height * 0.85))
    letters.setBold(True)
    return letters


def _polygon(points: tuple[tuple[float, float], ...], rect: QRectF) -> QPolygonF:
    """Return points, given in shares of a rectangle, as they lie in it."""
    return QPolygonF(
        [QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in points]
    )
