"""Why something is suggested, and what accepting it would make."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from viewer.domain.text import shortened

#: Code points of a reason and of what would be made.
_MOST = 150
#: Pixels from which on two lines are enough for both.
_WIDE = 600


class Explanation(QLabel):
    """Always as high, so that the list does not move while one goes through it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def explain(self, reason: str, makes: str) -> None:
        """Say both; nothing where nothing is looked at."""
        why = f"Why: {_sentence(shortened(reason, _MOST))}" if reason else ""
        self.setText(f"{why} {shortened(makes, _MOST)}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        lines = 2 if self.width() >= _WIDE else 3
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
