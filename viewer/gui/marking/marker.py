"""Makes something of the selected words: asks what has to be asked, and writes it in one step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QDialog

from viewer.domain.changes import NOTHING
from viewer.domain.marking import Marked, NewPerson, NewPlace, Words, mentions, quotes
from viewer.domain.marking.quotes import Speaker
from viewer.gui.marking.form import WordsForm
from viewer.gui.marking.prompt import Prompt
from viewer.gui.reader.text_view import TextView
from viewer.gui.selection import Selection
from viewer.gui.session import Session

_NOTHING = "Select words first: drag over them, or hold Shift and press the arrow keys."
_OTHER = "other "
_READ_ONLY = "This case is open read-only; nothing can be added to it."


class Marker(QObject):
    """One for a reader. Prompts and forms are loaded when they are first wanted."""

    #: The `Marked` that was written, or that was there already.
    made = Signal(object)
    #: A sentence for the user; nothing was changed.
    said = Signal(str)
    #: A question was put beside the words.
    asked = Signal()
    #: A question was left without an answer: the text takes the keyboard again.
    dropped = Signal()

    def __init__(self, session: Session, selection: Selection, view: TextView) -> None:
        super().__init__(view)
        self._session, self._selection, self._view = session, selection, view
        self.prompt: Prompt | None = None
        self._deeds = {
            "quote": self._quote,
            "person": self._mention,
            "place": self._mention,
            "other person": self._ask_which,
            "other place": self._ask_which,
            "event": self._ask_in_form,
            "figure": self._ask_in_form,
            "note": self._annotate,
            "highlight": self._annotate,
        }

    def _takes_words(self) -> bool:
        problem = _READ_ONLY if self._session.read_only else ""
        problem = problem or (_NOTHING if self._selection.is_empty else "")
        if problem:
            self.said.emit(problem)
        return not problem

    def mark(self, how: str) -> None:
        """Make the selected words a quote, person, event …, or say why that cannot be."""
        if self._takes_words():
            document = self._selection.document
            assert document is not None
            words = Words(document, self._selection.start, self._selection.end)
            self._deeds[how](how, words)

    def _quote(self, _how: str, words: Words) -> None:
        from viewer.gui.marking.speaker_prompt import SpeakerPrompt

        there = quotes.quote_of(self._session.case, words)
        if there is not None:
            says = "These words are a quote already"
            self.finish(Marked(NOTHING, there.id, there.passage_id, says))
            return
        prompt = SpeakerPrompt(self._session, words, self._view.window())
        prompt.chosen.connect(lambda speaker: self._write_quote(words, speaker, prompt.form))
        self.ask(prompt)

    def _write_quote(self, words: Words, speaker: Speaker, form: str) -> None:
        self.finish(quotes.quote(self._session.case, words, speaker, form))

    def _mention(self, kind: str, words: Words) -> None:
        """Link words that are a written form of just one; ask about others."""
        known = mentions.known(self._session.case, kind, words)
        if len(known) == 1:
            self._write_mention(words, known[0].id)
        else:
            self._ask_which(kind, words)

    def _ask_which(self, kind: str, words: Words) -> None:
        from viewer.gui.marking.mention_prompt import MentionPrompt

        is_other, kind = kind.startswith(_OTHER), kind.removeprefix(_OTHER)
        known = mentions.known(self._session.case, kind, words)
        prompt = MentionPrompt(self._session, kind, words, known, self._view.window())
        prompt.begins_with_new = is_other
        prompt.chosen.connect(lambda who: self._write_mention(words, who))
        self.ask(prompt)

    def _write_mention(self, words: Words, meant: str | NewPerson | NewPlace) -> None:
        case = self._session.case
        match meant:
            case NewPerson():
                self.finish(mentions.new_person(case, words, meant))
            case NewPlace():
                self.finish(mentions.new_place(case, words, meant))
            case _:
                self.finish(mentions.mention(case, words, meant))

    def _ask_in_form(self, kind: str, words: Words) -> None:
        from viewer.gui.marking.event_form import EventForm
        from viewer.gui.marking.figure_form import FigureForm

        make = EventForm if kind == "event" else FigureForm
        self.show_form(make(self._session, words, self._view.window()))

    def show_form(self, form: WordsForm) -> None:
        """Ask in a form of its own; what it writes is made then."""
        form.finished.connect(lambda result: self._on_form(form.marked, result))
        form.finished.connect(form.deleteLater)
        self.asked.emit()
        form.open()

    def _annotate(self, how: str, _words: Words) -> None:
        from viewer.gui.annotations import marking

        self.asked.emit()
        annotate = marking.note if how == "note" else marking.highlight
        self._tell(annotate(self._session, self._selection, self._view))

    def _on_form(self, marked: Marked | None, result: int) -> None:
        self._tell(marked if result == QDialog.DialogCode.Accepted else None)

    def finish(self, marked: Marked) -> None:
        """Write what was made, unless it is there already."""
        is_done = marked.change_set.is_empty or self._session.do(marked.change_set)
        self._tell(marked if is_done else None)

    def _tell(self, marked: Marked | None) -> None:
        if marked is not None:
            self.made.emit(marked)
        else:
            self.dropped.emit()

    def ask(self, prompt: Prompt) -> None:
        """Put a question beside the selected words."""
        self.drop()
        self.prompt = prompt
        prompt.chosen.connect(self._forget)
        prompt.dropped.connect(self._on_dropped)
        window = prompt.parentWidget()
        assert window is not None
        corner = self._view.viewport().mapTo(window, QPoint(0, 0))
        lines = [line.translated(corner) for line in self._view.selected_lines()]
        column = QRect(corner.x(), 0, self._view.viewport().width(), window.height())
        prompt.ask(lines, column)
        self.asked.emit()

    def drop(self) -> None:
        """Leave a question that is open."""
        if self.prompt is not None:
            self.prompt.drop()

    def _forget(self) -> None:
        self.prompt = None

    def _on_dropped(self) -> None:
        self._forget()
        self.dropped.emit()
