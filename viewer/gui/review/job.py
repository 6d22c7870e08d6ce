"""Reading a text for suggestions beside the window: a long one takes seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from viewer.domain.accepting import Proposal, proposals
from viewer.domain.dates import Date
from viewer.domain.records import Document
from viewer.domain.suggestions import Suggestion
from viewer.errors import CasefileError
from viewer.gui.job import ReadingJob
from viewer.store import Access

Suggestions = tuple[Suggestion, ...]
#: Text, the document's own date and its language in; suggestions out.
Finder = Callable[[str, Date, str], Suggestions]


class SuggestJob(ReadingJob):
    """Finds what is suggested for one document, and what of it is still open in the case."""

    #: The job, all `Suggestions`, and the tuple of open `Proposal`s.
    found = Signal(object, object, object)
    #: The job, and a sentence for the user.
    failed = Signal(object, str)

    def __init__(
        self,
        access: Access,
        document: Document,
        finder: Finder,
        known: Suggestions | None = None,
    ) -> None:
        super().__init__("suggest", access)
        self._document = document
        self._finder, self._known = finder, known

    def _work(self) -> None:
        try:
            self._find()
        except CasefileError as error:
            self._tell_failure(str(error))

    def _find(self) -> None:
        document = self._document
        known = self._known
        if known is None:
            known = self._finder(document.text, document.published, document.language)
        found = self._still_open(known)
        if not self._cancelled.is_set():
            self.found.emit(self, known, found)

    def _still_open(self, known: Suggestions) -> tuple[Proposal, ...]:
        with self._reading() as case:
            return () if case is None else tuple(proposals(case, self._document, known))

    def _tell_failure(self, sentence: str) -> None:
        if not self._cancelled.is_set():
            self.failed.emit(self, sentence)
