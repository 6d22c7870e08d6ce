"""A tour of the window: `python -m tests.offline.window_tour FOLDER [--short] [--guarded]`.

Opens the sample, goes through lists, pages, reader, search; imports every format, reviews
suggestions, exports every format; presses every command of every menu. Says each step as it is
taken.
"""

import faulthandler
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.offline.material import documents, table
from viewer.domain.records import Document
from viewer.export.formats import FORMATS
from viewer.gui import kinds
from viewer.gui.app import _application
from viewer.gui.export_dialog import ExportDialog
from viewer.gui.main_window import MainWindow
from viewer.gui.pages import PAGES
from viewer.gui.review.page import ReviewPage
from viewer.gui.settings import Settings
from viewer.gui.theme import Theme
from viewer.hardening import harden

#: Milliseconds in which a machine that is busy with other things, and watched, does what was asked.
PATIENCE = 300_000
#: A pause in which what was pressed begins.
BREATH = 20
#: These end the tour.
LAST = ("Quit", "Close case")
#: What takes longest, and has no more to do with a network than its neighbours.
SLOW = ("System", "Light", "Dark", "Larger", "Smaller", "Usual size")


class Tour:
    def __init__(self, folder: Path, *, short: bool) -> None:
        self.folder, self.short = folder, short
        self.app = _application()
        self.app.setQuitOnLastWindowClosed(False)
        settings = Settings.of_user()
        self.window = MainWindow(settings, Theme(self.app, settings))
        self.window.session.failed.connect(lambda sentence: say(f"failed: {sentence}"))
        self.window.show()
        self.pressed: set[str] = set()

    def run(self) -> None:
        self.open_sample()
        self.go_everywhere()
        self.read_and_search()
        self.import_all()
        self.review()
        self.export_all()
        self.press_all()
        self.leave()

    # The steps

    def open_sample(self) -> None:
        assert self.window.files.open_sample(self.folder / "sample.casefile")
        say("opened the sample")

    def go_everywhere(self) -> None:
        guide = self.view.guide
        for kind in (kinds.OVERVIEW, *kinds.LISTED_KINDS):
            guide.go(kind)
            breathe()
            say(f"list {kind}")
        for name in PAGES:
            guide.visit(name)
            breathe()
            say(f"page {name}")

    def read_and_search(self) -> None:
        (document,) = self.case.all(Document)
        self.window.navigator.go_to(document.id)
        breathe()
        self.view.reader.find_bar.begin()
        QTest.keyClicks(self.view.reader.find_bar, "Amjad")
        self.view.search.focus()
        QTest.keyClicks(self.window.focusWidget() or self.window, "amjad")
        breathe()
        say("read, found and searched")

    def import_all(self) -> None:
        desk = self.window.importing
        files = documents(self.folder)
        desk.take(files)
        until(lambda: desk.dialog is not None)
        dialog = desk.dialog
        assert dialog is not None
        until(lambda: all(entry.state != "waiting" for entry in dialog.model.entries))
        dialog.by_file_name.click()
        until(dialog.confirm.isEnabled)
        dialog.confirm.click()
        until(lambda: self.count() == 1 + len(files) and desk.dialog is None)
        say(f"imported {', '.join(path.suffix for path in files)}")
        desk.take([table(self.folder)])
        until(lambda: desk.list_dialog is not None and desk.list_dialog.confirm.isEnabled())
        assert desk.list_dialog is not None
        desk.list_dialog.confirm.click()
        until(lambda: desk.list_dialog is None)
        say("imported a list")

    def review(self) -> None:
        article = next(d for d in self.case.all(Document) if d.file_name == "article.txt")
        self.view.guide.review(article.id)
        page = self.view.workspace.front
        assert isinstance(page, ReviewPage)
        until(lambda: page.review.is_known)
        assert page.model.rowCount() > 0
        page.deeds.accept.click()
        until(lambda: page.review.is_settled)
        say("reviewed suggestions")

    def export_all(self) -> None:
        for ending, format in FORMATS.items():
            if format.is_offered and (ending == ".json" or not self.short):
                self.export(ending)
        if self.short:
            return
        self.window.previews.show("public")
        until(lambda: not self.window.previews.is_busy)
        say("showed the case as for the public")
        self.window.previews.close()
        self.window.importing.take([self.folder / "out.json"])
        until(lambda: bool(others(self.window)))
        self.close_others()
        say("read a whole case")

    def export(self, ending: str) -> None:
        self.window.commands.dialogs.export()
        dialog = next(w for w in others(self.window) if isinstance(w, ExportDialog))
        dialog.choices.audiences["internal"].click()
        dialog.choices.formats[ending].click()
        target = self.folder / f"out{ending}"
        until(lambda: self.is_ready(dialog, target))
        dialog.export.click()
        if dialog.export.text() == "Export anyway":
            dialog.export.click()
        until(lambda: target.exists() and dialog.outcome.open.isVisible())
        dialog.reject()
        self.close_others()
        say(f"exported {ending}")

    def is_ready(self, dialog: ExportDialog, target: Path) -> bool:
        """Return whether what was chosen is shown, which may name the file anew when it is."""
        was_named = dialog.file.text() == str(target)
        dialog.file.setText(str(target))
        return was_named and dialog.export.isEnabled()

    def press_all(self) -> None:
        for action in list(commands(self.window)):
            name = action.text().replace("&", "").rstrip("…")
            if action.isEnabled() and name not in (SLOW if self.short else ()) + LAST:
                QTimer.singleShot(BREATH, self.close_others)
                action.trigger()
                breathe()
                self.close_others()
                say(f"pressed {name}")

    def leave(self) -> None:
        self.window.close_case()
        self.close_others()
        self.window.close()
        say("left")

    # Its means

    @property
    def view(self):  # type: ignore[no-untyped-def]
        assert self.window.case_view is not None
        return self.window.case_view

    @property
    def case(self):  # type: ignore[no-untyped-def]
        return self.window.session.case

    def count(self) -> int:
        return len(list(self.case.all(Document)))

    def close_others(self) -> None:
        """Leave dialogs and menus as Escape does, and let them go."""
        if isinstance(popup := QApplication.activePopupWidget(), QWidget):
            popup.close()
        for widget in others(self.window):
            leave(widget)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def leave(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        widget.reject()
    else:
        widget.close()


def others(window: QWidget) -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w is not window and w.isVisible()]


def commands(window: MainWindow) -> Iterator[QAction]:
    """Every command of every menu, as it is now."""
    waiting = list(window.menuBar().actions())
    while waiting:
        action = waiting.pop(0)
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            waiting += menu.actions()
        elif not action.isSeparator():
            yield action


def until(condition: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(PATIENCE)
    while not condition():
        if patience.hasExpired():
            faulthandler.dump_traceback()
            raise AssertionError("it did not come to that")
        breathe()


def breathe() -> None:
    """Let the window and its threads work; `QTest.qWait` keeps the threads of Python waiting."""
    loop = QEventLoop()
    QTimer.singleShot(BREATH, loop.quit)
    loop.exec()


def say(step: str) -> None:
    sys.stdout.write(f"{step}\n")
    sys.stdout.flush()


def main() -> None:
    if "--guarded" in sys.argv:
        harden(window=True)
    wrong: list[object] = []
    sys.excepthook = lambda *error: (wrong.append(error), sys.__excepthook__(*error))
    Tour(Path(sys.argv[1]), short="--short" in sys.argv).run()
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
