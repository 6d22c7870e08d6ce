"""The words that are selected in the reader: what marks and evidence are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.domain.marking import passage_for, trimmed

if TYPE_CHECKING:
    from viewer.domain.changes import ChangeSet
    from viewer.domain.reader import CaseReader
    from viewer.domain.records import Document, Passage


class Selection(QObject):
    """A span of a document in code points; empty while nothing is selected."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.start = self.end = 0

    @property
    def is_empty(self) -> bool:
        """Whether no words are selected."""
        return self.document is None or self.start >= self.end

    @property
    def words(self) -> str:
        """The selected words exactly as they stand."""
        return self.document.text[self.start : self.end] if self.document is not None else ""

    def select(self, document: Document, start: int, end: int) -> None:
        """Take a span of a document, without the white space at its ends."""
        start, end = trimmed(document.text, start, end)
        if (document, start, end) != (self.document, self.start, self.end):
            self.document, self.start, self.end = document, start, end
            self.changed.emit()

    def clear(self) -> None:
        """Hold nothing."""
        if self.document is not None:
            self.document, self.start, self.end = None, 0, 0
            self.changed.emit()

    def passage(self, case: CaseReader) -> tuple[Passage, ChangeSet]:
        """Return the passage of the words and the change set that adds it, perhaps empty."""
        assert self.document is not None
        return passage_for(case, self.document, self.start, self.end)
