"""The form for a figure that marked words report."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from viewer.domain.ids import new_id
from viewer.domain.marking import Marked, Words
from viewer.domain.marking.dates import date_of
from viewer.domain.marking.figures import count_of, figure
from viewer.domain.records import Figure
from viewer.gui.marking.form import WordsForm
from viewer.gui.session import Session


class FigureForm(WordsForm):
    """How many of what, as far as the words say; the rest is the user's to say."""

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(session, "figure", words, parent)
        said = count_of(words.text)
        for name in ("qualifier", "act", "counted"):
            self.rows[name].editor.set_value(getattr(said, name))
        number = self.rows["number"].editor
        self.rows["period"].editor.set_value(date_of(words.text))
        # Empty, so that a number that is not said is asked for.
        number.set_value("" if said.number is None else said.number)
        self.resize(480, 640)

    def marked_from(self, values: dict[str, Any]) -> Marked:
        """Return the figure."""
        made = Figure(id=new_id(), **values)
        return figure(self.session.case, self.words, made, tuple(self.new))
