"""Searching the whole case beside the window, with a connection of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from viewer.domain.text import words
from viewer.errors import CasefileError, Interrupted
from viewer.gui.found import Found, found
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store import Access, CaseFile, Hit

#: Records of a kind that are shown; the number of all is capped by the search itself.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search came to: records by kind, and how many of each kind there are at least."""

    words: str
    found: tuple[Found, ...]
    totals: dict[str, int]
    #: A total that is this high says "or more".
    limit: int


class Finder(QObject):
    """Answers the newest question only; a question that was overtaken is dropped."""

    #: `Findings`
    answered = Signal(object)
    _asked = Signal(int, str)
    _left = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self._newest = 0
        session.closed.connect(self.stop)

    def ask(self, text: str) -> None:
        """Search for records that hold all words of a text."""
        if self._worker is None:
            self._start()
        assert self._worker is not None
        self.forget()
        self._asked.emit(self._newest, text)

    def forget(self) -> None:
        """Want no answer to what was asked; what is being looked for is given up."""
        self._newest += 1
        if self._worker is not None:
            self._worker.overtake(self._newest)

    def stop(self) -> None:
        """Close the connection and end the thread."""
        if self._thread is None:
            return
        self.forget()
        self._left.emit()
        self._thread.wait()
        self._thread, self._worker = None, None

    def _start(self) -> None:
        self._thread = QThread()
        self._worker = _Worker(self._session.access)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.search)
        self._left.connect(self._worker.close)
        self._worker.answered.connect(self._on_answer)
        self._thread.start()

    def _on_answer(self, number: int, findings: Findings) -> None:
        if number == self._newest:
            self.answered.emit(findings)


class _Worker(QObject):
    answered = Signal(int, object)

    def __init__(self, access: Access) -> None:
        super().__init__()
        #: The number of the newest question, written by the window's thread.
        self.newest = 0
        self._access = access
        self._case: CaseFile | None = None

    @Slot(int, str)
    def search(self, number: int, text: str) -> None:
        try:
            findings = self._findings(number, text)
        except Interrupted:
            return
        except CasefileError:
            # The window's own connection says what is wrong with the file; here nothing is found.
            findings = Findings(text, (), {}, 0)
        if findings is not None:
            self.answered.emit(number, findings)

    def overtake(self, number: int) -> None:
        """Hear, in the window's thread, of a newer question; it is put only afterwards."""
        self.newest = number
        case = self._case
        if case is not None:
            case.interrupt()

    @Slot()
    def close(self) -> None:
        if self._case is not None:
            self._case.close()
            self._case = None
        # From here, so that the thread does not end before the file is let go.
        QThread.currentThread().quit()

    def _findings(self, number: int, text: str) -> Findings | None:
        from viewer.store.finding import LIMIT
        from viewer.store.search import SEARCHED

        case = self._opened()
        shown: list[Found] = []
        totals: dict[str, int] = {}
        for kind in SEARCHED:
            if number != self.newest:
                return None
            hits = case.search(kind, text)
            if hits:
                totals[kind] = len(hits)
                shown += self._shown(number, hits[:SHOWN], words(text))
        return Findings(text, tuple(shown), totals, LIMIT)

    def _shown(self, number: int, hits: list[Hit], wanted: list[str]) -> list[Found]:
        case = self._opened()
        return [found(case, hit, wanted) for hit in hits if number == self.newest]

    def _opened(self) -> CaseFile:
        if self._case is None:
            self._case = self._access.open()
        return self._case
