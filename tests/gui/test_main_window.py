"""The window as a whole: opening, looking, going back, changing, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Quote, Tag
from viewer.domain.sample import sample_id
from viewer.gui.kinds import LISTED_KINDS
from viewer.gui.main_window import MainWindow
from viewer.gui.pages import PAGES
from viewer.gui.reading import words_of
from viewer.gui.settings import Settings
from viewer.gui.theme import Theme

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")


def test_without_a_case_there_is_the_welcome(window: MainWindow) -> None:
    assert window.windowTitle() == "Casefile"
    assert window.pages.currentWidget() is window.welcome
    assert window.case_view is None
    for action in window.actions_.of_a_case:
        assert not action.isEnabled()
    assert window.actions_.open.isEnabled()


def test_a_case_opens_on_its_overview(sample_window: MainWindow) -> None:
    title = sample_window.session.case.case.title
    assert sample_window.windowTitle() == f"{title} — Casefile"
    assert (
        view_of(sample_window).workspace.currentWidget()
        is view_of(sample_window).workspace.overview
    )
    case = sample_window.session.case
    counts = f"{case.total('person')} persons  ·  {case.total('event')} events"
    assert sample_window.status.text().startswith(counts)
    assert sample_window.status.text().endswith("All changes saved")


def test_a_window_that_waits_for_its_case_leaves_the_middle_its_room(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.await_case()
    window.show()
    qtbot.waitExposed(window)
    assert not window.welcome.isVisible()
    window.files.open_sample(tmp_path / "sample.casefile")
    qtbot.waitUntil(lambda: view_of(window).browse.isVisible())
    widths = [dock.width() for dock in view_of(window).layout.docks]
    assert window.pages.width() > max(widths)


def test_a_window_whose_case_cannot_be_opened_welcomes(window: MainWindow) -> None:
    window.await_case()
    window.welcome_if_closed()
    assert window.pages.currentWidget() is window.welcome


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_led_to_and_goes_with_the_case(sample_window: MainWindow, page: str) -> None:
    view = view_of(sample_window)
    view.guide.visit(page)
    front = view.workspace.front
    assert front.isVisible()
    assert front.accessibleName()
    assert sample_window.actions_.close_case.trigger() is None
    assert view.workspace.front is not front


def test_the_reader_can_have_the_middle_for_itself(sample_window: MainWindow) -> None:
    view, alone = view_of(sample_window), sample_window.actions_.alone
    show(sample_window, "quote")
    alone.trigger()
    assert (view.workspace.lists.isVisible(), view.reader.isVisible()) == (False, True)
    view.guide.go("person")
    assert (view.workspace.lists.isVisible(), alone.isChecked()) == (True, False)


def test_closing_the_case_brings_the_welcome_back(sample_window: MainWindow) -> None:
    sample_window.actions_.close_case.trigger()
    assert sample_window.windowTitle() == "Casefile"
    assert sample_window.pages.currentWidget() is sample_window.welcome
    assert sample_window.case_view is not None
    assert not any(dock.isVisible() for dock in sample_window.case_view.layout.docks)


def test_another_case_takes_the_place_of_the_first(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    show(sample_window, "person")
    assert sample_window.files.create(tmp_path / "new.casefile", "Another case")
    assert sample_window.windowTitle() == "Another case — Casefile"
    show(sample_window, "person")
    assert view_of(sample_window).workspace.pane is not None
    assert view_of(sample_window).workspace.pane.title() == "Persons (0)"


@pytest.mark.parametrize("kind", LISTED_KINDS)
def test_each_list_is_chosen_and_its_rows_lead_to_their_record(
    sample_window: MainWindow, kind: str
) -> None:
    show(sample_window, kind)
    pane = view_of(sample_window).workspace.pane
    assert pane is not None
    assert pane.kind == kind
    pane.view.setCurrentIndex(pane.view.model().index(0, 0))
    assert sample_window.navigator.current == pane.view.current_id != ""


def test_the_way_from_list_to_list_and_back(sample_window: MainWindow) -> None:
    navigator = sample_window.navigator
    show(sample_window, "event")
    assert view_of(sample_window).workspace.pane is not None
    view_of(sample_window).workspace.pane.select("")
    navigator.go_to(KILLING)
    assert view_of(sample_window).workspace.pane.view.current_id == KILLING
    navigator.go_to(AMJAD)
    assert view_of(sample_window).workspace.pane.view.current_id == ""
    sample_window.actions_.back.trigger()
    assert view_of(sample_window).workspace.pane.view.current_id == KILLING
    assert sample_window.actions_.forward.isEnabled()


def test_a_passage_is_read_even_from_the_overview(sample_window: MainWindow) -> None:
    view = sample_window.case_view
    assert view is not None
    quote = next(sample_window.session.case.all(Quote))
    view.details.passage_requested.emit(quote.passage_id)
    assert view_of(sample_window).workspace.list_is_shown
    assert view.reader.isVisible()


def test_following_a_highlight_leaves_the_reader_where_it_is(
    sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    view = sample_window.case_view
    assert view is not None
    show(sample_window, "quote")
    asked: list[str] = []
    monkeypatch.setattr(view.reader, "show_passage", asked.append)
    view.reader.record_requested.emit(KILLING)
    assert sample_window.navigator.current == KILLING
    qtbot.wait(150)
    assert asked == []
    sample_window.navigator.go_to(KILLING)
    sample_window.navigator.go_to(AMJAD)
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_the_words_of_a_record_are_those_it_comes_from(sample_window: MainWindow) -> None:
    case = sample_window.session.case
    quote = next(case.all(Quote))
    assert getattr(words_of(case, quote), "id", None) == quote.passage_id
    for annotation in case.all(Annotation):
        assert words_of(case, annotation) is not None
    assert words_of(case, Tag(id=new_id(), label="x")) is None


def test_a_failure_is_said_and_the_status_does_not_lie(sample_window: MainWindow) -> None:
    session = sample_window.session
    stale = edit(session.case.case, title="Stale")
    session.do(edit(session.case.case, title="New"))
    session.do(stale)
    assert "not saved" in sample_window.status.text()
    box = sample_window.findChild(QMessageBox)
    assert box is not None
    assert box.textFormat() == Qt.TextFormat.PlainText
    session.do(creation(Tag(id=new_id(), label="x")))
    assert sample_window.status.text().endswith("All changes saved")


def test_panes_are_remembered_and_put_back(
    sample_window: MainWindow, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    assert sample_window.case_view is not None
    path = sample_window.session.path
    sample_window.case_view.layout.docks[1].hide()
    sample_window.close()
    second = MainWindow(settings, theme)
    qtbot.addWidget(second)
    second.show()
    second.files.open(path)
    assert second.case_view is not None
    browse, details = second.case_view.layout.docks
    assert browse.isVisible()
    assert not details.isVisible()
    second.actions_.reset_layout.trigger()
    assert details.isVisible()
    second.close()


def drop(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.data = data  # type: ignore[attr-defined] # the event does not own it
    return event


def test_a_dropped_case_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "dropped.casefile"
    window.files.create(path, "Dropped")
    window.session.close()
    window.dropEvent(drop(path))
    assert window.windowTitle() == "Dropped — Casefile"


def test_dropped_documents_are_read_for_the_case(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.create(tmp_path / "a.casefile", "A case")
    path = tmp_path / "said.txt"
    path.write_text("Nobody was told why.")
    window.dropEvent(drop(path))
    dialog = window.importing.dialog
    assert dialog is not None
    assert [entry.path for entry in dialog.model.entries] == [path]
    dialog.close()


def test_documents_that_are_dropped_on_no_case_wait_for_one(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "said.txt"
    path.write_text("Nobody was told why.")
    window.dropEvent(drop(path))
    assert window.importing.dialog is None
    window.files.create(tmp_path / "a.casefile", "A case")
    dialog = window.importing.dialog
    assert dialog is not None
    assert [entry.path for entry in dialog.model.entries] == [path]
    dialog.close()
