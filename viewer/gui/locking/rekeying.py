"""Writing a case anew with another passphrase, beside the window, and back to the same place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from viewer.errors import CasefileError, Unconfirmed
from viewer.gui import messages, plain
from viewer.gui.job import Job
from viewer.gui.locking.place import Place, come_back, place_in

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow
    from viewer.store import Access, Key

_SAID = "The case is written anew. Do not switch the computer off; if it goes off all the same, "
_SAID += "the case is as it was."
_DONE = {
    True: "The case is encrypted with the new passphrase now.",
    False: "The case has no passphrase any more: whoever has the file can read it.",
}


class RekeyJob(Job):
    """Opens the case that was let go, and has the store write it anew."""

    #: "", or a sentence on what went wrong; and the key that the case has now.
    ended = Signal(str, object)

    def __init__(self, access: Access, key: Key | None, parent: QObject | None = None) -> None:
        super().__init__("rekeying", parent)
        self._access, self._key = access, key

    def _work(self) -> None:
        from viewer.store import CaseFile
        from viewer.store.rekeying import rekey

        try:
            with CaseFile.open(self._access.path, key=self._access.key) as case:
                rekey(case, self._key)
        except Unconfirmed as error:
            self.ended.emit(str(error), self._key)
        except CasefileError as error:
            self.ended.emit(str(error), self._access.key)
        else:
            self.ended.emit("", self._key)


class Rekeying(QObject):
    """One at a time. The case is closed meanwhile, and opened again whatever happens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._job: RekeyJob | None = None
        self.page = _page()
        window.pages.addWidget(self.page)

    @property
    def is_busy(self) -> bool:
        """Whether a case is being written anew."""
        return self._job is not None

    def begin(self, key: Key | None) -> None:
        """Give the open case another key, or none."""
        window, view = self._window, self._window.case_view
        if not self._session.is_open or view is None:
            return
        self._session.unsaved.settle()
        view.details.save_pending()
        old, place = self._session.access, place_in(window, view)
        self._job = RekeyJob(old, key, self)
        self._job.ended.connect(partial(self._end, place, old.path))
        self._job.broke.connect(partial(self._break, place, old))
        self._session.close()
        window.pages.setCurrentWidget(self.page)
        self._job.start()

    def _end(self, place: Place, path: Path, problem: str, key: Key | None) -> None:
        self._finish()
        is_open = self._open(place, path, key)
        if problem:
            messages.warn(self._window, problem)
        elif is_open:
            messages.tell(self._window, _DONE[key is not None])

    def _break(self, place: Place, old: Access, error: Exception) -> None:
        self._finish()
        self._open(place, old.path, old.key)
        raise error

    def _open(self, place: Place, path: Path, key: Key | None) -> bool:
        """Be back at the same place; a case without a key any more is just opened."""
        window = self._window
        if self._session.is_open:
            return False  # another one, which the user opened meanwhile
        window.show_closed()
        is_open = window.files.open(path, key=key)
        if is_open and window.case_view is not None:
            come_back(window, window.case_view, place)
        return is_open

    def _finish(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None


def _page() -> QWidget:
    page = QWidget()
    page.setProperty("look", "page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedWidth(420)
    words = plain.paragraph(_SAID, "quiet")
    words.setFixedWidth(420)
    box = QVBoxLayout(page)
    box.addStretch(1)
    for widget in (words, bar):
        box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    box.addStretch(1)
    return page
