"""A list of one kind of record: its title with counts, the filter line, the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.changes import ChangeSet
from viewer.domain.criteria import Criteria
from viewer.gui import kinds
from viewer.gui.elided import ElidedLabel
from viewer.gui.empty_list import EmptyList, create_button
from viewer.gui.filtering.control import ListFilters
from viewer.gui.icons import icon
from viewer.gui.list_model import ListModel
from viewer.gui.list_view import ListView
from viewer.gui.page_stack import PageStack
from viewer.gui.session import Session
from viewer.gui.settings import Settings

if TYPE_CHECKING:
    from viewer.store import ListQuery

#: Milliseconds of stillness after which the filter is applied.
_PAUSE = 120
#: Pixels of the table that are kept on a small screen.
_LEAST_HEIGHT = 60
#: Pixels of the list below which its filter button has no words.
_NARROW = 400


@dataclass(frozen=True, slots=True)
class ListState:
    """What a list was asked for, in which order it stood, and how far it was scrolled (rows)."""

    criteria: Criteria
    sort: str
    descending: bool
    scroll: int


class ListPane(QWidget):
    """Shows the records of a kind; reads anew when a change concerns them."""

    #: The id of a record that the user chose.
    record_requested = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        kind: str,
        create: QAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._session, self._settings, self._create = session, settings, create
        self._stale = False
        self._total = session.case.total(kind)
        self._model = ListModel(session, kind, self)
        self.view = ListView(self._model, self)
        self.view.setAccessibleName(kinds.list_name(kind))
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        self.view.restore_widths(settings.state(f"list/{kind}"))
        self.filter = self._filter_line()
        self._new = create_button(kind, create) if create is not None else None
        self._title = ElidedLabel("subheading")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._empty = EmptyList(kind, create, self)
        self._empty.setMinimumHeight(_LEAST_HEIGHT)
        self.filters = ListFilters(session, kind, self.filter, self)
        self._empty.all_wanted.connect(self.filters.clear)
        self.filters.changed.connect(self.apply_filter)
        self._lay_out()
        self._show_counts()
        self._model.modelReset.connect(self._show_counts)
        self._model.rowsInserted.connect(self._show_counts)
        self._model.failed.connect(session.failed)
        self.view.chosen.connect(self.record_requested)
        session.changed.connect(self._on_changed)

    def _filter_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText("Filter")
        line.setAccessibleName(f"Filter {kinds.list_name(self.kind).lower()}")
        line.setToolTip("Show only rows with these words (Ctrl+F)")
        line.setClearButtonEnabled(True)
        line.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        line.setMaximumWidth(320)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.apply_filter)
        line.textChanged.connect(lambda: self._pause.start())
        line.returnPressed.connect(self.apply_filter)
        return line

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(10)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.filter, 2)
        top.addWidget(self.filters.button)
        if self._new is not None:
            self._new.setToolTip(self._new.text())
            self._new.setAccessibleName(self._new.text())
            self._new.setText("New")
            top.addWidget(self._new)
        self._pages = PageStack(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.filters.bar)
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)

    def title(self) -> str:
        """Return the list's name with its counts, as in "Persons (3 of 14)"."""
        shown = self._model.rowCount()
        counts = f"{self._total:,}"
        if self._model.query.is_filtered:
            more = "+" if self._model.has_more else ""
            counts = f"{shown:,}{more} of {self._total:,}"
        return f"{kinds.list_name(self.kind)} ({counts})"

    @property
    def query(self) -> ListQuery:
        """What the list shows at present."""
        return self._model.query

    def select(self, id: str) -> None:
        """Mark the record that is shown elsewhere, if it is in the list."""
        self.view.select(id)

    def focus_filter(self) -> None:
        """Let the user type into the filter line."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def apply_filter(self) -> None:
        """Show what the filter line and the filters ask for now."""
        self._pause.stop()
        if self._session.is_open:
            self._model.set_filter(self.filter.text().strip(), self.filters.criteria)

    def show_words(self, words: str) -> None:
        """Show the rows that hold these words, whatever was asked for before."""
        self.filters.apply(Criteria(words=words))

    @property
    def state(self) -> ListState:
        """How the list stands."""
        query, scroll = self.query, self.view.verticalScrollBar().value()
        return ListState(self.filters.whole, query.sort, query.descending, scroll)

    def come_back(self, state: ListState) -> None:
        """Let the list stand as it did."""
        self.filters.apply(state.criteria)
        self.apply_filter()
        self.view.sort_by(state.sort, descending=state.descending)
        # Later: a list that was just made has no height yet.
        QTimer.singleShot(0, self, lambda: self.view.verticalScrollBar().setValue(state.scroll))

    def keep_state(self) -> None:
        """Remember the widths of the columns if the user has set them."""
        if self.view.has_own_widths():
            state = self.view.horizontalHeader().saveState()
            self._settings.set_state(f"list/{self.kind}", state)

    def _show_counts(self) -> None:
        self._title.show_words(self.title())
        is_filtered = self._model.query.is_filtered
        is_empty = not self._model.rowCount()
        can_filter = is_filtered or not is_empty or bool(self.filter.text())
        self.filter.setVisible(can_filter)
        self.filters.button.setVisible(can_filter and self.filters.button.is_of_use)
        if self._new is not None:
            self._new.setVisible(is_filtered or not is_empty)  # the empty list has a button itself
        self._empty.show_for(self.filters.said() if is_filtered else "")
        self._pages.setCurrentWidget(self._empty if is_empty else self.view)

    def _on_changed(self, change_set: ChangeSet) -> None:
        by_filter = not self.filters.criteria.is_empty
        if not by_filter and not kinds.shows(self.kind, change_set.kinds):
            return
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self._total = self._session.case.total(self.kind)
        self.filters.show_phrases()
        self._model.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the filter line where there is little."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        is_narrow = event.size().width() < _NARROW
        look = style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextBesideIcon
        self.filters.button.setToolButtonStyle(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with changes that were made while another list was shown."""
        if self._stale and self._session.is_open:
            self._refresh()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the filter line: downwards into the table, with Escape back to all rows."""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            self.apply_filter()
        elif event.key() == Qt.Key.Key_Escape and not self.filters.criteria.is_empty:
            self.filters.clear()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.view.setFocus()
        else:
            super().keyPressEvent(event)
