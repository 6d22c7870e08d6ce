"""The history of one record: who changed what, when, from what to what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.gui.details.history_entry import EntryView
from viewer.gui.emptying import empty
from viewer.gui.fold import Fold
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

#: Entries that are shown at first, and more each time: the newest come first.
_SOME = 20


class HistorySection(QWidget):
    """Folded away until it is asked for."""

    def __init__(self, session: Session, record_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record_id = record_id
        self._most = _SOME
        self.fold = Fold("History of this record")
        self.fold.turned.connect(self.refresh)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(8, 4, 0, 0)
        self._lines.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(self._lines)

    def refresh(self) -> None:
        """Read the history again, if it is unfolded."""
        empty(self._lines)
        if self.fold.is_open:
            self._fill()

    def _fill(self) -> None:
        case = self._session.case
        changes = case.history_of(self._record_id)
        # What takes back a deed touches the same records.
        undone = {change.entry.reverses for change in changes}
        for change in reversed(changes[-self._most :]):
            self._lines.addWidget(EntryView(case, change, change.entry.seq in undone))
        rest = len(changes) - self._most
        if rest > 0:
            more = LinkLine(f"Show {rest:,} older", icon_name="history")
            more.clicked.connect(self._show_more)
            self._lines.addWidget(more)

    def _show_more(self) -> None:
        self._most += 5 * _SOME
        self.refresh()
