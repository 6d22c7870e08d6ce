"""Setting, changing and removing the passphrase of the open case, and staying where one is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.sample import sample_id
from viewer.gui.locking.passphrase_dialog import PassphraseDialog
from viewer.gui.locking.rekeying import give_key
from viewer.gui.main_window import MainWindow
from viewer.store import CaseFile, Key, access_to, back_up, is_encrypted, key_for

AMJAD = sample_id("person", "amjad")
OLD, NEW = "salt of the marshes", "reed boats at dawn"


def dialog_of(window: MainWindow) -> PassphraseDialog:
    window.actions_.passphrase.trigger()
    dialog = window.findChild(PassphraseDialog)
    assert dialog is not None
    return dialog


def choose(dialog: PassphraseDialog, words: str) -> None:
    for line in (dialog.chosen.first, dialog.chosen.again):
        line.setText(words)


def confirm(window: MainWindow, dialog: PassphraseDialog, qtbot: QtBot) -> str:
    """Press the button and wait until the case is open again; return what was said."""
    with qtbot.waitSignal(window.session.opened, timeout=20_000):
        dialog.confirm.click()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()
    return box.text()


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.new(OLD)


def test_a_plain_case_is_encrypted_and_stays_where_it_was(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    show(sample_window, "person")
    sample_window.navigator.go_to(AMJAD)
    dialog = dialog_of(sample_window)
    assert not dialog.present.isVisible()
    assert "cannot be recovered" in dialog.warning.text()
    assert "readable without a passphrase" in dialog.old.text()
    choose(dialog, NEW)
    assert "encrypted" in confirm(sample_window, dialog, qtbot)
    path = sample_window.session.path
    assert is_encrypted(path)
    assert sample_window.session.case.key == key_for(path, NEW)
    assert view_of(sample_window).details.record_id == AMJAD
    assert view_of(sample_window).browse.current == "person"
    assert not sample_window.session.read_only


def test_backups_that_open_without_a_passphrase_are_kept_unless_one_wants_them_deleted(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    made = back_up(access_to(sample_window.session.case)).path
    for deletes in (False, True):
        with qtbot.waitSignal(sample_window.session.opened, timeout=20_000):
            give_key(sample_window, Key.random())
        qtbot.waitUntil(lambda: bool(sample_window.findChildren(QMessageBox)))
        (box,) = sample_window.findChildren(QMessageBox)
        assert made.name in box.text()
        assert box.defaultButton().text() == "Keep them"
        wish = "Delete 1 file" if deletes else "Keep them"
        next(button for button in box.buttons() if button.text() == wish).click()
        qtbot.waitUntil(lambda: not sample_window.findChildren(QMessageBox))
        assert made.exists() is not deletes


def test_a_backup_with_the_new_passphrase_is_made_before_long(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    sample_window.settings.makes_backups = True
    assert not sample_window.backups.is_due
    give_key(sample_window, Key.random())
    qtbot.waitUntil(lambda: sample_window.backups.is_due)
    sample_window.backups.forget()


def test_it_is_changed_only_by_who_knows_it(secret_window: MainWindow, qtbot: QtBot) -> None:
    before = secret_window.session.path.read_bytes()
    dialog = dialog_of(secret_window)
    dialog.present.setText("salt of the marches")
    choose(dialog, NEW)
    dialog.confirm.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "not the passphrase" in dialog.problem.text()
    assert dialog.chosen.value == NEW
    assert secret_window.session.path.read_bytes() == before
    dialog.present.setText(OLD)
    confirm(secret_window, dialog, qtbot)
    path = secret_window.session.path
    assert secret_window.session.case.key == key_for(path, NEW)


def test_it_is_removed_after_a_warning(secret_window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(secret_window)
    dialog.remove.click()
    assert "whoever has the file can read it" in dialog.warning.text()
    assert not dialog.confirm.isEnabled()
    dialog.present.setText(OLD)
    assert "no passphrase any more" in confirm(secret_window, dialog, qtbot)
    assert not is_encrypted(secret_window.session.path)


def test_what_cannot_be_written_leaves_the_case_as_it_was(
    secret_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    key, other = secret_window.session.case.key, tmp_path / "away"
    secret_window.session.path.rename(other)
    give_key(secret_window, Key.random())
    qtbot.waitUntil(lambda: not secret_window.rewriting.is_busy)
    assert not secret_window.session.is_open
    assert secret_window.pages.currentWidget() is secret_window.welcome
    with CaseFile.open(other, key=key) as case:
        assert case.total("person")


def test_nothing_is_kept_of_what_was_typed(sample_window: MainWindow) -> None:
    dialog = dialog_of(sample_window)
    choose(dialog, NEW)
    dialog.reject()
    assert dialog.chosen.first.text() == ""


def test_enter_does_not_take_the_passphrase_away(secret_window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(secret_window)
    dialog.remove.click()
    qtbot.keyClicks(dialog.present, OLD)
    assert dialog.confirm.isEnabled()
    qtbot.keyClick(dialog.present, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert is_encrypted(secret_window.session.path)
    assert not secret_window.rewriting.is_busy
