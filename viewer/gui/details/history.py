"""The history of one record: who changed what, when, from what to what."""

from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.dates import Date
from viewer.domain.fields import DateField, NamedField, Ref, Term
from viewer.domain.records import fields_of
from viewer.domain.text import isolated, shortened
from viewer.domain.titles import date_phrase, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.gui.fold import Fold
from viewer.gui.labels import label
from viewer.gui.session import Session
from viewer.store import RecordChange

#: Entries that are shown, the newest first.
_MOST = 50


class HistorySection(QWidget):
    """Folded away until it is asked for."""

    def __init__(self, session: Session, record_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record_id = record_id
        self.fold = Fold("History of this record")
        self.fold.turned.connect(self.refresh)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(8, 0, 0, 0)
        self._lines.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(self._lines)

    def refresh(self) -> None:
        """Read the history again, if it is unfolded."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self.fold.is_open:
            changes = self._session.case.history_of(self._record_id)
            for change in reversed(changes[-_MOST:]):
                self._lines.addWidget(label(entry_text(self._session, change), selectable=True))


def entry_text(session: Session, change: RecordChange) -> str:
    """Return one entry in words, a line for each field that changed."""
    who = f" · {change.entry.who}" if change.entry.who else ""
    head = f"{isolated(_local(change.entry.at))}{who} · {change.entry.label}"
    if change.before is None or change.after is None:
        return head
    fields = {field.name: field for field in fields_of(change.kind)}
    lines = [
        f"{fields[name].spec.label}: {_said(session, fields[name], change.before[name])} → "
        f"{_said(session, fields[name], value)}"
        for name, value in change.after.items()
        if name in fields
    ]
    return "\n".join((head, *lines))


def _local(at: str) -> str:
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale.c().toString(moment, "d MMM yyyy, HH:mm")


def _said(session: Session, field: NamedField, value: Any) -> str:
    match field.spec:
        case Term(vocabulary=name):
            said = vocabulary(name).label(value)
        case Ref():
            # A record that is gone has no title any more.
            said = title_of(session.case, value) or ("a deleted record" if value else "")
        case DateField():
            said = date_phrase(session.case, Date(**value)) or value["written"]
        case _:
            said = "" if value is None else str(value)
    return f"“{shortened(said, 60)}”" if said else "nothing"
