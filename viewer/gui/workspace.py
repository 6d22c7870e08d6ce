"""The middle of the window while a case is open: a page, or a list above the reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from viewer.gui.list_pane import ListPane, ListState
from viewer.gui.overview_page import OverviewPage
from viewer.gui.page_stack import PageStack
from viewer.gui.pages import PAGES
from viewer.gui.session import Session
from viewer.gui.settings import Settings


class Workspace(PageStack):
    """Shows one page at a time; lists and pages are made when they are first looked at."""

    record_requested = Signal(str)
    passage_requested = Signal(str)
    #: The id of a record, and the name of the field that is to get the keyboard.
    field_requested = Signal(str, str)
    #: The number of a deletion in the trash that is to be removed for good.
    forgetting_requested = Signal(int)
    #: A kind of record whose list is wanted, by a card of the overview.
    list_requested = Signal(str)
    #: Whether the reader has the middle for itself.
    alone_changed = Signal(bool)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        #: Actions that create a record, by kind.
        self.creators: dict[str, QAction] = {}
        self._panes: dict[str, ListPane] = {}
        self._pages: dict[str, QWidget] = {}
        #: How lists are to stand when they are made.
        self._states: dict[str, ListState] = {}
        self.overview = OverviewPage(session)
        self.lists = PageStack()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.lists)
        for page in (self.overview, self.split):
            self.addWidget(page)
        self.overview.record_requested.connect(self.record_requested)
        self.overview.list_requested.connect(self.list_requested)
        session.closed.connect(self._on_closed)

    @property
    def pane(self) -> ListPane | None:
        """The list that is shown or was shown last."""
        pane = self.lists.currentWidget()
        return pane if isinstance(pane, ListPane) else None

    @property
    def list_is_shown(self) -> bool:
        """Whether a list, rather than a page, is in the middle."""
        return self.currentWidget() is self.split

    def add_reader(self, reader: QWidget) -> None:
        """Put the reader below the lists."""
        self.split.addWidget(reader)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([420, 380])

    def read_alone(self, alone: bool) -> None:
        """Give the reader the whole middle, or the list its part again."""
        if alone == self.lists.isHidden():
            return
        self.lists.setHidden(alone)
        if alone:
            self.setCurrentWidget(self.split)
        self.alone_changed.emit(alone)

    def show_overview(self) -> None:
        """Show the first page of the case."""
        self.setCurrentWidget(self.overview)

    def show_page(self, name: str) -> QWidget:
        """Show one of `PAGES`, above the reader if it has one; return it."""
        holder = self.lists if PAGES[name].has_reader else self
        if name not in self._pages:
            self._pages[name] = self._made(name)
            holder.addWidget(self._pages[name])
        holder.setCurrentWidget(self._pages[name])
        if holder is self.lists:
            self._show_split()
        return self._pages[name]

    def shows(self, name: str) -> bool:
        """Whether one of `PAGES` is in the middle."""
        return name in self._pages and self.front is self._pages[name]

    def _made(self, name: str) -> QWidget:
        page = PAGES[name].make(self._session)
        wishes = ("record_requested", "passage_requested", "field_requested")
        for wish in (*wishes, "forgetting_requested"):
            if hasattr(page, wish):
                getattr(page, wish).connect(getattr(self, wish))
        return page

    @property
    def front(self) -> QWidget:
        """What is in the middle: a list, or a page."""
        widget = self.lists.currentWidget() if self.list_is_shown else self.currentWidget()
        return widget or self.overview

    def show_list(self, kind: str) -> ListPane:
        """Show the list of a kind; return it."""
        if kind not in self._panes:
            pane = ListPane(self._session, self._settings, kind, self.creators.get(kind))
            pane.record_requested.connect(self.record_requested)
            self._panes[kind] = pane
            self.lists.addWidget(pane)
            if kind in self._states:
                pane.come_back(self._states.pop(kind))
        self.lists.setCurrentWidget(self._panes[kind])
        self._show_split()
        return self._panes[kind]

    @property
    def list_states(self) -> dict[str, ListState]:
        """How each list stands that was looked at."""
        return self._states | {kind: pane.state for kind, pane in self._panes.items()}

    def come_back(self, states: dict[str, ListState]) -> None:
        """Let each list stand as it did, once it is looked at again."""
        self._states = states

    def _show_split(self) -> None:
        self.setCurrentWidget(self.split)
        self.read_alone(False)

    def _on_closed(self) -> None:
        """Let go of lists and pages: what they have read belongs to the case that was closed."""
        for pane in self._panes.values():
            pane.keep_state()
        for widget in (*self._panes.values(), *self._pages.values()):
            for holder in (self.lists, self):
                holder.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for kept in (self._panes, self._pages, self._states):
            kept.clear()
