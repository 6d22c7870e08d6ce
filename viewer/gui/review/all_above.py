"""Accepting in one step all suggestions that are sure enough: how sure, and how many that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from viewer.domain.accepting import Proposal
from viewer.gui import plain
from viewer.gui.review.words import counted, kind_name, kinds_of

#: Percent of confidence that is offered first.
_FIRST = 90


class AcceptAllDialog(QDialog):
    """Counts as the user chooses; nothing is written before it is accepted."""

    def __init__(self, offered: Sequence[Proposal], is_part: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered = [each for each in offered if not each.doubt]
        self._doubtful = len(offered) - len(self._offered)
        self.setWindowTitle("Accept all above")
        self.least = QSpinBox()
        self.least.setRange(0, 100)
        self.least.setSingleStep(5)
        self.least.setSuffix(" %")
        self.least.setValue(_FIRST)
        self.least.setAccessibleName("Least confidence, in percent")
        self.number = plain.paragraph()
        self.kinds = plain.paragraph(look="quiet")
        which = "Of the kinds that are shown, accept" if is_part else "Accept"
        question = QLabel(f"{which} every suggestion with a confidence of at least:")
        question.setBuddy(self.least)
        box = QVBoxLayout(self)
        for widget in (question, self.least, self.number, self.kinds, self._buttons()):
            box.addWidget(widget)
        self.least.valueChanged.connect(self._count)
        self.setMinimumWidth(420)
        self._count()
        self.least.setFocus()
        self.least.selectAll()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.confirm = buttons.addButton("Accept", QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def chosen(self) -> list[Proposal]:
        """The suggestions that are sure enough."""
        least = self.least.value()
        return [each for each in self._offered if round(each.confidence * 100) >= least]

    def _count(self) -> None:
        chosen = self.chosen
        left = f" {self._doubtful:,} in doubt are left to you." if self._doubtful else ""
        self.number.setText(f"{len(chosen):,} of {counted(len(self._offered))}.{left}")
        self.kinds.setText(", ".join(_said(chosen)) or "None is as sure as that.")
        self.confirm.setText(f"Accept {len(chosen):,}")
        self.confirm.setEnabled(bool(chosen))


def _said(chosen: Sequence[Proposal]) -> Iterator[str]:
    for kind, number in kinds_of(chosen).items():
        yield f"{number:,} {kind_name(kind, many=number > 1).lower()}"
