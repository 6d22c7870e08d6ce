"""Choosing words of a document: select them in its text, or type or paste them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.marking import passage_for, trimmed
from viewer.domain.records import Document, Passage
from viewer.domain.text import normalised, occurrences
from viewer.errors import InvalidRecordError
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.editors.text import GrowingText
from viewer.gui.labels import label
from viewer.gui.reader.text_view import TextView
from viewer.gui.selection import Selection
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits
from viewer.store import ListQuery


class WordsPicker(QWidget):
    """Gives the passage of the chosen words; they must stand in the document exactly so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._units = TextUnits("")
        #: Where the words were selected, in code points; None when they were typed.
        self._span: tuple[int, int] | None = None
        self.document = ReferenceEditor(session, ("document",), optional=False)
        self.document.set_name("Document")
        self.document.stay_here()
        self.text = TextView()
        self.text.setMinimumHeight(190)
        self.text.setAccessibleName("Text of the document: select the words")
        self.words = GrowingText()
        self.words.setAccessibleName("Words")
        self.words.setPlaceholderText("Select the words above, or paste them")
        self._lay_out()
        self.document.finished.connect(self._load)
        self.text.selectionChanged.connect(self._take_selection)
        self.words.textChanged.connect(self._forget_selection)
        self._begin()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label("Document", "quiet"))
        layout.addWidget(self.document)
        layout.addWidget(self.text, 1)
        layout.addWidget(label("Words", "quiet"))
        layout.addWidget(self.words)

    def _begin(self) -> None:
        """Take the document of a case that has only one."""
        rows = self._session.case.page(ListQuery("document"), limit=2)
        self.show_document(rows[0].id if len(rows) == 1 else None)

    def show_document(self, document_id: str | None) -> None:
        """Show the text of a document, to select words in it."""
        self.document.set_value(document_id)
        self._load()

    def take(self, selection: Selection) -> None:
        """Begin with the words that are selected in the reader."""
        if selection.document is None or selection.is_empty:
            return
        self.show_document(selection.document.id)
        cursor = self.text.textCursor()
        cursor.setPosition(self._units.to_units(selection.start))
        cursor.setPosition(self._units.to_units(selection.end), cursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def passage(self) -> tuple[Passage, ChangeSet]:
        """Return the passage and what adds it, perhaps nothing; raises `InvalidRecordError`."""
        if self._document is None or self._document.id != self.document.value():
            self._load()
        document = self._document
        if document is None:
            raise InvalidRecordError("Choose the document in which the words stand.")
        return passage_for(self._session.case, document, *(self._span or self._found(document)))

    def _found(self, document: Document) -> tuple[int, int]:
        words = normalised(self.words.toPlainText()).strip()
        if not words:
            raise InvalidRecordError("Select the words in the document, or paste them.")
        places = list(occurrences(document.text, words))
        if not places:
            raise InvalidRecordError(
                "These words do not stand in the document, letter by letter. "
                "Select them in its text."
            )
        if len(places) > 1:
            raise InvalidRecordError(
                f"These words stand {len(places)} times in the document. "
                "Select the ones that are meant in its text."
            )
        return places[0], places[0] + len(words)

    def _load(self) -> None:
        try:
            document_id = self.document.value()
        except InvalidRecordError:
            return
        if document_id is None or (self._document and self._document.id == document_id):
            return
        self._document = self._session.case.get(Document, document_id)
        self._units = TextUnits(self._document.text)
        self.text.set_text(self._document.text)

    def _take_selection(self) -> None:
        cursor = self.text.textCursor()
        if self._document is None or not cursor.hasSelection():
            return
        start = self._units.to_code_points(cursor.selectionStart())
        end = self._units.to_code_points(cursor.selectionEnd())
        start, end = trimmed(self._document.text, start, end)
        if start < end:
            self.words.setPlainText(self._document.text[start:end])
            self._span = (start, end)

    def _forget_selection(self) -> None:
        self._span = None
