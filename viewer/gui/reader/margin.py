"""The margin: notes and highlights beside the lines that they are about, as far as in view."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet
from viewer.gui.annotations.note_menu import remove, show_menu
from viewer.gui.reader.margin_card import Level, MarginCard
from viewer.gui.reader.margin_layout import GAP, fits, number_that_fits, placed
from viewer.gui.reader.margin_notes import MarginNote, MarginNotes
from viewer.gui.reader.marks import HIGHLIGHTS, Mark
from viewer.gui.reader.paragraphs import direction
from viewer.gui.reader.signs import sign_colour
from viewer.gui.reader.text_view import TextView
from viewer.gui.session import Session

#: Device-independent pixels: widths of the reader below which there are signs only, and of notes.
_NARROW = 560
_LEAST, _MOST, _SIGNS = 180, 320, 22
#: From the text to the notes, and from them to the edge: there the leading lines are drawn.
_LEAD, _EDGE = 14, 6


@dataclass(frozen=True, slots=True)
class _Beside:
    """A note and the line that it belongs to: its top and its middle in the margin."""

    note: MarginNote
    mark: Mark
    top: float
    middle: float


class Margin(QWidget):
    """Stands in the free room of a text view; only what is in view is laid out.

    One stop for Tab: Up and Down go from note to note, through the whole document.
    """

    record_requested = Signal(str)

    def __init__(self, session: Session, view: TextView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._notes = MarginNotes(session)
        self._cards: dict[str, MarginCard] = {}
        self._spare: list[MarginCard] = []
        self._beside: list[_Beside] = []
        self._current = ""
        self.hidden_number = 0
        self.toggle = QAction("&Notes beside the text", self)
        self.toggle.setCheckable(True)
        self.toggle.setChecked(True)
        self.toggle.toggled.connect(self.arrange)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self.setAccessibleName("Notes beside the text")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.refresh)
        session.changed.connect(self._on_changed)
        session.closed.connect(self._notes.forget)
        self.hide()

    @property
    def has_stop(self) -> bool:
        """Whether there is a note in view for the keyboard to stop at."""
        return self.isVisible() and bool(self._beside)

    # Which room there is

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text view, and of what its scroll bar leaves of it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            if watched is self._view:
                self.arrange()
            else:
                self._later.start()
        return False

    def arrange(self) -> None:
        """Take the room that there is beside the text, or none where it has no notes."""
        width = self._width()
        self._view.keep_free(*((width, 0) if self._is_mirrored() else (0, width)))
        self.setVisible(width > 0)
        self._later.start()

    def _width(self) -> int:
        if not self.toggle.isChecked() or not self._has_notes():
            return 0
        if self._view.width() < _NARROW:
            return _SIGNS
        spare = self._view.width() - self._view.widest()
        return max(_LEAST, min(_MOST, spare))

    def _has_notes(self) -> bool:
        numbers = self._view.marks.numbers
        return any(numbers[group] > 0 for group in ("annotation", *HIGHLIGHTS.values()))

    def _is_mirrored(self) -> bool:
        """Whether the text reads from the right, so that its notes stand at its left."""
        block = self._view.document().firstBlock()
        while block.isValid() and not block.text().strip():
            block = block.next()
        return block.isValid() and direction(block) == Qt.LayoutDirection.RightToLeft

    def _place(self) -> QRect:
        text = self._view.viewport().geometry()
        bar = self._view.verticalScrollBar()
        right = bar.x() if bar.isVisible() and bar.x() > text.x() else self._view.width()
        left = bar.geometry().right() + 1 if bar.isVisible() and bar.x() < text.x() else 0
        if self._is_mirrored():
            return QRect(left, text.y(), text.left() - left, text.height())
        return QRect(text.right() + 1, text.y(), right - text.right() - 1, text.height())

    # What stands in it

    def refresh(self) -> None:
        """Lay out the notes of what is in view."""
        if not self.toggle.isChecked() or not self.isVisible():
            self._show([])
            return
        mirrored = self._is_mirrored()
        sides = Qt.LayoutDirection
        self.setLayoutDirection(sides.RightToLeft if mirrored else sides.LeftToRight)
        self.setGeometry(self._place())
        self._show(list(self._in_view()))

    def _in_view(self) -> Iterator[_Beside]:
        view, height = self._view, self._view.viewport().height()
        for block, at in view.visible_blocks():
            begin, layout = block.position(), block.layout()
            for mark in view.marks.beginning(begin, begin + block.length()):
                line = layout.lineForTextPosition(mark.start - begin)
                top = at.y() + line.y()
                if top + line.height() <= 0 or top >= height:
                    continue
                for note in self._notes_of(mark):
                    yield _Beside(note, mark, top, top + line.height() / 2)

    def _notes_of(self, mark: Mark) -> list[MarginNote]:
        ids = (id for kind, id in mark.records if kind == "annotation")
        found = (self._notes.get(id) for id in ids)
        return [n for n in found if n is not None and n.group not in self._view.hidden]

    def _show(self, beside: list[_Beside]) -> None:
        cards = self._take_cards(beside)
        level, heights = self._level(cards)
        number = number_that_fits(heights, self.height())
        self.hidden_number = len(cards) - number
        self._beside = beside[:number]
        tops = placed([b.top for b in self._beside], heights[:number], self.height())
        room = self._room(level)
        for card, top, height in zip(cards, tops, heights, strict=False):
            card.level = level
            card.setGeometry(
                QRect(QPoint(room.x(), round(top)), QSize(room.width(), round(height)))
            )
            card.show()
        for card in cards[number:]:
            card.hide()
        self._let_tab_in()
        self.update()

    def _room(self, level: Level) -> QRect:
        if level is Level.SIGN:
            return QRect((self.width() - 16) // 2, 0, 16, 0)
        width = min(self.width() - _LEAD - _EDGE, _MOST)
        left = self.width() - _LEAD - width if self._is_mirrored() else _LEAD
        return QRect(left, 0, width, 0)

    def _level(self, cards: list[MarginCard]) -> tuple[Level, list[float]]:
        """Return the level at which all notes fit, or the last one."""
        heights: list[float] = []
        levels = [Level.SIGN] if self.width() < _LEAST else [Level.FULL, Level.SHORT, Level.LINE]
        for level in levels:
            least = [card.least_height(level) for card in cards]
            if level != levels[-1] and not fits(least, self.height()):
                continue
            width = self._room(level).width()
            heights = [card.height_at(level, width) for card in cards]
            if fits(heights, self.height()):
                return level, heights
        return levels[-1], heights

    def _take_cards(self, beside: list[_Beside]) -> list[MarginCard]:
        """Return a card for each note: the one that shows it already, or a spare one."""
        wanted = {each.note.id for each in beside}
        for id in [id for id in self._cards if id not in wanted]:
            self._put_away(self._cards.pop(id))
        for each in beside:
            if each.note.id not in self._cards:
                self._cards[each.note.id] = self._spare.pop() if self._spare else self._new_card()
            self._cards[each.note.id].show_note(each.note)
        return [self._cards[each.note.id] for each in beside]

    def _put_away(self, card: MarginCard) -> None:
        if card.hasFocus():
            self._view.setFocus()
        card.hide()
        self._spare.append(card)

    def _new_card(self) -> MarginCard:
        card = MarginCard(self)
        card.clicked.connect(lambda: self._open(card))
        card.step_requested.connect(lambda by: self._step(card, by))
        card.deletion_requested.connect(lambda: remove(self._session, _id(card)))
        card.left.connect(self._view.setFocus)
        card.customContextMenuRequested.connect(
            lambda at: show_menu(self._session, _id(card), self, card.mapToGlobal(at))
        )
        return card

    def _on_changed(self, change_set: ChangeSet) -> None:
        if self._notes.forget(change_set):
            self._later.start()

    # Keyboard and mouse

    def _let_tab_in(self) -> None:
        """Let Tab stop at one card: the one that was used last, or the first."""
        shown = [each.note.id for each in self._beside]
        stop = self._current if self._current in shown else next(iter(shown), "")
        for id, card in self._cards.items():
            policy = Qt.FocusPolicy.StrongFocus if id == stop else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)

    def _open(self, card: MarginCard) -> None:
        self._stand_on(_id(card))
        self.record_requested.emit(_id(card))

    def _stand_on(self, id: str) -> None:
        self._current = id
        self._view.current = next((b.mark for b in self._beside if b.note.id == id), None)
        self._view.viewport().update()
        self._let_tab_in()

    def _step(self, card: MarginCard, by: int) -> None:
        """Give the keyboard to the next note, scrolling there."""
        shown = [each.note.id for each in self._beside]
        at = shown.index(_id(card)) + by
        id = shown[at] if 0 <= at < len(shown) else self._beyond(by)
        if id in self._cards:
            self._stand_on(id)
            self._cards[id].setFocus()

    def _beyond(self, by: int) -> str:
        """Scroll to the next passage with a note and return that note."""
        marks = self._view.marks
        edge = self._beside[-1 if by > 0 else 0].mark
        number = marks.number_of(edge.passage_id)
        while number is not None and 0 <= number + by < len(marks):
            number += by
            notes = self._notes_of(marks[number])
            if notes:
                self._view.scroll_to(marks[number].start)
                self.refresh()
                return notes[0 if by > 0 else -1].id
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        self._view.wheelEvent(event)

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw a line from each note to the line of text that it is about."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._beside:
            card = self._cards[each.note.id]
            if card.level is not Level.SIGN:
                self._paint_lead(painter, each, card)

    def _paint_lead(self, painter: QPainter, each: _Beside, card: MarginCard) -> None:
        colour = sign_colour(each.note.colour, self.palette())
        colour.setAlphaF(0.7)
        painter.setPen(QPen(colour, 1.2))
        middle = card.y() + min(card.height() / 2, 12 + GAP)
        outer = card.geometry().right() + 1 if self._is_mirrored() else card.x()
        inner = self.width() if self._is_mirrored() else 0
        step = -4 if self._is_mirrored() else 4
        painter.drawPolyline(
            [
                QPointF(inner, each.middle),
                QPointF(inner + step, each.middle),
                QPointF(outer - step, middle),
                QPointF(outer, middle),
            ]
        )


def _id(card: MarginCard) -> str:
    return card.note.id if card.note is not None else ""
