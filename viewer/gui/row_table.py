"""What the tables of the window have in common: whole rows, one selected at a time."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

#: How a row is gone to. Not by selectRow(): it selects nothing in a layout from right to left.
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def show_rows(view: QTableView) -> None:
    """Let a table look and behave like a list of rows."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(rows.ResizeMode.Fixed)
    view.horizontalHeader().setHighlightSections(False)


def fit_rows(view: QTableView) -> None:
    """Give the rows the height that the text needs."""
    view.verticalHeader().setDefaultSectionSize(int(view.fontMetrics().height() * 1.7))
