"""Asks whether somebody or something is to be removed for good, after showing what that means."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.forgetting import UNREACHED, Choice
from viewer.domain.records import Person
from viewer.domain.text import normalised
from viewer.gui import plain
from viewer.gui.forgetting.documents import Documents
from viewer.gui.forgetting.jobs import PlanJob, Planned, Which, Wish
from viewer.gui.forgetting.tree import PlanTree
from viewer.gui.labels import label

if TYPE_CHECKING:
    from viewer.store import Access

#: In widths of a letter and heights of a line.
_WIDTH, _HEIGHT = 96, 44
_MEANS = (
    "Afterwards no byte of this file holds it. It cannot be brought back, and nothing that was "
    "done before can be undone any more."
)
_AGREED = "I know that this cannot be undone"


class ForgetDialog(QDialog):
    """Plans anew whenever something is chosen otherwise; accepted with what was shown last."""

    #: The `Forgetting` that the user agreed to.
    agreed = Signal(object)

    def __init__(self, access: Access, which: Which, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Remove for good")
        self._access, self._wish = access, Wish(which)
        self._job: PlanJob | None = None
        self.found: Planned | None = None
        self.tree, self.documents = PlanTree(), Documents()
        self.also = QLineEdit()
        self.also.setPlaceholderText("Further forms of the name, with commas between")
        self.also.setAccessibleName("Further forms of the name to look for")
        self.staying, self.problem = label("", "quiet"), label("", "problem")
        self.is_agreed = QCheckBox(_AGREED)
        self._bar = QProgressBar()
        self._documents_heading = plain.label("Documents that name the person", "subheading")
        self._lay_out(title)
        self._connect()
        self._plan()

    def _lay_out(self, title: str) -> None:
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for widget in (
            label(f"Remove “{title}” for good?", "subheading"),
            label(_MEANS),
            self.tree,
            self.also,
            self._documents_heading,
            self.documents,
            self.staying,
            label(UNREACHED, "quiet"),
            self.problem,
            self._bar,
            self.is_agreed,
        ):
            box.addWidget(widget, 1 if widget is self.tree else 0)
        box.addLayout(self._buttons())
        for hidden in (self._documents_heading, self.documents, self.also, self.problem):
            hidden.hide()
        letter = plain.label().fontMetrics()
        size = QSize(_WIDTH * letter.averageCharWidth(), _HEIGHT * letter.height())
        self.resize(size.boundedTo(self.screen().availableSize() - QSize(16, 48)))

    def _buttons(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.remove = buttons.addButton("Remove for good", QDialogButtonBox.ButtonRole.AcceptRole)
        self.remove.setProperty("look", "danger")
        self.remove.setAutoDefault(False)
        self.remove.setEnabled(False)
        self.cancel.setDefault(True)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(buttons)
        return row

    def _connect(self) -> None:
        self.documents.chosen.connect(self._choose)
        self.also.editingFinished.connect(self._look_for_more)
        self.is_agreed.toggled.connect(self._allow)

    # Planning

    def _choose(self, id: str, choice: str) -> None:
        choices = {**self._wish.choices, id: cast(Choice, choice)}
        self._wish = replace(self._wish, choices=choices)
        self._plan()

    def _look_for_more(self) -> None:
        names = (normalised(name).strip() for name in self.also.text().replace("،", ",").split(","))
        also = tuple(filter(None, names))
        if also != self._wish.also:
            self._wish = replace(self._wish, also=also)
            self._plan()

    def _plan(self) -> None:
        self._end()
        self.found = None
        self._bar.show()
        self.is_agreed.setChecked(False)
        self._job = PlanJob(self._access, self._wish, self)
        self._job.planned.connect(self._show)
        self._job.refused.connect(self._refuse)
        self._job.broke.connect(self.reject)
        self._job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, found: Planned) -> None:
        if found.wish is not self._wish:
            return  # It was told just before something else was chosen.
        self.found = found
        self._bar.hide()
        self.problem.hide()
        self.tree.show_plan(found)
        self.also.setVisible(isinstance(found.plan.target.record, Person))
        self.documents.show_documents(found.preview.documents)
        self._order()
        for widget in (self._documents_heading, self.documents):
            widget.setVisible(bool(found.preview.documents))
        _tell(self.staying, "\n".join(found.preview.staying))
        self._allow()

    def _order(self) -> None:
        """Go through what is chosen as it stands; the boxes were made after the buttons."""
        steps = (self.tree, self.also, *self.documents.boxes.values(), self.is_agreed, self.cancel)
        for before, after in pairwise((*steps, self.remove)):
            self.setTabOrder(before, after)

    def _refuse(self, wish: Wish, sentence: str) -> None:
        if wish is not self._wish:
            return
        self._bar.hide()
        _tell(self.problem, sentence)
        self._allow()

    def _allow(self) -> None:
        self.remove.setEnabled(self.found is not None and self.is_agreed.isChecked())

    def _agree(self) -> None:
        found = self.found
        if found is not None and self.is_agreed.isChecked():
            self.accept()
            self.agreed.emit(found.plan)

    # Qt's events

    def done(self, result: int) -> None:
        """Let the case go that is being read."""
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the case go that is being read."""
        self._end()
        super().closeEvent(event)


def _tell(shown: QLabel, words: str) -> None:
    shown.setText(words)
    shown.setVisible(bool(words))
