"""The answers to “is this one person?”: yes, no and how that is known, or not now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from viewer.domain.text import normalised


class AnswerBar(QWidget):
    """Two buttons and a line for a note."""

    merge_wanted = Signal()
    #: How it is known that they are two; may be empty.
    distinction_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.merge = QPushButton("Merge")
        self.merge.setToolTip("They are one person (key M)")
        self.merge.setProperty("look", "primary")
        self.merge.setAutoDefault(False)
        self.apart = QPushButton("Not the same")
        self.apart.setToolTip("Never suggest these two again (key N)")
        self.apart.setAutoDefault(False)
        self.note = QLineEdit()
        self.note.setPlaceholderText("How that is known, if you like")
        self.note.setAccessibleName("How it is known that they are not the same")
        self.merge.clicked.connect(self.merge_wanted)
        self.apart.clicked.connect(self._tell_apart)
        self.note.returnPressed.connect(self._tell_apart)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 8, 18, 10)
        self._row.setSpacing(8)
        self._row.addWidget(self.merge)
        self._row.addSpacing(10)
        self._row.addWidget(self.apart)
        self._row.addWidget(self.note, 1)

    def add(self, widget: QWidget) -> None:
        """Add another answer at the end."""
        self._row.addWidget(widget)

    def begin(self, *, is_open: bool) -> None:
        """Wait for the answer on a new pair, if there is one that may be answered."""
        self.note.clear()
        for widget in (self.merge, self.apart, self.note):
            widget.setEnabled(is_open)

    def _tell_apart(self) -> None:
        if self.apart.isEnabled():
            self.distinction_wanted.emit(normalised(self.note.text()))
