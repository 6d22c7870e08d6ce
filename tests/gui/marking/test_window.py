"""In the window: marking is found in the menu, and the panes follow what was marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import focused, press, select, type_in
from tests.gui.windows import show, view_of
from viewer.domain.records import Document, Person, Quote
from viewer.domain.sample import sample_id
from viewer.gui.main_window import MainWindow
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.shortcuts_dialog import ShortcutsDialog

KEY = Qt.Key


@pytest.fixture
def window(sample_window: MainWindow, qtbot: QtBot) -> MainWindow:
    show(sample_window, "event")
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    document = next(sample_window.session.case.all(Document))
    view_of(sample_window).reader.show_document(document.id)
    return sample_window


@pytest.fixture
def reader(window: MainWindow) -> ReaderPane:
    return view_of(window).reader


def test_what_was_marked_is_shown_and_the_text_keeps_the_keyboard(
    window: MainWindow, reader: ReaderPane, qtbot: QtBot
) -> None:
    select(reader, "Requests for comment")
    press(qtbot, KEY.Key_Q)
    type_in(qtbot, "amjad")
    press(qtbot, KEY.Key_Return)
    current = window.navigator.current
    quote = window.session.case.get(Quote, current)
    assert quote.speaker_id == sample_id("person", "amjad")
    assert view_of(window).details.record_id == current
    assert focused() is reader.view


def test_letters_are_typed_elsewhere(window: MainWindow, reader: ReaderPane, qtbot: QtBot) -> None:
    select(reader, "Requests for comment")
    search = view_of(window).search
    search.setFocus()
    type_in(qtbot, "qpelfnh")
    assert search.text() == "qpelfnh"
    assert reader.tools.marker.prompt is None


def test_the_menu_has_every_way_of_marking_with_its_key(
    window: MainWindow, reader: ReaderPane, qtbot: QtBot
) -> None:
    menu = window.menus.mark
    assert window.menuBar().actions()[2] is menu.menuAction()
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.shortcut().toString() for action in actions] == [
        *"QPELFNH",
        "Shift+P",
        "Shift+L",
        "Alt+Down",
        "Alt+Up",
        "Ctrl+G",
    ]
    before = window.session.case.total(Person.kind)
    select(reader, "Requests for comment")
    actions[1].trigger()
    press(qtbot, KEY.Key_Return)
    assert window.session.case.total(Person.kind) == before + 1


def test_the_list_of_keys_has_them(window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.menuBar(), window)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Next passage" in texts
    assert texts[texts.index("Quote") + 1] == "Q"
    dialog.deleteLater()


def test_the_menu_is_of_no_use_without_a_case(window: MainWindow) -> None:
    assert window.menus.mark.menuAction().isEnabled()
    window.session.close()
    assert not window.menus.mark.menuAction().isEnabled()
    assert not any(action.isEnabled() for action in window.menus.mark.actions()[:7])
