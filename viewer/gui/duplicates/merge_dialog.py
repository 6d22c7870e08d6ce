"""Comparing one person with another, suggested or chosen, to merge them or tell them apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.domain.records import Person
from viewer.domain.titles import title_of
from viewer.errors import InvalidRecordError
from viewer.gui.duplicates.answer_bar import AnswerBar
from viewer.gui.duplicates.comparison import Comparison
from viewer.gui.duplicates.deeds import merge, tell_apart
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.labels import label
from viewer.gui.session import Session

_SIZE = (700, 640)
_HINT = "Both are then shown side by side, and you choose what is kept of each."


class MergeDialog(QDialog):
    """Compares the person who stays with another one, who is asked for unless given."""

    def __init__(
        self, session: Session, person_id: str, other_id: str = "", reason: str = "", *,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._person_id, self._reason = session, person_id, reason
        self._other_id = ""
        #: The record that the user followed a link to, if any.
        self.followed = ""
        self.setWindowTitle("Merge persons")
        self.other = ReferenceEditor(session, ("person",), optional=False)
        self.other.stay_here()
        self.other.set_name("Merge with")
        self.problem = label("", "problem")
        self.comparison = Comparison(session)
        self.answers = AnswerBar()
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        self.answers.add(self.cancel)
        self._asked = _asking(label(f"Merge “{title_of(session.case, person_id)}” with"))
        self._lay_out()
        self.resize(*_SIZE)
        self._connect()
        self._asked.setVisible(not other_id)
        self.answers.begin(is_open=False)
        if other_id:
            self.compare(other_id)

    def _lay_out(self) -> None:
        within = self._asked.layout()
        assert within is not None
        within.addWidget(self.other)
        within.addWidget(self.problem)
        within.addWidget(label(_HINT, "quiet"))
        self.problem.hide()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.comparison)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self._asked)
        box.addWidget(self._area, 1)
        box.addWidget(self.answers)

    def _connect(self) -> None:
        self.other.finished.connect(self._on_chosen)
        self.answers.merge_wanted.connect(self._merge)
        self.answers.distinction_wanted.connect(self._tell_apart)
        self.cancel.clicked.connect(self.reject)
        self.comparison.record_requested.connect(self._follow)
        self._session.failed.connect(self._say)
        for key, deed in (
            ("M", self.answers.merge.click),
            ("N", self.answers.apart.click),
            ("1", partial(self.comparison.take_all, 0)),
            ("2", partial(self.comparison.take_all, 1)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def compare(self, other_id: str) -> None:
        """Show the person beside another one."""
        one, other = (self._session.case.find(id) for id in (self._person_id, other_id))
        if not isinstance(one, Person) or not isinstance(other, Person) or one == other:
            return
        self._other_id = other_id
        self.comparison.show_pair(one, other, self._reason)
        self.answers.begin(is_open=not self._session.read_only)
        # Later: what was just made has no place yet.
        QTimer.singleShot(0, self.comparison, self.comparison.begin)

    def _on_chosen(self) -> None:
        try:
            chosen = self.other.value()
        except InvalidRecordError as error:
            if self.other.line.text().strip():
                self._say(str(error))
            return
        self.problem.hide()
        if chosen == self._person_id:
            self._say("That is the same person already.")
        elif chosen and chosen != self._other_id:
            self.compare(chosen)

    def _say(self, sentence: str) -> None:
        self._asked.show()
        self.problem.setText(sentence)
        self.problem.show()

    def _merge(self) -> None:
        if merge(self._session, self._person_id, self._other_id, self.comparison.choices()):
            self.accept()

    def _tell_apart(self, note: str) -> None:
        if tell_apart(self._session, self._person_id, self._other_id, note):
            self.accept()

    def _follow(self, record_id: str) -> None:
        self.followed = record_id
        self.reject()


def _asking(words: QWidget) -> QWidget:
    asked = QWidget()
    box = QVBoxLayout(asked)
    box.setContentsMargins(18, 8, 18, 4)
    box.setSpacing(4)
    box.addWidget(words)
    return asked
