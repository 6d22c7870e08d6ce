"""The commands of the window: each with one key, each with one meaning."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from tests.store.test_damage import DAMAGES
from viewer import resources
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Tag
from viewer.gui.checking import CheckDialog
from viewer.gui.help_dialog import HelpDialog
from viewer.gui.main_window import MainWindow
from viewer.gui.settings import Settings
from viewer.gui.shortcuts_dialog import ShortcutsDialog
from viewer.gui.unsaved import Place


def leaves(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += leaves(inner) if isinstance(inner, QMenu) else [action]
    return found


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


def test_f6_goes_round_the_panes(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, "person")
    qtbot.waitUntil(lambda: bool(view_of(sample_window).reader.document_id))
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    visited: list[QWidget | None] = []
    for _ in sample_window.panes():
        sample_window.actions_.next_pane.trigger()
        focused = sample_window.focusWidget()
        within = (p for p in reversed(sample_window.panes()) if _within(p, focused))
        visited.append(next(within, None))
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


def test_a_lists_entry_leads_into_the_list_and_to_no_record(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    shown = sample_window.navigator.current
    for action in sample_window.menus.go.actions()[1:]:
        action.trigger()
        QApplication.processEvents()
        front = view_of(sample_window).workspace.front
        focused = sample_window.focusWidget()
        assert focused is not None
        assert focused is front or front.isAncestorOf(focused)
        assert sample_window.navigator.current == shown


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


def test_the_list_of_keys_names_no_change_of_the_moment(sample_window: MainWindow) -> None:
    tag = Tag(id=new_id(), label="urgent")
    assert sample_window.session.do(creation(tag))
    dialog = ShortcutsDialog(sample_window.menuBar(), sample_window)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Undo", "Redo"} <= set(texts)
    assert [text for text in texts if text.startswith(("Undo", "Redo"))] == ["Undo", "Redo"]


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


def test_what_to_do_is_not_counted_among_what_was_found(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "damaged.casefile"
    window.files.open_sample(path)
    window.session.close()
    DAMAGES["search"][0](path)
    window.files.open(path)
    window.actions_.check.trigger()
    dialog = window.findChild(CheckDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.problems.isVisible, timeout=20_000)
    assert dialog.sentence.text().startswith("One thing is not as it must be.")
    assert "\n" not in dialog.problems.toPlainText()
    dialog.reject()


def test_salvage_follows_where_something_typed_is_given_up_for_it(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    session = sample_window.session
    session.unsaved.hold(Place(session.case.case.id, "title"), "refused", "Title")
    sample_window.actions_.check.trigger()
    dialog = sample_window.findChild(CheckDialog)
    assert dialog is not None
    dialog.salvage_requested.emit()
    dialog.reject()
    qtbot.waitUntil(lambda: sample_window.findChild(QMessageBox) is not None)
    box = sample_window.findChild(QMessageBox)
    assert box is not None
    next(each for each in box.buttons() if each.text() == "Close without it").click()
    assert not session.is_open
    asked = sample_window.findChild(QFileDialog)
    assert asked is not None
    assert asked.windowTitle() == "Salvage into a new case"


def test_who_signs_is_remembered(sample_window: MainWindow, settings: Settings) -> None:
    assert sample_window.session.who == ""
    sample_window.set_who(" Sami ")
    sample_window.session.do(creation(Tag(id=new_id(), label="x")))
    assert sample_window.session.case.history()[0].who == "Sami"
    assert settings.who == "Sami"
