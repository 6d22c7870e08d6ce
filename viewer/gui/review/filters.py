"""Which kinds of suggestion are shown: a switch for each, with its number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from viewer.gui.icons import icon
from viewer.gui.review.words import KINDS, kind_name
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

_ICON = QSize(16, 16)
#: Pixels below which switches have their icon and number alone.
_NARROW = 620


class KindFilter(QWidget):
    """Begins with all kinds; switches of kinds that were never suggested stay hidden."""

    changed = Signal()
    #: The keyboard is to go into the rows.
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Kinds of suggestion that are shown")
        self.switches = {kind: self._switch(kind) for kind in KINDS}
        layout = WrappingLayout(self)
        be_as_high_as_needed(self)
        for button in self.switches.values():
            layout.addWidget(button)
        self.show_numbers({})

    def _switch(self, kind: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setIcon(icon(kind))
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(f"Show or hide {kind_name(kind, many=True).lower()}")
        button.toggled.connect(self.changed)
        button.installEventFilter(self)
        button.hide()
        return button

    def shows(self, kind: str) -> bool:
        """Whether a kind is shown."""
        return self.switches[kind].isChecked()

    @property
    def shows_all(self) -> bool:
        """Whether no kind is taken out that has suggestions."""
        return all(b.isChecked() or b.isHidden() for b in self.switches.values())

    def show_numbers(self, numbers: dict[str, int]) -> None:
        """Say how many suggestions of each kind are open."""
        for kind, button in self.switches.items():
            number = numbers.get(kind, 0)
            name = kind_name(kind, many=True)
            button.setAccessibleName(f"{name}: {number:,}")
            # One with the keyboard stays, with nothing left, until the keyboard goes elsewhere.
            button.setVisible(bool(number) or button.hasFocus() or not button.isChecked())
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the kinds where there is room for that."""
        super().resizeEvent(event)
        self._name()

    def _name(self) -> None:
        for button in self.switches.values():
            name, number = button.accessibleName().split(": ")
            button.setText(number if self.width() < _NARROW else f"{name}  {number}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down into the rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() == Qt.Key.Key_Down and self._leave()
        return super().eventFilter(watched, event)

    def _leave(self) -> bool:
        self.left.emit()
        return True
