"""Opening a case that has a passphrase: it is asked for in the window, or before another case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from viewer.gui.fitting import Fitting
from viewer.gui.locking.door_page import DoorPage
from viewer.gui.passphrase.knocking import Knocking

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow
    from viewer.store import Key

_SENTENCE = (
    "“{name}” is protected with a passphrase. If it never had one, it is damaged where it begins, "
    "and “Salvage…” may save it."
)


class Door(QObject):
    """One file at a time; a case that is open stays open until the passphrase is right."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._read_only = False
        self._problem = ""
        #: Around the page where a case is open behind it.
        self.dialog: QDialog | None = None
        self.page = DoorPage("Passphrase", "Open")
        self.back = self.page.add_way("Back")
        self.back.clicked.connect(self.leave)
        self.restore = self.page.add_way("Restore from backup…")
        self.restore.clicked.connect(self._want_restore)
        self.salvage = self.page.add_way("Salvage…")
        self.salvage.clicked.connect(self._want_salvage)
        self._refused: Key | None = None
        self._knocking = Knocking(self.page.asked, self._enter)
        window.pages.addWidget(self.page)
        window.session.opened.connect(self._put_away)
        window.files.passphrase_refused.connect(self._refuse)

    def ask(self, path: Path, read_only: bool) -> None:
        """Ask for the passphrase of a case file."""
        from viewer.domain.text import in_own_direction

        self._put_away()
        self._knocking.path, self._read_only, self._refused = path, read_only, None
        self.page.say(_SENTENCE.format(name=in_own_direction(path.name)))
        if self._window.session.is_open:
            self._open_dialog()
        else:
            self._window.pages.setCurrentWidget(self.page)
        self.page.asked.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Open nothing; show what was there before."""
        self._put_away()
        self._window.show_closed()

    def _want_restore(self) -> None:
        path = self._knocking.path
        self.leave()
        self._window.files.restore_wanted.emit(path, None)

    def _want_salvage(self) -> None:
        path, key = self._knocking.path, self._refused
        self.leave()
        self._window.files.salvage(path, key)

    def _open_dialog(self) -> None:
        self.dialog = QDialog(self._window)
        self.dialog.setWindowTitle("Passphrase")
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self.dialog)
        box.addWidget(self.page)
        self.dialog.finished.connect(self._put_away)
        self.page.show()
        Fitting(self.dialog)
        self.dialog.open()

    def _put_away(self) -> None:
        self._knocking.stop()
        dialog, self.dialog = self.dialog, None
        self._window.pages.addWidget(self.page)
        if dialog is not None:
            dialog.finished.disconnect(self._put_away)
            dialog.close()

    def _enter(self, key: Key) -> str:
        self._problem = ""
        path = self._knocking.path
        self._window.files.open(path, read_only=self._read_only, key=key)
        # It may be right, and the first page lost alone: the others open with it.
        self._refused = key if self._problem else None
        return self._problem

    def _refuse(self, sentence: str) -> None:
        self._problem = sentence
