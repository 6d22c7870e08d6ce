"""Opening and making cases: a sentence for everything that goes wrong, and nothing lost."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.domain.records import Tag
from viewer.gui.case_files import SAMPLE_NAME, documents_folder
from viewer.gui.main_window import MainWindow
from viewer.gui.new_case_dialog import NewCaseDialog, file_name, free
from viewer.gui.session import Session
from viewer.gui.settings import RECENT, Settings
from viewer.gui.welcome_page import WelcomePage


def said(window: MainWindow) -> str:
    box = window.findChild(QMessageBox)
    return box.text() if box is not None else ""


def test_a_missing_file_is_named(window: MainWindow, tmp_path: Path) -> None:
    assert not window.files.open(tmp_path / "gone.casefile")
    assert "gone.casefile" in said(window)
    assert not window.session.is_open


def test_what_is_no_case_is_refused(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.casefile"
    path.write_bytes(b"Dear all, " * 1000)
    assert not window.files.open(path)
    assert "not a case file" in said(window)
    assert path.read_bytes() == b"Dear all, " * 1000


def test_a_case_held_elsewhere_is_offered_read_only(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    assert not window.files.open(session.path)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "open for editing" in box.text()
    (offered,) = [b for b in box.findChildren(QPushButton) if b.text() == "Open read-only"]
    offered.click()
    assert window.session.read_only
    assert "Read-only" in window.status.text()


def test_nothing_can_be_changed_in_a_read_only_case(window: MainWindow, session: Session) -> None:
    window.files.open(session.path, read_only=True)
    assert window.case_view is not None
    window.navigator.go_to(next(window.session.case.all(Tag)).id)
    assert not window.actions_.delete.isEnabled()
    assert not any(action.isEnabled() for action in window.case_view.creators)
    window.actions_.import_files.trigger()
    assert "nothing can be imported" in said(window)


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_same_case_again_stays_as_it_is(sample_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sample_window.session.closed):
        assert sample_window.files.open(sample_window.session.path)


def test_an_existing_file_is_never_overwritten(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "old.casefile"
    path.write_text("precious")
    assert not window.files.create(path, "New")
    assert "old.casefile" in said(window)
    assert path.read_text() == "precious"


def test_a_folder_that_is_not_there_is_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    assert not window.files.create(tmp_path / "no" / "new.casefile", "New")
    assert "could not be made in its folder" in said(window)


def test_the_sample_is_the_users_own_copy_and_stays_as_they_left_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.gui.case_files.documents_folder", lambda: tmp_path)
    window.welcome.sample_requested.emit()
    assert window.session.path == tmp_path / SAMPLE_NAME
    window.session.do(edit(window.session.case.case, title="Mine"))
    window.session.close()
    window.actions_.sample.trigger()
    assert window.windowTitle() == "Mine — Casefile"


def test_cases_are_remembered_until_the_list_is_cleared(
    window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    for number in range(RECENT + 2):
        window.files.create(tmp_path / f"case {number}.casefile", "A case")
    window.session.close()
    assert [path.stem for path in settings.recent][:2] == ["case 9", "case 8"]
    assert len(settings.recent) == RECENT
    welcome = window.welcome
    assert welcome.recent.count() == RECENT
    first = welcome.recent.itemAt(0)
    assert first is not None
    button = first.widget()
    assert isinstance(button, QPushButton)
    button.click()
    assert window.session.path == tmp_path / "case 9.casefile"
    window.actions_.clear_recent.trigger()
    assert settings.recent == []
    assert welcome.recent.count() == 0


def test_a_clean_start_offers_no_recent_cases(settings: Settings, qtbot: QtBot) -> None:
    page = WelcomePage(settings)
    qtbot.addWidget(page)
    page.show()
    assert not page.clear.isVisible()


def test_enter_presses_a_button_of_the_welcome_page(settings: Settings, qtbot: QtBot) -> None:
    page = WelcomePage(settings)
    qtbot.addWidget(page)
    button = page.findChild(QPushButton, "new")
    assert button is not None
    with qtbot.waitSignal(page.new_requested, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_the_file_follows_the_title_until_it_is_chosen(tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewCaseDialog(tmp_path)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.title, "Amarah: 2019/2020?")
    assert dialog.path == tmp_path / "Amarah 2019 2020.casefile"
    dialog.file.clear()
    qtbot.keyClicks(dialog.file, str(tmp_path / "mine"))
    qtbot.keyClicks(dialog.title, "!")
    assert dialog.path == tmp_path / "mine.casefile"
    dialog.passphrase.wanted.click()
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.accept()
    assert wanted.args == [tmp_path / "mine.casefile", "Amarah: 2019/2020?!", ""]


def test_a_new_case_is_to_be_encrypted_until_the_user_says_otherwise(
    tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = NewCaseDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.title, "Amarah")
    with qtbot.assertNotEmitted(dialog.wanted):
        dialog.accept()
    for line in (dialog.passphrase.first, dialog.passphrase.again):
        qtbot.keyClicks(line, "Amarah82")
    assert dialog.passphrase.chosen.meter.word.text() == "Very weak"
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.accept()
    assert wanted.args == [tmp_path / "Amarah.casefile", "Amarah", "Amarah82"]
    assert dialog.passphrase.first.text() == ""


def test_a_case_needs_a_title(tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewCaseDialog(tmp_path)
    qtbot.addWidget(dialog)
    with qtbot.assertNotEmitted(dialog.wanted):
        dialog.accept()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("أمجد الدهامات", "أمجد الدهامات"),
        ("../../etc/passwd", "etc passwd"),
        ("  ..  ", "New case"),
        ("ل" * 300, "ل" * 100),
    ],
)
def test_file_names_are_fit_for_any_system(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_free_name_is_numbered(tmp_path: Path) -> None:
    (tmp_path / "A.casefile").touch()
    (tmp_path / "A 2.casefile").touch()
    assert free(tmp_path, "A").name == "A 3.casefile"


def test_there_is_always_a_folder_to_begin_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert documents_folder().is_dir()
    assert os.access(documents_folder(), os.W_OK)
