"""Which column says what: the first rows of a list, and over each column a choice of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from viewer.domain.text import shortened
from viewer.gui.editors.term import CalmCombo

if TYPE_CHECKING:
    from viewer.domain.listing.columns import Columns
    from viewer.domain.listing.table import Row, Table

#: Rows and letters of a cell that are shown: enough to see what stands in a column.
ROWS = 4
_LETTERS = 60
_LEFT_OUT = "Leave out"
#: Pixels beside words, and of a choice for its arrow; the widest that a column becomes, in letters.
_BESIDE, _ARROW, _WIDEST = 28, 36, 30


class MappingTable(QTableWidget):
    """The beginning of a list; each field can be that of one column."""

    #: Another column says something else than before.
    mapped = Signal()

    def __init__(self, table: Table, rows: list[Row], parent: QWidget | None = None) -> None:
        super().__init__(len(rows) + 1, len(table.headings.cells), parent)
        self._headings = [cell.text for cell in table.headings.cells]
        self.combos: list[CalmCombo] = []
        self.setAccessibleName("Columns of the list, with the first rows")
        self.setHorizontalHeaderLabels([shortened(text, _LETTERS) for text in self._headings])
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for number in range(len(self._headings)):
            self._add_combo(number)
            for at, row in enumerate(rows, start=1):
                self.setItem(at, number, QTableWidgetItem(shortened(row.text(number), _LETTERS)))

    def _add_combo(self, number: int) -> None:
        combo = CalmCombo()
        combo.setAccessibleName(f"Column “{self._headings[number]}” says")
        combo.currentIndexChanged.connect(lambda _: self._on_chosen(number))
        combo.installEventFilter(self)
        self.combos.append(combo)
        self.setCellWidget(0, number, combo)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the choice that the keyboard goes to into sight."""
        if event.type() == QEvent.Type.FocusIn and watched in self.combos:
            number = self.combos.index(watched)
            self.scrollTo(self.model().index(0, number))
        return super().eventFilter(watched, event)

    @property
    def columns(self) -> Columns:
        """The field of each column; "" where it is left out."""
        return tuple(str(combo.currentData() or "") for combo in self.combos)

    def show_columns(self, what: str, columns: Columns) -> None:
        """Offer the fields of a kind of list, and choose those of each column."""
        from viewer.domain.listing.columns import FIELDS

        for combo, chosen in zip(self.combos, columns, strict=True):
            combo.blockSignals(True)
            combo.clear()
            combo.addItem(_LEFT_OUT, "")
            for field in FIELDS[what]:
                combo.addItem(field.label, field.code)
                combo.setItemData(combo.count() - 1, field.note, Qt.ItemDataRole.ToolTipRole)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            combo.view().setMinimumWidth(self._longest(combo))
            combo.blockSignals(False)
        self.fit()

    def _longest(self, combo: CalmCombo) -> int:
        metrics = QFontMetrics(self.font())
        labels = (combo.itemText(at) for at in range(combo.count()))
        return max(map(metrics.horizontalAdvance, labels)) + _ARROW

    def _on_chosen(self, number: int) -> None:
        """Let a field go from the column that had it."""
        chosen = self.combos[number].currentData()
        for other, combo in enumerate(self.combos):
            if chosen and other != number and combo.currentData() == chosen:
                combo.blockSignals(True)
                combo.setCurrentIndex(0)
                combo.blockSignals(False)
        self.fit()
        self.mapped.emit()

    def fit(self) -> None:
        """Give the columns and rows what their words need."""
        metrics = QFontMetrics(self.font())
        widest = _WIDEST * metrics.averageCharWidth()
        for number, combo in enumerate(self.combos):
            texts = [self._headings[number], *self._texts(number)]
            words = min(max(map(metrics.horizontalAdvance, texts)), widest)
            chosen = metrics.horizontalAdvance(combo.currentText()) + _ARROW
            self.setColumnWidth(number, max(words, chosen) + _BESIDE)
        height = int(metrics.height() * 1.7)
        for row in range(self.rowCount()):
            self.setRowHeight(row, height if row else self._combo_height() + 8)
        beside = self.horizontalHeader().sizeHint().height() + self._combo_height() + 8
        beside += self.horizontalScrollBar().sizeHint().height() + 2
        # Where there is little room, the choices and one row of the list stay in sight.
        self.setMinimumHeight(beside + height)
        self.setMaximumHeight(beside + height * max(1, self.rowCount() - 1))

    def _combo_height(self) -> int:
        return max((combo.sizeHint().height() for combo in self.combos), default=0)

    def _texts(self, column: int) -> list[str]:
        items = (self.item(row, column) for row in range(1, self.rowCount()))
        return [item.text() for item in items if item is not None]
