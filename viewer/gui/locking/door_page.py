"""What stands in the window before a case that is to be opened with its passphrase."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStyle, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.fitting import FittingArea
from viewer.gui.icons import icon
from viewer.gui.passphrase.asking import AskedPassphrase

#: Letters of a line, as wide as they are on the average.
_LETTERS = 74
_ICON = 48
#: A stretch beside which others get nothing, up to the widest that a widget may be.
_ALL = 1000


class DoorPage(QWidget):
    """A sentence, the line for the passphrase, and the ways that lead elsewhere."""

    def __init__(self, heading: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(heading)
        self._column = QWidget()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.heading = plain.paragraph(heading, "heading")
        self.sentence = plain.paragraph(look="quiet")
        for words in (self.heading, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.asked = AskedPassphrase(deed)
        self._ways = QHBoxLayout()
        self._ways.addStretch(1)
        self._ways.addStretch(1)
        self.setFocusProxy(self.asked)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._column)
        inner.setSpacing(12)
        for widget in (self._picture, self.heading, self.sentence):
            inner.addWidget(widget)
        inner.addSpacing(6)
        inner.addWidget(self.asked)
        inner.addLayout(self._ways)
        # Without an alignment, with which Qt would not ask for the height of words that break.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column, _ALL)
        middle.addStretch(1)
        content = QWidget()
        inmost = QVBoxLayout(content)
        inmost.addStretch(2)
        inmost.addLayout(middle)
        inmost.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FittingArea(content))

    def sizeHint(self) -> QSize:
        """Return the width of the column, in which words break."""
        margins = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutLeftMargin)
        return QSize(self._column.maximumWidth() + margins, super().sizeHint().height())

    def add_way(self, words: str) -> QPushButton:
        """Return a new link below the line, as in "Quit"."""
        button = QPushButton(words)
        button.setProperty("look", "link")
        button.setAutoDefault(True)
        self._ways.insertWidget(self._ways.count() - 1, button)
        return button

    def say(self, sentence: str) -> None:
        """Say what is behind the door."""
        # Here, and not once for all: the colours may have changed, and the size of letters.
        pixmap = icon("lock").pixmap(QSize(_ICON, _ICON), self.devicePixelRatio())
        self._picture.setPixmap(pixmap)
        self._column.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
