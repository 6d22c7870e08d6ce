"""A small sign beside a field: whether words say what it says. Its shape tells, not its colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.domain.claims import Judgement, Standing
from viewer.gui.plain import show_tip
from viewer.gui.theme import colours, is_dark

_WIDTH, _HEIGHT, _DOT = 22, 14, 7.0


def contested_colour(palette: QPalette) -> str:
    """Return the colour of a contradiction: warm, and readable on the palette's ground."""
    return "#e0a458" if is_dark(palette) else "#a8590b"


class Sign(QWidget):
    """Two dots: several documents; one dot: a single one; a ring: no words; ≠: other words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.judgement: Judgement | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_judgement(self, judgement: Judgement | None) -> None:
        """Show how a claim stands; nothing where there is none."""
        if judgement != self.judgement:
            self.judgement = judgement
            words = judgement.words if judgement else ""
            self.setAccessibleName(words)
            show_tip(self, words)
            self.update()
        self.setVisible(judgement is not None)

    def sizeHint(self) -> QSize:
        """Return the room that it needs."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        if self.judgement is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sign(painter, QRectF(self.rect()), self.judgement.standing, self.palette())


def draw_sign(painter: QPainter, rect: QRectF, standing: Standing, palette: QPalette) -> None:
    """Draw the sign of a standing in the middle of a place."""
    contested = standing == Standing.CONTRADICTED
    colour = QColor(contested_colour(palette) if contested else colours(palette).quiet)
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = rect.center()
    match standing:
        case Standing.CONTRADICTED:
            _draw_unequal(painter, middle)
        case Standing.NOT_EVIDENCED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        case _:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            apart = _DOT * 0.7 if standing == Standing.EVIDENCED else 0.0
            for x in {-apart, apart}:
                painter.drawEllipse(middle + QPointF(x, 0), _DOT / 2, _DOT / 2)


def _draw_unequal(painter: QPainter, middle: QPointF) -> None:
    for y in (-2.0, 2.0):
        painter.drawLine(middle + QPointF(-4.5, y), middle + QPointF(4.5, y))
    painter.drawLine(middle + QPointF(-2.5, 5), middle + QPointF(2.5, -5))
