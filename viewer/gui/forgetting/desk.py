"""Removing for good from the window: the case is let go meanwhile, and opened again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QProgressBar, QVBoxLayout, QWidget

from viewer.gui import messages, plain
from viewer.gui.busy import busy
from viewer.gui.forgetting.dialog import ForgetDialog
from viewer.gui.forgetting.jobs import ForgetJob, Which
from viewer.gui.locking.place import Place, come_back, place_in

if TYPE_CHECKING:
    from viewer.domain.forgetting import Forgetting
    from viewer.gui.main_window import MainWindow
    from viewer.store import Access

_SAID = (
    "The file is written anew. Do not switch the computer off; if it goes off all the same, either "
    "nothing was removed, or all of it."
)


@dataclass(frozen=True, slots=True)
class _Doing:
    place: Place
    access: Access
    plan: Forgetting


class ForgettingDesk(QObject):
    """One removing at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._job: ForgetJob | None = None
        self._doing: _Doing | None = None
        self.page = _page()
        window.pages.addWidget(self.page)

    def ask(self, which: Which) -> ForgetDialog | None:
        """Show what would be removed, and ask; None where the case can only be read."""
        if self._session.read_only:
            self._session.failed.emit("This case is open read-only; nothing was removed.")
            return None
        self._settle()
        title = which(self._session.case).title
        dialog = ForgetDialog(self._session.access, which, title, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(self.begin)
        dialog.open()
        return dialog

    def _settle(self) -> None:
        self._session.unsaved.settle()
        if self._window.case_view is not None:
            self._window.case_view.details.save_pending()

    def begin(self, plan: Forgetting) -> None:
        """Carry out a plan that the user agreed to."""
        window, view = self._window, self._window.case_view
        if view is None or not self._session.is_open or self._job is not None:
            return
        self._doing = doing = _Doing(place_in(window, view), self._session.access, plan)
        self._job = ForgetJob(doing.access, plan, self._session.who, self)
        self._job.ended.connect(self._end)
        self._job.broke.connect(self._break)
        self._session.close()
        window.pages.setCurrentWidget(self.page)
        self._job.start()

    def _end(self, problem: str) -> None:
        done = self._finish()
        if problem:
            messages.warn(self._window, problem)
        else:
            self._tell(done.access.path, done.plan)

    def _break(self, error: Exception) -> None:
        self._finish()
        raise error

    def _finish(self) -> _Doing:
        """Be back at the same place, without what is gone."""
        assert self._job is not None
        assert self._doing is not None
        self._job.wait()
        done, self._job, self._doing = self._doing, None, None
        window, access = self._window, done.access
        window.show_closed()
        if window.files.open(access.path, key=access.key) and window.case_view is not None:
            come_back(window, window.case_view, done.place)
        return done

    # Afterwards

    def _tell(self, path: Path, plan: Forgetting) -> None:
        """Say what was done, and offer to delete what still holds it."""
        from viewer.store.former import former_files

        said = told(plan)
        former = former_files(path, self._window.settings.backups_folder)
        if not former:
            messages.tell(self._window, said)
            return
        names = "\n".join(f"• {file.name}" for file in former[:_LISTED])
        more = len(former) - _LISTED
        names += f"\n… and {more:,} more" if more > 0 else ""
        many = f"{len(former):,} files" if len(former) > 1 else "1 file"
        text = f"{said}\n\nThese backups and older copies were made before, and still hold it:"
        ask = f"{text}\n{names}\n\nDelete them, too? That cannot be undone."
        box = messages.ask(self._window, ask, f"Delete {many}", partial(self._discard, former))
        keep = box.button(QMessageBox.StandardButton.Cancel)
        keep.setText("Keep them")
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)

    def _discard(self, former: list[Path]) -> None:
        from viewer.store.former import discard

        with busy():
            left = discard(former)
        if left:
            names = ", ".join(file.name for file in left)
            messages.warn(self._window, f"These could not be deleted, and still hold it: {names}.")


#: Files that are named.
_LISTED = 8


def told(plan: Forgetting) -> str:
    """Return what was done, and what stays all the same."""
    title = plan.target.title
    kept = sum(each.choice == "keep" for each in plan.documents)
    if kept:
        many = f"{kept:,} documents keep" if kept > 1 else "1 document keeps"
        return f"“{title}” was removed for good, but {many} the name, as you chose."
    return f"“{title}” was removed for good: no byte of this file holds it any more."


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
