"""The sections of a report: which of them, and in which order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.wording import Wording
from viewer.export.pdf import SECTIONS, STANDARD_SECTIONS

_CODE = Qt.ItemDataRole.UserRole


class SectionsList(QWidget):
    """Sections with a box each, to be dragged or moved by the buttons (Alt+↑, Alt+↓)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Sections, in their order")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up, self.down = self._button("Up", -1), self._button("Down", 1)
        self._fill()
        self._lay_out()
        self.list.itemChanged.connect(self.changed)
        self.list.model().rowsMoved.connect(self.changed)
        self.list.currentRowChanged.connect(self._allow)
        self._allow(-1)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the chosen sections, in their order."""
        chosen = (item for item in self._items() if item.checkState() == Qt.CheckState.Checked)
        return tuple(item.data(_CODE) for item in chosen)

    def check(self, code: str, is_checked: bool) -> None:
        """Choose a section, or leave it out."""
        state = Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
        next(item for item in self._items() if item.data(_CODE) == code).setCheckState(state)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _fill(self) -> None:
        wording = Wording.of("en")
        for code in SECTIONS:
            item = QListWidgetItem(wording(f"section.{code}"), self.list)
            item.setData(_CODE, code)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            is_standard = code in STANDARD_SECTIONS
            item.setCheckState(Qt.CheckState.Checked if is_standard else Qt.CheckState.Unchecked)
        rows = self.list.sizeHintForRow(0) * self.list.count()
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth() + 4)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(buttons)

    def _button(self, words: str, step: int) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setShortcut("Alt+Up" if step < 0 else "Alt+Down")
        button.setToolTip(f"Move the section {words.lower()} ({button.shortcut().toString()})")
        button.clicked.connect(lambda: self._move(step))
        return button

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)
        self.changed.emit()

    def _allow(self, row: int) -> None:
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
