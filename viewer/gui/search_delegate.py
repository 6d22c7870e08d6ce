"""Draws one result of a search: icon, title and words around the match, the match in bold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.gui.found import marks
from viewer.gui.list_model import ID_ROLE
from viewer.gui.row_model import Index
from viewer.gui.text_units import TextUnits

HEADER_ROLE = ID_ROLE + 1
CONTEXT_ROLE = ID_ROLE + 2
#: The folded words that were searched for.
WORDS_ROLE = ID_ROLE + 3
#: The kind to whose list a line leads.
MORE_ROLE = ID_ROLE + 4

_ICON, _PADDING = 18, 8


class SearchDelegate(QStyledItemDelegate):
    """Two lines for a result, one quiet line for the header of a kind."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Answer Qt."""
        line = option.fontMetrics.height()
        if index.data(HEADER_ROLE):
            return QSize(0, line + _PADDING)
        return QSize(0, line * (2 if index.data(CONTEXT_ROLE) else 1) + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        if index.data(MORE_ROLE):
            self._paint_more(painter, option, index)
        elif index.data(HEADER_ROLE) or not index.data(ID_ROLE):
            self._paint_header(painter, option, index)
        else:
            self._paint_result(painter, option, index)
        painter.restore()

    def _paint_header(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setPen(option.palette.placeholderText().color())
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        rect = QRect(option.rect).adjusted(_PADDING, 0, 0, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, index.data())

    def _paint_more(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        painter.setPen(option.palette.color(QPalette.ColorRole.Link))
        rect = QRect(option.rect).adjusted(_PADDING + _ICON + 10, 0, -_PADDING, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, index.data())

    def _paint_result(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        rect = QRect(option.rect).adjusted(_PADDING, _PADDING // 2, -_PADDING, 0)
        icon = QRect(rect.left(), rect.top(), _ICON, _ICON)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, icon)
        rect.setLeft(icon.right() + 10)
        wanted = index.data(WORDS_ROLE)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        draw_line(painter, rect, option.font, index.data(), wanted)
        painter.setPen(option.palette.placeholderText().color())
        rect.translate(0, option.fontMetrics.height())
        draw_line(painter, rect, option.font, index.data(CONTEXT_ROLE), wanted)


def draw_line(painter: QPainter, rect: QRect, font: QFont, text: str, wanted: list[str]) -> None:
    """Draw one line at the top of a rectangle, cut at its width, the wanted words in bold."""
    text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(text, font)
    layout.setFormats(_bold(text, wanted))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000 if line.naturalTextWidth() < rect.width() else rect.width())
    layout.endLayout()
    layout.draw(painter, QPointF(rect.topLeft()))


def _bold(text: str, wanted: list[str]) -> list[QTextLayout.FormatRange]:
    units = TextUnits(text)
    ranges = []
    for start, end in marks(text, wanted):
        each = QTextLayout.FormatRange()
        each.start = units.to_units(start)
        each.length = units.to_units(end) - each.start
        each.format = QTextCharFormat()
        each.format.setFontWeight(QFont.Weight.Bold)
        ranges.append(each)
    return ranges
