"""Making, opening and closing cases: the dialogs, and a sentence for everything that goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from viewer.errors import (
    CaseFileBusy,
    CasefileError,
    DamagedCaseFile,
    NotACaseFile,
    ReadOnlyCaseFile,
    WrongPassphrase,
)
from viewer.gui import messages
from viewer.gui.busy import busy
from viewer.gui.once import show_once
from viewer.gui.session import Session
from viewer.gui.settings import Settings

if TYPE_CHECKING:
    from viewer.store import Key

SUFFIX = ".casefile"
SAMPLE_NAME = f"Iraqi activists (sample){SUFFIX}"
_FILTER = f"Case files (*{SUFFIX});;All files (*)"


class MayLeave(Protocol):
    """Whether the case that is open may be left, `why` being said to who did not ask for it.

    If not now, perhaps later, when the user has said so and `leave` is called.
    """

    def __call__(self, leave: Callable[[], object], why: str = "", /) -> bool:
        """Return whether nothing would be lost."""


class CaseFiles(QObject):
    """What the File menu, the welcome page, an argument and a dropped file ask for."""

    #: The path of a case that opens with its passphrase only, and whether it is to be read only.
    passphrase_needed = Signal(object, bool)
    #: Why a key did not open a case.
    passphrase_refused = Signal(str)
    #: The path of a case that cannot be opened as it should, and its key or None.
    restore_wanted = Signal(object, object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.may_leave: MayLeave = lambda _leave, _why="": True

    def open(self, path: Path, *, read_only: bool = False, key: Key | None = None) -> bool:
        """Open a case; the same one again only raises the window. False if it cannot be (yet)."""
        path = path.absolute()
        if self._session.is_open and _same(self._session.path, path):
            self._window.raise_()
            self._window.activateWindow()
            return True
        if key is None and _is_encrypted(path):
            self.passphrase_needed.emit(path, read_only)
            return False
        return self._try(path, lambda: self._session.open(path, read_only, key), key)

    def create(self, path: Path, title: str, passphrase: str = "") -> bool:
        """Make a new case and open it; it is encrypted where there is a passphrase."""
        return self._try(path, lambda: self._create(path, title, passphrase))

    def _create(self, path: Path, title: str, passphrase: str) -> None:
        from viewer.store import Key

        with busy():
            key = Key.new(passphrase) if passphrase else None
            self._session.create(path, title, key)

    def open_sample(self, path: Path | None = None) -> bool:
        """Open the user's own copy of the sample; make it if there is none."""
        path = path or documents_folder() / SAMPLE_NAME
        if path.exists():
            return self.open(path)
        return self._try(path, lambda: self._session.open_sample(path))

    def ask_open(self) -> None:
        """Let the user choose a case to open."""
        dialog = QFileDialog(self._window, "Open case", str(documents_folder()), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        show_once(dialog)

    def ask_new(self) -> None:
        """Let the user name a new case and choose its place."""
        from viewer.gui.new_case_dialog import NewCaseDialog

        dialog = NewCaseDialog(documents_folder(), self._window)
        dialog.wanted.connect(self.create)
        show_once(dialog)

    def _try(self, path: Path, deed: Callable[[], None], key: Key | None = None) -> bool:
        go = partial(self._go, path, deed, key)
        return self.may_leave(go) and go()

    def _go(self, path: Path, deed: Callable[[], None], key: Key | None) -> bool:
        try:
            deed()
        except WrongPassphrase as error:
            self.passphrase_refused.emit(str(error))
            return False
        except (CaseFileBusy, ReadOnlyCaseFile) as error:
            again = partial(self.open, path, read_only=True, key=key)
            messages.offer(self._window, str(error), "Open read-only", again)
            return False
        except DamagedCaseFile as error:
            return self._look_at_damaged(path, key, str(error))
        except NotACaseFile as error:
            self._offer_backup(path, key, messages.warn(self._window, str(error)))
            return False
        except CasefileError as error:
            messages.warn(self._window, str(error))
            return False
        self._settings.add_recent(path)
        self._tell_of_migration()
        self._tell_of_damage(key)
        return True

    def _look_at_damaged(self, path: Path, key: Key | None, why: str) -> bool:
        """Open a damaged case read-only if that can be, and offer to save it in any case."""
        try:
            self._session.open(path, True, key)
        except CasefileError:
            self._offer_salvage(path, key, why)
            return False
        self._settings.add_recent(path)
        self._offer_salvage(path, key, self._session.case.damage or why)
        return True

    def show_damaged(self, why: str) -> None:
        """Show the open case, in which damage was found, read-only, and offer to save it."""
        path, key = self._session.path, self._session.case.key
        if self._session.read_only:
            self._offer_salvage(path, key, why)
            return

        def go() -> bool:
            self._session.close()
            return self._look_at_damaged(path, key, why)

        if self.may_leave(go, why):
            go()

    def _tell_of_damage(self, key: Key | None) -> None:
        case = self._session.case
        if case.damage:
            self._offer_salvage(case.path, key, case.damage)

    def _offer_salvage(self, path: Path, key: Key | None, why: str) -> None:
        salvage = partial(self.salvage, path, key)
        self._offer_backup(path, key, messages.offer(self._window, why, "Salvage…", salvage))

    def salvage(self, path: Path, key: Key | None = None) -> None:
        """Ask for a new file, and save into it what can be read of a damaged one."""
        from viewer.gui.salvaging import ask_salvage
        from viewer.store import Access

        ask_salvage(Access(path, key), self._window, lambda new, key: self.open(new, key=key))

    def _offer_backup(self, path: Path, key: Key | None, box: QMessageBox) -> None:
        """Offer backups, too, where there are some."""
        from viewer.store import backups

        if backups(path, self._settings.backups_folder):
            restore = partial(self.restore_wanted.emit, path, key)
            messages.also(box, "Restore from backup…", restore)

    def _tell_of_migration(self) -> None:
        put_aside = self._session.case.set_aside
        if put_aside is not None:
            messages.tell(
                self._window,
                "This case was made by an earlier version of Casefile and was brought up to date. "
                f"The file as it was is kept beside it as “{put_aside.name}”.",
            )


def documents_folder() -> Path:
    """Return the user's folder for documents, or their home where there is none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place) or Path.home())
    return folder if folder.is_dir() else Path.home()


def _is_encrypted(path: Path) -> bool:
    from viewer.store import is_encrypted

    try:
        return is_encrypted(path)
    except CasefileError:
        return False  # opening it says why


def _same(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))
