"""Whom a person looks like, said quietly below the names, and the way to compare and merge."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.similar import Similar
from viewer.domain.titles import title_of
from viewer.gui.duplicates.lookout import lookout_of
from viewer.gui.duplicates.merge_dialog import MergeDialog
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

#: Persons that are named; the page of similar persons has all.
_MOST = 3


class Resemblance(QWidget):
    """Lines for the likeliest, and one to merge with anybody."""

    record_requested = Signal(str)

    def __init__(self, session: Session, person_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._person_id = session, person_id
        self._lookout = lookout_of(session)
        self._shown: list[Similar] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        self.merge = LinkLine("Merge with…", icon_name="similar", parent=self)
        self.merge.add_tip("This person and another one of the case are one")
        self.merge.clicked.connect(lambda: self._open())
        self.merge.setVisible(not session.read_only)
        self._box.addWidget(self.merge)
        self._lookout.found.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show who is alike now."""
        found = self._lookout.of(self._person_id)[:_MOST] if self._session.is_open else []
        if found == self._shown:
            return
        self._shown = found
        while self._box.count() > 1:
            item = self._box.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, each in enumerate(found):
            self._box.insertWidget(place, self._line(each))

    def _line(self, found: Similar) -> LinkLine:
        other = next(id for id in found.pair if id != self._person_id)
        words = f"Looks like \u2068{title_of(self._session.case, other)}\u2069"
        line = LinkLine(words, "compare", "similar", self)
        line.add_tip(found.reason)
        line.clicked.connect(lambda: self._open(other, found.reason))
        return line

    def _open(self, other_id: str = "", reason: str = "") -> None:
        dialog = MergeDialog(self._session, self._person_id, other_id, reason, parent=self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.followed:
            self.record_requested.emit(dialog.followed)
