"""The words that are looked for in the document that is read: where they are, shown in the text.

Only those in view are painted. Positions are code points, except where Qt is told.
"""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from viewer.domain.finding import Findable, Span
from viewer.gui.reader.text_view import TextView
from viewer.gui.text_units import TextUnits
from viewer.gui.theme import colours


class FoundWords(QObject):
    """Knows every place of some words in one text, and on which of them one stands."""

    #: The places are others, or one stands on another of them.
    changed = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._text, self._units = "", TextUnits("")
        self._findable: Findable | None = None
        self.spans: list[Span] = []
        #: The number of the place one stands on, from 0; None on none.
        self.current: int | None = None
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(self._paint)
        view.verticalScrollBar().valueChanged.connect(self._repaint)
        view.viewport().installEventFilter(self)

    def set_text(self, text: str, units: TextUnits) -> None:
        """Look in another text from now on; nothing is found in it yet."""
        self._text, self._units, self._findable = text, units, None
        self.clear()

    def look(self, words: str, origin: int | None, *, whole_words: bool = False) -> None:
        """Find all places of words and stand on the first at or after the origin, or on none."""
        if self._findable is None:
            self._findable = Findable(self._text)
        self.spans = self._findable.spans(words, whole_words=whole_words)
        self.current = None
        if origin is not None and self.spans:
            self._stand_on(bisect_left(self.spans, (origin, 0)))
        self._tell()

    def step(self, by: int, begin: Span | None = None) -> None:
        """Stand on the next (1) or the previous (-1) place, around the ends.

        While it stands on none it goes from a span of the text, or from what is in view.
        """
        if not self.spans:
            return
        if self.current is None:
            start, end = begin or self.here()
            at = bisect_left(self.spans, (start if by < 0 else end, 0)) - (by < 0)
        else:
            at = self.current + by
        self._stand_on(at)
        self._tell()

    def clear(self) -> None:
        """Look for nothing."""
        self.spans, self.current = [], None
        self._tell()

    def select(self) -> None:
        """Select the words one stands on, so that they can be marked or copied."""
        if self.current is not None:
            self._view.setTextCursor(self._cursor(*self.spans[self.current]))

    def here(self) -> Span:
        """Return what is selected, or where the caret is; the top of the view if that is away."""
        if self.is_in_view(selected := self.selected()):
            return selected
        top = self._view.cursorForPosition(QPoint(0, 0)).position()
        return self._units.to_code_points(top), self._units.to_code_points(top)

    def is_in_view(self, span: Span) -> bool:
        """Whether the words of a span are seen."""
        start, end = (self._units.to_units(at) for at in span)
        return self._view.is_in_view(start, end)

    def selected(self) -> Span:
        """Return what is selected in the text."""
        cursor = self._view.textCursor()
        ends = cursor.selectionStart(), cursor.selectionEnd()
        start, end = (self._units.to_code_points(end) for end in ends)
        return start, end

    def _stand_on(self, number: int) -> None:
        self.current = number % len(self.spans)
        span = self.spans[self.current]
        if not self.is_in_view(span):
            self._view.scroll_to(self._units.to_units(span[0]))

    def _tell(self) -> None:
        self._paint()
        self.changed.emit()

    # Painting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint what a change of size or colours brings into view."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.PaletteChange):
            self._repaint()
        return super().eventFilter(watched, event)

    def _repaint(self) -> None:
        if self.spans:
            self._painting.start()

    def _paint(self) -> None:
        selections = [self._selection(number) for number in self._in_view()]
        if selections or self._view.extraSelections():
            self._view.setExtraSelections(selections)

    def _in_view(self) -> range:
        blocks = list(self._view.visible_blocks()) if self.spans else []
        if not blocks:
            return range(0)
        (first, _), (last, _) = blocks[0], blocks[-1]
        begin = self._units.to_code_points(first.position())
        end = self._units.to_code_points(last.position() + last.length())
        # Places do not overlap: at most one before the first reaches into view.
        start = max(0, bisect_left(self.spans, (begin, 0)) - 1)
        return range(start, bisect_left(self.spans, (end, 0)))

    def _selection(self, number: int) -> QTextEdit.ExtraSelection:
        look = colours(self._view.palette())
        style = QTextCharFormat()
        ground = QColor(look.accent)
        if number == self.current:
            style.setForeground(QColor(look.on_accent))
        else:
            ground.setAlphaF(0.28)
        style.setBackground(ground)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._cursor(*self.spans[number]), style
        return made

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._units.to_units(start))
        cursor.setPosition(self._units.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
