"""The form for a new document from pasted text."""

from typing import Any

from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.documents import headline, received
from viewer.errors import InvalidRecordError
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.editors.text import GrowingText
from viewer.gui.labels import label
from viewer.gui.session import Session


class DocumentDialog(RecordDialog):
    """Takes in text as it is pasted; it never changes afterwards."""

    def __init__(self, session: Session, parent: QWidget | None = None, pasted: str = "") -> None:
        super().__init__(session, "document", parent)
        self.setWindowTitle("New document from text")
        self.text = GrowingText(least_lines=8)
        self.text.setPlaceholderText("Paste the text here")
        self.text.setAccessibleName("Text of the document")
        self.text.setPlainText(pasted)
        self.rows["title"].editor.set_value(headline(pasted))
        self.form.insertWidget(1, label("Text (kept as it is, for good)", "quiet"))
        self.form.insertWidget(2, self.text)
        self.resize(560, 640)

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that takes the text in."""
        text = self.text.toPlainText()
        if not text.strip():
            self.text.setFocus()
            raise InvalidRecordError("Paste the text of the document.")
        document, content = received(
            text.encode(),
            text,
            media_type="text/plain",
            extracted_by="Kept as it was pasted",
            **values,
        )
        self.record_id = document.id
        return creation(document, contents=(content,))
