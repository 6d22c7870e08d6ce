"""What is looked at before a file leaves: its pages, words to decide, and combinations left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from viewer.domain.audiences import treatment
from viewer.domain.records import Audience
from viewer.domain.vocabularies import vocabulary
from viewer.gui.deciding.decisions_list import DecisionsList
from viewer.gui.deciding.risks_list import RisksList
from viewer.gui.session import Session

_WORDS, _RISKS = 1, 2


class Looks(QTabWidget):
    """Pages for everybody; what may still point to somebody where anybody is protected."""

    #: What there is to look at for the present audience is known.
    settled = Signal()
    record_requested = Signal(str)
    passage_requested = Signal(str)

    def __init__(
        self, session: Session, pages: QWidget, audience: Audience, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._audience = audience
        self.words = DecisionsList(session, audience.id)
        self.risks = RisksList(session, audience.id)
        self.addTab(pages, "Pages")
        self.addTab(self.words, "Words to decide")
        self.addTab(self.risks, "Combinations left")
        self.setDocumentMode(True)
        self.setAccessibleName("To look at before it leaves")
        for each in (self.words, self.risks):
            each.setContentsMargins(0, 8, 0, 0)
        self._connect()
        self._begin()

    def show_audience(self, audience: Audience) -> None:
        """Look for what another audience would read."""
        if audience.id == self._audience.id:
            return
        self._audience = audience
        self.words.show_audience(audience.id)
        self.risks.show_audience(audience.id)
        self._begin()

    @property
    def is_settled(self) -> bool:
        """Whether it is known what there is to look at."""
        lists = (self.words.finding, self.risks.finding)
        return not self._is_masking or all(each.found is not None for each in lists)

    @property
    def pending(self) -> str:
        """What should be looked at first, in words; "" for nothing."""
        if not self._is_masking:
            return ""
        words, risks = self.words.open_count, len(self.risks.finding.found or ())
        # As the tabs are called, so that they are found.
        told = ((words, "words to decide"), (risks, "combinations left"))
        return " and ".join(f"{name} ({n:,})" for n, name in told if n)

    def show_pending(self) -> None:
        """Turn to what should be looked at first."""
        self.setCurrentIndex(_WORDS if self.words.open_count else _RISKS)

    def stop(self) -> None:
        """Look for nothing more."""
        self.words.finding.stop()
        self.risks.finding.stop()

    @property
    def _is_masking(self) -> bool:
        levels = vocabulary("protection").codes
        return any(treatment(self._audience, level) != "named" for level in levels)

    def _connect(self) -> None:
        self.words.counted.connect(lambda n: self._count(_WORDS, "Words to decide", n))
        self.risks.counted.connect(lambda n: self._count(_RISKS, "Combinations left", n))
        self.words.record_requested.connect(self.record_requested)
        self.words.passage_requested.connect(self.passage_requested)
        self.risks.record_requested.connect(self.record_requested)
        for each in (self.words.finding, self.risks.finding):
            each.changed.connect(self._tell)

    def _begin(self) -> None:
        for tab in (_WORDS, _RISKS):
            self.setTabVisible(tab, self._is_masking)
        if self._is_masking:
            self.words.finding.begin()
            self.risks.finding.begin()

    def _tell(self) -> None:
        if self.words.finding.found is not None:
            self._count(_WORDS, "Words to decide", self.words.open_count)
        if self.risks.finding.found is not None:
            self._count(_RISKS, "Combinations left", len(self.risks.finding.found))
        if self.is_settled:
            self.settled.emit()

    def _count(self, tab: int, words: str, number: int) -> None:
        self.setTabText(tab, f"{words} ({number:,})")
