"""The list of words to decide on: arrows or J and K look at one, a single key deals with it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from viewer.gui.deciding.model import MentionModel
from viewer.gui.deciding.row_drawing import MentionDelegate

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class MentionView(QListView):
    """Says which row the user looks at, and what is to be done with it."""

    looked_at = Signal(int)
    withhold_wanted = Signal()
    leave_wanted = Signal()
    reopen_wanted = Signal()
    #: The words are to be shown where they stand.
    place_wanted = Signal()

    def __init__(self, model: MentionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(MentionDelegate(self))
        self.setAccessibleName("Words to decide")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(80)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self.place_wanted)
        keys = Qt.Key
        self._deeds: dict[Qt.Key, SignalInstance] = {
            keys.Key_W: self.withhold_wanted,
            keys.Key_L: self.leave_wanted,
            keys.Key_Delete: self.reopen_wanted,
            keys.Key_Return: self.place_wanted,
            keys.Key_Enter: self.place_wanted,
        }
        self._steps = {keys.Key_J: 1, keys.Key_K: -1}

    def go_to(self, row: int) -> None:
        """Move to a row as an arrow key would."""
        last = self.model().rowCount() - 1
        self.setCurrentIndex(self.model().index(min(max(row, 0), last), 0))

    def _on_current(self, current: QModelIndex) -> None:
        self.looked_at.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Deal with the row by one key; one that is held down decides nothing twice."""
        key, is_plain = Qt.Key(event.key()), event.modifiers() in _PLAIN
        if is_plain and key in self._steps:
            self.go_to(self.currentIndex().row() + self._steps[key])
        elif is_plain and key in self._deeds:
            if not event.isAutoRepeat():
                self._deeds[key].emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row where none is looked at."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.go_to(0)
