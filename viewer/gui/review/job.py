"""Reading a text for suggestions beside the window: a long one takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread

from PySide6.QtCore import QObject, Signal

from viewer.domain.accepting import Proposal, proposals
from viewer.domain.dates import Date
from viewer.domain.records import Document
from viewer.domain.suggestions import Suggestion
from viewer.errors import CasefileError
from viewer.store import CaseFile

Suggestions = tuple[Suggestion, ...]
#: Text, the document's own date and its language in; suggestions out.
Finder = Callable[[str, Date, str], Suggestions]


class SuggestJob(QObject):
    """Finds what is suggested for one document, and what of it is still open in the case.

    It has a connection of its own. The thread is Python's, which may outlive this object:
    destroying a running QThread aborts.
    """

    #: The job, all `Suggestions`, and the tuple of open `Proposal`s.
    found = Signal(object, object, object)
    #: The job, and a sentence for the user.
    failed = Signal(object, str)
    #: An exception that is our own bug.
    broke = Signal(object)

    def __init__(
        self, path: Path, document: Document, finder: Finder, known: Suggestions | None = None
    ) -> None:
        super().__init__()
        self._path, self._document = path, document
        self._finder, self._known = finder, known
        self._cancelled = Event()
        self._reads = Lock()
        self._thread = Thread(target=self._run, name="suggest")

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def cancel(self) -> None:
        """Want no answer. When this returns, the job does not read the case any more."""
        self._cancelled.set()
        with self._reads:
            pass

    def wait(self) -> None:
        """Return when the thread has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._find()
        except CasefileError as error:
            self._tell_failure(str(error))
        except Exception as error:
            self.broke.emit(error)

    def _find(self) -> None:
        document = self._document
        known = self._known
        if known is None:
            known = self._finder(document.text, document.published, document.language)
        found = self._still_open(known)
        if not self._cancelled.is_set():
            self.found.emit(self, known, found)

    def _still_open(self, known: Suggestions) -> tuple[Proposal, ...]:
        with self._reads:
            if self._cancelled.is_set():
                return ()
            with CaseFile.open(self._path, read_only=True) as case:
                return tuple(proposals(case, self._document, known))

    def _tell_failure(self, sentence: str) -> None:
        if not self._cancelled.is_set():
            self.failed.emit(self, sentence)
