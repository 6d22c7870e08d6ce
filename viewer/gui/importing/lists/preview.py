"""The table of what the rows of a list become."""

from __future__ import annotations

from viewer.gui.row_table import RowTable

#: Pixels beside the words of a cell, and the part of the rest that each wide column gets.
_GAP = 24
_PARTS = (0.24, 0.44, 0.32)


class PlanTable(RowTable):
    """Line and state take what they need; who, what is said and what is told share the rest."""

    def fit_columns(self) -> None:
        """Share the width out."""
        header = self.horizontalHeader()
        for column in (0, 1):
            wanted = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + _GAP
            self.setColumnWidth(column, min(wanted, self.viewport().width() // 5))
        rest = self.viewport().width() - self.columnWidth(0) - self.columnWidth(1)
        for column, part in enumerate(_PARTS, start=2):
            self.setColumnWidth(column, int(rest * part))
