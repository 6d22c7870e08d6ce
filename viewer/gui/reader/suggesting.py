"""The open suggestions in the text: where they are, which one is looked at, which is clicked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QToolTip

from viewer.domain.accepting import Proposal
from viewer.domain.finding import Span
from viewer.gui.plain import tool_tip
from viewer.gui.reader.marks import Mark, Marks, group_of
from viewer.gui.reader.text_view import TextView
from viewer.gui.review.state import review_of
from viewer.gui.review.words import kind_name, kind_of
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits


class Suggesting(QObject):
    """Keeps the dashed marks of one text view as the review has them."""

    #: There are other dashed marks, or none.
    changed = Signal()
    #: The user looks at a suggestion of the document with this id.
    wanted = Signal(str)
    #: The user wants to see one in the list.
    chosen = Signal()

    def __init__(self, session: Session, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._document_id = ""
        self._units = TextUnits("")
        #: The marks of each suggestion by key and spans: of very many, few change at a time.
        self._known: dict[tuple[str, tuple[Span, ...]], list[Mark]] = {}
        self.review = review_of(session)
        self.review.changed.connect(self._on_changed)
        self.review.moved.connect(self._follow)

    def show_document(self, document_id: str, units: TextUnits) -> None:
        """Mark what is suggested for another document from now on; for none with ""."""
        self._document_id, self._units, self._known = document_id, units, {}
        self._mark()

    def current(self) -> Mark | None:
        """Return the main mark of the suggestion that is looked at, if it is of this text."""
        each = self.review.current
        if each is None or self.review.document_id != self._document_id:
            return None
        return self._marks(each)[0]

    def choose(self, marks: list[Mark]) -> None:
        """Look at the shortest of some dashed marks."""
        self.chosen.emit()
        self.review.stand_on(marks[0].passage_id)

    def tell(self, marks: list[Mark], point: QPoint) -> None:
        """Say what is suggested at a global point, in a tool tip."""
        keys = list(dict.fromkeys(mark.passage_id for mark in marks))
        found = [each for each in self.review.open if each.key in keys]
        lines = [f"Suggested {kind_name(kind_of(p)).lower()}: {p.label}" for p in found]
        QToolTip.showText(point, tool_tip("\n".join(lines)).replace("\n", "<br>"), self._view)

    def _on_changed(self) -> None:
        self._mark()
        self._view.viewport().update()
        self.changed.emit()

    def _mark(self) -> None:
        is_here = bool(self._document_id) and self.review.document_id == self._document_id
        found = self.review.open if is_here else ()
        marks = [mark for each in found for mark in self._marks(each)]
        self._view.suggested = Marks(sorted(marks, key=lambda mark: (mark.start, -mark.end)))

    def _marks(self, proposal: Proposal) -> list[Mark]:
        place = proposal.key, proposal.spans
        if place not in self._known:
            self._known[place] = _marks(proposal, self._units)
        return self._known[place]

    def _follow(self) -> None:
        if self.review.current is not None:
            self.wanted.emit(self.review.document_id)


def _marks(proposal: Proposal, units: TextUnits) -> list[Mark]:
    """Return a mark for each place that a suggestion is about; all have its key."""
    lanes = ((group_of(proposal.kind), 0),)
    spans = ((units.to_units(start), units.to_units(end)) for start, end in proposal.spans)
    return [Mark(start, end, proposal.key, (), lanes) for start, end in spans]
