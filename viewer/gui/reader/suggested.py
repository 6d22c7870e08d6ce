"""Drawing what is suggested and not accepted yet: all of it dashed, and nothing else is framed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from viewer.gui.reader.marks import SUGGESTED
from viewer.gui.reader.styles import STYLES
from viewer.gui.theme import colours

if TYPE_CHECKING:
    from viewer.gui.reader.painting import Piece
    from viewer.gui.reader.text_view import TextView

#: Dashes and gaps in widths of the pen; device-independent pixels of the feet of brackets.
_DASHES = [2.6, 2.4]
_FOOT = 5.0
#: Widths of a bracket's pen, in device-independent pixels.
_USUAL, _STRONG = 1.6, 2.6
#: Groups of long words, which are bracketed; of others the words are framed.
_BRACKETED = ("quote", "event")


def draw_suggested(painter: QPainter, view: TextView, pieces: list[Piece]) -> None:
    """Frame names and figures, bracket quotes and events, and mark the current one."""
    for piece in pieces:
        group = piece.mark.groups[0]
        is_current = view.current is not None and piece.mark.passage_id == view.current.passage_id
        if is_current:
            _draw_current(painter, view, piece, is_framed=group not in _BRACKETED)
        if group in _BRACKETED:
            width = _STRONG if is_current else _USUAL
            _draw_brackets(painter, piece, _pen(group, view.palette()), width)
        else:
            draw_frame(painter, piece.rect, group, view.palette())


def draw_frame(painter: QPainter, rect: QRectF, group: str, palette: QPalette) -> None:
    """Draw a dashed frame around words."""
    painter.setPen(_pen(group, palette))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1, 0.5, 0.5, 0.5), 3, 3)


def _pen(group: str, palette: QPalette) -> QPen:
    colour = QColor(colours(palette).quiet) if group == SUGGESTED else STYLES[group].colour(palette)
    pen = QPen(colour, 1.3)
    pen.setDashPattern(_DASHES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _draw_current(painter: QPainter, view: TextView, piece: Piece, *, is_framed: bool) -> None:
    accent = QColor(colours(view.palette()).accent)
    painter.setPen(QPen(accent, 1.4) if is_framed else Qt.PenStyle.NoPen)
    accent.setAlphaF(0.10 + 0.45 * view.glow)
    painter.setBrush(accent)
    painter.drawRoundedRect(piece.rect.adjusted(-2.5, -1, 2.5, 2), 3, 3)


def _draw_brackets(painter: QPainter, piece: Piece, pen: QPen, width: float) -> None:
    """Underline words, and draw a bracket where they begin and end."""
    rect = piece.rect.adjusted(-2, -2, 2, 3.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    # A bracket is too short for dashes.
    painter.setPen(QPen(pen.color(), width))
    for is_there, is_left in (
        (piece.begins, not piece.right_to_left),
        (piece.ends, piece.right_to_left),
    ):
        if is_there:
            _draw_bracket(painter, rect, left=is_left)


def _draw_bracket(painter: QPainter, rect: QRectF, *, left: bool) -> None:
    x = rect.left() if left else rect.right()
    foot = QPointF(_FOOT if left else -_FOOT, 0)
    top, bottom = QPointF(x, rect.top()), QPointF(x, rect.bottom())
    painter.drawPolyline([top + foot, top, bottom, bottom + foot])
