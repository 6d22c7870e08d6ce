"""One entry of a record's history in words: who, when, what, from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.dates import Date
from viewer.domain.differences import differences
from viewer.domain.fields import DateField, NamedField, Ref, Term, Text
from viewer.domain.reader import CaseReader
from viewer.domain.records import fields_of
from viewer.domain.text import isolated, shortened
from viewer.domain.titles import date_phrase, title_of
from viewer.domain.vocabularies import vocabulary
from viewer.gui import moments
from viewer.gui.details.diff_text import DiffText
from viewer.gui.labels import label
from viewer.store import HistoryEntry, RecordChange

#: Code points of a value in one line; longer texts are compared word by word.
_SHORT = 60


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words; `is_long` where it is better read word by word."""

    label: str
    before: str
    after: str
    is_long: bool

    @property
    def line(self) -> str:
        """From what to what, on one line."""
        return f"{self.label}: {_quoted(self.before)} → {_quoted(self.after)}"


class EntryView(QWidget):
    """An entry with a line, or a text, for each field that changed."""

    def __init__(
        self,
        case: CaseReader,
        change: RecordChange,
        is_undone: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        is_quiet = is_undone or change.entry.deed == "undo"
        head = label(heading(change.entry, is_undone), "quiet" if is_quiet else "", selectable=True)
        box.addWidget(head)
        for words in told(case, change):
            if isinstance(words, str):
                box.addWidget(label(words, "quiet", selectable=True))
            else:
                box.addWidget(label(f"{words.label}:", "quiet"))
                pieces = differences(words.before, words.after)
                box.addWidget(DiffText(pieces, f"What changed in {words.label}"))


def heading(entry: HistoryEntry, is_undone: bool) -> str:
    """Return when, who and what, and whether it still holds."""
    who = f" · {entry.who}" if entry.who else ""
    since = " (undone since)" if is_undone else ""
    return f"{isolated(moments.local(entry.at))}{who}\n{moments.deed(entry)}{since}"


def told(case: CaseReader, change: RecordChange) -> Iterable[str | FieldChange]:
    """Return what an entry did to a record, field by field."""
    if change.is_forgotten:
        yield "What was said here was removed for good."
        return
    if change.before is None or change.after is None:
        was = change.after if change.before is None else change.before
        what = "Made, with" if change.before is None else "Deleted. It said"
        values = list(_values(case, change.kind, was or {}))
        yield f"{what} {', '.join(values)}." if values else f"{what.partition(',')[0]}."
        return
    for found in _changed(case, change):
        yield found if found.is_long else found.line


def _values(case: CaseReader, kind: str, values: dict[str, Any]) -> Iterable[str]:
    for field in fields_of(kind):
        said = _said(case, field, values.get(field.name))
        if said and field.spec.editable:
            yield f"{field.spec.label} {_quoted(said)}"


def _changed(case: CaseReader, change: RecordChange) -> Iterable[FieldChange]:
    before, after = change.before or {}, change.after or {}
    for field in fields_of(change.kind):
        if field.name in after:
            old, new = _said(case, field, before[field.name]), _said(case, field, after[field.name])
            is_long = isinstance(field.spec, Text) and max(len(old), len(new)) > _SHORT
            yield FieldChange(field.spec.label, old, new, is_long)


def _said(case: CaseReader, field: NamedField, value: Any) -> str:
    if value is None:
        return ""
    match field.spec:
        case Term(vocabulary=name):
            return vocabulary(name).label(value)
        case Ref():
            # A record that is gone has no title any more.
            return title_of(case, value) or ("a deleted record" if value else "")
        case DateField():
            return date_phrase(case, Date(**value)) or str(value["written"])
        case _:
            return str(value)


def _quoted(said: str) -> str:
    return f"“{shortened(said, _SHORT)}”" if said else "nothing"
