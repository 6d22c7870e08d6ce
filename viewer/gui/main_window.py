"""The window: made of its parts and connected, with no business of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.gui import lookover, messages
from viewer.gui.actions import Actions
from viewer.gui.backing_up.keeper import BackupKeeper
from viewer.gui.backing_up.notice import BackupNotice
from viewer.gui.backing_up.restoring import Restoring
from viewer.gui.case_files import SUFFIX, CaseFiles
from viewer.gui.commands import Commands
from viewer.gui.icons import application_icon
from viewer.gui.importing.desk import ImportDesk, local_files
from viewer.gui.key_guard import KeyGuard
from viewer.gui.locking.door import Door
from viewer.gui.locking.locker import Locker
from viewer.gui.lookover import Lookover
from viewer.gui.menus import Menus
from viewer.gui.navigation import Navigator
from viewer.gui.page_stack import PageStack
from viewer.gui.precautions import PrecautionNotice
from viewer.gui.rescue import Rescue
from viewer.gui.session import Session
from viewer.gui.settings import Settings
from viewer.gui.status import Status
from viewer.gui.theme import Theme
from viewer.gui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from viewer.gui.case_view import CaseView
    from viewer.gui.previewing.previews import Previews
    from viewer.gui.rewriting import Rewriting

_WIDTH, _HEIGHT = 1280, 820
#: Pixels of the frame that the system puts around the window.
_FRAME = 32


class MainWindow(QMainWindow):
    """One window with one case, or the welcome page."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings, self.theme = settings, theme
        self.session = Session(self, who=settings.who)
        self.navigator = Navigator(self.session, self)
        self.files = CaseFiles(self.session, settings, self)
        self.importing = ImportDesk(self.session, self, self.files.ask_new)
        self.welcome = WelcomePage(settings)
        self.pages = PageStack()
        self.pages.addWidget(self.welcome)
        self.actions_ = Actions(self)
        self.menus = Menus(self, self.actions_)
        self.status = Status(self.statusBar(), self.session)
        self.rescue = Rescue(self)
        self.precautions = PrecautionNotice(self.statusBar(), self.session)
        self.backups = BackupKeeper(self.session, settings, self)
        self.restoring = Restoring(self)
        BackupNotice(self.statusBar(), self.backups)
        self.lookover = Lookover(self.session, self)
        self.lookover.damaged.connect(self.files.show_damaged)
        lookover.show_in(self.statusBar(), self.lookover)
        self.case_view: CaseView | None = None
        self._previews: Previews | None = None
        self._waiting: QWidget | None = None
        self.door = Door(self)
        self.locker = Locker(self)
        self._rewriting: Rewriting | None = None
        self.commands = Commands(self)
        self.setCentralWidget(self.pages)
        self.setWindowIcon(application_icon())
        self.setDockNestingEnabled(True)
        self.setAcceptDrops(True)
        KeyGuard(self)
        self._connect()
        self._place()
        self._show_nothing()

    def _connect(self) -> None:
        session, welcome = self.session, self.welcome
        session.opened.connect(self._show_case)
        session.closing.connect(self._keep_panes)
        session.closed.connect(self._show_nothing)
        session.changed.connect(self._show_title)
        self.files.may_leave = self.may_close
        self.files.passphrase_needed.connect(self.door.ask)
        self.navigator.moved.connect(self._allow_moving)
        self.precautions.field_requested.connect(self._show_field)
        welcome.sample_requested.connect(lambda: self.files.open_sample())
        welcome.new_requested.connect(self.files.ask_new)
        welcome.open_requested.connect(self.files.ask_open)
        welcome.recent_requested.connect(self.files.open)
        self.importing.imported.connect(self._show_imported)
        self.menus.recent.aboutToShow.connect(self._fill_recent)

    def _place(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height() - _FRAME))
        self.restoreGeometry(self.settings.state("window"))

    # A case opens and closes

    def await_case(self) -> None:
        """Be empty, rather than welcome the user, until a case was opened or could not be."""
        # Shown, though empty: beside a hidden middle the panes would share the whole window.
        self._waiting = QWidget()
        self.pages.setCurrentIndex(self.pages.addWidget(self._waiting))

    def welcome_if_closed(self) -> None:
        """Show the welcome page unless a case is open, or its passphrase is asked for."""
        if self.pages.currentWidget() is self._waiting:
            self.show_closed()

    def show_closed(self) -> None:
        """Show what there is without a case: the door of the one that is locked, or the welcome."""
        if self.session.is_open and self.case_view is not None:
            self.pages.setCurrentWidget(self.case_view.workspace)
        elif self.locker.is_locked:
            self.locker.show()
        else:
            self.pages.setCurrentWidget(self.welcome)
        self._show_title()

    def _show_case(self) -> None:
        self._allow(True)
        view = self.case_view or self._make_view()
        self.pages.setCurrentWidget(view.workspace)
        view.begin()
        self.locker.follow()
        self._show_title()

    def _make_view(self) -> CaseView:
        from viewer.gui.case_view import CaseView

        self.pages.give_way()  # beside the page, the docks would widen the window
        view = CaseView(self, self.session, self.settings, self.navigator, self.actions_)
        self.pages.addWidget(view.workspace)
        view.workspace.forgetting_requested.connect(self.commands.dialogs.forget_deleted)
        view.layout.begin()
        view.fill(self.menus, self.actions_)
        self.case_view = view
        return view

    def _show_imported(self, ids: list[str], suggest: bool) -> None:
        if self.case_view is not None and ids:
            self.case_view.show_imported(ids, suggest)

    def _show_field(self, record_id: str, field: str) -> None:
        if self.case_view is not None:
            self.case_view.guide.find(record_id)
            self.case_view.details.show_field(record_id, field)

    def _show_nothing(self) -> None:
        if self.case_view is not None:
            self.case_view.hide()
        self.status.show()
        self._allow(False)
        self.show_closed()

    def _keep_panes(self) -> None:
        if self.case_view is not None:
            self.case_view.layout.keep()

    def _allow(self, is_open: bool) -> None:
        for action in self.actions_.of_a_case:
            action.setEnabled(is_open)
        for menu in (self.menus.add, self.menus.go, self.menus.panes):
            menu.menuAction().setEnabled(is_open)
            for action in menu.actions():
                action.setEnabled(is_open)
        self._allow_moving()

    def _allow_moving(self) -> None:
        navigator, current = self.navigator, self.navigator.current
        self.actions_.back.setEnabled(navigator.can_go_back)
        self.actions_.forward.setEnabled(navigator.can_go_forward)
        is_record = bool(current) and current != self.session.case.case.id
        may_write = is_record and not self.session.read_only
        self.actions_.delete.setEnabled(may_write)
        self.actions_.forget.setEnabled(may_write and self._is_forgettable(current))

    def _is_forgettable(self, id: str) -> bool:
        record = self.session.case.find(id)
        return record is not None and record.kind in ("person", "document")

    def _show_title(self) -> None:
        title = self.session.case.case.title if self.session.is_open else ""
        locked = "Casefile — locked" if self.locker.is_locked else "Casefile"
        self.setWindowTitle(f"{title} — Casefile" if title else locked)

    # What the commands ask of the window

    def panes(self) -> list[QWidget]:
        """Return the panes that F6 goes through."""
        return self.case_view.panes() if self.case_view else []

    @property
    def previews(self) -> Previews:
        """What shows the case as an audience would see it."""
        if self._previews is None:
            from viewer.gui.previewing.previews import Previews

            self._previews = Previews(self)
        return self._previews

    @property
    def rewriting(self) -> Rewriting:
        """What writes the whole case anew."""
        if self._rewriting is None:
            from viewer.gui.rewriting import Rewriting

            self._rewriting = Rewriting(self)
        return self._rewriting

    def lock(self) -> None:
        """Lock the case until its passphrase is given."""
        self.locker.lock()

    def show_as(self) -> None:
        """Ask through whose eyes the case is to be seen."""
        from viewer.gui.previewing.menu import offer_audiences

        offer_audiences(self)

    def set_who(self, name: str) -> None:
        """Sign changes with a name from now on."""
        self.session.who = self.settings.who = name.strip()

    def set_engine(self, folder: Path | None) -> None:
        """Let the rules alone, or a pipeline beside them, suggest from now on."""
        self.settings.engine_folder = folder
        if self.case_view is not None:
            self.case_view.suggest_anew()

    def _fill_recent(self) -> None:
        self.menus.fill_recent(self.settings, self.files.open)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a case file, or documents, that are dragged over the window."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the case file that was dropped, or import the documents."""
        paths = local_files(event.mimeData())
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self.files.open(paths[0])
        elif paths:
            self.importing.take(paths)

    def close_case(self) -> None:
        """Let the case go, after asking where something typed would be lost."""
        if self.may_close(self.session.close):
            self.session.close()

    def may_close(self, close: Callable[[], object], why: str = "") -> bool:
        """Return whether nothing would be lost; otherwise ask, and `close` if the user says so.

        Who did not ask for it is told `why` the case is to be closed.
        """
        self.session.unsaved.settle()
        lost = self.locker.unsaved
        if field := self.status.unsaved:
            lost = f"{field}: what is typed there is not saved, and closing loses it."
        if lost:
            said = f"{why}\n\n{lost}" if why else lost
            messages.ask_before_loss(self, said, "Close without it", close)
        return not lost

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is still being typed, remember the window, let the file go."""
        if not self.may_close(self._close_all):
            event.ignore()
            return
        self.settings.set_state("window", self.saveGeometry())
        self.session.close()
        super().closeEvent(event)

    def _close_all(self) -> None:
        self.session.close()
        self.locker.forget()
        self.close()
