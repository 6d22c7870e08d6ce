"""A label of one line that is cut where room ends; the whole of it is in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from viewer.gui.plain import show_tip

#: Letters that are shown at least.
_LEAST = 8


class ElidedLabel(QLabel):
    """Plain words on one line."""

    def __init__(self, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("look", look)

    def show_words(self, words: str) -> None:
        """Show words, or nothing where there are none."""
        self.setText(" ".join(words.split()))
        show_tip(self, words)
        self.setVisible(bool(words))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters, where room is asked for at all."""
        hint = super().minimumSizeHint()
        hint.setWidth(min(hint.width(), self.fontMetrics().averageCharWidth() * _LEAST))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw as many of the words as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, align, cut)
