"""*Back up now* and *Restore from backup…*: what is asked, said and done around them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from viewer.domain.text import in_own_direction
from viewer.errors import CasefileError
from viewer.gui import messages
from viewer.gui.busy import busy

if TYPE_CHECKING:
    from viewer.gui.backing_up.restore_dialog import RestoreDialog
    from viewer.gui.main_window import MainWindow
    from viewer.store import Access, Backup, Key

_FILTER = "Case files (*.casefile);;All files (*)"


class Restoring(QObject):
    """Opens the dialog for the case that is open, or for one that cannot be."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        window.backups.made.connect(self._tell_of_backup)
        window.backups.failed.connect(partial(messages.warn, window))
        window.files.restore_wanted.connect(self.ask_for)

    def ask(self) -> None:
        """Let the user choose a backup of the open case, or of a case that is asked for first."""
        if self._session.is_open:
            self._session.unsaved.settle()
            self._show(self._session.access)
            return
        from viewer.gui.case_files import documents_folder

        title = "Which case is to be restored?"
        dialog = QFileDialog(self._window, title, str(documents_folder()), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.ask_for(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_for(self, path: Path, key: Key | None = None) -> None:
        """Let the user choose a backup of a case that is not open, and perhaps cannot be."""
        from viewer.store import Access

        self._show(Access(path.absolute(), key))

    def _show(self, present: Access) -> RestoreDialog:
        from viewer.gui.backing_up.restore_dialog import RestoreDialog

        dialog = RestoreDialog(present, self._window.settings.backups_folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(partial(self._restore, present))
        dialog.open()
        return dialog

    def _restore(self, present: Access, backup: Access) -> None:
        deed = partial(self._put_in_place, present, backup)
        if self._window.may_close(deed):
            deed()

    def _put_in_place(self, present: Access, backup: Access) -> None:
        from viewer.store import restore

        was_open = self._session.is_open and self._session.path == present.path
        self._window.backups.forget()  # the file is kept as it is now
        self._session.close()
        try:
            with busy():
                aside = restore(backup.path, present.path, backup.key, present.key)
        except CasefileError as error:
            if was_open:
                self._window.files.open(present.path, key=present.key)
            messages.warn(self._window, str(error))
            return
        if self._window.files.open(present.path, key=backup.key):
            self._tell_of_restoring(aside)

    def _tell_of_restoring(self, aside: Path | None) -> None:
        name = in_own_direction(aside.name) if aside else ""
        kept = f" The file that was there is kept beside it as “{name}”." if name else ""
        messages.tell(self._window, f"The case is as it was in the backup.{kept}")

    def _tell_of_backup(self, backup: Backup) -> None:
        name, folder = map(in_own_direction, (backup.path.name, str(backup.path.parent)))
        messages.tell(self._window, f"A backup was made and looked through: “{name}”, in {folder}.")
