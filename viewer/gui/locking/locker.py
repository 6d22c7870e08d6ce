"""Locks the case behind the user, and lets them in again at the same place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QTimer

from viewer.gui import messages
from viewer.gui.locking.clearing import clear_clipboard, close_others, forget_words
from viewer.gui.locking.door_page import DoorPage
from viewer.gui.locking.idle import Idle
from viewer.gui.once import show_once
from viewer.gui.passphrase.knocking import Knocking

if TYPE_CHECKING:
    from viewer.gui.locking.place import Place
    from viewer.gui.locking.typed import Typed
    from viewer.gui.main_window import MainWindow
    from viewer.store import Key

_OPEN_TO_ALL = (
    "This case has no passphrase, so it cannot be locked: whoever has the file can read it. "
    "Give it a passphrase first."
)
#: Milliseconds until a closed dialog is looked at again.
_AGAIN = 10
_WRONG = (
    "This is not the passphrase, or the file was damaged meanwhile. Nothing was changed: try again."
)
_LOST = "What was typed when the case was locked is not saved, and leaving it loses it."


@dataclass(frozen=True, slots=True, repr=False)
class _Locked:
    path: Path
    read_only: bool
    place: Place
    typed: list[Typed]


class Locker(QObject):
    """While a case is locked, its file is closed, its key forgotten, and none of its words shown.

    What was typed and could not be written is kept in memory, out of every widget.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._locked: _Locked | None = None
        self.page = DoorPage("This case is locked", "Unlock")
        self._add_ways()
        window.pages.addWidget(self.page)
        self._knocking = Knocking(self.page.asked, self._enter)
        self.idle = Idle(window, lambda: window.settings.lock_minutes)
        self.idle.passed.connect(self._lock_unasked)
        self.idle.lock_pressed.connect(self.lock)
        self._session.closing.connect(self._take_back)
        self._session.closed.connect(self.idle.stop)
        window.files.passphrase_refused.connect(self._refuse)
        self._problem = ""
        self._is_entering = False

    def _add_ways(self) -> None:
        window = self._window
        for words, deed in (
            ("Open another case…", window.files.ask_open),
            ("Close this case", self.leave),
            ("Quit", window.close),
        ):
            self.page.add_way(words).clicked.connect(deed)

    @property
    def is_locked(self) -> bool:
        """Whether a case waits for its passphrase."""
        return self._locked is not None

    @property
    def unsaved(self) -> str:
        """A sentence where something that was typed would be lost with the locked case."""
        locked = self._locked
        if locked is None or self._is_entering:
            return ""
        place = locked.place
        return _LOST if place.drafts or place.notes or locked.typed else ""

    def lock(self) -> None:
        """Lock the case that is open; one without a passphrase cannot be."""
        if not self._session.is_open:
            return
        if self._session.case.key is None:
            dialogs = self._window.commands.dialogs
            messages.offer(self._window, _OPEN_TO_ALL, "Passphrase…", dialogs.set_passphrase)
            return
        self._lock()

    def _lock_unasked(self) -> None:
        if self._session.is_open and self._session.case.key is not None:
            self._lock()

    def _lock(self) -> None:
        self._locked = self._kept()
        self._session.close()
        self._window.show_closed()
        # At once: a picture of the window may be taken of what was last drawn.
        self._window.repaint()
        self._forget_words()

    def _take_back(self) -> None:
        """Leave nothing of an encrypted case on the clipboard: locked, closed or left for good."""
        if self._session.case.key is not None and not self._session.is_preview:
            clear_clipboard()

    def _forget_words(self) -> None:
        """Not while a dialog that was closed is still on its way out."""
        if QThread.currentThread().loopLevel() > 1:
            QTimer.singleShot(_AGAIN, self, self._forget_words)
        else:
            forget_words()

    def _kept(self) -> _Locked:
        from viewer.gui.locking.place import place_in
        from viewer.gui.locking.typed import typed_beside

        window, session = self._window, self._session
        typed = typed_beside(window)
        close_others(window)
        return _Locked(session.path, session.read_only, place_in(window), typed)

    def show(self) -> None:
        """Show the door of the case that is locked."""
        assert self._locked is not None
        self._knocking.path = self._locked.path
        self.page.say("What was typed is kept." if self.unsaved else "All changes are saved.")
        self._window.pages.setCurrentWidget(self.page)
        self.page.asked.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Wait for the passphrase no more."""
        if self._window.may_close(self._leave):
            self._leave()

    def forget(self) -> None:
        """Keep nothing of a case that is locked."""
        self._locked = None
        self._knocking.stop()

    def _leave(self) -> None:
        self.forget()
        self._window.show_closed()

    def _enter(self, key: Key) -> str:
        locked, self._problem = self._locked, ""
        assert locked is not None
        self._is_entering = True
        try:
            self._window.files.open(locked.path, read_only=locked.read_only, key=key)
        finally:
            self._is_entering = False
        return self._problem

    def follow(self) -> None:
        """A case was opened: if it is the one that was locked, be where the user was."""
        locked = self._locked
        self.forget()
        if locked is not None and locked.path == self._session.path:
            self._come_back(locked)
        if not self._session.is_preview:
            self.idle.begin()

    def _come_back(self, locked: _Locked) -> None:
        from viewer.gui.locking.place import come_back
        from viewer.gui.locking.typed import show_typed

        come_back(self._window, locked.place)
        if locked.typed:
            show_once(show_typed(locked.typed, self._window))

    def _refuse(self, _sentence: str) -> None:
        self._problem = _WRONG  # the other sentence names the file
