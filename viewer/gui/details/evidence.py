"""The words that speak of a field, as links into their document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from viewer.domain import values
from viewer.domain.claims import Judgement, Piece, claim_of, judgement
from viewer.domain.fields import NamedField
from viewer.domain.records import Document, Passage, Record, field_of
from viewer.domain.text import shortened
from viewer.errors import InvalidRecordError
from viewer.gui.details.contest import Contest
from viewer.gui.details.words_row import Words, WordsRow
from viewer.gui.emptying import empty
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
    pieces: tuple[Piece, ...] = ()

    @property
    def is_contested(self) -> bool:
        """Whether some words say otherwise than the record."""
        return any(piece.contradicts for piece in self.pieces)


NO_WORDS = FieldWords((), 0)


def words_by_field(case: CaseFile, record_id: str) -> dict[str, FieldWords]:
    """Return the evidence of a record by field; that of the record as a whole under ""."""
    record = case.find(record_id)
    pieces: dict[str, list[Piece]] = {}
    for piece in case.pieces(record_id, _READ) if record is not None else ():
        pieces.setdefault(piece.evidence.field, []).append(piece)
    reading = _Reading(case, record.kind if record is not None else "")
    return {field: reading.of(field, found) for field, found in pieces.items()}


def joined(found: Iterable[FieldWords]) -> FieldWords:
    """Return the evidence of several fields as one."""
    parts = tuple(found)
    words = tuple(each for part in parts for each in part.words)
    return FieldWords(words, sum(part.total for part in parts))


def stands(record: Record, field: str, found: dict[str, FieldWords]) -> Judgement | None:
    """Return how a field of a record stands by its evidence; None where it states nothing."""
    claim = claim_of(record.kind, field)
    pieces = [piece for words in found.values() for piece in words.pieces]
    return judgement(claim, record, pieces) if claim is not None else None


class _Reading:
    """Reads each document's title once, and only of words that are shown."""

    def __init__(self, case: CaseFile, kind: str) -> None:
        self._case, self._kind = case, kind
        self._titles: dict[str, str] = {}
        self._several = case.count(ListQuery("document")) > 1

    def of(self, field: str, pieces: list[Piece]) -> FieldWords:
        # What contradicts is shown however many words support.
        first = sorted(pieces, key=lambda piece: not piece.contradicts)[:_MOST]
        shown = [piece for piece in pieces if piece in first]
        named = self._several or any(piece.contradicts for piece in pieces)
        spec = field_of(self._kind, field) if field else None
        words = tuple(self._words(piece, spec, named) for piece in shown)
        return FieldWords(words, len(pieces), tuple(pieces))

    def _words(self, piece: Piece, field: NamedField | None, named: bool) -> Words:
        evidence = piece.evidence
        passage = self._case.get(Passage, evidence.passage_id)
        value, is_read = self._value(field, evidence.value)
        return Words(
            evidence.id,
            passage.id,
            evidence.stance,
            f"“{shortened(passage.exact, 120)}”",
            self._title(piece.document_id) if named else "",
            evidence.note,
            value,
            is_read,
        )

    def _value(self, field: NamedField | None, text: str) -> tuple[str, bool]:
        if field is None or not text:
            return text, False
        try:
            return values.said(self._case, field, values.read(self._case, field, text)), True
        except InvalidRecordError:
            return text, False

    def _title(self, document_id: str) -> str:
        if document_id not in self._titles:
            self._titles[document_id] = self._case.get(Document, document_id).title
        return self._titles[document_id]


class EvidenceLinks(QWidget):
    """Links of the pieces of evidence of one field; where words disagree, value by value."""

    passage_requested = Signal(str)
    record_requested = Signal(str)
    #: The id of the evidence whose value the record is to have.
    value_taken = Signal(str)
    #: The id of evidence of which the user wants to say what its words give instead.
    value_wanted = Signal(str)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, asks_values: bool = False
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._asks_values = asks_values
        self._shown: tuple[FieldWords, str] | None = None
        #: What is shown, from above.
        self.rows: list[WordsRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def show_words(self, found: FieldWords, held: str = "") -> None:
        """Show pieces of evidence, unless they are there already.

        `held` is what the record says, for words that contradict it to stand beside.
        """
        if (found, held) == self._shown:
            return
        self._shown = (found, held)
        focused = self._focused_row()
        empty(self._layout)
        self.rows = [self._row(each) for each in found.words]
        for widget in self._parts(found, held):
            self._layout.addWidget(widget)
        self._order(stop for row in self.rows for stop in row.stops)
        self.setVisible(bool(found.total))
        if focused is not None:
            self._give_focus(focused)

    def _parts(self, found: FieldWords, held: str) -> Iterator[QWidget]:
        if found.is_contested and self._asks_values:
            contest = Contest(held, self.rows, may_take=not self._session.read_only)
            contest.value_taken.connect(self.value_taken)
            self.rows = contest.rows
            yield contest
        else:
            yield from self.rows
        hidden = found.total - len(found.words)
        if hidden:
            yield label(f"and {hidden:,} more", "quiet")

    def _order(self, stops: Iterable[QWidget]) -> None:
        """Let Tab go through the words after the field of which they speak."""
        before = self.previousInFocusChain()
        while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
            if before is self:
                return
        if before is None:
            return
        for one, next_one in pairwise((before, *stops)):
            QWidget.setTabOrder(one, next_one)

    def _focused_row(self) -> int | None:
        """Return the row in which the keyboard is; the first one where it is beside a value."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        return next((n for n, row in enumerate(self.rows) if row.isAncestorOf(focused)), 0)

    def _give_focus(self, place: int) -> None:
        """Go on from the row that is now in that place, or else from what the words speak of."""
        rows: list[WordsRow] = self.rows
        widget = rows[min(place, len(rows) - 1)] if rows else self.parentWidget()
        if widget is not None:
            widget.setFocus()

    def _row(self, words: Words) -> WordsRow:
        row = WordsRow(self._session, words, asks_value=self._asks_values)
        row.passage_requested.connect(self.passage_requested)
        row.record_requested.connect(self.record_requested)
        row.value_wanted.connect(self.value_wanted)
        return row
