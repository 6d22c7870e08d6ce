"""Renaming, merging and deleting tags, asked for where it cannot be guessed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Tag
from viewer.domain.tags import merged, renamed, tag_called
from viewer.errors import CasefileError
from viewer.gui import messages
from viewer.gui.deletion import delete_record
from viewer.gui.session import Session


def rename(session: Session, tag_id: str, label: str, parent: QWidget) -> bool:
    """Call a tag otherwise; where another one is called so, offer to merge the two."""
    tag = session.case.get(Tag, tag_id)
    other = tag_called(session.case, label)
    if other is not None and other.id != tag.id:
        _offer_merging(session, tag, other, parent)
        return False
    try:
        return session.do(renamed(session.case, tag, label))
    except CasefileError as error:
        session.failed.emit(str(error))
        return False


def _offer_merging(session: Session, tag: Tag, other: Tag, parent: QWidget) -> None:
    messages.offer(
        parent,
        f"There is a tag “{other.label}” already; nothing was renamed. Merged, every record that "
        f"has “{tag.label}” will have “{other.label}” instead.",
        "Merge",
        lambda: merge(session, other.id, [tag.id]),
    )


def merge(session: Session, kept_id: str, other_ids: Sequence[str]) -> bool:
    """Make several tags one, with the name of the one that is kept."""
    others = [session.case.get(Tag, id) for id in other_ids]
    return session.do(merged(session.case, session.case.get(Tag, kept_id), others))


def delete(session: Session, tag_ids: Sequence[str], parent: QWidget) -> None:
    """Delete tags, after asking."""
    if len(tag_ids) == 1:
        delete_record(session, tag_ids[0], parent)
    elif tag_ids:
        text = f"Delete {len(tag_ids)} tags? The records stay, without them. Undo brings them back."
        messages.offer(parent, text, "Delete", lambda: _delete_all(session, tag_ids))


def _delete_all(session: Session, tag_ids: Sequence[str]) -> None:
    removals = [session.case.removal_of(id) for id in tag_ids]
    # What hangs on two of them goes once.
    changes = {change.id: change for removal in removals for change in removal.changes}
    session.do(ChangeSet(f"Delete {len(removals)} tags", tuple(changes.values())))
