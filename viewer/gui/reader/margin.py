"""The margin: notes and highlights beside the lines that they are about, as far as in view."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet
from viewer.gui.annotations.note_menu import remove, show_menu
from viewer.gui.reader.margin_card import Level, MarginCard
from viewer.gui.reader.margin_drawing import LEAD, MORE, draw_lead, draw_more
from viewer.gui.reader.margin_layout import fits, number_that_fits, placed
from viewer.gui.reader.margin_notes import MarginNote, MarginNotes
from viewer.gui.reader.margin_room import LEAST, MOST, is_mirrored, place_beside, width_beside
from viewer.gui.reader.marks import Mark
from viewer.gui.reader.text_view import TextView
from viewer.gui.session import Session

#: Device-independent pixels from the notes to the edge.
_EDGE = 6


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
        self._mirrored = False
        #: Notes in view for which there is no room.
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
        session.closed.connect(self._forget)
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
        width = width_beside(self._view) if self.toggle.isChecked() else 0
        self._mirrored = is_mirrored(self._view)
        self._view.keep_free(*((width, 0) if self._mirrored else (0, width)))
        self.setVisible(width > 0)
        self._later.start()

    # What stands in it

    def refresh(self) -> None:
        """Lay out the notes of what is in view."""
        if not self.toggle.isChecked() or not self.isVisible():
            self._show([])
            return
        sides = Qt.LayoutDirection
        self.setLayoutDirection(sides.RightToLeft if self._mirrored else sides.LeftToRight)
        self.setGeometry(place_beside(self._view))
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
        room_below = self.height() if fits(heights, self.height()) else self.height() - MORE
        number = number_that_fits(heights, room_below)
        self.hidden_number = len(cards) - number
        self._beside = beside[:number]
        tops = placed([b.top for b in self._beside], heights[:number], room_below)
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
        width = min(self.width() - LEAD - _EDGE, MOST)
        left = self.width() - LEAD - width if self._mirrored else LEAD
        return QRect(left, 0, width, 0)

    def _level(self, cards: list[MarginCard]) -> tuple[Level, list[float]]:
        """Return the level at which all notes fit, or the last one."""
        heights: list[float] = []
        levels = [Level.SIGN] if self.width() < LEAST else [Level.FULL, Level.SHORT, Level.LINE]
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

    def _forget(self) -> None:
        """Keep no word of a case that was closed."""
        self._notes.forget()
        self._show([])
        for card in self._spare:
            card.deleteLater()
        self._spare.clear()

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
        """Draw a line from each note to its line of text, and count what found no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.width() if self._mirrored else 0
        for each in self._beside:
            card = self._cards[each.note.id]
            if card.level is not Level.SIGN:
                at, colour = QPointF(inner, each.middle), each.note.colour
                draw_lead(painter, at, card.geometry(), colour, self.palette())
        if self.hidden_number:
            draw_more(painter, self.rect(), self.hidden_number, self.palette())


def _id(card: MarginCard) -> str:
    return card.note.id if card.note is not None else ""
