"""The words that speak of a field, as links into their document."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.records import Document, Evidence, Passage
from viewer.domain.text import shortened
from viewer.domain.vocabularies import vocabulary
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.store import CaseFile

#: What stands beside the words, so that the stance is read and not guessed from a colour.
_SIGNS = {"supports": "check", "contradicts": "close", "mentions": "passage"}
#: Pieces of evidence of one field that are shown.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Words:
    """One piece of evidence as it is shown."""

    evidence_id: str
    passage_id: str
    stance: str
    text: str
    #: Its title; empty when the case has only this one.
    document: str
    note: str


def words_by_field(case: CaseFile, record_id: str) -> dict[str, list[Words]]:
    """Return the evidence of a record by field; that of the record as a whole under ""."""
    found: dict[str, list[Words]] = {}
    titles: dict[str, str] = {}
    several = case.total("document") > 1
    for evidence in case.where(Evidence, record_id=record_id):
        found.setdefault(evidence.field, []).append(_words(case, evidence, titles, several))
    return found


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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Words] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def show_words(self, words: list[Words]) -> None:
        """Show pieces of evidence, unless they are there already."""
        if words == self._shown:
            return
        self._shown = words
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for each in words[:_MOST]:
            self._layout.addWidget(self._link(each))
        if len(words) > _MOST:
            self._layout.addWidget(label(f"and {len(words) - _MOST:,} more", "quiet"))
        self.setVisible(bool(words))

    def _link(self, words: Words) -> LinkLine:
        stance = vocabulary("stance").label(words.stance)
        text = words.text if words.stance == "supports" else f"{stance}: {words.text}"
        link = LinkLine(text, words.document, _SIGNS[words.stance])
        link.setAccessibleDescription(f"{stance}. {words.note}".strip())
        link.add_tip(stance, words.note)
        link.clicked.connect(lambda: self.passage_requested.emit(words.passage_id))
        return link
