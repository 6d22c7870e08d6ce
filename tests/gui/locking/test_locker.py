"""Locking: nothing of the case is left to see, and the user comes back to where they were."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.criteria import Criteria
from viewer.domain.records import Document, Person
from viewer.domain.sample import sample_id
from viewer.gui.annotations.desk import Desk
from viewer.gui.annotations.note_dialog import NoteDialog
from viewer.gui.locking.idle import SLEPT, Idle
from viewer.gui.main_window import MainWindow
from viewer.gui.settings import Settings
from viewer.store import CaseFile, Key

AMJAD = sample_id("person", "amjad")


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.random()


def line_of(window: MainWindow, editor: str) -> QLineEdit | QTextEdit:
    details = view_of(window).details.view
    assert details is not None
    line = details.editors[editor].focusProxy()
    assert isinstance(line, QLineEdit | QTextEdit)
    return line


def again(window: MainWindow, key: Key) -> None:
    window.actions_.lock.trigger()
    assert not window.session.is_open
    assert window.locker._enter(key) == ""


def test_a_locked_window_shows_a_door_and_no_title(secret_window: MainWindow) -> None:
    secret_window.actions_.lock.trigger()
    assert secret_window.windowTitle() == "Casefile — locked"
    assert secret_window.pages.currentWidget() is secret_window.locker.page
    assert "secret" not in secret_window.locker.page.sentence.text()
    assert not any(dock.isVisible() for dock in view_of(secret_window).layout.docks)
    assert not secret_window.actions_.export.isEnabled()
    assert secret_window.status.text() == ""


def test_the_file_is_let_go_and_its_key_forgotten(secret_window: MainWindow, key: Key) -> None:
    path = secret_window.session.path
    secret_window.actions_.lock.trigger()
    with CaseFile.open(path, key=key) as case:
        assert not case.read_only


def test_a_wrong_passphrase_is_said_without_the_name_of_the_file(
    secret_window: MainWindow, qtbot: QtBot
) -> None:
    secret_window.actions_.lock.trigger()
    asked = secret_window.locker.page.asked
    qtbot.keyClicks(asked.line, "nonsense")
    asked.button.click()
    qtbot.waitUntil(asked.problem.isVisible)
    assert asked.problem.text().startswith("This is not the passphrase")
    assert "secret" not in asked.problem.text()
    assert secret_window.locker.is_locked


def test_unlocking_leads_back_to_the_record_its_list_and_the_way(
    secret_window: MainWindow, key: Key
) -> None:
    window, view = secret_window, view_of(secret_window)
    show(window, "person")
    pane = view.workspace.pane
    assert pane is not None
    pane.filters.apply(Criteria(words="amjad"))
    pane.apply_filter()
    pane.view.sort_by("name", descending=True)
    window.navigator.go_to(sample_id("event", "killing"))
    window.navigator.go_to(AMJAD)
    trail = window.navigator.trail
    again(window, key)
    assert window.navigator.trail == trail
    assert view.browse.current == "person"
    assert view.details.record_id == AMJAD
    pane = view.workspace.pane
    assert pane is not None
    assert pane.filter.text() == "amjad"
    assert (pane.query.sort, pane.query.descending) == ("name", True)
    assert pane.view.current_id == AMJAD
    assert not window.locker.is_locked


def test_unlocking_leads_back_to_where_one_read(
    secret_window: MainWindow, key: Key, qtbot: QtBot
) -> None:
    view = view_of(secret_window)
    show(secret_window, "document")
    document = next(secret_window.session.case.all(Document)).id
    view.reader.show_document(document)
    bar = view.reader.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    top = view.reader.view.top
    again(secret_window, key)
    assert view.reader.document_id == document
    assert abs(view.reader.view.top - top) < 200
    assert view.reader.view.top > 0


@pytest.mark.parametrize("editor", ["occupation", "about", sample_id("name", "amjad")])
def test_unlocking_gives_the_keyboard_back_to_the_field_and_its_cursor(
    secret_window: MainWindow, key: Key, qtbot: QtBot, editor: str
) -> None:
    show(secret_window, "person")
    secret_window.navigator.go_to(AMJAD)
    line = line_of(secret_window, editor)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "home")
    qtbot.keyClick(line, Qt.Key.Key_Left)
    again(secret_window, key)
    line = line_of(secret_window, editor)
    assert secret_window.focusWidget() is line
    qtbot.keyClicks(line, "m")
    assert (line.text() if isinstance(line, QLineEdit) else line.toPlainText()) == "homme"


@pytest.mark.parametrize("pane", range(5))
def test_unlocking_gives_the_keyboard_back_to_the_pane(
    secret_window: MainWindow, key: Key, pane: int
) -> None:
    def panes() -> list[QWidget]:
        view = view_of(secret_window)
        return [each for each in view.panes() if each is not view.reader.margin]

    show(secret_window, "person")
    secret_window.navigator.go_to(AMJAD)
    panes()[pane].setFocus()
    again(secret_window, key)
    focused = secret_window.focusWidget()
    assert focused is panes()[pane] or panes()[pane].isAncestorOf(focused)


def test_what_is_typed_is_saved_first(secret_window: MainWindow, key: Key) -> None:
    window = secret_window
    window.navigator.go_to(AMJAD)
    details = view_of(window).details.view
    assert details is not None
    editor = details.form.rows["occupation"].editor
    line = editor.focusProxy()
    assert line is not None
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    line.insert("Poet")  # type: ignore[attr-defined]
    editor.typed.emit()
    again(window, key)
    assert window.session.case.get(Person, AMJAD).occupation == "Poet"


def test_what_is_no_value_yet_is_kept(secret_window: MainWindow, key: Key) -> None:
    window = secret_window
    killing = sample_id("event", "killing")
    window.navigator.go_to(killing)
    details = view_of(window).details
    assert details.view is not None
    editor = details.view.form.rows["date"].editor
    others = editor.draft()[1:]
    editor.set_draft((["", "2019-13-45", ""], *others))
    editor.typed.emit()
    window.actions_.lock.trigger()
    assert "not saved" in window.locker.unsaved
    assert window.locker._enter(key) == ""
    assert details.view is not None
    assert details.view.form.rows["date"].editor.draft()[0][1] == "2019-13-45"


def test_what_could_not_be_saved_is_kept_behind_the_door_and_can_be_tried_again(
    secret_window: MainWindow, key: Key, qtbot: QtBot
) -> None:
    window = secret_window
    path = window.session.path
    window.navigator.go_to(AMJAD)
    line = line_of(window, "occupation")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Poet")
    away = path.rename(path.with_name("away"))
    window.actions_.lock.trigger()
    qtbot.wait(20)
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert not window.rescue.isVisible()
    assert window.locker.unsaved
    away.rename(path)
    assert window.locker._enter(key) == ""
    assert window.rescue.again.isVisible()
    window.rescue.again.click()
    assert window.session.case.get(Person, AMJAD).occupation == "Poet"
    assert not window.rescue.isVisible()


def test_a_note_that_is_being_written_is_kept(secret_window: MainWindow, key: Key) -> None:
    window = secret_window
    dialog = NoteDialog(window.session, (AMJAD, 0, 0), AMJAD, parent=window)
    dialog.open()
    dialog.body.setPlainText("He was seen again")
    again(window, key)
    draft = Desk.of(window.session).draft((AMJAD, 0, 0))
    assert draft is not None
    assert draft.body == "He was seen again"


def test_what_was_typed_in_a_dialog_is_shown_again(
    secret_window: MainWindow, key: Key, qtbot: QtBot
) -> None:
    window = secret_window
    window.actions_.sign.trigger()
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QPlainTextEdit) or dialog.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "Sami the witness")
    window.actions_.lock.trigger()
    assert QApplication.activeModalWidget() is None
    assert window.locker.unsaved
    assert window.locker._enter(key) == ""
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QDialog)
    text = shown.findChild(QPlainTextEdit)
    assert text is not None
    assert "Sami the witness" in text.toPlainText()
    shown.close()


def test_a_case_without_a_passphrase_cannot_be_locked(sample_window: MainWindow) -> None:
    sample_window.actions_.lock.trigger()
    box = sample_window.findChild(QMessageBox)
    assert box is not None
    assert "has no passphrase, so it cannot be locked" in box.text()
    assert sample_window.session.is_open


@pytest.mark.parametrize("way", ["lock", "close_case", "quit"])
def test_what_was_copied_is_taken_back_and_what_others_copied_is_not(
    secret_window: MainWindow, way: str
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("a name of the case")
    if not clipboard.ownsClipboard():
        pytest.skip("this platform does not tell whose it is")
    getattr(secret_window.actions_, way).trigger()
    assert clipboard.text() == ""


def test_what_was_copied_from_a_case_that_all_can_read_stays(sample_window: MainWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("a name of the case")
    sample_window.actions_.close_case.trigger()
    assert clipboard.text() == "a name of the case"


def test_from_the_door_another_case_can_be_opened(
    secret_window: MainWindow, tmp_path: Path
) -> None:
    secret_window.actions_.lock.trigger()
    assert secret_window.files.open_sample(tmp_path / "sample.casefile")
    assert not secret_window.locker.is_locked
    secret_window.session.close()
    assert secret_window.pages.currentWidget() is secret_window.welcome
    assert secret_window.windowTitle() == "Casefile"


def test_the_preview_goes_with_the_case(secret_window: MainWindow, qtbot: QtBot) -> None:
    previews = secret_window.previews
    previews.show("public")
    qtbot.waitUntil(lambda: not previews.is_busy, timeout=20_000)
    preview = previews.window
    assert preview is not None
    preview.actions_.lock.trigger()
    qtbot.waitUntil(lambda: secret_window.locker.is_locked)
    assert previews.window is None


@pytest.mark.parametrize("name", ["export", "check", "delete"])
def test_no_dialog_stays_whatever_it_does(
    secret_window: MainWindow, name: str, qtbot: QtBot
) -> None:
    secret_window.navigator.go_to(AMJAD)
    QTimer.singleShot(100, secret_window, secret_window.lock)  # also within the dialog's own loop
    getattr(secret_window.actions_, name).trigger()
    qtbot.waitUntil(lambda: secret_window.locker.is_locked)
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [secret_window]


def test_an_open_menu_closes(secret_window: MainWindow, qtbot: QtBot) -> None:
    menu = secret_window.menus.go
    menu.popup(secret_window.pos())
    secret_window.lock()
    assert not menu.isVisible()


def test_control_l_locks_from_a_dialog(secret_window: MainWindow, qtbot: QtBot) -> None:
    secret_window.actions_.sign.trigger()
    dialog = secret_window.findChild(QInputDialog)
    assert dialog is not None
    handle = dialog.windowHandle()
    secret_window.locker.idle._watch(handle)
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, control))
    qtbot.waitUntil(lambda: secret_window.locker.is_locked)


# Idleness


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(window: MainWindow, clock: Clock) -> Idle:
    idle = Idle(window, lambda: 10, clock)
    idle.begin()
    return idle


def let_pass(idle: Idle, clock: Clock, seconds: float) -> None:
    """Look at the clock as often as the timer would."""
    end = clock.now + seconds
    while clock.now < end:
        clock.now += min(30, end - clock.now)
        idle.look()


def test_after_ten_minutes_without_a_touch(idle: Idle, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(idle.passed):
        let_pass(idle, clock, 599)
    with qtbot.waitSignal(idle.passed, timeout=100):
        let_pass(idle, clock, 1)


def test_a_touch_begins_anew(idle: Idle, clock: Clock, window: MainWindow, qtbot: QtBot) -> None:
    let_pass(idle, clock, 599)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, none)
    )
    with qtbot.assertNotEmitted(idle.passed):
        let_pass(idle, clock, 599)


def test_a_computer_that_slept_is_locked_at_once(idle: Idle, clock: Clock, qtbot: QtBot) -> None:
    clock.now += SLEPT + 1
    with qtbot.waitSignal(idle.passed, timeout=100):
        idle.look()


def test_a_clock_that_is_put_back_locks_nothing(idle: Idle, clock: Clock, qtbot: QtBot) -> None:
    clock.now -= 10_000
    with qtbot.assertNotEmitted(idle.passed):
        let_pass(idle, clock, 599)


def test_never_is_never(window: MainWindow, clock: Clock, qtbot: QtBot) -> None:
    idle = Idle(window, lambda: 0, clock)
    idle.begin()
    with qtbot.assertNotEmitted(idle.passed):
        let_pass(idle, clock, 100_000)


def test_a_case_that_nobody_touches_is_locked(
    secret_window: MainWindow, settings: Settings
) -> None:
    settings.lock_minutes = 1
    idle = secret_window.locker.idle
    idle._touched -= 61
    idle.look()
    assert secret_window.locker.is_locked


def test_a_case_without_a_passphrase_stays_open(
    sample_window: MainWindow, settings: Settings
) -> None:
    settings.lock_minutes = 1
    sample_window.locker.idle._touched -= 61
    sample_window.locker.idle.look()
    assert sample_window.session.is_open
    assert sample_window.findChild(QMessageBox) is None
