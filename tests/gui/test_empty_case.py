"""An empty case says in every pane what goes there and what to do first."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.gui.kinds import LISTED_KINDS
from viewer.gui.main_window import MainWindow
from viewer.gui.pages import PAGES

#: Words by which somebody is told what to do, or what will come by itself.
TOLD = ("add", "say", "select", "press", "begin", "kept here", "listed here")


@pytest.fixture
def empty_window(window: MainWindow, tmp_path: Path) -> MainWindow:
    window.session.create(tmp_path / "empty.casefile", "An empty case")
    return window


def words(widget: QWidget) -> str:
    """What can be read in a pane."""
    labels = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    return " ".join(labels)


def buttons(widget: QWidget) -> list[str]:
    return [b.text() for b in widget.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]


def test_the_overview_leads_to_the_first_document(empty_window: MainWindow) -> None:
    overview = view_of(empty_window).workspace.overview
    assert "Begin with a document" in words(overview)
    assert "New document" in buttons(overview)


@pytest.mark.parametrize("kind", LISTED_KINDS)
def test_an_empty_list_says_what_to_do_and_has_one_button_for_it(
    empty_window: MainWindow, kind: str
) -> None:
    show(empty_window, kind)
    pane = view_of(empty_window).workspace.pane
    assert pane is not None
    assert "yet" in words(pane)
    assert any(told in words(pane).lower() for told in TOLD)
    assert [b for b in buttons(pane) if b.startswith("New")] == buttons(pane)[-1:]


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_page_says_what_goes_there(
    empty_window: MainWindow, qtbot: QtBot, name: str
) -> None:
    show(empty_window, name)
    page = view_of(empty_window).workspace.front
    qtbot.waitUntil(lambda: len(words(page)) > 40 and "Looking" not in words(page))
    assert "Well done" not in words(page)


def test_the_reader_asks_for_a_document(empty_window: MainWindow) -> None:
    show(empty_window, "person")
    assert "Add a document" in words(view_of(empty_window).reader)


def test_the_details_show_the_case_itself_or_ask_for_a_record(empty_window: MainWindow) -> None:
    details = view_of(empty_window).details
    assert "An empty case" in words(details)
    details.clear()
    assert "Choose a record" in words(details)


def test_a_search_without_findings_says_so(empty_window: MainWindow, qtbot: QtBot) -> None:
    search = view_of(empty_window).search
    search.focus()
    qtbot.keyClicks(search, "zzz")
    qtbot.waitUntil(search.popup.isVisible)
    (found,) = search.popup.findChildren(QListView)
    assert found.model().index(0, 0).data() == "Nothing has all these words."
