"""The page *Words to decide*: words that tell who somebody is, and the combinations left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.audiences import audiences, sees_everything
from viewer.domain.changes import ChangeSet
from viewer.gui import plain
from viewer.gui.deciding.decisions_list import DecisionsList
from viewer.gui.deciding.risks_list import RisksList
from viewer.gui.editors.term import CalmCombo
from viewer.gui.session import Session

_STANDARD = "public"


class DecidingPage(QWidget):
    """A choice of audience and two lists, one of which is shown."""

    record_requested = Signal(str)
    passage_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.audience = CalmCombo()
        self.audience.setAccessibleName("For whom")
        self.words = DecisionsList(session, _STANDARD)
        self.risks = RisksList(session, _STANDARD)
        self.switches = [_switch("Words to decide"), _switch("Combinations left")]
        self._lay_out()
        self._connect()
        self.setAccessibleName("Words to decide")
        self.setFocusProxy(self.words)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for switch in self.switches:
            top.addWidget(switch)
        top.addStretch(1)
        whom = plain.label("For", "quiet")
        whom.setBuddy(self.audience)
        top.addWidget(whom)
        top.addWidget(self.audience)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.words)
        self._pages.addWidget(self.risks)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addLayout(top)
        box.addLayout(self._pages, 1)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for number, switch in enumerate(self.switches):
            group.addButton(switch, number)
        self.switches[0].setChecked(True)
        group.idToggled.connect(lambda number, is_on: self._turn(number) if is_on else None)
        self.audience.currentIndexChanged.connect(self._choose)
        self.words.record_requested.connect(self.record_requested)
        self.words.passage_requested.connect(self.passage_requested)
        self.risks.record_requested.connect(self.record_requested)
        self.words.counted.connect(lambda number: self._count(0, "Words to decide", number))
        self.risks.counted.connect(lambda number: self._count(1, "Combinations left", number))
        self._session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the audiences that there are now."""
        super().showEvent(event)
        self._offer()
        self.risks.finding.begin()

    def _offer(self) -> None:
        chosen = self.audience.currentData() or _STANDARD
        offered = [a for a in audiences(self._session.case) if not sees_everything(a)]
        self.audience.blockSignals(True)
        self.audience.clear()
        for each in offered:
            self.audience.addItem(each.label, each.id)
        row = max(self.audience.findData(chosen), self.audience.findData(_STANDARD))
        known = self.audience.findData(chosen)
        self.audience.setCurrentIndex(known if known >= 0 else row)
        self.audience.blockSignals(False)
        if known < 0:
            self._choose()

    def _choose(self) -> None:
        audience = str(self.audience.currentData())
        self.words.show_audience(audience)
        self.risks.show_audience(audience)

    def _turn(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        shown = (self.words, self.risks)[number]
        self.setFocusProxy(shown)
        shown.setFocus()

    def _count(self, number: int, words: str, count: int) -> None:
        self.switches[number].setText(f"{words}  {count:,}")
        self.switches[number].setAccessibleName(f"{words}: {count:,}")

    def _on_changed(self, change_set: ChangeSet) -> None:
        if "audience" in change_set.kinds and self.isVisible():
            self._offer()


def _switch(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return button
