"""How strong a passphrase is, while it is typed: a bar, a word and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from viewer.domain.strength import CASE, Strength, strength_of
from viewer.gui import plain
from viewer.gui.labels import label
from viewer.gui.theme import colours

#: From weak to strong; each reads on light and on dark ground, and the word says it, too.
_COLOURS = ("#d0453a", "#d0703a", "#c79a1e", "#3f9a5a", "#2f8f6a")
#: Bits that fill the bar: more make no difference to anybody.
_FULL = 80.0


class Meter(QWidget):
    """Knows no passphrase: only how strong the last one was."""

    def __init__(self, rate: int = CASE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = rate
        #: What whoever guesses would try first, such as the title of the case.
        self.known: Callable[[], Iterable[str]] = tuple
        self.bar = Bar()
        self.word = plain.label()
        self.sentence = label("", "quiet")
        top = QHBoxLayout()
        top.addWidget(self.bar, 1)
        top.addWidget(self.word)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.sentence)
        self.measure("")

    def measure(self, passphrase: str) -> None:
        """Show how strong a passphrase is; nothing for none."""
        self.setVisible(bool(passphrase))
        if not passphrase:
            return
        strength = strength_of(passphrase, self.known(), self._rate)
        self.bar.show_strength(strength)
        self.word.setText(strength.word)
        self.sentence.setText(strength.sentence)


class Bar(QWidget):
    """A line that is filled as far as the passphrase is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._colour = 0.0, _COLOURS[0]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_strength(self, strength: Strength) -> None:
        """Be as full as a passphrase is strong."""
        self._part = min(1.0, max(0.03, strength.bits / _FULL))
        self._colour = _COLOURS[strength.level]
        self.update()

    def sizeHint(self) -> QSize:
        """Return its room."""
        return QSize(120, 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        filled = QRectF(0, 0, whole.width() * self._part, whole.height())
        if self.isRightToLeft():
            filled.moveRight(whole.right())
        for part, colour in ((whole, colours(self.palette()).line), (filled, self._colour)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(part, 4, 4)
