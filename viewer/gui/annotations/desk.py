"""What a window remembers for its notes while a case is open: the last colour, and drafts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from viewer.domain.vocabularies import vocabulary
from viewer.gui.session import Session
from viewer.gui.unsaved import Place

#: A record's id, or a document's with the span of the words.
Subject = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as far as it was written."""

    body: str
    motivation: str
    colour: str
    tags: tuple[str, ...]


class Desk(QObject):
    """Belongs to the session of its window and forgets its drafts with the case."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        #: The colour that was used last.
        self.colour = vocabulary("colour").codes[0]
        self._drafts: dict[Subject, Draft] = {}
        session.closed.connect(self._drafts.clear)

    @classmethod
    def of(cls, session: Session) -> Desk:
        """Return the desk of a session, made when it is wanted first."""
        return session.findChild(cls) or cls(session)

    def draft(self, subject: Subject) -> Draft | None:
        """Return what was written on something and not saved."""
        return self._drafts.get(subject)

    @property
    def drafts(self) -> dict[Subject, Draft]:
        """All that was written and not saved."""
        return dict(self._drafts)

    def come_back(self, drafts: dict[Subject, Draft]) -> None:
        """Keep again what was written and not saved."""
        for subject, draft in drafts.items():
            self.keep(subject, draft)

    def begin(self, subject: Subject) -> None:
        """Have the window say that a note is not saved yet."""
        self._session.unsaved.hold(Place(subject[0], "note"), "unfinished", "Note")

    def keep(self, subject: Subject, draft: Draft) -> None:
        """Keep what was written for the next time; the window says that it is not saved."""
        self._drafts[subject] = draft
        self.begin(subject)

    def drop(self, subject: Subject) -> None:
        """Forget what was written: it was saved, or emptied."""
        self._drafts.pop(subject, None)
        if not any(other[0] == subject[0] for other in self._drafts):
            self._session.unsaved.drop(Place(subject[0], "note"))
