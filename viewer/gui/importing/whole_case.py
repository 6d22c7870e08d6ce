"""A file that is a whole case as JSON: read in a thread of its own, told of, and taken in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.domain.exchange import Exchanged, taking_in
from viewer.domain.records import KINDS, Document
from viewer.domain.text import in_own_direction, shortened
from viewer.errors import CasefileError
from viewer.gui import messages
from viewer.gui.importing.job import CaseJob
from viewer.gui.session import Session

#: Kinds that are counted by name in the question.
_COUNTED = ("document", "person", "event", "quote")
_IS_THERE = "All that is in “{name}” is in this case already; nothing was changed."
_BROKE = "“{name}” was not read, because of a fault in the program; nothing was changed."


class WholeCase(QObject):
    """Takes in one file, unless the case is closed before."""

    #: The ids of the documents that came.
    imported = Signal(object)

    def __init__(self, session: Session, path: Path, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._path, self._window = session, path, window
        self._came: Exchanged | None = None
        #: The question, once the file was read.
        self.box: QMessageBox | None = None
        # Without a parent: it may outlive the window.
        self._job = CaseJob(path)
        self._job.read.connect(self._ask)
        self._job.refused.connect(self._refuse)
        self._job.broke.connect(self._break)
        session.closed.connect(self._let_go)
        self._job.start()

    def _let_go(self) -> None:
        self._job.cancel()
        self.deleteLater()

    def _ask(self, came: Exchanged) -> None:
        if self._job.is_cancelled:
            return  # What was read just now is for the case that was closed, not for the next.
        self._came = came
        self.box = messages.ask(self._window, _question(self._path, came), "Import", self._take)
        self.box.rejected.connect(self.deleteLater)

    def _take(self) -> None:
        assert self._came is not None
        self.deleteLater()
        self._session.unsaved.settle()
        try:
            change_set = taking_in(self._session.case, self._came)
        except CasefileError as error:
            messages.warn(self._window, str(error))
            return
        if change_set.is_empty:
            messages.tell(self._window, _IS_THERE.format(name=self._path.name))
        # What was decided there on protection stays decided: the same again must be the same.
        elif self._session.do(change_set, as_it_was=True):
            documents = [c.id for c in change_set.changes if c.kind == Document.kind]
            self.imported.emit(documents)

    def _refuse(self, sentence: str) -> None:
        if not self._job.is_cancelled:
            messages.warn(self._window, sentence)
            self.deleteLater()

    def _break(self) -> None:
        self._refuse(_BROKE.format(name=in_own_direction(self._path.name)))


def _question(path: Path, came: Exchanged) -> str:
    title = in_own_direction(shortened(came.case.title)) or "Untitled case"
    whom = f", made for “{in_own_direction(shortened(came.audience))}”" if came.audience else ""
    return (
        f"“{path.name}” is the whole case “{title}”{whom}. It holds {_counted(came)}.\n\n"
        "Import all of it into this case? What is here already is left out, and one undo takes it "
        "back. The other case's own title and summary are not taken."
    )


def _counted(came: Exchanged) -> str:
    counts = came.counts
    said = [_number(counts.pop(kind), *KINDS[kind].labels) for kind in _COUNTED if kind in counts]
    if others := sum(counts.values()):
        said.append(_number(others, "other record" if said else "record"))
    *first, last = said or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {(one if number == 1 else many or f'{one}s').lower()}"
