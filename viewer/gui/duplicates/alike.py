"""Persons of the case whose name sounds like one that is being written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Person
from viewer.domain.similar import KnownNames, Similar
from viewer.gui.editors.candidates import Candidate, candidate
from viewer.gui.session import Session

#: Persons above which names are not compared by sound while one types: it would be felt.
_MOST_COMPARED = 2000


def alike_of(session: Session) -> Alike:
    """Return the one of a session; it reads nothing before it is asked."""
    found = session.findChild(Alike)
    return found if isinstance(found, Alike) else Alike(session)


class Alike(QObject):
    """Keeps all names at hand from the first question on, and reads them anew after changes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._known: KnownNames | None = None
        session.changed.connect(self._on_changed)
        session.closed.connect(self._forget)

    def like(self, text: str) -> tuple[Similar, ...]:
        """Return the persons whom a name may mean, the likeliest first; none of very many."""
        if not text.strip() or self._session.case.total(Person.kind) > _MOST_COMPARED:
            return ()
        if self._known is None:
            self._known = KnownNames(self._session.case)
        return self._known.like(text)

    def besides(self, found: Iterable[Candidate], text: str) -> list[Candidate]:
        """Return them as they are offered for choosing, without those found already."""
        known = {each.id for each in found}
        ids = [each.person_id for each in self.like(text) if each.person_id not in known]
        persons = [self._session.case.get(Person, id) for id in ids]
        return [_sounding(candidate(self._session.case, person)) for person in persons]

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.kinds & {"person", "name"}:
            self._forget()

    def _forget(self) -> None:
        self._known = None


def _sounding(found: Candidate) -> Candidate:
    said = f"{found.note}, sounds alike" if found.note else "sounds alike"
    return replace(found, note=said)
