"""The widget with the combinations that are left: what they are, and the ways to their records."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPushButton,
    QWidget,
)

from viewer.domain.identifying import Risk, residual_risks
from viewer.domain.text import shortened
from viewer.domain.titles import title_of
from viewer.gui import plain
from viewer.gui.deciding.finding import Finding
from viewer.gui.deciding.found_list import FoundList
from viewer.gui.deciding.risk_model import RiskDelegate, RiskModel
from viewer.gui.session import Session
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

_LOOKING = "Looking for combinations that still point to somebody…"
_NOTHING = (
    "No combination was found that points to a protected person: no small place with a day and a "
    "role, no tie to somebody named, no published source that gives the name."
)
_TOLD = (
    "Without any name, these still point to somebody. How many people they fit only somebody who "
    "knows the place can say; the level is how direct the way is."
)
#: Buttons that lead to records, and the code points of each.
_WAYS, _MOST = 5, 24
#: Lines of text from which on there is room for a whole sentence, and for what the list is.
_HIGH, _HIGHER = 14, 20
#: What is known by its title rather than by its kind.
_NAMED = ("Person", "Place", "Event")


class RisksList(FoundList):
    """Shows and leads; what would help is done where the records are."""

    def __init__(self, session: Session, audience: str, parent: QWidget | None = None) -> None:
        self.model = RiskModel(session)
        self.view = _RiskView(self.model)
        finding = Finding(session, audience, residual_risks)
        super().__init__(finding, self.view, plain.paragraph(_TOLD, "quiet"), parent)
        self.model.setParent(self)
        self._session = session
        self.explanation = plain.paragraph()
        self.ways: list[QPushButton] = []
        self._add_ways()
        self.view.selectionModel().currentChanged.connect(self._explain)
        self.view.activated.connect(self._go_to_first)
        self.setAccessibleName("Combinations that are left")

    def _add_ways(self) -> None:
        self._lines = QWidget()
        self._line = WrappingLayout(self._lines)
        be_as_high_as_needed(self._lines)
        self._whole.addWidget(self.explanation)
        self._whole.addWidget(self._lines)

    def _show(self) -> None:
        found = self.finding.found
        self.model.show(found or ())
        self._say(_LOOKING, _NOTHING)
        if found and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._explain(self.view.currentIndex())
        if found is not None:
            self.counted.emit(len(found))

    def _explain(self, current: QModelIndex) -> None:
        risk = self.model.risk_at(current.row())
        self._lines.setVisible(risk is not None)
        self.explanation.setText(f"{risk.sentence} {risk.help}" if risk is not None else "")
        self._fit()
        if risk is not None:
            self._lead_to(risk)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self.height() / self.fontMetrics().lineSpacing()
        self.heading.setVisible(lines > _HIGHER and bool(self.finding.found))
        self.explanation.setVisible(lines > _HIGH and bool(self.explanation.text()))

    def _lead_to(self, risk: Risk) -> None:
        for button in self.ways:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        ids = dict.fromkeys((risk.person_id, *risk.record_ids))
        self.ways = [self._way(id) for id in list(ids)[:_WAYS]]
        for button in self.ways:
            self._line.addWidget(button)
            button.show()

    def _way(self, id: str) -> QPushButton:
        case = self._session.case
        record = case.find(id)
        kind = record.labels[0] if record is not None else ""
        named = title_of(case, id) if kind in _NAMED else ""
        button = QPushButton(plain.menu_text(shortened(named, _MOST) or kind), self._lines)
        plain.show_tip(button, f"{kind}: {title_of(case, id)}")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self.record_requested.emit, id))
        return button

    def _go_to_first(self, index: QModelIndex) -> None:
        risk = self.model.risk_at(index.row())
        if risk is not None:
            self.record_requested.emit(risk.record_ids[0])


class _RiskView(QListView):
    def __init__(self, model: RiskModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RiskDelegate(self))
        self.setAccessibleName("Combinations that are left")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(80)
