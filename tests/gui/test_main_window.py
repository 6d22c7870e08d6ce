"""The window as a whole: opening, looking, going back, changing, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from viewer import resources
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Quote, Tag
from viewer.domain.sample import sample_id
from viewer.gui.case_view import CaseView
from viewer.gui.checking import CheckDialog
from viewer.gui.help_dialog import HelpDialog
from viewer.gui.kinds import LISTED_KINDS
from viewer.gui.main_window import MainWindow, dropped_case
from viewer.gui.reading import words_of
from viewer.gui.settings import Settings
from viewer.gui.shortcuts_dialog import ShortcutsDialog
from viewer.gui.theme import Theme

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")


def view_of(window: MainWindow) -> CaseView:
    assert window.case_view is not None
    return window.case_view


def show(window: MainWindow, kind: str) -> None:
    view_of(window).guide.go(kind)


def leaves(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += leaves(inner) if isinstance(inner, QMenu) else [action]
    return found


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


def test_undo_and_redo_are_named_and_follow(sample_window: MainWindow) -> None:
    session, actions = sample_window.session, sample_window.actions_
    assert not actions.undo.isEnabled()
    before = session.case.case.title
    session.do(edit(session.case.case, title="New title"))
    assert sample_window.windowTitle() == "New title — Casefile"
    assert actions.undo.text() == "&Undo edit case"
    actions.undo.trigger()
    assert session.case.case.title == before
    assert actions.redo.text() == "&Redo edit case"
    actions.redo.trigger()
    assert session.case.case.title == "New title"


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


def test_the_overview_counts_and_leads(sample_window: MainWindow) -> None:
    overview = view_of(sample_window).workspace.overview
    overview.cards["event"].click()
    assert view_of(sample_window).workspace.pane is not None
    assert view_of(sample_window).workspace.pane.kind == "event"
    show(sample_window, "overview")
    links = [b for b in overview.findChildren(QPushButton) if b.accessibleName().startswith("Kil")]
    links[0].click()
    assert sample_window.navigator.current == KILLING
    overview.details.click()
    assert sample_window.navigator.current == sample_window.session.case.case.id


def test_the_overview_follows_a_change(sample_window: MainWindow) -> None:
    session = sample_window.session
    session.do(edit(session.case.case, title="Renamed"))
    texts = [
        label.text() for label in view_of(sample_window).workspace.overview.findChildren(QLabel)
    ]
    assert "Renamed" in texts


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


def test_f6_goes_round_the_panes(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, "person")
    qtbot.waitUntil(lambda: bool(view_of(sample_window).reader.document_id))
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    visited: list[QWidget | None] = []
    for _ in sample_window.panes():
        sample_window.actions_.next_pane.trigger()
        focused = sample_window.focusWidget()
        visited.append(next((p for p in sample_window.panes() if _within(p, focused)), None))
    assert None not in visited
    assert len({id(pane) for pane in visited}) == len(sample_window.panes())


def _within(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


class _Greedy(QLineEdit):
    """Wants every key for itself, as text fields on X want Ctrl+K."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_keys_of_the_window_work_in_a_text_field_too(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    field = _Greedy(sample_window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert view_of(sample_window).search.hasFocus()


def test_no_key_has_two_meanings(sample_window: MainWindow) -> None:
    keys: dict[str, str] = {}
    for top in sample_window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for action in leaves(menu):
            for key in action.shortcuts():
                text = key.toString(QKeySequence.SequenceFormat.PortableText)
                assert keys.setdefault(text, action.text()) == action.text(), text
    assert keys["Ctrl+Q"] == "&Quit"
    assert keys["Ctrl+K"] == "&Search everything"
    assert keys["Ctrl+2"] == "Persons"


def test_every_menu_entry_of_a_group_has_its_own_letter(sample_window: MainWindow) -> None:
    for top in sample_window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        letters = [_letter(action.text()) for action in menu.actions() if "&" in action.text()]
        assert len(letters) == len(set(letters)), top.text()


def _letter(text: str) -> str:
    return text[text.index("&") + 1].lower()


def test_whatever_takes_the_keyboard_has_a_name(sample_window: MainWindow) -> None:
    show(sample_window, "person")
    for line in sample_window.findChildren(QLineEdit):
        if line.isVisible() and line.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert line.accessibleName(), line
    for name in ("Browse", "Persons"):
        assert [w for w in sample_window.findChildren(QWidget) if w.accessibleName() == name]


def test_the_list_of_keys_is_made_from_the_menus(sample_window: MainWindow) -> None:
    dialog = ShortcutsDialog(sample_window.menuBar(), sample_window)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Search everything" in texts
    assert "Ctrl+K" in texts


def test_the_help_opens_and_loads_nothing(window: MainWindow) -> None:
    window.actions_.getting_started.trigger()
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    browser = dialog.findChild(QTextBrowser)
    assert browser is not None
    assert "Every entry leads back to the words" in browser.toPlainText()
    picture = QUrl.fromLocalFile(str(resources.path("icons", "casefile.svg")))
    assert browser.loadResource(QTextDocument.ResourceType.ImageResource.value, picture).isEmpty()


def test_a_sound_case_is_called_sound(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_.check.trigger()
    dialog = sample_window.findChild(CheckDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "This case is sound" in dialog.sentence.text(), timeout=20_000)
    dialog.reject()


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


def test_anything_else_that_is_dropped_is_not_ours(tmp_path: Path) -> None:
    case = tmp_path / "a.casefile"
    assert dropped_case(drop(case)) == case
    assert dropped_case(drop(tmp_path / "a.pdf")) is None
    assert dropped_case(drop(case, case)) is None


def test_who_signs_is_remembered(sample_window: MainWindow, settings: Settings) -> None:
    assert sample_window.session.who == ""
    sample_window.set_who(" Sami ")
    sample_window.session.do(creation(Tag(id=new_id(), label="x")))
    assert sample_window.session.case.history()[0].who == "Sami"
    assert settings.who == "Sami"
