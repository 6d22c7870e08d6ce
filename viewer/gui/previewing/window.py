"""The window of a preview: like that of a case, and never to be taken for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.domain.records import Audience
from viewer.gui import plain
from viewer.gui.main_window import MainWindow
from viewer.gui.pages import PAGES
from viewer.gui.previewing.banner import Banner
from viewer.gui.settings import Settings
from viewer.gui.theme import Theme

if TYPE_CHECKING:
    from viewer.gui.case_view import CaseView
    from viewer.store import Access

#: The frame of the window and the ground of its banner, on light and on dark alike.
AMBER = "#f0b429"
#: Pixels of that frame.
_FRAME = 5


class BorrowedSettings(Settings):
    """Those of the user, of which a preview remembers nothing."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings._store)

    def add_recent(self, path: Path) -> None:
        """Remember nothing."""

    def state(self, name: str) -> QByteArray:  # noqa: ARG002
        """Let everything look as at the first start."""
        return QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember nothing."""

    def forget_states(self) -> None:
        """Forget nothing either."""


class PreviewWindow(MainWindow):
    """Shows the case file of a preview; a banner, a frame and the title say whose eyes it has."""

    #: The window was closed.
    left = Signal()
    #: The case is to be locked, and the preview with it.
    lock_requested = Signal()

    def __init__(self, settings: Settings, theme: Theme) -> None:
        self._label = ""
        super().__init__(BorrowedSettings(settings), theme)
        self.session.is_preview = True
        self.banner = Banner(self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.banner)
        self.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        self.banner.back_requested.connect(self.close)
        self.problem = plain.paragraph(look="subheading")
        self._problem_page = _middle(self.problem)
        self.pages.addWidget(self._problem_page)
        self.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self.setAcceptDrops(False)
        self.actions_.quit.setText("&Close the preview")
        self.actions_.show_as.setText("Back to the c&ase")
        a = self.actions_
        for action in (a.import_files, a.export, a.undo, a.redo):
            action.setVisible(False)
        self.await_case()

    # What is shown

    def show_case(self, access: Access, audience: Audience) -> None:
        """Show a preview that was just made, at the place where the last one was left."""
        self._label = audience.label
        self.setUpdatesEnabled(False)
        kind, record_id = self._shown()
        self.session.open(access.path, read_only=True, key=access.key)
        self._go_back_to(kind, record_id)
        self.setUpdatesEnabled(True)
        self.banner.say(f"What “{audience.label}” would see. Nothing can be changed here.")

    def show_problem(self, sentence: str) -> None:
        """Show why there is no preview, and nothing of the last one."""
        self.session.close()
        self.problem.setText(sentence)
        self.pages.setCurrentWidget(self._problem_page)
        self.banner.say("There is no preview.")

    def say_busy(self, sentence: str) -> None:
        """Say that another preview is being made."""
        self.banner.say(sentence, busy=True)

    def _make_view(self) -> CaseView:
        view = super()._make_view()
        # The banner has the way back.
        view.tool_bar.removeAction(self.actions_.show_as)
        view.reader.header.original.hide()
        self._leave_out_the_work(view)
        return view

    def _leave_out_the_work(self, view: CaseView) -> None:
        """Show lists and words, and no pages that are for the work on a case."""
        pages = {page.label for page in PAGES.values()}
        for action in self.menus.go.actions():
            action.setVisible(action.text() not in pages)
        view.reader.tools.actions.suggest.setVisible(False)
        view.reader.header.suggest.hide()
        for menu in (self.menus.mark, self.menus.add):
            menu.menuAction().setVisible(False)

    def _shown(self) -> tuple[str, str]:
        if self.case_view is None or not self.session.is_open:
            return "", ""
        return self.case_view.browse.current, self.navigator.current

    def _go_back_to(self, kind: str, record_id: str) -> None:
        if self.case_view is None or not kind:
            return
        self.case_view.guide.go(kind)
        if self.session.case.find(record_id) is not None:
            self.navigator.go_to(record_id)

    def _show_title(self) -> None:
        title = self.session.case.case.title if self.session.is_open else ""
        self.setWindowTitle(f"PREVIEW for {self._label}: {title} — Casefile")

    # What cannot be done

    def _allow(self, is_open: bool) -> None:
        super()._allow(is_open)
        a = self.actions_
        for action in (a.new, a.open, a.sample, a.import_files, a.import_folder, a.paste):
            action.setEnabled(False)
        for action in (a.export, a.tags, a.sign, a.engine, a.check, a.passphrase):
            action.setEnabled(False)
        for action in (a.audiences, a.exports, a.decide, a.safety):
            action.setEnabled(False)
        self.menus.recent.menuAction().setEnabled(False)
        a.show_as.setEnabled(True)

    def lock(self) -> None:
        """Have the case itself locked: a preview has no passphrase."""
        self.lock_requested.emit()

    def show_as(self) -> None:
        """Go back: what opens a preview closes it."""
        self.close()

    def close_case(self) -> None:
        """Close the window: without a preview there is nothing in it."""
        self.close()

    # Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the preview go."""
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(AMBER))
        painter.fillRect(self.contentsRect(), self.palette().window())


def _middle(words: QLabel) -> QWidget:
    page = QWidget()
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(80, 0, 80, 0)
    layout.addWidget(words)
    return page
