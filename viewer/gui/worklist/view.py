"""The table of the worklist: arrows look at records, Enter or a click goes into the field."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from viewer.gui.row_table import SELECT, RowTable
from viewer.gui.worklist.model import WorkModel


class WorkView(RowTable):
    """Says which row the user looks at, and which one the user takes up."""

    #: A row was come to.
    looked_at = Signal(int)
    #: A row was clicked or entered.
    taken_up = Signal(int)

    def __init__(self, model: WorkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(lambda index: self.taken_up.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.rowsInserted.connect(self._on_rows)

    def go_to(self, row: int) -> None:
        """Move to a row as an arrow key would."""
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), SELECT)

    def _on_current(self, current: QModelIndex) -> None:
        # What a removed row leaves behind is not where the user went.
        if current.isValid() and self.hasFocus():
            self.looked_at.emit(current.row())

    def _on_rows(self, _: QModelIndex, first: int) -> None:
        if first == 0:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take up the row on Enter; Home and End go to the first and last row."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model().rowCount() - 1}
        if event.key() in ends and not event.modifiers():
            self.go_to(ends[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken_up.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without going to the first row, as Qt would."""
        self.selectionModel().blockSignals(True)
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()
        self.selectionModel().blockSignals(False)
