"""What the commands of the menus do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit

from viewer.gui import messages, plain
from viewer.gui.pane_focus import move_focus
from viewer.gui.sealing import ask_to_seal, ask_to_verify

if TYPE_CHECKING:
    from viewer.gui.crash_dialog import CrashDialog
    from viewer.gui.exporting.choices import Offer
    from viewer.gui.main_window import MainWindow

_READ_ONLY = "This case is open read-only, so its passphrase cannot be changed here."
_SIGN = (
    "This name is put beside your changes in the history of a case,\n"
    "which whoever has the file can read. Leave it empty to sign nothing."
)


class Commands(QObject):
    """Connects each action with its deed; dialogs are loaded when they are wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._crash: CrashDialog | None = None
        self._connect_files()
        self._connect_editing()
        self._connect_looks()
        self._connect_help()

    def _connect_files(self) -> None:
        a, files = self._window.actions_, self._window.files
        a.new.triggered.connect(files.ask_new)
        a.open.triggered.connect(files.ask_open)
        a.sample.triggered.connect(lambda: files.open_sample())
        a.clear_recent.triggered.connect(self._window.clear_recent)
        importing = self._window.importing
        a.import_files.triggered.connect(importing.ask_files)
        a.import_folder.triggered.connect(importing.ask_folder)
        a.paste.triggered.connect(importing.paste)
        a.close_case.triggered.connect(self._window.close_case)
        a.export.triggered.connect(self.export)
        a.back_up.triggered.connect(self._window.backups.back_up)
        a.restore.triggered.connect(self._window.restoring.ask)
        a.safety.triggered.connect(self.ask_safety)
        a.quit.triggered.connect(self._window.close)
        a.check.triggered.connect(self.check)
        a.seal.triggered.connect(lambda: ask_to_seal(self._window))
        a.verify.triggered.connect(lambda: ask_to_verify(self._window))
        a.lock.triggered.connect(self._window.lock)
        a.passphrase.triggered.connect(self.set_passphrase)
        a.sign.triggered.connect(self.sign)
        a.tags.triggered.connect(self.manage_tags)
        a.audiences.triggered.connect(self.manage_audiences)
        a.exports.triggered.connect(self.show_exports)
        a.engine.triggered.connect(self.choose_engine)
        a.decide.triggered.connect(self.decide)

    def _connect_editing(self) -> None:
        a = self._window.actions_
        a.undo.triggered.connect(self._session.undo)
        a.redo.triggered.connect(self._session.redo)
        self._session.moved.connect(self._name_steps)
        self._name_steps()
        a.delete.triggered.connect(self.delete)
        a.forget.triggered.connect(self.forget)
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
        a.reset_layout.triggered.connect(self._window.reset_layout)

    def _connect_help(self) -> None:
        a = self._window.actions_
        a.getting_started.triggered.connect(self.show_help)
        a.shortcuts.triggered.connect(self.show_shortcuts)
        a.about.triggered.connect(self.show_about)

    def export(self) -> None:
        """Ask what to export and write it."""
        from viewer.gui.export_dialog import ExportDialog

        self._session.unsaved.settle()
        dialog = ExportDialog(self._session, self._window, offers=self._offers())
        dialog.record_requested.connect(self._window.navigator.go_to)
        if self._window.case_view is not None:
            dialog.passage_requested.connect(self._window.case_view.workspace.passage_requested)
        _show(dialog)

    def _offers(self) -> list[Offer]:
        from viewer.gui.exporting import offers

        view = self._window.case_view
        pane = view.workspace.pane if view is not None and view.workspace.list_is_shown else None
        query = pane.query if pane is not None else None
        shown = self._window.navigator.current
        return offers.dossier(self._session, shown) + offers.selection(self._session, query)

    def check(self) -> None:
        """Look whether the file is as it must be."""
        from viewer.gui.checking import CheckDialog

        dialog = CheckDialog(self._session.access, self._window)
        dialog.salvage_requested.connect(self._salvage)
        _show(dialog)

    def _salvage(self) -> None:
        access = self._session.access
        self._window.close_case()
        if not self._session.is_open:
            self._window.files.salvage(access.path, access.key)

    def delete(self) -> None:
        """Ask, then delete the record that is shown, with what cannot be without it."""
        from viewer.gui.deletion import delete_record

        delete_record(self._session, self._window.navigator.current, self._window)

    def forget(self) -> None:
        """Ask, then remove for good the person or document that is shown."""
        from viewer.gui.forgetting.deeds import ask_to_forget

        id = self._window.navigator.current
        ask_to_forget(self._window, lambda case: case.target(id))

    def forget_deleted(self, seq: int) -> None:
        """Ask, then remove for good what the deletion of that number took away."""
        from viewer.gui.forgetting.deeds import ask_to_forget

        ask_to_forget(self._window, lambda case: case.deleted_target(seq))

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

    def manage_tags(self) -> None:
        """Show all tags, to rename and merge them."""
        from viewer.gui.annotations.tags_dialog import manage_tags

        manage_tags(self._session, self._window.navigator.current, self._window)

    def manage_audiences(self) -> None:
        """Show whom exports are for; the window stays usable behind it."""
        from viewer.gui.audiences.dialog import AudiencesDialog

        _show(AudiencesDialog(self._session, self._window))

    def show_exports(self) -> None:
        """Show what left the case."""
        from viewer.gui.exports.dialog import ExportsDialog

        _show(ExportsDialog(self._session, self._window))

    def decide(self) -> None:
        """Show the words that tell who a protected person is without a name."""
        if self._window.case_view is not None:
            self._window.case_view.guide.visit("deciding")

    def set_passphrase(self) -> None:
        """Let the user set, change or remove the passphrase of the case."""
        from viewer.gui.locking.passphrase_dialog import PassphraseDialog
        from viewer.gui.locking.rekeying import give_key

        if self._session.read_only:
            messages.warn(self._window, _READ_ONLY)
            return
        case = self._session.case
        known = case.case.title, case.path.stem
        dialog = PassphraseDialog(case.key, known, self._window)
        dialog.wanted.connect(partial(give_key, self._window))
        _show(dialog)

    def sign(self) -> None:
        """Ask for the name that is put beside changes."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("Sign changes")
        dialog.setLabelText(_SIGN)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setTextValue(self._session.who)
        dialog.textValueSelected.connect(self._window.set_who)
        _show(dialog)

    def choose_engine(self) -> None:
        """Ask what is to read documents for suggestions."""
        from viewer.gui.review.engine_dialog import EngineDialog

        dialog = EngineDialog(self._window.settings.engine_folder, self._window)
        dialog.chosen.connect(self._window.set_engine)
        _show(dialog)

    def ask_safety(self) -> None:
        """Ask what is kept safe on this computer, and what is remembered."""
        from viewer.gui.safety.dialog import SafetyDialog

        dialog = SafetyDialog(self._window.settings, self._window)
        dialog.finished.connect(self._window.welcome.refresh)
        _show(dialog)

    def show_help(self) -> None:
        """Show the first steps; the window stays usable."""
        from viewer.gui.help_dialog import HelpDialog

        dialog = HelpDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_shortcuts(self) -> None:
        """Show every key."""
        from viewer.gui.shortcuts_dialog import ShortcutsDialog

        _show(ShortcutsDialog(self._window.menuBar(), self._window))

    def show_about(self) -> None:
        """Show what this is."""
        from viewer.gui.about import show_about

        show_about(self._window)

    def tell_of_crash(self, report: str, log: Path | None) -> None:
        """Say that the program was wrong, and show all that is told of it."""
        from viewer.gui.crash_dialog import CrashDialog

        if self._crash is not None:
            self._crash.add(report)
            return
        self._crash = CrashDialog(report, log, self._window)
        self._crash.finished.connect(self._forget_crash)
        _show(self._crash)

    def _forget_crash(self) -> None:
        self._crash = None


def _name_step(action: QAction, name: str, deed: str) -> None:
    """Name what would be undone, as in "Undo edit person"."""
    action.setIconText(name.replace("&", ""))
    action.setText(f"{name} {_inside(deed)}".strip())
    action.setEnabled(bool(deed))


def _inside(deed: str) -> str:
    return plain.menu_text(deed[:1].lower() + deed[1:])


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
