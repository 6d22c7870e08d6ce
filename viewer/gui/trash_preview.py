"""What comes back of a deletion, and what cannot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from viewer.domain.records import KINDS, Evidence, Passage, Record
from viewer.domain.titles import title
from viewer.gui import plain
from viewer.gui.icons import kind_icon
from viewer.gui.kinds import counted

if TYPE_CHECKING:
    from viewer.domain.overlay import Overlay
    from viewer.domain.restoring import Restoration
    from viewer.store.trash import TrashEntry

#: Records that are named; the rest is counted.
_NAMED = 100
#: Counted only: nobody knows them by a title.
_COUNTED = (Evidence, Passage)


class TrashPreview(QWidget):
    """Two lists; the second one only where something is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = plain.paragraph(look="quiet")
        self.back = _list("What comes back")
        self._lost = plain.paragraph(
            "This does not come back, as what it belongs to is gone:", "quiet"
        )
        self.left_out = _list("What does not come back")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 12)
        for widget, stretch in (
            *((self._heading, 0), (self.back, 3)),
            *((self._lost, 0), (self.left_out, 1)),
        ):
            box.addWidget(widget, stretch)
        self.setMinimumWidth(180)

    def show_entry(self, entry: TrashEntry | None, found: Restoration | None) -> None:
        """Show what restoring a deletion would do; nothing without one."""
        self.back.clear()
        self.left_out.clear()
        is_known = entry is not None and found is not None
        self.setVisible(is_known)
        if entry is None or found is None:
            return
        changes = found.change_set.changes
        again = [change.record for change in changes if change.before is None]
        tied = sum(change.before is not None for change in changes)
        self._heading.setText("Restore brings back:" if again else "Nothing of it can come back.")
        _fill(self.back, entry.was, again)
        if tied:
            self.back.addItem(f"{_records(tied)} point to it again")
        _fill(self.left_out, entry.was, found.left_out)
        for widget in (self._lost, self.left_out):
            widget.setVisible(bool(found.left_out))


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setIconSize(QSize(16, 16))
    return made


def _records(number: int) -> str:
    return "1 record will" if number == 1 else f"{number:,} records will"


def _fill(shown: QListWidget, was: Overlay, records: Iterable[Record]) -> None:
    known = list(records)
    named = [record for record in known if not isinstance(record, _COUNTED)][:_NAMED]
    for record in named:
        words = f"{KINDS[record.kind].labels[0]}: {title(was, record)}"
        shown.addItem(QListWidgetItem(kind_icon(record.kind), words))
    rest = [record.kind for record in known if record not in named]
    for kind in dict.fromkeys(rest):
        shown.addItem(QListWidgetItem(kind_icon(kind), counted(kind, rest.count(kind))))
