"""Drawing the marks of the paragraphs in view: grounds below the words, lines over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen, QTextBlock, QTextLayout, QTextLine

from viewer.gui.reader.marks import TINTED, Mark, Marks
from viewer.gui.reader.paragraphs import direction
from viewer.gui.reader.signs import SIGN_SIZE, draw_sign
from viewer.gui.reader.styles import STYLES, draw_end, draw_tint, draw_underline
from viewer.gui.theme import colours

if TYPE_CHECKING:
    from viewer.gui.reader.text_view import TextView

_FLAG = QTextLayout.GlyphRunRetrievalFlag
_WITH_INDEXES = _FLAG.RetrieveGlyphIndexes | _FLAG.RetrieveGlyphPositions
_WITH_INDEXES |= _FLAG.RetrieveStringIndexes

Blocks = list[tuple[QTextBlock, QPointF]]

#: Device-independent pixels from the baseline to the first underline, and between two.
_BELOW = 3.5
_LANE_STEP = 3.6


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a mark that stands together in one line; coordinates are the viewport's."""

    mark: Mark
    rect: QRectF
    baseline: float
    begins: bool
    ends: bool
    #: Whether the mark is read from right to left: as its words, or as their paragraph if mixed.
    right_to_left: bool


def draw_grounds(painter: QPainter, view: TextView, pieces: list[Piece]) -> None:
    """Tint quotes and highlights, and let the current mark glow."""
    glow = QColor(colours(view.palette()).accent)
    glow.setAlphaF(0.10 + 0.45 * view.glow)
    for piece in pieces:
        for group in _tints(view, piece.mark):
            draw_tint(painter, piece.rect, group, view.palette())
        if _is_current(view, piece.mark):
            painter.fillRect(piece.rect, glow)


def draw_lines(painter: QPainter, view: TextView, pieces: list[Piece]) -> None:
    """Underline the marks, bracket the quotes, sign the highlights, frame the current mark."""
    signed: Counter[tuple[float, float]] = Counter()
    for piece in pieces:
        for group, lane in piece.mark.lanes:
            if group in view.hidden:
                continue
            if group == "quote":
                _draw_brackets(painter, view, piece)
            elif STYLES[group].sign:
                _draw_sign(painter, view, piece, STYLES[group].sign, signed)
            else:
                rect, y = piece.rect, piece.baseline + _BELOW + lane * _LANE_STEP
                draw_underline(painter, rect.left(), rect.right(), y, group, view.palette())
        if _is_current(view, piece.mark):
            painter.setPen(QPen(QColor(colours(view.palette()).accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(piece.rect.adjusted(-1.5, -1, 1.5, 2), 3, 3)


def _is_current(view: TextView, mark: Mark) -> bool:
    return view.current is not None and mark.passage_id == view.current.passage_id


def _tints(view: TextView, mark: Mark) -> Iterator[str]:
    return (group for group in mark.groups if group in TINTED and group not in view.hidden)


def _draw_sign(
    painter: QPainter,
    view: TextView,
    piece: Piece,
    sign: str,
    signed: Counter[tuple[float, float]],
) -> None:
    """Draw the sign where a highlight begins; signs of one place stand side by side."""
    if not piece.begins:
        return
    rect, to_left = piece.rect, piece.right_to_left
    at = rect.right() if to_left else rect.left()
    already = signed[at, piece.baseline]
    signed[at, piece.baseline] += 1
    step = already * SIGN_SIZE
    draw_sign(
        painter, QPointF(at - step if to_left else at + step, rect.top()), sign, view.palette()
    )


def _draw_brackets(painter: QPainter, view: TextView, piece: Piece) -> None:
    if piece.begins:
        draw_end(painter, piece.rect, view.palette(), left=not piece.right_to_left)
    if piece.ends:
        draw_end(painter, piece.rect, view.palette(), left=piece.right_to_left)


def pieces_of(known: Marks, blocks: Blocks, area: QRectF) -> Iterator[Piece]:
    """Yield the pieces of the marks in view, line by line."""
    for block, at in blocks:
        begin = block.position()
        marks = known.meeting(begin, begin + block.length())
        if not marks:
            continue
        layout = block.layout()
        leftwards = direction(block) == Qt.LayoutDirection.RightToLeft
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = at.y() + line.y()
            if top <= area.bottom() and top + line.height() >= area.top():
                yield from _pieces_of_line(line, begin, at, marks, leftwards)


def _pieces_of_line(
    line: QTextLine, begin: int, at: QPointF, marks: list[Mark], leftwards: bool
) -> Iterator[Piece]:
    first, length = line.textStart(), line.textLength()
    baseline = at.y() + line.y() + line.ascent()
    for mark in marks:
        start = max(mark.start - begin, first)
        end = min(mark.end - begin, first + length)
        if start >= end:
            continue
        # Runs, because the words of a mark may stand apart in a line of both directions.
        runs, is_mixed = _runs(line, start, end - start)
        for number, run in enumerate(runs):
            yield Piece(
                mark,
                run.boundingRect().translated(at),
                baseline,
                begins=number == 0 and mark.start - begin == start,
                ends=number == len(runs) - 1 and mark.end - begin == end,
                right_to_left=leftwards if is_mixed else run.isRightToLeft(),
            )


def _runs(line: QTextLine, start: int, length: int) -> tuple[list[QGlyphRun], bool]:
    """Return the runs of a part of a line as they are read, and whether they differ in direction.

    Qt gives them from left to right.
    """
    runs = line.glyphRuns(start, length)
    if not any(run.isRightToLeft() for run in runs):
        return runs, False
    is_mixed = not all(run.isRightToLeft() for run in runs)
    runs = line.glyphRuns(start, length, _WITH_INDEXES) if len(runs) > 1 else runs
    return sorted(runs, key=lambda run: min(run.stringIndexes(), default=0)), is_mixed
