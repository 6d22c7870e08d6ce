"""Writing a whole case anew beside the window: it is let go meanwhile, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from viewer.errors import CasefileError, Unconfirmed
from viewer.gui import messages, plain
from viewer.gui.job import Job
from viewer.gui.locking.place import Place, come_back, place_in

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow
    from viewer.store import Access, CaseFile, Key

#: Pixels.
_WIDTH = 420


@dataclass(frozen=True, slots=True, repr=False)
class Deed:
    """What is done to the case that was let go, and how the user is told of it."""

    #: A sentence that is shown meanwhile.
    meanwhile: str
    do: Callable[[CaseFile], object]
    #: What the case opens with afterwards.
    key: Key | None
    #: Tells the user that it was done.
    tell: Callable[[], object]


class RewriteJob(Job):
    """Opens the case that was let go, and does the deed."""

    #: "", or a sentence on what went wrong; and the `Key` that the case has now, or None.
    ended = Signal(str, object)

    def __init__(self, access: Access, deed: Deed, parent: QObject | None = None) -> None:
        super().__init__("rewriting", parent)
        self._access, self._deed = access, deed

    def _work(self) -> None:
        from viewer.store import CaseFile

        access = self._access
        try:
            with CaseFile.open(access.path, key=access.key) as case:
                self._deed.do(case)
        except Unconfirmed as error:
            self.ended.emit(str(error), self._deed.key)
        except CasefileError as error:
            self.ended.emit(str(error), access.key)
        else:
            self.ended.emit("", self._deed.key)


class Rewriting(QObject):
    """One deed at a time. Whatever happens, the case is opened again, where the user was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._doing: tuple[RewriteJob, Deed, Access, Place] | None = None
        self.page = WaitingPage()
        window.pages.addWidget(self.page)

    @property
    def is_busy(self) -> bool:
        """Whether a case is being written anew."""
        return self._doing is not None

    def begin(self, deed: Deed) -> None:
        """Let the open case go and do something to it; nothing while something else is done."""
        if not self._session.is_open or self.is_busy:
            return
        place, access = place_in(self._window), self._session.access
        job = RewriteJob(access, deed, self)
        job.ended.connect(self._end)
        job.broke.connect(self._break)
        self._doing = job, deed, access, place
        self._session.close()
        self.page.words.setText(deed.meanwhile)
        self._window.pages.setCurrentWidget(self.page)
        job.start()

    def _end(self, problem: str, key: Key | None) -> None:
        deed = self._finish(key)
        if problem:
            messages.warn(self._window, problem)
        else:
            deed.tell()

    def _break(self) -> None:
        assert self._doing is not None
        self._finish(self._doing[2].key)

    def _finish(self, key: Key | None) -> Deed:
        assert self._doing is not None
        (job, deed, access, place), self._doing = self._doing, None
        job.wait()
        window = self._window
        if self._session.is_open:
            return deed  # another case, which the user opened meanwhile
        window.show_closed()
        if window.files.open(access.path, key=key):
            come_back(window, place)
        return deed


class WaitingPage(QWidget):
    """A sentence and a bar that moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = plain.paragraph(look="quiet")
        bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(bar)
        column.addStretch(1)
        QVBoxLayout(self).addWidget(middle, 1, Qt.AlignmentFlag.AlignHCenter)
