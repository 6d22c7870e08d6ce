"""Widths of a list's columns: by what stands in them at first, as the user left them later."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

#: Rows that are measured, and the widest that a column begins with, in average letters.
_ROWS, _WIDEST = 40, 60
_PADDING = 28
#: Pixels below which no column is shrunk.
_LEAST = 64


def fit(view: QTableView) -> None:
    """Share the view's width out among its columns."""
    wanted = [_wanted(view, column) for column in range(view.model().columnCount())]
    for column, width in enumerate(shared(wanted, view.viewport().width())):
        view.setColumnWidth(column, width)


def shared(wanted: list[int], room: int) -> list[int]:
    """Return widths that fill the room. The widest column gains what is left.

    Where there is too little, the others give first, so that it keeps a third of the room.
    """
    widths = list(wanted)
    main = widths.index(max(widths))
    widths[main] = max(min(widths[main], room // 3), room - sum(widths) + widths[main])
    over = sum(widths) - room
    while over > 0 and (giver := _widest_but(widths, main)) is not None:
        given = min(over, max(1, (widths[giver] - _LEAST) // 4))
        widths[giver] -= given
        over -= given
    return widths


def _widest_but(widths: list[int], main: int) -> int | None:
    others = [at for at in range(len(widths)) if at != main and widths[at] > _LEAST]
    return max(others, key=widths.__getitem__, default=None)


def _wanted(view: QTableView, column: int) -> int:
    model, metrics = view.model(), QFontMetrics(view.font())
    rows = range(min(_ROWS, model.rowCount()))
    texts = [str(model.index(row, column, QModelIndex()).data() or "") for row in rows]
    longest = max(map(metrics.horizontalAdvance, texts), default=0)
    header = view.horizontalHeader().sectionSizeHint(column) + _PADDING // 2
    return max(header, min(longest + _PADDING, _WIDEST * metrics.averageCharWidth()))
