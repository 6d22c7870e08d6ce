"""Whom a new person looks like, said while the name is typed, before there are two of one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.similar import Similar
from viewer.domain.titles import title_of
from viewer.gui.duplicates.alike import alike_of
from viewer.gui.emptying import empty
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

#: Milliseconds of stillness after which is looked; persons that are named.
_STILLNESS, _MOST = 250, 3


class KnownAlready(QWidget):
    """Nothing at all while nobody is alike."""

    #: The user means this person of the case.
    taken = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=_STILLNESS)
        self._timer.timeout.connect(self._look)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        self.hide()

    def look_for(self, text: str) -> None:
        """Look for persons of that name once it is no longer being typed."""
        self._text = text
        self._timer.start()

    def _look(self) -> None:
        if not self._session.is_open:
            return
        empty(self._box)
        found = alike_of(self._session).like(self._text)[:_MOST]
        if found:
            self._box.addWidget(
                label("Perhaps in the case already – choose who is meant:", "quiet")
            )
        for each in found:
            self._box.addWidget(self._line(each))
        self.setVisible(bool(found))

    def _line(self, found: Similar) -> LinkLine:
        title = title_of(self._session.case, found.person_id)
        line = LinkLine(title, "take this one", "person", self)
        line.add_tip(found.reason)
        line.clicked.connect(lambda: self.taken.emit(found.person_id))
        return line
