"""The filters that hold at present, side by side: each can be changed and taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.icons import icon
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

#: Pixels of a filter's words; all of them are in the tool tip.
_WIDEST = 260


class FilterBar(QWidget):
    """A chip for each filter; none is shown where there is no filter."""

    #: The name of a filter that the user wants to change, and the chip that was used.
    change_requested = Signal(str, object)
    #: The name of a filter that the user wants no more.
    removal_requested = Signal(str)
    clearing_requested = Signal()
    saving_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Filters")
        self.chips: list[FilterChip] = []
        self.save = _link("Save this filter…", "save")
        self.clear = _link("Clear all", "close")
        self.save.clicked.connect(self.saving_requested)
        self.clear.clicked.connect(self.clearing_requested)
        inner = QWidget()
        be_as_high_as_needed(inner)
        self._flow = WrappingLayout(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 0, 10, 6)
        box.addWidget(inner)

    def show_phrases(self, phrases: list[tuple[str, str]], *, can_save: bool) -> None:
        """Show filters by name and words; the keyboard stays on a chip that it was on."""
        focused = next((at for at, chip in enumerate(self.chips) if chip.has_keyboard()), None)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(name, words) for name, words in phrases]
        while self._flow.takeAt(0) is not None:
            pass
        for widget in (*self.chips, self.save, self.clear):
            self._flow.addWidget(widget)
            widget.show()
        self.save.setVisible(can_save)
        # Their sizes are known only now, in the style that they are shown in.
        self._flow.invalidate()
        self.setVisible(bool(phrases))
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].words.setFocus()

    def _chip(self, name: str, words: str) -> FilterChip:
        chip = FilterChip(words, self)
        chip.words.clicked.connect(lambda: self.change_requested.emit(name, chip))
        chip.removed.connect(lambda: self.removal_requested.emit(name))
        return chip


class FilterChip(QFrame):
    """One filter in words, with a small button that takes it away; so does Delete."""

    removed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setStyleSheet(
            "#chip { border: 1px solid palette(mid); border-radius: 8px; }"
            "QToolButton { padding: 2px 4px; }"
        )
        self.words = QToolButton()
        cut = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
        self.words.setText(plain.menu_text(cut))
        self.words.setToolTip(plain.tool_tip(f"{words} – change"))
        self.words.setAccessibleName(f"Filter {words}")
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close"))
        self.remove.setIconSize(QSize(10, 10))
        self.remove.setToolTip("Take this filter away (Delete)")
        self.remove.setAccessibleName(f"Take away filter {words}")
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.remove)

    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return self.words.hasFocus() or self.remove.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter away on Delete; Enter is as good as a click."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.remove if self.remove.hasFocus() else self.words).click()
        else:
            super().keyPressEvent(event)


def _link(words: str, picture: str) -> QPushButton:
    button = QPushButton(icon(picture), words)
    button.setProperty("look", "link")
    button.setIconSize(QSize(14, 14))
    return button
