"""A row of equal cards that breaks into as many rows as the width asks for."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP = 10


class CardGrid(QWidget):
    """Cards of the same width, side by side while there is room."""

    def __init__(self, cards: list[QWidget], least_width: int, parent: QWidget | None = None):
        super().__init__(parent)
        self._cards, self._least = cards, least_width
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._arrange(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit as many cards in a row as there is room for."""
        super().resizeEvent(event)
        self._arrange(max(1, (event.size().width() + _GAP) // (self._least + _GAP)))

    def _arrange(self, columns: int) -> None:
        # Rows of the same length look calmer than one straggler.
        rows = -(-len(self._cards) // columns)
        columns = -(-len(self._cards) // rows)
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(number, columns))
