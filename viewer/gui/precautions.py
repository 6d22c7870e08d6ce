"""Whom the last deed protected unasked: said in the line at the bottom, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QToolButton, QWidget

from viewer.gui.elided import ElidedLabel
from viewer.gui.icons import icon
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.domain.careful import Precaution
    from viewer.domain.records import Person

#: Persons that are named; more are counted.
_NAMED = 2
_ICON = 16


class PrecautionNotice(QWidget):
    """Stays until it is put away, until the protection is another one, or the case is closed."""

    #: A person's id, and the name of the field that is to get the keyboard.
    field_requested = Signal(str, str)

    def __init__(self, bar: QStatusBar, session: Session) -> None:
        super().__init__(bar)
        self._session = session
        self._taken: tuple[Precaution, ...] = ()
        self._shield = QLabel()
        self.sentence = ElidedLabel()
        self.show_first = _button("Show", "Show how this person is protected")
        self.make_public = _button("Make public", "Take this protection back")
        self.close_notice = QToolButton()
        self.close_notice.setIcon(icon("close"))
        self.close_notice.setIconSize(QSize(12, 12))
        self.close_notice.setAutoRaise(True)
        self.close_notice.setToolTip("Put this message away")
        self.close_notice.setAccessibleName("Put this message away")
        self._lay_out()
        self._connect()
        bar.addWidget(self, 1)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shield)
        row.addWidget(self.sentence, 1)
        for button in (self.show_first, self.make_public, self.close_notice):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self._session.protected.connect(self.tell)
        self._session.changed.connect(self._look_again)
        self._session.closed.connect(self.forget)
        self.show_first.clicked.connect(self._show_first)
        self.make_public.clicked.connect(self._make_public)
        self.close_notice.clicked.connect(self.forget)

    def tell(self, taken: tuple[Precaution, ...]) -> None:
        """Say whom a deed protected."""
        self._taken = taken
        said = self._said()
        self._shield.setPixmap(icon("protection").pixmap(_ICON, _ICON))
        self.sentence.show_words(said)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def forget(self) -> None:
        """Say nothing any more."""
        self._taken = ()
        self.sentence.show_words("")
        self.hide()

    def _said(self) -> str:
        from viewer.domain.text import in_own_direction
        from viewer.domain.titles import title_of
        from viewer.domain.vocabularies import vocabulary

        case = self._session.case
        each = [
            f"{in_own_direction(title_of(case, p.person_id))} – "
            f"{vocabulary('protection').label(p.protection).lower()} ({p.reason})"
            for p in self._taken[:_NAMED]
        ]
        more = len(self._taken) - len(each)
        return f"Protected: {'; '.join(each)}{f'; and {more} more' if more else ''}"

    def _still_so(self) -> list[Person]:
        """Return those who are protected as they were told to be."""
        from viewer.domain.records import Person

        found = ((self._session.case.find(each.person_id), each) for each in self._taken)
        return [p for p, e in found if isinstance(p, Person) and p.protection == e.protection]

    def _look_again(self) -> None:
        if self._taken and not self._still_so():
            self.forget()

    def _show_first(self) -> None:
        self.field_requested.emit(self._taken[0].person_id, "protection")

    def _make_public(self) -> None:
        from viewer.domain.changes import combined, edit

        people = self._still_so()
        label = "Make person public" if len(people) == 1 else f"Make {len(people)} persons public"
        self._session.do(combined(label, [edit(p, protection="public") for p in people]))


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", "link")
    button.setToolTip(tip)
    return button
