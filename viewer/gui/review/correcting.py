"""Correcting a suggestion in what marking by hand opens for it, filled with what was suggested."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from viewer.domain.accepting import Proposal, accepted
from viewer.domain.accepting.renaming import renamed
from viewer.domain.marking import Marked, NewPerson, NewPlace, Words
from viewer.domain.marking.quotes import Speaker, quote
from viewer.domain.records import Quote
from viewer.domain.titles import title_of
from viewer.gui.marking.marker import Marker
from viewer.gui.reader.text_view import TextView
from viewer.gui.review.filling import Filling
from viewer.gui.review.state import Review
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits


class Correcting(QObject):
    """Selects the words and asks about them; the list gets the keyboard again afterwards."""

    def __init__(self, session: Session, review: Review, marker: Marker, view: TextView) -> None:
        super().__init__(view)
        self._session, self._review = session, review
        self._marker, self._view = marker, view
        self._proposal: Proposal | None = None
        review.edit_wanted.connect(self._ask)
        marker.made.connect(self._on_made)
        marker.dropped.connect(self._on_dropped)

    def _ask(self, proposal: Proposal) -> None:
        document = self._review.document
        assert document is not None
        words = Words(document, *proposal.spans[0])
        self._select(words)
        self._proposal = proposal
        if proposal.kind == "quote":
            self._ask_speaker(proposal, words)
        elif proposal.kind in ("event", "figure"):
            self._ask_in_form(proposal, words)
        else:
            self._ask_which(proposal, words)

    def _select(self, words: Words) -> None:
        units = TextUnits(words.document.text)
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(units.to_units(words.start))
        cursor.setPosition(units.to_units(words.end), QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)

    def _ask_speaker(self, proposal: Proposal, words: Words) -> None:
        from viewer.gui.marking.speaker_prompt import SpeakerPrompt

        filling = Filling(self._review.preview(proposal).change_set)
        suggested = filling.made("quote")
        prompt = SpeakerPrompt(self._session, words, self._view.window())
        if isinstance(suggested, Quote):
            new = filling.new(suggested.speaker_id)
            name = new.text if new else title_of(self._session.case, suggested.speaker_id)
            prompt.begin_with(name, suggested.form)
        prompt.chosen.connect(lambda speaker: self._write_quote(words, speaker, prompt.form))
        self._marker.ask(prompt)

    def _write_quote(self, words: Words, speaker: Speaker, form: str) -> None:
        self._marker.finish(quote(self._session.case, words, speaker, form))

    def _ask_in_form(self, proposal: Proposal, words: Words) -> None:
        from viewer.gui.marking.event_form import EventForm
        from viewer.gui.marking.figure_form import FigureForm

        make = EventForm if proposal.kind == "event" else FigureForm
        form = make(self._session, words, self._view.window())
        Filling(self._review.preview(proposal).change_set).fill(form)
        self._marker.show_form(form)

    def _ask_which(self, proposal: Proposal, words: Words) -> None:
        from viewer.domain.marking import mentions
        from viewer.gui.marking.mention_prompt import MentionPrompt

        known = mentions.known(self._session.case, proposal.kind, words)
        prompt = MentionPrompt(self._session, proposal.kind, words, known, self._view.window())
        prompt.line.setText(proposal.label)
        prompt.chosen.connect(lambda meant: self._write_name(proposal, meant))
        self._marker.ask(prompt)

    def _write_name(self, proposal: Proposal, meant: str | NewPerson | NewPlace) -> None:
        review, case = self._review, self._session.case
        known, link_to = review.suggestions or (), None
        if isinstance(meant, str):
            link_to = meant
        else:
            naming = meant.naming if isinstance(meant, NewPerson) else "named"
            proposal, known = renamed(proposal, known, meant.text, naming)
        assert review.document is not None
        self._marker.finish(accepted(case, review.document, proposal, known, link_to=link_to))

    def _on_made(self, marked: Marked) -> None:  # noqa: ARG002
        if self._proposal is not None:
            self._review.settle(self._proposal)
            self._end()

    def _on_dropped(self) -> None:
        if self._proposal is not None:
            cursor = self._view.textCursor()
            cursor.clearSelection()
            self._view.setTextCursor(cursor)
            self._end()

    def _end(self) -> None:
        self._proposal = None
        self._review.edited.emit()
