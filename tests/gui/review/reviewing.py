"""Ways through a review."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.records import Document
from viewer.gui.main_window import MainWindow
from viewer.gui.review.page import ReviewPage


def begin(window: MainWindow, document: Document, qtbot: QtBot) -> ReviewPage:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view_of(window).guide.review(document.id)
    page = view_of(window).workspace.front
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.review.is_known)
    return page


def labels(page: ReviewPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def current(page: ReviewPage) -> str:
    return str(page.view.currentIndex().siblingAtColumn(0).data())


def press(page: ReviewPage, qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys in the list, and wait until is known what they leave open."""
    for key in keys:
        qtbot.keyClick(page.view, key)
    settle(page, qtbot)


def settle(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.review.is_settled)
