"""Documents whose review was asked for together: one comes after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from viewer.domain.records import Document
from viewer.gui.session import Session


def following_of(session: Session) -> Following:
    """Return the one of a session."""
    found = session.findChild(Following)
    return found if isinstance(found, Following) else Following(session)


class Following(QObject):
    """Remembers which documents are to be reviewed after the present one, until the case closes."""

    #: The id of a document that is to be reviewed now.
    wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._ids: list[str] = []
        session.closing.connect(self._ids.clear)

    def begin(self, document_ids: Iterable[str]) -> None:
        """Review the first of some documents now, and offer the others one by one."""
        first, *others = document_ids
        self._ids[:] = others
        self.wanted.emit(first)

    def next(self) -> Document | None:
        """Return the document that comes next; None when there is none left in the case."""
        found = (self._session.case.find(id) for id in self._ids)
        return next((each for each in found if isinstance(each, Document)), None)

    def go_on(self) -> None:
        """Review the document that comes next."""
        if (document := self.next()) is not None:
            del self._ids[: self._ids.index(document.id) + 1]
            self.wanted.emit(document.id)
