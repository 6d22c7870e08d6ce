"""What can be created: an action for each kind, each of which opens a small form."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.creation.document import DocumentDialog
from viewer.gui.creation.person import PersonDialog
from viewer.gui.creation.quote import QuoteDialog
from viewer.gui.icons import kind_icon
from viewer.gui.session import Session

_WORDS = {
    "person": "&Person…",
    "event": "&Event…",
    "place": "P&lace…",
    "quote": "&Quote…",
    "figure": "Reported &figure…",
    "document": "&Document from text…",
    "involvement": "&Involvement…",
    "relationship": "&Relationship…",
    "event_link": "Event lin&k…",
    "annotation": "&Annotation…",
    "tag": "&Tag…",
}
_OWN_FORMS: dict[str, Callable[[Session, QWidget | None], RecordDialog]] = {
    "person": PersonDialog,
    "document": DocumentDialog,
    "quote": QuoteDialog,
}


def create_actions(
    session: Session, parent: QWidget, created: Callable[[str], None] | None = None
) -> list[QAction]:
    """Return an action for each kind, its `data()`; `created` is told the new record's id."""
    return [_action(session, parent, kind, created) for kind in _WORDS]


def dialog_for(session: Session, kind: str, parent: QWidget | None = None) -> RecordDialog:
    """Return the form for a new record of a kind."""
    form = _OWN_FORMS.get(kind)
    return form(session, parent) if form else RecordDialog(session, kind, parent)


def _action(
    session: Session, parent: QWidget, kind: str, created: Callable[[str], None] | None
) -> QAction:
    action = QAction(kind_icon(kind), _WORDS[kind], parent)
    action.setData(kind)
    action.triggered.connect(partial(_create, session, parent, kind, created))
    return action


def _create(
    session: Session,
    parent: QWidget,
    kind: str,
    created: Callable[[str], None] | None,
    _checked: bool = False,
) -> None:
    if session.read_only:
        session.failed.emit("This case is open read-only; nothing can be added to it.")
        return
    dialog = dialog_for(session, kind, parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    record_id = dialog.record_id
    dialog.deleteLater()
    if done and created is not None:
        created(record_id)
