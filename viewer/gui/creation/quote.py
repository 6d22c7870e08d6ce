"""The form for a new quote: which words of which document, and whose."""

from typing import Any

from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.ids import new_id
from viewer.domain.records import Quote
from viewer.errors import InvalidRecordError
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.creation.words import WordsPicker
from viewer.gui.session import Session


class QuoteDialog(RecordDialog):
    """Creates a quote with the passage that it is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "quote", parent)
        self.words = WordsPicker(session)
        self.form.insertWidget(0, self.words)
        self.give_room(self.words)
        self.resize(620, 700)

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that creates passage and quote."""
        passage, is_new = self.words.passage()
        if not is_new and self.session.case.where(Quote, passage_id=passage.id):
            raise InvalidRecordError("These words are a quote of this case already.")
        self.record_id = new_id()
        quote = Quote(id=self.record_id, passage_id=passage.id, **values)
        return creation(*([passage] if is_new else []), quote, label="Add quote")
