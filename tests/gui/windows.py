"""Ways to what a window shows."""

from viewer.gui.case_view import CaseView
from viewer.gui.main_window import MainWindow


def view_of(window: MainWindow) -> CaseView:
    assert window.case_view is not None
    return window.case_view


def show(window: MainWindow, kind: str) -> None:
    view_of(window).guide.go(kind)
