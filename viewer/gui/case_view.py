"""The panes around an open case. Loaded when the first case is opened, not with the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.gui.actions import Actions
from viewer.gui.browse_pane import BrowsePane
from viewer.gui.create_menu import create_actions
from viewer.gui.details_pane import DetailsPane
from viewer.gui.guide import Guide
from viewer.gui.layout import Layout
from viewer.gui.menus import Menus, tool_bar
from viewer.gui.navigation import Navigator
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.review.engine import ChosenEngine
from viewer.gui.review.following import following_of
from viewer.gui.review.state import review_of
from viewer.gui.search_box import SearchBox
from viewer.gui.selection import Selection
from viewer.gui.session import Session
from viewer.gui.settings import Settings
from viewer.gui.workspace import Workspace


class CaseView(QObject):
    """Browse at the left, details at the right, the reader under the list."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        navigator: Navigator,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._session = session
        self.workspace = Workspace(session, settings)
        self.search = SearchBox(session, window)
        self.tool_bar = tool_bar(window, actions, self.search)
        self.browse = BrowsePane(session)
        self.selection = Selection(self)
        self.details = DetailsPane(session, self.selection)
        self.reader = ReaderPane(session, self.selection)
        self.workspace.add_reader(self.reader)
        self.layout = Layout(window, settings, self.workspace.split)
        self.layout.add_dock("Browse", self.browse, Qt.DockWidgetArea.LeftDockWidgetArea)
        dock = self.layout.add_dock("Details", self.details, Qt.DockWidgetArea.RightDockWidgetArea)
        self.details.attention_requested.connect(dock.show)
        self.layout.remember("notes beside", self.reader.margin.toggle)
        self.guide = Guide(
            session, navigator, self.workspace, self.browse, self.details, self.reader
        )
        self.creators = create_actions(session, window, self.guide.find)
        self.workspace.creators = {action.data(): action for action in self.creators}
        self.workspace.overview.beginning.document_wanted.connect(
            self.workspace.creators["document"].trigger
        )
        self.search.record_requested.connect(self._find)
        self.search.list_requested.connect(self._list)
        following_of(session).wanted.connect(self.guide.review)
        review_of(session).finder = ChosenEngine(settings)
        session.closing.connect(self.details.save_pending)
        session.opened.connect(self._allow)

    def fill(self, menus: Menus, actions: Actions) -> None:
        """Put the panes and what can be created into the menus."""
        menus.add.addActions(self.creators)
        menus.add.addSeparator()
        details = self.details
        menus.add.addActions([details.add_words, details.use_words])
        menus.add.addActions([details.add_note, details.add_tag])
        menus.panes.addActions([dock.toggleViewAction() for dock in self.layout.docks])
        menus.panes.addActions([actions.reader, self.reader.margin.toggle])
        marking = self.reader.tools.actions
        menus.fill_mark([*marking.marks.values()], marking.others, marking.steps, [marking.suggest])
        self._session.opened.connect(partial(menus.mark.menuAction().setEnabled, True))
        self._session.closed.connect(partial(menus.mark.menuAction().setEnabled, False))
        menus.fill_go(self.guide.visit)
        beginning = self.workspace.overview.beginning
        beginning.import_wanted.connect(actions.import_files.trigger)
        actions.reader.toggled.connect(self.reader.setVisible)
        actions.alone.toggled.connect(self._read_alone)
        self.workspace.alone_changed.connect(actions.alone.setChecked)

    def _read_alone(self, alone: bool) -> None:
        self.workspace.read_alone(alone)
        if alone:
            self.reader.show()
            self.reader.setFocus()

    def panes(self) -> list[QWidget]:
        """Return the panes in the order in which F6 goes through them."""
        margin = self.reader.margin
        reading = [self.reader, margin] if margin.has_stop else [self.reader]
        return [self.search, self.browse, self.workspace.front, *reading, self.details]

    def begin(self) -> None:
        """Show a case that was just opened."""
        self._allow()
        self.layout.restore()
        self.tool_bar.show()
        self.guide.begin()
        self.browse.setFocus()

    def suggest_anew(self) -> None:
        """Find once more what is suggested for the document that is reviewed."""
        review = review_of(self._session)
        document_id = review.document_id
        review.end()
        if document_id:
            review.begin(document_id)

    def show_imported(self, ids: list[str], suggest: bool) -> None:
        """Show the first of the documents that were just imported, and perhaps what is in it."""
        self.guide.find(ids[0])
        self.reader.show_document(ids[0])
        if suggest:
            following_of(self._session).begin(ids)

    def _find(self, record_id: str) -> None:
        self.guide.find(record_id)
        if self.workspace.pane is not None and self.workspace.list_is_shown:
            self.workspace.pane.setFocus()

    def _list(self, kind: str, words: str) -> None:
        self.guide.visit(kind)
        if self.workspace.pane is not None:
            self.workspace.pane.show_words(words)

    def hide(self) -> None:
        """Leave the window to the welcome page."""
        self.tool_bar.hide()
        self.layout.hide()

    def _allow(self) -> None:
        for action in self.creators:
            action.setEnabled(not self._session.read_only)
