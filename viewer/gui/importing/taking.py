"""Taking what was read into the case: one document after the other, while the window lives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.gui.importing.entry import Entry
from viewer.gui.importing.writing import change_set_of
from viewer.gui.session import Session


class Taking(QObject):
    """Each document is a deed of its own; what is in the case already stays, and can be undone."""

    #: The `Entry` whose document is in the case now.
    taken = Signal(object)
    #: All are in.
    ended = Signal()
    #: The case could not take one; the session has said why.
    refused = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue: list[Entry] = []
        #: How many are to be taken in; 0 while none are.
        self.total = 0
        self._step = QTimer(self, singleShot=True)
        self._step.timeout.connect(self._take)

    @property
    def done(self) -> int:
        """How many are in."""
        return self.total - len(self._queue)

    def start(self, entries: Sequence[Entry]) -> None:
        """Begin to take entries in."""
        self._queue, self.total = list(entries), len(entries)
        self._step.start(0)

    def stop(self) -> None:
        """Take no more in."""
        self._step.stop()
        self._queue, self.total = [], 0

    def _take(self) -> None:
        if not self._queue:
            self.ended.emit()
            return
        entry = self._queue.pop(0)
        document, change_set = change_set_of(entry)
        if not self._session.do(change_set):
            self.stop()
            self.refused.emit()
            return
        entry.document_id = document.id
        self.taken.emit(entry)
        self._step.start(0)
