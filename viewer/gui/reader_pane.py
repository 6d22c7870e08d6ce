"""The reader: a document's text with every passage marked by what it is used for."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.marking import Marked
from viewer.domain.records import Document, Passage
from viewer.gui.marking.tools import MarkingTools
from viewer.gui.reader.behind import Behind
from viewer.gui.reader.beside import Beside
from viewer.gui.reader.find_bar import FindBar
from viewer.gui.reader.header import ReaderHeader
from viewer.gui.reader.legend import Legend
from viewer.gui.reader.margin import Margin
from viewer.gui.reader.marking import Marking
from viewer.gui.reader.marks import Mark
from viewer.gui.reader.nothing import NothingRead
from viewer.gui.reader.place import Place
from viewer.gui.reader.pointing import Pointing
from viewer.gui.reader.suggesting import Suggesting
from viewer.gui.reader.text_view import TextView
from viewer.gui.review.correcting import Correcting
from viewer.gui.selection import Selection
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits

#: The id of a document, "" for none, and the position (UTF-16 units) that is at the top.
Reading = tuple[str, int]
#: Pixels below which the legend keeps to one line.
_LOW = 260
_ANY_HEIGHT = 16_777_215


class ReaderPane(QWidget):
    """Shows one document. A click on a mark, or Enter, leads to the record behind it."""

    record_requested = Signal(str)
    #: The id of the document in which persons, events, quotes … are to be found.
    suggestions_requested = Signal(str)

    def __init__(
        self, session: Session, selection: Selection | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._units = TextUnits("")
        self.marking = Marking(session, self)
        self.header = ReaderHeader()
        self.legend = Legend()
        self.view = TextView()
        self.place = Place(self.view)
        self.find_bar = FindBar(self.view, self)
        self.margin = Margin(session, self.view)
        self.pointing = Pointing(self.view)
        self.behind = Behind(session, self.view)
        self.tools = MarkingTools(
            session, selection or Selection(self), self.view, self.behind, self
        )
        self.suggesting = Suggesting(session, self.view)
        self.correcting = Correcting(session, self.suggesting.review, self.tools.marker, self.view)
        self.beside = Beside(session, self.view)
        self._empty = NothingRead(session)
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(12, 8, 12, 4)
        top.setSpacing(4)
        top.addWidget(self.header)
        top.addWidget(self.legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addWidget(self.beside, 1)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._empty, 1)
        self.setAccessibleName("Reader")
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.pointing.clicked.connect(self._on_click)
        self.pointing.suggestion_clicked.connect(self.suggesting.choose)
        self.pointing.suggestion_rested.connect(self.suggesting.tell)
        self.suggesting.changed.connect(self._show_marks)
        self.suggesting.wanted.connect(self._show_suggestion)
        self.tools.actions.suggest.triggered.connect(
            lambda: self.suggestions_requested.emit(self.document_id)
        )
        self.header.suggest.setDefaultAction(self.tools.actions.suggest)
        self.pointing.rested.connect(self.behind.tell)
        self.pointing.opening_requested.connect(self._open_current)
        self.behind.record_requested.connect(self.record_requested)
        self.tools.made.connect(self._on_made)
        self.tools.actions.step_requested.connect(self.step)
        self.header.step_requested.connect(self.step)
        self.header.document_requested.connect(self._ask_for_document)
        self.header.original.toggled.connect(self.beside.show_original)
        self.beside.page_changed.connect(self.header.show_page)
        self.legend.hidden_changed.connect(self._hide_groups)
        self.margin.record_requested.connect(self.record_requested)
        self.marking.changed.connect(self._show_marks)
        self.place.stood.connect(self.beside.turn_to)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self.clear)
        self._session.closed.connect(self.find_bar.forget)

    @property
    def document_id(self) -> str:
        """The id of the document that is shown; "" when there is none."""
        return self._document.id if self._document is not None else ""

    def show_document(self, document_id: str) -> None:
        """Show a document from its beginning, unless it is shown already."""
        self._show_document(document_id, 0)

    def _show_document(self, document_id: str, at: int) -> None:
        if document_id == self.document_id:
            return
        document = self._session.case.get(Document, document_id)
        self.place.leave()
        self._document = document
        self._units = TextUnits(document.text)
        self._show_parts(True)
        self.view.set_text(document.text)
        self.beside.show_document(document, self._units)
        self.find_bar.set_text(document.text, self._units)
        self.view.setAccessibleName(f"Text of {document.title}")
        self.header.show_document(document)
        self.tools.show_document(document, self._units)
        self.suggesting.show_document(document.id, self._units)
        self.marking.begin(document, self._units, at)

    def show_passage(self, passage_id: str) -> None:
        """Show a passage in its document: scroll to it and let it glow."""
        passage = self._session.case.get(Passage, passage_id)
        self._show_document(passage.document_id, passage.start)
        mark = self.marking.mark_of(passage)
        if mark is not None:
            self.place.stand_on(mark)

    def _show_suggestion(self, document_id: str) -> None:
        """Show the words of the suggestion that is looked at, and let them glow."""
        proposal = self.suggesting.review.current
        if proposal is not None:
            self._show_document(document_id, proposal.spans[0][0])
        mark = self.suggesting.current()
        if mark is not None:
            self.place.stand_on(mark)

    def takes_find(self, *, alone: bool) -> bool:
        """Whether words are to be found here: it has the keyboard, or is alone with a document."""
        focused = self.window().focusWidget()
        has_keyboard = focused is not None and self.isAncestorOf(focused)
        return self.isVisible() and bool(self.document_id) and (alone or has_keyboard)

    @property
    def reading(self) -> Reading:
        """Which document is shown, and from where on."""
        return self.document_id, self.view.top

    def come_back(self, reading: Reading) -> None:
        """Show a document again as it was left; nothing where it is gone."""
        document_id, top = reading
        if not document_id or self._session.case.find(document_id) is None:
            return
        self._show_document(document_id, self._units.to_code_points(top))
        self.view.go_to_top(top)

    def clear(self) -> None:
        """Show nothing."""
        self.place.leave()
        self._document = None
        self.marking.stop()
        self.header.clear()
        self.view.set_text("")
        self.view.setAccessibleName("Text")
        self.beside.show_document(None, TextUnits(""))
        self.find_bar.set_text("", TextUnits(""))
        self.tools.show_document(None, TextUnits(""))
        self.suggesting.show_document("", TextUnits(""))
        self._show_parts(False)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) passage, around the ends."""
        marks, current = self.view.marks, self.view.current
        number = marks.number_of(current.passage_id) if current is not None else None
        if number is None:
            begin = self.view.cursorForPosition(QPoint(0, 0)).position()
            number = marks.first_from(begin) - (by > 0)
        for distance in range(1, len(marks) + 1):
            at = number + by * distance
            if not self.marking.is_whole and not 0 <= at < len(marks):
                return
            if self.view.is_shown(mark := marks[at % len(marks)]):
                self.view.put_caret(mark.start)
                self.place.stand_on(mark)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the text where there is little."""
        is_low = event.size().height() < _LOW
        line = self.legend.samples["person"].sizeHint().height()
        self.legend.setMaximumHeight(line if is_low else _ANY_HEIGHT)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go where a passage was asked for while nothing could be seen."""
        super().showEvent(event)
        self.place.catch_up()

    def _show_parts(self, shown: bool) -> None:
        self._top.setVisible(shown)
        self.beside.setVisible(shown)
        self._empty.setVisible(not shown)
        if (layout := self.layout()) is not None:
            layout.activate()  # so that the text is laid out in the width that it has

    def _show_marks(self) -> None:
        marks = self.marking.marks
        self.view.set_marks(marks)
        self.margin.arrange()
        self.legend.show_marks(marks, self.view.suggested)
        self.header.show_count(self.marking.total)

    def _hide_groups(self, groups: frozenset[str]) -> None:
        self.view.hidden = groups
        self.margin.refresh()
        self.view.viewport().update()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if self._document is None:
            return
        for change in change_set.changes:
            if change.id == self.document_id:
                self._on_document_changed(change.after)
        top = self.view.cursorForPosition(QPoint(0, 0)).position()
        self.marking.follow(change_set, self._units.to_code_points(top))

    def _on_document_changed(self, after: object) -> None:
        if isinstance(after, Document):
            self._document = after
            self.header.show_document(after)
        else:
            self.clear()

    def _ask_for_document(self) -> None:
        self.record_requested.emit(self.document_id)

    # What is behind the marks

    def _open_current(self) -> None:
        marks = self._marks_at_caret()
        if marks:
            self._point_at(marks)
            point = self.view.point_of(marks[0].start)
            self.behind.open(marks, self.view.viewport().mapToGlobal(point))

    def _marks_at_caret(self) -> list[Mark]:
        """Return the mark that the keys stand on first, and all others over the caret."""
        caret, current = self.view.textCursor().position(), self.view.current
        found = [mark for mark in self.view.marks.at(caret) if self.view.is_shown(mark)]
        if current is None or (found and not current.start <= caret <= current.end):
            return found
        return [current, *(mark for mark in found if mark.passage_id != current.passage_id)]

    def _on_click(self, marks: list[Mark], point: QPoint) -> None:
        self._point_at(marks)
        self.behind.open_clicked(marks, point)

    def _point_at(self, marks: list[Mark]) -> None:
        if marks:
            self.view.current = marks[0]
            self.view.viewport().update()

    # What is made of selected words

    def _on_made(self, marked: Marked) -> None:
        """Show where the words are marked now, and what they are; the text keeps the keyboard."""
        self.tools.let_go()
        mark = self.marking.mark_of(self._session.case.get(Passage, marked.passage_id))
        if mark is not None:
            self.place.stand_on(mark)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.record_requested.emit(marked.record_id)
