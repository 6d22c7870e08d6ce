"""Rows of two lines: words in their surroundings, marked, and quietly what is to be known."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.gui.deciding.model import AROUND, STATE, WHOM
from viewer.gui.row_model import Index
from viewer.gui.text_units import TextUnits
from viewer.gui.theme import colours

_PADDING, _SIDE = 6, 12


class TwoLines(QStyledItemDelegate):
    """What rows of both lists share: their height, their ground, the second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Answer Qt."""
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _PADDING)

    def begin(self, painter: QPainter, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Draw the ground of a row; return the rectangles of its two lines."""
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        rect = QRect(option.rect).adjusted(_SIDE, _PADDING, -_SIDE, -_PADDING)
        line = option.fontMetrics.height()
        return rect.adjusted(0, 0, 0, -line), rect.adjusted(0, line, 0, 0)

    def draw_aside(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str
    ) -> QRect:
        """Draw a few words at the far edge of a line; return what is left of it."""
        painter.setPen(option.palette.placeholderText().color())
        align = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        width = option.fontMetrics.horizontalAdvance(words) + _SIDE if words else 0
        painter.drawText(rect, _visual(option, align), words)
        left = option.direction == Qt.LayoutDirection.RightToLeft
        return rect.adjusted(width if left else 0, 0, 0 if left else -width, 0)

    def draw_quietly(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str
    ) -> None:
        """Draw the second line."""
        painter.setPen(option.palette.placeholderText().color())
        self.draw_words(painter, option, rect, words)

    def draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str
    ) -> None:
        """Draw as many words as there is room for, from the leading edge."""
        cut = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, _visual(option, align), f"\u200e{cut}")


class MentionDelegate(TwoLines):
    """Draws the words marked, as much around them as there is room for, and what was decided."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        first, second = self.begin(painter, option)
        first = self.draw_aside(painter, option, first, index.data(STATE))
        _draw_around(painter, option, first, index.data(AROUND), bool(index.data(STATE)))
        self.draw_quietly(painter, option, second, index.data(WHOM))
        painter.restore()


def _draw_around(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rect: QRect,
    around: tuple[str, str, str],
    is_decided: bool,
) -> None:
    before, words, after = _cut(option.fontMetrics, around, rect.width())
    layout = QTextLayout(f"{before}{words}{after}", option.font)
    text_option = QTextOption()
    text_option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(text_option)
    layout.setFormats([_marked(option.palette, before, words, is_decided)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.setClipping(False)


def _cut(metrics: QFontMetrics, around: tuple[str, str, str], width: int) -> tuple[str, str, str]:
    """Leave what fits beside the words, half of the room on each side, or more of the longer."""
    before, words, after = around
    room = max(0, width - int(metrics.horizontalAdvance(words) * 1.15))
    needs = metrics.horizontalAdvance(after)
    left = min(metrics.horizontalAdvance(before), max(room // 2, room - needs))
    front = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, left)
    back = metrics.elidedText(after, Qt.TextElideMode.ElideRight, room - left)
    return front, words, back


def _marked(
    palette: QPalette, before: str, words: str, is_decided: bool
) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Medium if is_decided else QFont.Weight.Bold)
    if not is_decided:
        look.setForeground(QColor(colours(palette).accent))
    whole = TextUnits(before + words)
    marked = QTextLayout.FormatRange()
    marked.start = whole.to_units(len(before))
    marked.length = whole.to_units(len(before) + len(words)) - marked.start
    marked.format = look
    return marked


def _visual(option: QStyleOptionViewItem, align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    return QStyle.visualAlignment(option.direction, align)
