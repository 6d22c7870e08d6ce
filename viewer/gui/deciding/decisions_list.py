"""The widget *Words to decide*: what may tell who a protected person is, to withhold or leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.identifying import Mention, mentions
from viewer.domain.identifying.deciding import decided, undecided
from viewer.domain.records import Document
from viewer.gui import plain
from viewer.gui.deciding.deeds import DecisionBar
from viewer.gui.deciding.finding import Finding
from viewer.gui.deciding.found_list import FoundList
from viewer.gui.deciding.model import MentionModel
from viewer.gui.deciding.view import MentionView
from viewer.gui.session import Session

_LOOKING = "Looking for words that tell who a protected person is, although no name is given…"
_NOTHING = (
    "Nothing is to be decided: no words were found that tell this audience who a protected person "
    "is. Read the pages all the same: only kin, occupations and shared surnames are looked for."
)
_TOLD = (
    "These words tell without a name who somebody is. Withheld ones are left out wherever persons "
    "are protected."
)
#: Lines of text from which on there is room for explaining.
_HIGH = 15


class DecisionsList(FoundList):
    """Each deed is one change set, so that undo works; the case decides what is open."""

    #: The id of a passage to show in its document.
    passage_requested = Signal(str)

    def __init__(self, session: Session, audience: str, parent: QWidget | None = None) -> None:
        self.model = MentionModel(session)
        self.view = MentionView(self.model)
        finding = Finding(session, audience, mentions)
        super().__init__(finding, self.view, plain.paragraph(look="quiet"), parent)
        self.model.setParent(self)
        self._session = session
        self.deeds = DecisionBar()
        self._whole.addWidget(self.deeds)
        self._row = 0
        self._connect()
        self.setAccessibleName("Words to decide")

    def _connect(self) -> None:
        self.view.looked_at.connect(self._look_at)
        for wish, button, deed in (
            (self.view.withhold_wanted, self.deeds.withhold, self._withhold),
            (self.view.leave_wanted, self.deeds.leave, self._leave),
            (self.view.reopen_wanted, self.deeds.reopen, self._reopen),
            (self.view.place_wanted, self.deeds.place, self._go_to),
        ):
            wish.connect(deed)
            button.clicked.connect(deed)

    @property
    def open_count(self) -> int:
        """How many words nothing was decided on."""
        return sum(each.is_open for each in self.finding.found or ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain where there is room."""
        super().resizeEvent(event)
        self._say_number()

    def _show(self) -> None:
        found, current = self.finding.found, self.model.mention_at(self._row)
        self.model.show(found or ())
        row = self.model.row_of(current.key) if current is not None else 0
        if found:
            self.view.go_to(row if row >= 0 else self._row)
        self._say(_LOOKING, _NOTHING)
        self.deeds.setVisible(bool(found))
        self._say_number()
        self._allow()
        if found is not None:
            self.counted.emit(self.open_count)

    def _say_number(self) -> None:
        found, number = self.finding.found or (), self.open_count
        self.heading.setVisible(bool(found))
        told = _TOLD if self.height() > _HIGH * self.fontMetrics().lineSpacing() else ""
        counts = f"{number:,} open · {len(found) - number:,} decided."
        self.heading.setText(f"{counts} {told}".strip())

    def _look_at(self, row: int) -> None:
        self._row = max(row, 0)
        self._allow()

    def _allow(self) -> None:
        self.deeds.allow(self._current(), may_write=not self._session.read_only)

    # Deeds

    def _current(self) -> Mention | None:
        return self.model.mention_at(self.view.currentIndex().row())

    def _withhold(self) -> None:
        self._decide("withheld")

    def _leave(self) -> None:
        self._decide("kept")

    def _decide(self, ruling: str) -> None:
        mention = self._current()
        if mention is None or self._session.read_only or mention.ruling == ruling:
            return
        if self._do(decided(self._session.case, mention, ruling)):
            self._go_on()

    def _reopen(self) -> None:
        mention = self._current()
        if mention is not None and not self._session.read_only:
            self._do(undecided(self._session.case, mention))

    def _do(self, change_set: ChangeSet) -> bool:
        return change_set.is_empty or self._session.do(change_set)

    def _go_on(self) -> None:
        row = self.model.next_open(self._row)
        if row >= 0 and row != self._row:
            self.view.go_to(row)

    def _go_to(self) -> None:
        mention = self._current()
        if mention is None:
            return
        passage = self._passage(mention)
        if passage:
            self.passage_requested.emit(passage)
        else:
            self.record_requested.emit(mention.target_id)

    def _passage(self, mention: Mention) -> str:
        """Return the shortest passage with the words, "" where they are no document's."""
        case = self._session.case
        if not isinstance(case.find(mention.target_id), Document):
            return ""
        around = [
            passage
            for passage in case.passages(mention.target_id)
            if passage.start <= mention.start and mention.end <= passage.end
        ]
        return min(around, key=lambda p: p.end - p.start).id if around else ""
