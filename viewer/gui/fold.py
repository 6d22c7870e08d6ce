"""A small button that unfolds what stands under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

#: Pixels in a narrow pane, in which its words are cut.
_LEAST_WIDTH = 130


class Fold(QToolButton):
    """Says with its arrow, and to a screen reader, whether something is unfolded."""

    turned = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self.setText(words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.set_open(not self._is_open))
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self._is_open = is_open
        self._show_state()
        self.turned.emit(is_open)

    def _show_state(self) -> None:
        arrow = Qt.ArrowType.DownArrow if self._is_open else Qt.ArrowType.RightArrow
        self.setArrowType(arrow)
        self.setAccessibleDescription("Unfolded" if self._is_open else "Folded")
