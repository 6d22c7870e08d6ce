"""What the margin draws besides its notes: lines to the text, and how many found no room."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from viewer.gui.reader.signs import sign_colour
from viewer.gui.theme import colours

#: Device-independent pixels from the text to the notes: there the lines are drawn.
LEAD = 14
#: The height of the line that counts what found no room.
MORE = 18
#: How far below the top of a high note its line ends, and the level parts of a line.
_BELOW_TOP, _LEVEL = 16.0, 4


def draw_lead(
    painter: QPainter, inner: QPointF, card: QRect, colour: str, palette: QPalette
) -> None:
    """Draw a line from the middle of a line of text, at the margin's inner edge, to its note."""
    shade = sign_colour(colour, palette)
    shade.setAlphaF(0.7)
    painter.setPen(QPen(shade, 1.2))
    from_right = inner.x() > card.x()
    outer = QPointF(
        card.right() + 1 if from_right else card.x(),
        card.y() + min(card.height() / 2, _BELOW_TOP),
    )
    step = QPointF(-_LEVEL if from_right else _LEVEL, 0)
    painter.drawPolyline([inner, inner + step, outer - step, outer])


def draw_more(painter: QPainter, room: QRect, number: int, palette: QPalette) -> None:
    """Say at the end of the margin how many notes on this part of the text are not shown."""
    painter.setPen(QColor(colours(palette).quiet))
    line = QRectF(room.x(), room.bottom() - MORE, room.width(), MORE)
    words = f"and {number:,} more here" if room.width() > 60 else f"+{number:,}"
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
