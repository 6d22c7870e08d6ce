"""Merging two persons, or telling them apart: each one deed that undo takes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.merging import merged
from viewer.domain.records import Distinction, Person
from viewer.errors import CasefileError
from viewer.gui.session import Session


def merge(session: Session, keep_id: str, gone_id: str, choices: Mapping[str, Any]) -> bool:
    """Make one person of two; False, with `Session.failed`, if that cannot be."""
    session.unsaved.settle()
    try:
        keep, gone = (session.case.get(Person, id) for id in (keep_id, gone_id))
        change_set = merged(session.case, keep, gone, choices)
    except CasefileError as error:
        session.failed.emit(str(error))
        return False
    return session.do(change_set)


def tell_apart(session: Session, person_id: str, other_id: str, note: str) -> bool:
    """Remember that two persons are not the same, and how that is known."""
    known = Distinction(id=new_id(), person_id=person_id, other_id=other_id, note=note.strip())
    return session.do(creation(known, label="Tell two persons apart"))
