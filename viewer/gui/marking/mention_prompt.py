"""Which person or place words mean: asked where they are no known written form of just one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from viewer.domain.marking import NewPerson, NewPlace, Words
from viewer.domain.records import Record
from viewer.gui.editors.candidates import Candidate, candidate, candidates
from viewer.gui.marking.near import sounding_alike
from viewer.gui.marking.prompt import Option, Prompt
from viewer.gui.session import Session

_QUESTIONS = {"person": "Who is this?", "place": "Which place is this?"}
_MOST = 7
#: Letters of a part of the words that is looked for by itself.
_LEAST = 4


class MentionPrompt(Prompt):
    """Gives the id of a record of the case, or a new one. The line begins with the words."""

    def __init__(
        self, session: Session, kind: str, words: Words, known: list[Record], parent: QWidget
    ) -> None:
        super().__init__(_QUESTIONS[kind], words.line, parent)
        self._session, self._kind = session, kind
        #: Somebody else of a known name is meant: a new one is the likely answer.
        self.begins_with_new = False
        self._words = words.as_name().line
        self._known = [candidate(session.case, record) for record in known]
        self.line.setText(self._words)

    def options(self, typed: str) -> list[Option]:
        """Return those of the case that have all words, a new one, and those that are like it."""
        case, kinds = self._session.case, (self._kind,)
        found = candidates(case, kinds, typed)
        if typed == self._words:
            found = [*self._known, *found]
        # Part of the words may be a name, as in "Dr. Amal Hasan".
        parts = [] if found else [part for part in typed.split() if len(part) >= _LEAST]
        near = [each for part in parts for each in candidates(case, kinds, part)]
        if self._kind == "person":
            near = [*sounding_alike(self._session, found, typed), *near]
        first = self._new(typed) if self.begins_with_new else []
        last = [] if self.begins_with_new else self._new(typed)
        return [*first, *self._of_case(found), *last, *self._of_case(near)]

    def _of_case(self, found: list[Candidate]) -> list[Option]:
        distinct = list({each.id: each for each in found}.values())
        return [Option(each.line, self._kind, each.id) for each in distinct[:_MOST]]

    def _new(self, typed: str) -> list[Option]:
        if not typed:
            return []
        if self._kind == "place":
            return [Option(f"New place “{typed}”", "add", NewPlace(typed))]
        return [
            Option(f"New person “{typed}”", "add", NewPerson(typed)),
            Option(f"New, known by role only: “{typed}”", "add", NewPerson(typed, "role_only")),
            Option(f"New, unidentified: “{typed}”", "add", NewPerson(typed, "unidentified")),
        ]
