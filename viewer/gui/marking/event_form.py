"""The form for an event that marked words tell of."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from viewer.domain.ids import new_id
from viewer.domain.marking import Marked, Words
from viewer.domain.marking.acts import act_of, usual_role
from viewer.domain.marking.dates import date_of
from viewer.domain.marking.events import event
from viewer.domain.records import Event
from viewer.domain.text import shortened
from viewer.gui.labels import label
from viewer.gui.marking.form import WordsForm
from viewer.gui.marking.near import marked_within
from viewer.gui.marking.parts import Parts
from viewer.gui.session import Session

#: Code points of a title that is made of the words.
_TITLE = 80


class EventForm(WordsForm):
    """What happened, when and where, and who had which part in it."""

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(session, "event", words, parent)
        act = act_of(words.text)
        self.parts = Parts(session, usual_role(act))
        at = self.form.indexOf(self.rows["status"])
        self.form.insertWidget(at, label("Who took part", "quiet"))
        self.form.insertWidget(at + 1, self.parts)
        line = shortened(words.as_said().line, _TITLE).rstrip(".,;:،؛")
        self.rows["title"].editor.set_value(line[:1].upper() + line[1:])
        self.rows["type"].editor.set_value(act)
        self.rows["date"].editor.set_value(date_of(words.text))
        places = marked_within(session.case, words, "place")
        if len(places) == 1:
            self.rows["place_id"].editor.set_value(places[0])
        self.resize(500, 720)

    def marked_from(self, values: dict[str, Any]) -> Marked:
        """Return the event with its parts."""
        parts = self.parts.read()
        made = Event(id=new_id(), **values)
        return event(self.session.case, self.words, made, parts, self.new)
