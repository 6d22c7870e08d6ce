"""The head of the details: what kind of record it is, what it is called, how it is protected."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from viewer.domain.records import Passage, Person, Quote, Record
from viewer.domain.titles import title, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.gui.details.badge import Badge
from viewer.gui.icons import icon, kind_icon
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

_ICON = 22
#: From so many code points on, words are set smaller.
_LONG = 160


class Header(QWidget):
    """Kind, title and, of a quote or passage, its words in full with the way to its document."""

    passage_requested = Signal(str)
    record_requested = Signal(str)
    deletion_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_kind = ""
        self._icon = QLabel()
        self._kind = label("", "quiet")
        self._title = label("", "heading", selectable=True)
        self._badge = Badge()
        self.delete = QToolButton()
        self.delete.setIcon(icon("delete"))
        self.delete.setToolTip("Delete this record…")
        self.delete.setAccessibleName("Delete this record")
        self.delete.clicked.connect(self.deletion_requested)
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._kind, 1)
        top.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._title)
        layout.addWidget(self._badge)
        layout.addLayout(self._links)

    def show_record(self, session: Session, record: Record) -> None:
        """Show what a record is called now."""
        self._record_kind = record.kind
        self._icon.setPixmap(kind_icon(record.kind).pixmap(_ICON, _ICON))
        self._kind.setText(record.labels[0])
        self._show_words(_words(session, record))
        self._badge.say(_badge(record))
        self.delete.setVisible(not session.read_only and record.kind != "case")
        self._show_links(session, record)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette: the icon is drawn in the colour of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._record_kind:
            self._icon.setPixmap(kind_icon(self._record_kind).pixmap(_ICON, _ICON))

    def _show_words(self, words: str) -> None:
        self._title.setText(words)
        look = "heading" if len(words) < _LONG else "subheading"
        if self._title.property("look") != look:
            self._title.setProperty("look", look)
            self._title.style().polish(self._title)

    def _show_links(self, session: Session, record: Record) -> None:
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if isinstance(record, Quote) and record.speaker_id:
            speaker_id = record.speaker_id
            said = LinkLine(title_of(session.case, speaker_id), "Speaker", "person")
            said.clicked.connect(lambda: self.record_requested.emit(speaker_id))
            self._links.addWidget(said)
        if isinstance(record, Quote | Passage):
            passage_id = record.passage_id if isinstance(record, Quote) else record.id
            show = LinkLine("Show in document", _document(session, passage_id), "document")
            show.clicked.connect(lambda: self.passage_requested.emit(passage_id))
            self._links.addWidget(show)


def _words(session: Session, record: Record) -> str:
    if isinstance(record, Quote):
        return f"“{session.case.get(Passage, record.passage_id).exact}”"
    if isinstance(record, Passage):
        return f"“{record.exact}”"
    return title(session.case, record)


def _document(session: Session, passage_id: str) -> str:
    return title_of(session.case, session.case.get(Passage, passage_id).document_id)


def _badge(record: Record) -> str:
    protection = getattr(record, "protection", "public")
    if protection == "public":
        return ""
    name = "protection" if isinstance(record, Person) else "item_protection"
    return f"Protected: {vocabulary(name).label(protection).lower()}"
