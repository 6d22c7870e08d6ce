"""Whose words a quote is: asked at the words, before it is written."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from viewer.domain.marking import Words
from viewer.domain.marking.quotes import NOT_KNOWN, form_of, new_speaker, speaker_of
from viewer.domain.vocabularies import vocabulary
from viewer.gui.editors.candidates import Candidate, candidates
from viewer.gui.marking.near import persons_near, sounding_alike
from viewer.gui.marking.prompt import Option, Prompt
from viewer.gui.session import Session

#: Candidates that leave room for the other answers.
_MOST = 7


class SpeakerPrompt(Prompt):
    """Offers the persons named near the quote first, then those whose names begin as typed."""

    def __init__(self, session: Session, words: Words, parent: QWidget) -> None:
        super().__init__("Who says this?", words.line, parent)
        self._session = session
        self._near = persons_near(session.case, words)
        self.line.setPlaceholderText("Name, or role such as “a neighbour”")
        self.forms = QButtonGroup(self)
        self.column.insertLayout(2, self._form_row(form_of(words)))

    def _form_row(self, guess: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for term in vocabulary("form"):
            button = QRadioButton(term.label)
            button.setToolTip(term.note)
            button.setChecked(term.code == guess)
            button.setProperty("code", term.code)
            self.forms.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def begin_with(self, name: str, form: str) -> None:
        """Begin with a speaker who is suggested, and a form."""
        self.line.setText(name)
        for button in self.forms.buttons():
            button.setChecked(button.property("code") == form)

    @property
    def form(self) -> str:
        """The code of the form that is chosen."""
        chosen = self.forms.checkedButton()
        assert chosen is not None
        return str(chosen.property("code"))

    def options(self, typed: str) -> list[Option]:
        """Return persons, then a new one in each way of being known, then nobody."""
        unknown = Option("Not known yet", "help", NOT_KNOWN)
        anonymous = Option("Anonymous", "person", new_speaker("", "anonymous"))
        if not typed:
            return [unknown, *self._persons(self._near), anonymous]
        found = candidates(self._session.case, ("person",), typed)
        found.sort(key=lambda each: each.id not in {near.id for near in self._near})
        alike = sounding_alike(self._session, found, typed)
        return [*self._persons(found), *_new(typed), *self._persons(alike), unknown]

    def _persons(self, found: list[Candidate]) -> Iterator[Option]:
        for each in found[:_MOST]:
            yield Option(each.line, "person", speaker_of(self._session.case, each.id))


def _new(typed: str) -> list[Option]:
    return [
        Option(f"New person “{typed}”", "add", new_speaker(typed, "named")),
        Option(f"Role only: “{typed}”", "add", new_speaker(typed, "role_only")),
        Option(f"Anonymous: “{typed}”", "add", new_speaker(typed, "anonymous")),
    ]
