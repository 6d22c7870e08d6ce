"""A sentence that shows itself for a while over the text, and asks for nothing."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from viewer.gui.reader.text_view import TextView

_MILLISECONDS = 5000
_EDGE = 10


class Hint(QLabel):
    """At the lower edge of the text; above it where the selected words stand there."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._pause.timeout.connect(self.hide)
        view.viewport().installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, and tell a screen reader; "" hides the last one."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if not sentence:
            return
        self._place()
        self.raise_()
        self._pause.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _place(self) -> None:
        room = self._view.rect()
        self.setWordWrap(False)
        self.adjustSize()
        if self.width() > room.width() - 2 * _EDGE:
            self.setWordWrap(True)
            self.setFixedWidth(room.width() - 2 * _EDGE)
            self.adjustSize()
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        x = room.center().x() - self.width() // 2
        self.move(x, room.bottom() - self.height() - _EDGE)
        if self._covers_words():
            self.move(x, _EDGE)

    def _covers_words(self) -> bool:
        corner: QPoint = self._view.viewport().pos()
        lines = self._view.selected_lines()
        return any(line.translated(corner).intersects(self.geometry()) for line in lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the edge."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
