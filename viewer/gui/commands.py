"""What the commands of the menus do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from viewer.gui import plain
from viewer.gui.dialogs import Dialogs
from viewer.gui.pane_focus import move_focus
from viewer.gui.sealing import ask_to_seal, ask_to_verify

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow


class Commands(QObject):
    """Connects each action with its deed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.dialogs = Dialogs(window)
        self._connect_files()
        self._connect_editing()
        self._connect_looks()
        self._connect_help()

    def _connect_files(self) -> None:
        a, files = self._window.actions_, self._window.files
        a.new.triggered.connect(files.ask_new)
        a.open.triggered.connect(files.ask_open)
        a.sample.triggered.connect(lambda: files.open_sample())
        a.clear_recent.triggered.connect(self.clear_recent)
        importing = self._window.importing
        a.import_files.triggered.connect(importing.ask_files)
        a.import_folder.triggered.connect(importing.ask_folder)
        a.paste.triggered.connect(importing.paste)
        a.close_case.triggered.connect(self._window.close_case)
        a.export.triggered.connect(self.dialogs.export)
        a.back_up.triggered.connect(self._window.backups.back_up)
        a.restore.triggered.connect(self._window.restoring.ask)
        a.safety.triggered.connect(self.dialogs.ask_safety)
        a.quit.triggered.connect(self._window.close)
        a.check.triggered.connect(self.dialogs.check)
        a.seal.triggered.connect(lambda: ask_to_seal(self._window))
        a.verify.triggered.connect(lambda: ask_to_verify(self._window))
        a.lock.triggered.connect(self._window.lock)
        a.passphrase.triggered.connect(self.dialogs.set_passphrase)
        a.sign.triggered.connect(self.dialogs.sign)
        a.tags.triggered.connect(self.dialogs.manage_tags)
        a.audiences.triggered.connect(self.dialogs.manage_audiences)
        a.exports.triggered.connect(self.dialogs.show_exports)
        a.engine.triggered.connect(self.dialogs.choose_engine)
        a.decide.triggered.connect(self.decide)

    def _connect_editing(self) -> None:
        a = self._window.actions_
        a.undo.triggered.connect(self._session.undo)
        a.redo.triggered.connect(self._session.redo)
        self._session.moved.connect(self._name_steps)
        self._name_steps()
        a.delete.triggered.connect(self.dialogs.delete)
        a.forget.triggered.connect(self.dialogs.forget)
        a.search.triggered.connect(self.search)
        a.filter.triggered.connect(self.filter)
        a.details.triggered.connect(self.show_case)
        a.back.triggered.connect(self._window.navigator.back)
        a.forward.triggered.connect(self._window.navigator.forward)

    def _name_steps(self) -> None:
        a, session = self._window.actions_, self._session
        _name_step(a.undo, "&Undo", session.undo_label)
        _name_step(a.redo, "&Redo", session.redo_label)

    def _connect_looks(self) -> None:
        a, theme = self._window.actions_, self._window.theme
        a.appearances.triggered.connect(lambda action: theme.set_appearance(action.data()))
        for action in a.appearances.actions():
            action.setChecked(action.data() == theme.appearance)
        a.larger.triggered.connect(lambda: theme.step_text_size(1))
        a.smaller.triggered.connect(lambda: theme.step_text_size(-1))
        a.usual.triggered.connect(lambda: theme.step_text_size(0))
        a.show_as.triggered.connect(self._window.show_as)
        a.next_pane.triggered.connect(lambda: move_focus(self._window.panes, 1))
        a.previous_pane.triggered.connect(lambda: move_focus(self._window.panes, -1))
        a.reset_layout.triggered.connect(self.reset_layout)

    def _connect_help(self) -> None:
        a = self._window.actions_
        a.getting_started.triggered.connect(self.dialogs.show_help)
        a.shortcuts.triggered.connect(self.dialogs.show_shortcuts)
        a.about.triggered.connect(self.dialogs.show_about)

    def clear_recent(self) -> None:
        """Forget which cases were opened."""
        self._window.settings.clear_recent()
        self._window.welcome.refresh()

    def reset_layout(self) -> None:
        """Put every pane where it was at first."""
        if self._window.case_view is not None:
            self._window.case_view.layout.reset()

    def filter(self) -> None:
        """Let the user find words: in the document that is read, or in the list that is shown."""
        view = self._window.case_view
        pane = view.workspace.pane if view is not None and view.workspace.list_is_shown else None
        if view is not None and view.reader.takes_find(alone=pane is None):
            view.reader.find_bar.begin()
        elif pane is not None:
            pane.focus_filter()
        else:
            self.search()

    def search(self) -> None:
        """Let the user search the whole case."""
        if self._window.case_view is not None:
            self._window.case_view.search.focus()

    def show_case(self) -> None:
        """Show the record of the case itself."""
        self._window.navigator.go_to(self._session.case.case.id)

    def decide(self) -> None:
        """Show the words that tell who a protected person is without a name."""
        if self._window.case_view is not None:
            self._window.case_view.guide.visit("deciding")


def _name_step(action: QAction, name: str, deed: str) -> None:
    """Name what would be undone, as in "Undo edit person"."""
    action.setIconText(name.replace("&", ""))
    action.setText(f"{name} {_inside(deed)}".strip())
    action.setEnabled(bool(deed))


def _inside(deed: str) -> str:
    return plain.menu_text(deed[:1].lower() + deed[1:])
