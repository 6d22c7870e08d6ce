"""The words that speak of a field, as links into their document."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from viewer.domain.records import Document, Evidence, Passage
from viewer.domain.text import shortened
from viewer.gui.details.words_row import Words, WordsRow
from viewer.gui.labels import label
from viewer.gui.session import Session
from viewer.store import CaseFile, ListQuery

#: Pieces of evidence of one field that are shown.
_MOST = 12
#: Pieces of evidence of one record that are looked at.
_READ = 1000


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The evidence of one field: what is shown of it, and how much there is."""

    words: tuple[Words, ...]
    total: int


NO_WORDS = FieldWords((), 0)


def words_by_field(case: CaseFile, record_id: str) -> dict[str, FieldWords]:
    """Return the evidence of a record by field; that of the record as a whole under ""."""
    pieces: dict[str, list[Evidence]] = {}
    for evidence in case.where(Evidence, limit=_READ, record_id=record_id):
        pieces.setdefault(evidence.field, []).append(evidence)
    titles: dict[str, str] = {}
    several = case.count(ListQuery("document")) > 1
    return {
        field: FieldWords(
            tuple(_words(case, each, titles, several) for each in found[:_MOST]), len(found)
        )
        for field, found in pieces.items()
    }


def joined(found: Iterable[FieldWords]) -> FieldWords:
    """Return the evidence of several fields as one."""
    parts = tuple(found)
    words = tuple(each for part in parts for each in part.words)
    return FieldWords(words, sum(part.total for part in parts))


def _words(case: CaseFile, evidence: Evidence, titles: dict[str, str], several: bool) -> Words:
    passage = case.get(Passage, evidence.passage_id)
    if passage.document_id not in titles:
        titles[passage.document_id] = case.get(Document, passage.document_id).title
    return Words(
        evidence.id,
        passage.id,
        evidence.stance,
        f"“{shortened(passage.exact, 120)}”",
        titles[passage.document_id] if several else "",
        evidence.note,
    )


class EvidenceLinks(QWidget):
    """Links of the pieces of evidence of one field."""

    passage_requested = Signal(str)
    record_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: FieldWords | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def show_words(self, found: FieldWords) -> None:
        """Show pieces of evidence, unless they are there already."""
        if found == self._shown:
            return
        self._shown = found
        focused = self._focused_row()
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for each in found.words:
            self._layout.addWidget(self._row(each))
        hidden = found.total - len(found.words)
        if hidden:
            self._layout.addWidget(label(f"and {hidden:,} more", "quiet"))
        self.setVisible(bool(found.total))
        if focused is not None:
            self._give_focus(focused)

    def _focused_row(self) -> int | None:
        """Return the row in which the keyboard is."""
        focused = QApplication.focusWidget()
        row = focused.parentWidget() if focused is not None else None
        place = self._layout.indexOf(row) if row is not None else -1
        return place if place >= 0 else None

    def _give_focus(self, place: int) -> None:
        """Go on from the row that is now in that place, or else from what the words speak of."""
        item = self._layout.itemAt(min(place, self._layout.count() - 1))
        widget = item.widget() if item is not None else self.parentWidget()
        if widget is not None:
            widget.setFocus()

    def _row(self, words: Words) -> WordsRow:
        row = WordsRow(self._session, words)
        row.passage_requested.connect(self.passage_requested)
        row.record_requested.connect(self.record_requested)
        return row
