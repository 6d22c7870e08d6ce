"""Widths of a list's columns: by what stands in them at first, as the user left them later."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

#: Rows that are measured, and the widest that a column begins with, in average letters.
_ROWS, _WIDEST = 40, 60
_PADDING = 28


def fit(view: QTableView) -> None:
    """Share the view's width out among its columns."""
    wanted = [_wanted(view, column) for column in range(view.model().columnCount())]
    for column, width in enumerate(shared(wanted, view.viewport().width())):
        view.setColumnWidth(column, width)


def shared(wanted: list[int], room: int) -> list[int]:
    """Return widths that fill the room: the widest column gains what is left, or gives first."""
    widths = list(wanted)
    spare = room - sum(widths)
    if spare >= 0:
        widths[widths.index(max(widths))] += spare
        return widths
    least = max(60, room // (2 * len(widths)))
    while sum(widths) > room and max(widths) > least:
        widest = widths.index(max(widths))
        widths[widest] = max(least, widths[widest] - max(8, (sum(widths) - room) // 3))
    return widths


def _wanted(view: QTableView, column: int) -> int:
    model, metrics = view.model(), QFontMetrics(view.font())
    rows = range(min(_ROWS, model.rowCount()))
    texts = [str(model.index(row, column, QModelIndex()).data() or "") for row in rows]
    longest = max(map(metrics.horizontalAdvance, texts), default=0)
    header = view.horizontalHeader().sectionSizeHint(column) + _PADDING // 2
    return max(header, min(longest + _PADDING, _WIDEST * metrics.averageCharWidth()))
