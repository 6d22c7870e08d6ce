"""Persons who are known not to be the same, each pair with a way to take that back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Distinction
from viewer.domain.titles import title_of
from viewer.gui.deletion import removed_quietly
from viewer.gui.emptying import empty
from viewer.gui.fold import Fold
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

#: Pairs that are shown; the latest ones.
_MOST = 60


class ToldApart(QWidget):
    """Folded away until it is wanted; not there while there is none."""

    record_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.fold = Fold("")
        self._lines = QWidget()
        self._lines.hide()
        self._box = QVBoxLayout(self._lines)
        self._box.setContentsMargins(22, 0, 0, 0)
        self._box.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 4, 18, 8)
        layout.setSpacing(2)
        layout.addWidget(self.fold)
        layout.addWidget(self._lines)
        self.fold.turned.connect(self._turn)
        session.changed.connect(self._on_changed)
        session.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        if not self._session.is_open:
            return
        number = self._session.case.total(Distinction.kind)
        self.setVisible(number > 0)
        self.fold.setText(f"Known not to be the same: {number:,}")
        if self.fold.is_open:
            self._fill()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.kinds & {"distinction", "person", "name"}:
            self.refresh()

    def _turn(self, is_open: bool) -> None:
        self._lines.setVisible(is_open)
        if is_open:
            self._fill()

    def _fill(self) -> None:
        empty(self._box)
        known = list(self._session.case.all(Distinction))[-_MOST:]
        for each in reversed(known):
            self._box.addWidget(self._line(each))

    def _line(self, known: Distinction) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for id in (known.person_id, known.other_id):
            link = LinkLine(title_of(self._session.case, id), icon_name="person")
            link.clicked.connect(lambda id=id: self.record_requested.emit(id))
            box.addWidget(link, 3)
        box.addWidget(label(known.note, "quiet"), 2)
        back = QPushButton("Take back")
        back.setToolTip("Suggest these two again, if they look alike")
        back.setAutoDefault(False)
        back.clicked.connect(lambda: removed_quietly(self._session, known.id, "Take back"))
        box.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        back.setVisible(not self._session.read_only)
        return row
