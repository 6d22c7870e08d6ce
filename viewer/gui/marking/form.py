"""The form for a record made of marked words: filled in from them, written in one step."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.marking import Marked, Words
from viewer.domain.text import shortened
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.labels import label
from viewer.gui.session import Session


class WordsForm(RecordDialog):
    """Shows the words above the fields. `marked` is what was made, once it is."""

    def __init__(
        self, session: Session, kind: str, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, kind, parent)
        self.words = words
        self.marked: Marked | None = None
        self.form.insertWidget(0, label(f"“{shortened(words.line, 300)}”", "quiet"))

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that creates the record with its evidence."""
        self.marked = self.marked_from(values)
        self.record_id = self.marked.record_id
        return self.marked.change_set

    def marked_from(self, values: dict[str, Any]) -> Marked:
        """Return what the words are made into; raises `InvalidRecordError`."""
        raise NotImplementedError
