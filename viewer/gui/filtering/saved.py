"""Filters that the case keeps under a name."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from viewer.domain.changes import creation, deletion, edit
from viewer.domain.criteria import Criteria
from viewer.domain.ids import new_id
from viewer.domain.records import SavedFilter
from viewer.domain.text import folded, normalised
from viewer.gui.session import Session

#: Saved filters of a list that its menu offers.
_MOST = 100


def saved_filters(session: Session, kind: str) -> list[SavedFilter]:
    """Return the saved filters of a list in the order of their names."""
    found = session.case.where(SavedFilter, limit=_MOST, listed=kind)
    return sorted(found, key=lambda kept: folded(kept.name))


def save(session: Session, kind: str, criteria: Criteria, parent: QWidget) -> bool:
    """Ask for a name and keep the filter; one of that name is taken the place of."""
    name = _asked(parent, "Save this filter", "")
    if not name:
        return False
    same = [s for s in saved_filters(session, kind) if folded(s.name) == folded(name)]
    if same:
        change = edit(same[0], "Change saved filter", name=name, criteria=criteria.to_json())
    else:
        kept = SavedFilter(id=new_id(), listed=kind, name=name, criteria=criteria.to_json())
        change = creation(kept, label="Save filter")
    return session.do(change)


def rename(session: Session, kept: SavedFilter, parent: QWidget) -> None:
    """Ask for another name."""
    name = _asked(parent, "Rename saved filter", kept.name)
    if name:
        session.do(edit(kept, "Rename saved filter", name=name))


def delete(session: Session, kept: SavedFilter) -> None:
    """Keep a filter no more; Undo brings it back."""
    session.do(deletion(kept, label="Delete saved filter"))


def _asked(parent: QWidget, title: str, name: str) -> str:
    text, taken = QInputDialog.getText(
        parent, title, "Name of the filter:", QLineEdit.EchoMode.Normal, name
    )
    return normalised(text).strip() if taken else ""
