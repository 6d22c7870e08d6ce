"""The table of the files of an import."""

from __future__ import annotations

from viewer.gui.row_table import RowTable

#: Pixels beside the words of a state.
_GAP = 24


class FileTable(RowTable):
    """Names of files and titles share the room: both are long, and a box stands before the one."""

    def fit_columns(self) -> None:
        """Give the state what it needs, and file and title half of the rest each."""
        header = self.horizontalHeader().sectionSizeHint(2)
        state = max(self.sizeHintForColumn(2), header) + _GAP
        half = (self.viewport().width() - state) // 2
        for column, width in enumerate((half, half, state)):
            self.setColumnWidth(column, width)
