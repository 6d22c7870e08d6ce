"""The page *Similar persons*: pair by pair, is this one person or are they two?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QSplitter, QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet
from viewer.domain.records import Person
from viewer.domain.similar import Similar
from viewer.gui.duplicates.answer_bar import AnswerBar
from viewer.gui.duplicates.comparison import Comparison
from viewer.gui.duplicates.deeds import merge, tell_apart
from viewer.gui.duplicates.lookout import lookout_of
from viewer.gui.duplicates.pair_list import PairDelegate, PairModel
from viewer.gui.duplicates.told_apart import ToldApart
from viewer.gui.labels import label
from viewer.gui.session import Session

#: Kinds whose change may show in a comparison.
_PARTS = frozenset(
    {"person", "name", "involvement", "relationship", "quote", "figure", "annotation", "event"}
)
_LOOKING = "Looking for persons who may be one…"
_NOBODY = "No two persons look like one, in whichever script, besides those told apart already."
_KEYS = "Keys: M merge · N not the same · 1 and 2 take all of one side · ↓ next pair"


class SimilarPage(QWidget):
    """A list of pairs above the comparison of one of them."""

    record_requested = Signal(str)
    passage_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lookout = lookout_of(session)
        self._shown: Similar | None = None
        self._row = 0
        self.pairs = PairModel(session, self._lookout, self)
        self.list = _list(self.pairs)
        self.comparison = Comparison(session)
        self.answers = AnswerBar()
        self.told_apart = ToldApart(session, self)
        self._title = label("Similar persons", "heading")
        self._says = label("", "quiet")
        self._lay_out()
        self._connect()
        self.setAccessibleName("Similar persons")
        self.setFocusProxy(self.list)
        self._on_found()

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("look", "page")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.comparison)
        self._area.setAccessibleName("The two persons side by side")
        self.comparison.setProperty("look", "page")
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._split.addWidget(self._area)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([190, 400])
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 18, 8)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._says)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._split, 1)
        box.addWidget(self.answers)
        box.addWidget(self.told_apart)
        self._rest = QWidget()
        box.addWidget(self._rest, 1)

    def _connect(self) -> None:
        self._lookout.found.connect(self._on_found)
        self._session.changed.connect(self._on_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self.comparison.begin)
        self.answers.merge_wanted.connect(self.merge)
        self.answers.distinction_wanted.connect(self._tell_apart)
        for part in (self.comparison, self.told_apart):
            part.record_requested.connect(self.record_requested)
        self.comparison.passage_requested.connect(self.passage_requested)
        for key, deed in (
            ("M", self.answers.merge.click),
            ("N", self.answers.apart.click),
            ("1", partial(self.comparison.take_all, 0)),
            ("2", partial(self.comparison.take_all, 1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def merge(self) -> None:
        """Make one person of the pair that is shown, as it was chosen."""
        pair = self._shown
        if pair is not None:
            chosen = self.comparison.choices()
            merge(self._session, pair.person_id, pair.other_id, chosen)
            self.list.setFocus()

    def _tell_apart(self, note: str) -> None:
        pair = self._shown
        if pair is not None:
            tell_apart(self._session, pair.person_id, pair.other_id, note)
            self.list.setFocus()

    def _on_found(self) -> None:
        """Stay with the pair that is shown; where it is gone, go on with the next."""
        if not self._session.is_open:
            return
        number = self.pairs.rowCount()
        row = self.pairs.row_of(self._shown.pair) if self._shown is not None else -1
        if row < 0:
            row = min(self._row, number - 1)
        if row >= 0:
            self.list.setCurrentIndex(self.pairs.index(row))
        else:
            self._show(None)
        is_empty = self._lookout.is_ready and not number
        for widget in (self._split, self.answers):
            widget.setHidden(is_empty)
        self._rest.setVisible(is_empty)
        self._says.setText(self._sentence(number))

    def _sentence(self, number: int) -> str:
        if not self._lookout.is_ready:
            return _LOOKING
        if not number:
            return _NOBODY
        pairs = "1 pair" if number == 1 else f"{number:,} pairs"
        return f"{pairs} may be one person each. Nothing is merged unless you say so.\n{_KEYS}"

    def _on_current(self, index: QModelIndex) -> None:
        pair = self.pairs.pair_at(index.row())
        if pair is not None:
            self._row = index.row()
            self._show(pair)

    def _on_changed(self, change_set: ChangeSet) -> None:
        """Show the pair as it is now, with what was chosen so far."""
        if self._shown is None or _PARTS.isdisjoint(change_set.kinds):
            return
        pair, chosen = self._shown, self.comparison.choices()
        self._shown = None
        self._show(pair)
        self.comparison.choose(chosen)

    def _show(self, pair: Similar | None) -> None:
        if pair is not None and pair == self._shown:
            return
        self._shown = pair
        persons = [self._session.case.find(id) for id in _ids(pair)]
        one, other = persons if len(persons) == 2 else (None, None)
        if pair is not None and isinstance(one, Person) and isinstance(other, Person):
            self.comparison.show_pair(one, other, pair.reason)
            self._area.verticalScrollBar().setValue(0)
        else:
            self.comparison.clear()
        self.answers.begin(is_open=pair is not None and not self._session.read_only)


def _ids(pair: Similar | None) -> tuple[str, ...]:
    return (pair.person_id, pair.other_id) if pair is not None else ()


def _list(model: PairModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(PairDelegate(view))
    view.setAccessibleName("Pairs of similar persons")
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setUniformItemSizes(True)
    view.setMinimumHeight(90)
    return view
