"""How a record is protected, beside its title."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from viewer.gui import plain
from viewer.gui.icons import icon

_SHIELD = 15


class Badge(QWidget):
    """A frame around a shield and how a record is protected; not there for what is public."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shield = QLabel()
        self.words = plain.label()
        self.setProperty("look", "badge")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(7, 2, 9, 2)
        layout.setSpacing(5)
        layout.addWidget(self._shield)
        layout.addWidget(self.words)
        self.hide()

    def say(self, words: str) -> None:
        """Show how a record is protected; "" hides it."""
        self.words.setText(words)
        self._draw()
        self.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._shield.setPixmap(icon("protection").pixmap(_SHIELD, _SHIELD))
