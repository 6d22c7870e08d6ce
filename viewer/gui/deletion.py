"""Deleting a record, after saying what goes along with it and what lets go of it."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.records import KINDS, Evidence, Passage
from viewer.domain.titles import title, title_of
from viewer.errors import CasefileError
from viewer.gui.icons import kind_icon
from viewer.gui.kinds import counted
from viewer.gui.labels import label
from viewer.gui.session import Session

#: Records named in the confirmation; the rest is counted.
_NAMED = 30
#: Counted only: nobody knows them by a title.
_COUNTED = (Evidence, Passage)


def delete_record(session: Session, record_id: str, parent: QWidget | None) -> bool:
    """Delete a record if the user agrees; returns whether it was deleted. Undo brings all back."""
    removal = _removal(session, record_id)
    if removal is None or not _Confirmation(session, removal, record_id, parent).exec():
        return False
    return session.do(removal)


def removed_quietly(session: Session, record_id: str, deed: str = "") -> bool:
    """Delete a small part of a record without asking; undo, named by the deed, brings it back."""
    removal = _removal(session, record_id)
    if removal is None:
        return False
    return session.do(replace(removal, label=deed or removal.label))


def _removal(session: Session, record_id: str) -> ChangeSet | None:
    if session.read_only:
        session.failed.emit("This case is open read-only; nothing was deleted.")
        return None
    try:
        return session.case.removal_of(record_id)
    except CasefileError as error:
        session.failed.emit(str(error))
        return None


class _Confirmation(QDialog):
    def __init__(
        self, session: Session, removal: ChangeSet, record_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._session = session
        going = [c for c in removal.changes if c.after is None and c.id != record_id]
        letting_go = [c for c in removal.changes if c.after is not None]
        kind = next(c.kind for c in removal.changes if c.id == record_id)
        self.setWindowTitle(f"{removal.label}?")
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(_heading(f"Delete “{title_of(session.case, record_id)}”?"))
        if going:
            layout.addWidget(label(f"With this {KINDS[kind].labels[0].lower()} go:"))
            layout.addWidget(self._list(going))
        if letting_go:
            layout.addWidget(label("These stay, and no longer refer to it:"))
            layout.addWidget(self._list(letting_go))
        layout.addWidget(label("Undo brings everything back, and so does the trash.", "quiet"))
        layout.addWidget(self._buttons())

    def _list(self, changes: list[Change]) -> QListWidget:
        shown = QListWidget()
        named = [c for c in changes if not isinstance(c.record, _COUNTED)]
        for change in named[:_NAMED]:
            kind = KINDS[change.kind].labels[0]
            shown.addItem(f"{kind}: {title(self._session.case, change.before or change.record)}")
            shown.item(shown.count() - 1).setIcon(kind_icon(change.kind))
        rest = [*named[_NAMED:], *(c for c in changes if isinstance(c.record, _COUNTED))]
        for kind_name in KINDS:
            number = sum(c.kind == kind_name for c in rest)
            if number:
                more = "more " if any(c.kind == kind_name for c in named[:_NAMED]) else ""
                shown.addItem(f"{counted(kind_name, number).replace(' ', f' {more}', 1)}")
                shown.item(shown.count() - 1).setIcon(kind_icon(kind_name))
        shown.setWordWrap(True)
        rows = min(shown.count(), 7)
        shown.setFixedHeight(rows * (shown.sizeHintForRow(0) + 4) + 10)
        return shown

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Cancel)
        delete = buttons.addButton("Delete", QDialogButtonBox.ButtonRole.AcceptRole)
        delete.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _heading(words: str) -> QLabel:
    return label(words, "subheading")
