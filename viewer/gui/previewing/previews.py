"""The preview of a window's case: made in a thread, made anew after a change, gone when left."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer

from viewer.domain.audiences import audience_of, audiences
from viewer.domain.records import Audience
from viewer.errors import NotFoundError
from viewer.gui.main_window import MainWindow
from viewer.gui.previewing.job import PreviewJob
from viewer.gui.previewing.window import PreviewWindow
from viewer.gui.private_folder import PrivateFolder
from viewer.store import Access, Key

#: Milliseconds of stillness after a change, before the preview is made anew.
_STILLNESS = 700
#: Pixels by which the preview stands aside, so that the window behind it is seen.
_ASIDE = 36
#: Pixels that the frame of a window may take of the screen, in all.
_FRAME = QSize(8, 40)


class Previews(QObject):
    """One preview window at most; its files are in a private folder that goes with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._main, self._session = window, window.session
        self.window: PreviewWindow | None = None
        self._folder: PrivateFolder | None = None
        self._audience_id = ""
        self._job: PreviewJob | None = None
        #: Whether something changed since the job began.
        self._is_stale = False
        self._path: Path | None = None
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=_STILLNESS)
        self._timer.timeout.connect(self._begin)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self.close)

    @property
    def is_busy(self) -> bool:
        """Whether a preview is being made, or soon will be."""
        return self._job is not None or self._timer.isActive()

    def show(self, audience_id: str) -> None:
        """Show the case as an audience would see it, in a window of its own."""
        self._session.unsaved.settle()
        self._audience_id = audience_id
        if self.window is None:
            self.window = self._new_window()
        self._show_audiences()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._begin()

    def close(self) -> None:
        """Close the window; nothing of the preview is left."""
        if self.window is not None:
            self.window.close()

    def _new_window(self) -> PreviewWindow:
        self._folder = PrivateFolder()
        window = PreviewWindow(self._main.settings, self._main.theme)
        self._put_aside(window)
        window.left.connect(self._forget)
        window.lock_requested.connect(self._main.lock, Qt.ConnectionType.QueuedConnection)
        window.banner.audience_chosen.connect(self.show)
        return window

    def _put_aside(self, window: PreviewWindow) -> None:
        """As large as the window behind it, as far as the screen goes."""
        room, aside = self._main.screen().availableGeometry(), QPoint(_ASIDE, _ASIDE)
        most = room.size() - _FRAME - QSize(_ASIDE, _ASIDE)
        size = self._main.size().boundedTo(most)
        last = room.bottomRight() - QPoint(size.width(), size.height())
        last -= QPoint(_FRAME.width(), _FRAME.height())
        wish = self._main.pos() + aside
        window.resize(size)
        window.move(min(wish.x(), last.x()), min(wish.y(), last.y()))

    def _forget(self) -> None:
        self._timer.stop()
        window, self.window = self.window, None
        if self._job is not None:
            self._job.wait()
            self._job = None
        if window is not None:
            window.deleteLater()
        if self._folder is not None:
            self._folder.remove()
            self._folder = self._path = None
        self._main.raise_()
        self._main.activateWindow()

    # Making it

    def _begin(self) -> None:
        self._timer.stop()
        if self.window is None or self._folder is None:
            return
        self._is_stale = self._job is not None
        if self._job is not None:
            return
        self._number += 1
        path = self._folder.path / f"preview-{self._number}.casefile"
        # Nobody needs to open it again, and nothing of it shall be readable on a disk.
        target = Access(path, Key.random())
        self._job = PreviewJob(self._session.access, self._audience_id, target, self)
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._refuse)
        self._job.broke.connect(self._break)
        self.window.say_busy("The preview is being made…")
        self._job.start()

    def _show(self, access: Access) -> None:
        whom = self._ended()
        if self.window is None or whom is None:
            return
        self.window.show_case(access, whom)
        last, self._path = self._path, access.path
        if last is not None:
            # Where another thread still reads it, it goes with its folder.
            with contextlib.suppress(OSError):
                last.unlink()

    def _refuse(self, sentence: str) -> None:
        if self._ended() is not None and self.window is not None:
            self.window.show_problem(sentence)

    def _break(self) -> None:
        self._refuse("No preview could be made, because of a fault in the program.")

    def _ended(self) -> Audience | None:
        """End the job; return for whom it was, or None where it has to be done once more."""
        if self._job is None:
            return None
        self._job.wait()
        self._job = None
        if self._is_stale:
            self._begin()
            return None
        return audience_of(self._session.case, self._audience_id)

    def _on_changed(self) -> None:
        if self.window is None:
            return
        self._show_audiences()
        self.window.say_busy("The case has changed; the preview is being made anew…")
        self._timer.start()

    def _show_audiences(self) -> None:
        """Offer the audiences that there are; one that is gone gives way to the strictest."""
        case = self._session.case
        try:
            audience_of(case, self._audience_id)
        except NotFoundError:
            self._audience_id = "public"
        if self.window is not None:
            self.window.banner.show_audiences(audiences(case), self._audience_id)
