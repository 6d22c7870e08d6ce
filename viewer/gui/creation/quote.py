"""The form for a new quote: which words of which document, and whose."""

from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet, combined, creation
from viewer.domain.ids import new_id
from viewer.domain.marking.quotes import NOT_KNOWN, Speaker, new_speaker, speaker_of
from viewer.domain.records import Quote
from viewer.errors import InvalidRecordError
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.creation.words import WordsPicker
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.session import Session


class QuoteDialog(RecordDialog):
    """Creates a quote with the passage that it is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "quote", parent)
        self.words = WordsPicker(session)
        self.form.insertWidget(0, self.words)
        self.give_room(self.words)
        self.rows["attribution"].editor.set_value(NOT_KNOWN.attribution)
        self.rows["speaker_id"].finished.connect(self._name_speaker)
        self.resize(620, 700)

    def _name_speaker(self) -> None:
        """Say how the speaker is named, as far as that follows from how the person is known."""
        with suppress(InvalidRecordError):
            self.rows["attribution"].editor.set_value(self._speaker().attribution)

    def _speaker(self) -> Speaker:
        editor = self.rows["speaker_id"].editor
        assert isinstance(editor, ReferenceEditor)
        if editor.new is not None:
            return new_speaker(editor.new.text, "named")
        person_id = editor.value()
        return speaker_of(self.session.case, person_id) if person_id else NOT_KNOWN

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that creates passage and quote."""
        passage, first = self.words.passage()
        if first.is_empty and self.session.case.where(Quote, passage_id=passage.id):
            raise InvalidRecordError("These words are a quote of this case already.")
        self.record_id = new_id()
        quote = Quote(id=self.record_id, passage_id=passage.id, **values)
        return combined("Add quote", [first, creation(quote)])
