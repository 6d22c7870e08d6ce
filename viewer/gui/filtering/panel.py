"""A small window under a button or chip, in which one filter is set; what is set holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.domain.criteria import Criteria, DateRange
from viewer.domain.vocabularies import vocabulary
from viewer.gui import plain
from viewer.gui.filtering.choices import CheckList, RangeChoice, RecordChoice
from viewer.gui.filtering.phrases import value_phrase
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store import Filter


class FilterPanel(QFrame):
    """Sets one filter of a list. Escape, Enter or a click elsewhere closes it."""

    #: The `Criteria` as they are to be now.
    changed = Signal(object)

    def __init__(
        self, session: Session, found: Filter, criteria: Criteria, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.setAccessibleName(f"Filter by {found.label.lower()}")
        self._session, self._found, self._criteria = session, found, criteria
        self.choice = self._choice()
        self.choice.changed.connect(self._on_changed)
        self.choice.done.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.addWidget(plain.label(found.label, "subheading"))
        box.addWidget(self.choice)

    def open_under(self, anchor: QWidget) -> None:
        """Show it below a widget, within the screen, with the keyboard in it."""
        self.adjustSize()
        room = anchor.screen().availableGeometry()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        left = min(corner.x(), room.right() - self.width())
        top = min(corner.y(), room.bottom() - self.height())
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self.choice.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Enter where nothing else takes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _choice(self) -> CheckList | RecordChoice | RangeChoice:
        found, chosen = self._found, list(self._criteria.chosen.get(self._found.name, ()))
        if found.asked in ("date", "moment"):
            wanted = self._criteria.ranges.get(found.name, DateRange())
            return RangeChoice(found.label, wanted, may_be_undated=found.asked == "date")
        if found.asked == "record":
            titled = [(id, value_phrase(self._session.case, found, id)) for id in chosen]
            return RecordChoice(self._session, found.of, found.label, titled)
        terms = CheckList(found.label)
        terms.show_values([(code, words, "") for code, words in self._terms()], chosen)
        return terms

    def _terms(self) -> list[tuple[str, str]]:
        from viewer.store import EVIDENCE

        if self._found.asked == "evidence":
            return list(EVIDENCE.items())
        return [(term.code, term.label or "(none)") for term in vocabulary(self._found.of)]

    def _on_changed(self, value: tuple[str, ...] | DateRange) -> None:
        name = self._found.name
        if isinstance(value, DateRange):
            self._criteria = self._criteria.with_range(name, value)
        else:
            self._criteria = self._criteria.with_chosen(name, value)
        self.changed.emit(self._criteria)
