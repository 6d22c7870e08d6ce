"""The list of keys, made from the commands that the menus really have."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QMenu,
    QMenuBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import plain

#: Keys that belong to a pane rather than to a menu.
_IN_PANES = (
    ("Go to the marked result or record", "Enter"),
    ("Select words in the reader", "Shift+arrows"),
    ("Show what marked words belong to", "Enter"),
    ("Leave the search, the filter, or the bar at the words", "Esc"),
    ("From the filter into the list", "Down"),
    ("Filter the list by type, place, tag, date …", "Ctrl+Shift+F"),
    ("Take a filter away", "Del"),
    ("Accept a suggestion", "A, Enter"),
    ("Edit a suggestion before it is written", "E"),
    ("Reject a suggestion", "R, Del"),
    ("Next and previous suggestion", "J, K, Down, Up"),
    ("Accept all suggestions above a confidence", "Shift+A"),
    ("Next match in the text", "F3, Enter"),
    ("Previous match in the text", "Shift+F3, Shift+Enter"),
)


class ShortcutsDialog(QDialog):
    """Two columns: what is done, and by which keys."""

    def __init__(self, menu_bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(20, 12, 20, 12)
        self._grid.setHorizontalSpacing(36)
        self._grid.setColumnStretch(0, 1)
        for action in menu_bar.actions():
            self._section(_plain(action.text()), list(_with_keys(action)))
        self._section("In panes", list(_IN_PANES))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFrameShape(area.Shape.NoFrame)
        area.setAccessibleName("Keyboard shortcuts")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(area)
        box.addWidget(buttons)
        self.resize(page.sizeHint().width() + 48, 600)

    def _section(self, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        at = self._grid.rowCount()
        self._grid.addWidget(plain.label(title, "subheading"), at, 0, 1, 2)
        for number, (name, keys) in enumerate(rows, start=at + 1):
            self._grid.addWidget(plain.label(name), number, 0)
            keys_label = plain.label(keys, "quiet")
            self._grid.addWidget(keys_label, number, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.setRowMinimumHeight(self._grid.rowCount(), 10)


def _with_keys(action: QAction) -> Iterator[tuple[str, str]]:
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _with_keys(inner)
    elif action.shortcuts():
        shown = QKeySequence.SequenceFormat.NativeText
        # Not the text: that of Undo and Redo tells what they would do just now.
        yield (
            _plain(action.iconText()),
            ", ".join(key.toString(shown) for key in action.shortcuts()),
        )


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
