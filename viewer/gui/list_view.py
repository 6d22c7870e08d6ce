"""The table of a list: one row at a time, sorted by a click on the header."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from viewer.gui.list_model import ListModel
from viewer.gui.row_table import SELECT, RowTable


class ListView(RowTable):
    """Shows a `ListModel`; says which row the user chose."""

    #: The id of the record that the user went to.
    chosen = Signal(str)

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._list = model
        self._own_widths = False
        self._restoring = False
        self._kept: tuple[str, int] = ("", 0)
        self._look()
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._on_resized)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def _look(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        self._show_order()

    @property
    def current_id(self) -> str:
        """The id of the selected record, or ""."""
        return self._list.id_at(self.currentIndex().row())

    def select(self, id: str) -> None:
        """Mark the row of a record without announcing it; none if it is not in the list."""
        if id == self.current_id:
            return
        row = self._list.row_of(id) if id else None
        self._mark(row, scroll=True)

    def has_own_widths(self) -> bool:
        """Whether the user has set the columns' widths."""
        return self._own_widths

    def restore_widths(self, state: QByteArray) -> None:
        """Give the columns the widths and order that the user left them with."""
        self._own_widths = self.horizontalHeader().restoreState(state)
        self._show_order()

    def sort_by(self, column: str, *, descending: bool) -> None:
        """Sort by a column."""
        self._list.set_order(column, descending)
        self._show_order()

    def _sort_by(self, section: int) -> None:
        column, query = self._list.spec.columns[section], self._list.query
        if column.sort:
            descending = column.name == query.sort and not query.descending
            self._list.set_order(column.name, descending)
        self._show_order()

    def _show_order(self) -> None:
        query = self._list.query
        at = [column.name for column in self._list.spec.columns].index(query.sort)
        order = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(at, order)

    # Keeping the place when the rows are read anew

    def _keep(self) -> None:
        scroll = self.verticalScrollBar().value()
        self._kept = self.current_id, scroll

    def _restore(self) -> None:
        id, scroll = self._kept
        row = self._list.row_of(id) if id else None
        self._mark(row, scroll=False)
        self.verticalScrollBar().setValue(scroll)

    def _mark(self, row: int | None, *, scroll: bool) -> None:
        self._restoring = True
        try:
            index = self._list.index(row, 0) if row is not None else QModelIndex()
            self.selectionModel().setCurrentIndex(index, SELECT)
            if row is None:
                self.clearSelection()
            elif scroll:
                self.scrollTo(index)
        finally:
            self._restoring = False

    # What the user does

    def _on_current(self, current: QModelIndex) -> None:
        if not self._restoring and current.isValid():
            self.chosen.emit(self._list.id_at(current.row()))

    def _on_selected(self) -> None:
        """Go where a screen reader selects, which moves no keyboard."""
        rows = self.selectionModel().selectedRows()
        if not self._restoring and rows and rows[0].row() != self.currentIndex().row():
            self.setCurrentIndex(rows[0])

    def _on_resized(self) -> None:
        if self.horizontalHeader().underMouse():
            self._own_widths = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the record again on Enter; Home and End go to the first and last row."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._list.rowCount() - 1}
        if event.key() in ends and not event.modifiers():
            self.setCurrentIndex(self._list.index(ends[Qt.Key(event.key())], 0))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.chosen.emit(self.current_id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without going to the first row, as Qt would."""
        self._restoring = True
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()
        self._restoring = False

    def fit_columns(self) -> None:
        """Share the room out among the columns until the user has set their widths."""
        if not self._own_widths:
            super().fit_columns()
