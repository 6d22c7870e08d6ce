"""The documents that name the person, and what is to become of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from viewer.domain.forgetting import CHOICES, Choice, NamingDocument
from viewer.domain.text import in_own_direction, shortened
from viewer.gui import plain
from viewer.gui.labels import label

_CHOICES: dict[Choice, str] = {
    "take-out": "Take the name out; the original goes",
    "remove": "Remove the document, too",
    "keep": "Keep it with the name",
}
#: Words that are shown of one document, and rows that are seen at once.
_WORDS, _ROWS = 6, 4
#: Heights of a line that a row takes.
_ROW_HEIGHT = 3.4


class Documents(QScrollArea):
    """A row for each document: its title, the words that name the person, a choice."""

    #: A document is to be treated otherwise: its id, and the choice.
    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes are what one goes to
        self.setAccessibleName("Documents that name the person")
        self.boxes: dict[str, QComboBox] = {}

    def show_documents(self, documents: tuple[NamingDocument, ...]) -> None:
        """Show what a plan says; the boxes stay while they are about the same documents."""
        if list(self.boxes) == [each.document.id for each in documents]:
            return
        self.boxes = {}
        inner = QWidget()
        inner.setProperty("look", "page")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(0, 1)
        for row, each in enumerate(documents):
            self._add(grid, row, each)
        self.setWidget(inner)
        rows = min(len(documents), _ROWS)
        self.setFixedHeight(round(rows * _ROW_HEIGHT * self.fontMetrics().height()))

    def _add(self, grid: QGridLayout, row: int, each: NamingDocument) -> None:
        title = each.document.title or "Untitled document"
        grid.addWidget(label(f"{shortened(title, 70)}\n{_words(each)}"), row, 0)
        box = QComboBox()
        for choice in CHOICES:
            box.addItem(_CHOICES[choice], choice)
        box.setCurrentIndex(CHOICES.index(each.choice))
        box.setAccessibleName(f"What becomes of {title}")
        plain.show_tip(box, title)
        box.activated.connect(partial(self._choose, each.document.id))
        self.boxes[each.document.id] = box
        grid.addWidget(box, row, 1)

    def _choose(self, id: str, index: int) -> None:
        self.chosen.emit(id, CHOICES[index])


def _words(each: NamingDocument) -> str:
    if not each.words:
        return "Only what was received names the person, not the text taken out of it"
    found = each.words.most_common(_WORDS)
    said = [f"{in_own_direction(shortened(word, 30))} ({number})" for word, number in found]
    return ", ".join(said + ["…"] * (len(each.words) > _WORDS))
