"""Searching the whole case beside the window, with a connection of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from viewer.domain.records import Name, Passage, Record, fields_of
from viewer.domain.text import folded, shortened, words
from viewer.errors import CasefileError
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store import CaseFile

_WORD = re.compile(r"[^\W_]+")

#: Records of a kind that are shown; the number of all is capped by the search itself.
SHOWN = 5
#: Code points of a document that are looked through for matching words, and of those shown.
_LOOKED_THROUGH, _BEFORE, _AROUND = 200_000, 24, 110


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was found: its title, and words around the match unless the title has it."""

    kind: str
    id: str
    title: str
    context: str


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
        self._newest += 1
        self._worker.newest = self._newest
        self._asked.emit(self._newest, text)

    def forget(self) -> None:
        """Want no answer to what was asked."""
        self._newest += 1
        if self._worker is not None:
            self._worker.newest = self._newest

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
        self._worker = _Worker(self._session.path)
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

    def __init__(self, path: Path) -> None:
        super().__init__()
        #: The number of the newest question, written by the window's thread.
        self.newest = 0
        self._path = path
        self._case: CaseFile | None = None

    @Slot(int, str)
    def search(self, number: int, text: str) -> None:
        try:
            findings = self._findings(number, text)
        except CasefileError:
            # The window's own connection says what is wrong with the file; here nothing is found.
            findings = Findings(text, (), {}, 0)
        if findings is not None:
            self.answered.emit(number, findings)

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
        found: list[Found] = []
        totals: dict[str, int] = {}
        for kind in SEARCHED:
            if number != self.newest:
                return None
            hits = case.search(kind, text)
            if hits:
                totals[kind] = len(hits)
                found += [_found(case, kind, hit.id, words(text)) for hit in hits[:SHOWN]]
        return Findings(text, tuple(found), totals, LIMIT)

    def _opened(self) -> CaseFile:
        if self._case is None:
            from viewer.store import CaseFile

            self._case = CaseFile.open(self._path, read_only=True)
        return self._case


def _found(case: CaseFile, kind: str, id: str, wanted: list[str]) -> Found:
    from viewer.domain.titles import title

    record = case.find(id)
    if record is None:
        return Found(kind, id, "", "")
    heading = title(case, record)
    missing = [word for word in wanted if not marks(heading, [word])]
    texts = _texts(case, record) if missing else iter(())
    return Found(kind, id, heading, next((c for t in texts if (c := _context(t, missing))), ""))


def _texts(case: CaseFile, record: Record) -> Iterator[str]:
    if passage_id := getattr(record, "passage_id", None):
        yield case.get(Passage, passage_id).exact
    for name in case.where(Name, person_id=record.id):
        yield name.text
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, str) and not field.name.endswith("_id"):
            yield value[:_LOOKED_THROUGH]


def _context(text: str, wanted: list[str]) -> str:
    places = marks(text, wanted)
    if not places:
        return ""
    start = max(0, places[0][0] - _BEFORE)
    if start:
        start = text.find(" ", start, places[0][0]) + 1 or places[0][0]
    cut = shortened(text[start : start + _AROUND * 2], _AROUND)
    return f"… {cut}" if start else cut


def marks(text: str, wanted: list[str]) -> list[tuple[int, int]]:
    """Return the spans of words that begin with one of the folded words, in code points."""
    return [
        (match.start(), match.end())
        for match in _WORD.finditer(text)
        if folded(match[0]).startswith(tuple(wanted))
    ]
