"""One value of two, or both of them: a choice made with the mouse or the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QWidget,
)

from viewer.gui.labels import label

_NOTHING = "(nothing)"
#: Code points of words that are one line.
_LINE = 40


@dataclass(frozen=True, slots=True)
class Offer:
    """A value and the words that say it."""

    value: Any
    words: str


class Option(QWidget):
    """A round button beside words of several lines, which can be clicked, too."""

    def __init__(self, heading: str, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        said = offer.words or _NOTHING
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{heading}: {said}")
        # One line stands beside its button in any script; of several, each begins where it must.
        beside = said if "\n" in said or len(said) > _LINE else f"\u200e{said}"
        words = label(beside, "" if offer.words else "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(6)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.button.setMinimumHeight(words.fontMetrics().height())
        self.setFocusProxy(self.button)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it by its words, too."""
        if self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
        super().mousePressEvent(event)


class Choice(QWidget):
    """A heading and the two offers side by side; `both` of them below, where that makes sense."""

    def __init__(
        self,
        heading: str,
        offers: Sequence[Offer],
        chosen: Any,
        both: Offer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.options = [Option(heading, offer) for offer in offers]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(heading, "quiet"), 0, 0, 1, 2)
        for place, option in enumerate(self.options):
            grid.addWidget(option, 1 + place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        if both is not None:
            self.options.append(Option(heading, both))
            grid.addWidget(self.options[-1], 2, 0, 1, 2)
        self._group = QButtonGroup(self)
        for option in self.options:
            self._group.addButton(option.button)
        self.options[0].button.setChecked(True)
        self.take_value(chosen)

    @property
    def value(self) -> Any:
        """What is chosen."""
        return next(o.offer.value for o in self.options if o.button.isChecked())

    @property
    def chosen_button(self) -> QAbstractButton | None:
        """The button of what is chosen."""
        return self._group.checkedButton()

    def take(self, place: int) -> None:
        """Choose the first (0) or the second (1) offer."""
        self.options[place].button.setChecked(True)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be looked at only."""
        for option in self.options:
            option.button.setEnabled(not read_only)

    def take_value(self, value: Any) -> None:
        """Choose a value, if it is offered."""
        for option in self.options:
            if option.offer.value == value:
                option.button.setChecked(True)
                return
