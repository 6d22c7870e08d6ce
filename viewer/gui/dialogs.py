"""What is asked and told in dialogs, each loaded when it is wanted."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit

from viewer.gui import messages
from viewer.gui.once import show_once

if TYPE_CHECKING:
    from viewer.gui.crash_dialog import CrashDialog
    from viewer.gui.exporting.choices import Offer
    from viewer.gui.main_window import MainWindow

_READ_ONLY = "This case is open read-only, so its passphrase cannot be changed here."
_SIGN = (
    "This name is put beside your changes in the history of a case,\n"
    "which whoever has the file can read. Leave it empty to sign nothing."
)


class Dialogs(QObject):
    """Shows each over the window, with what it needs to know of the open case."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._crash: CrashDialog | None = None

    def export(self) -> None:
        """Ask what to export and write it."""
        from viewer.gui.export_dialog import ExportDialog

        self._session.unsaved.settle()
        dialog = ExportDialog(self._session, self._window, offers=self._offers())
        dialog.record_requested.connect(self._window.navigator.go_to)
        if self._window.case_view is not None:
            dialog.passage_requested.connect(self._window.case_view.workspace.passage_requested)
        show_once(dialog)

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
        show_once(dialog)

    def _salvage(self) -> None:
        access = self._session.access

        def go() -> None:
            self._session.close()
            self._window.files.salvage(access.path, access.key)

        if self._window.may_close(go):
            go()

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

    def manage_tags(self) -> None:
        """Show all tags, to rename and merge them."""
        from viewer.gui.annotations.tags_dialog import manage_tags

        manage_tags(self._session, self._window.navigator.current, self._window)

    def manage_audiences(self) -> None:
        """Show whom exports are for; the window stays usable behind it."""
        from viewer.gui.audiences.dialog import AudiencesDialog

        show_once(AudiencesDialog(self._session, self._window))

    def show_exports(self) -> None:
        """Show what left the case."""
        from viewer.gui.exports.dialog import ExportsDialog

        show_once(ExportsDialog(self._session, self._window))

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
        show_once(dialog)

    def sign(self) -> None:
        """Ask for the name that is put beside changes."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("Sign changes")
        dialog.setLabelText(_SIGN)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setTextValue(self._session.who)
        dialog.textValueSelected.connect(self._window.set_who)
        show_once(dialog)

    def choose_engine(self) -> None:
        """Ask what is to read documents for suggestions."""
        from viewer.gui.review.engine_dialog import EngineDialog

        dialog = EngineDialog(self._window.settings.engine_folder, self._window)
        dialog.chosen.connect(self._window.set_engine)
        show_once(dialog)

    def ask_safety(self) -> None:
        """Ask what is kept safe on this computer, and what is remembered."""
        from viewer.gui.safety.dialog import SafetyDialog

        dialog = SafetyDialog(self._window.settings, self._window)
        dialog.finished.connect(self._window.welcome.refresh)
        show_once(dialog)

    def show_help(self) -> None:
        """Show the first steps; the window stays usable."""
        from viewer.gui.help_dialog import HelpDialog

        dialog = HelpDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_shortcuts(self) -> None:
        """Show every key."""
        from viewer.gui.shortcuts_dialog import ShortcutsDialog

        show_once(ShortcutsDialog(self._window.menuBar(), self._window))

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
        show_once(self._crash)

    def _forget_crash(self) -> None:
        self._crash = None
