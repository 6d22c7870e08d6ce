"""Opening a case that has a passphrase: asked for in the window, however the file was named."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from viewer.domain.ids import new_id
from viewer.domain.records import Case
from viewer.gui import app
from viewer.gui.main_window import MainWindow
from viewer.gui.salvaging import SalvageDialog
from viewer.gui.settings import Settings
from viewer.store import CaseFile, Key

WORDS = "salt of the marshes"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.casefile"
    CaseFile.create(path, Case(id=new_id(), title="Amarah")).close()
    return path


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    path = tmp_path / "encrypted.casefile"
    CaseFile.create(path, Case(id=new_id(), title="Amarah"), key=Key.new(WORDS)).close()
    return path


def answer(window: MainWindow, words: str, qtbot: QtBot) -> None:
    asked = window.door.page.asked
    asked.line.clear()
    qtbot.keyClicks(asked.line, words)
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    assert not asked.button.isEnabled()
    qtbot.waitUntil(lambda: asked.button.isEnabled() or window.session.is_open)


def test_the_passphrase_opens_it(window: MainWindow, encrypted: Path, qtbot: QtBot) -> None:
    assert not window.files.open(encrypted)
    assert window.pages.currentWidget() is window.door.page
    assert "encrypted.casefile" in window.door.page.sentence.text()
    answer(window, WORDS, qtbot)
    assert window.session.case.case.title == "Amarah"
    assert not window.session.read_only
    assert window.door.page.asked.line.text() == ""
    assert window.settings.recent == [encrypted]


def test_why_it_was_not_opened_is_shown_whole(
    window: MainWindow, encrypted: Path, qtbot: QtBot
) -> None:
    window.resize(1200, 780)
    window.files.open(encrypted)
    answer(window, "salt of the marches", qtbot)
    qtbot.wait(100)
    problem = window.door.page.asked.problem
    assert problem.height() >= problem.heightForWidth(problem.width())


def test_a_wrong_one_is_said_and_stays_to_be_mended(
    window: MainWindow, encrypted: Path, qtbot: QtBot
) -> None:
    before = encrypted.read_bytes()
    window.files.open(encrypted)
    answer(window, "salt of the marches", qtbot)
    asked = window.door.page.asked
    assert "is another one, or the file is damaged" in asked.problem.text()
    assert asked.line.text() == asked.line.selectedText() == "salt of the marches"
    assert window.settings.recent == []
    assert encrypted.read_bytes() == before
    answer(window, WORDS, qtbot)
    assert window.session.is_open


def test_damage_that_the_passphrase_opens_is_told_from_a_wrong_one(
    window: MainWindow, encrypted: Path, qtbot: QtBot
) -> None:
    encrypted.write_bytes(encrypted.read_bytes()[: 5 * 4096])
    window.files.open(encrypted)
    answer(window, WORDS, qtbot)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "damaged" in box.text()
    assert not window.door.page.asked.problem.isVisible()


def test_a_case_that_only_looks_encrypted_can_be_salvaged(
    window: MainWindow, plain: Path, qtbot: QtBot
) -> None:
    plain.write_bytes(b"overwritten here" + plain.read_bytes()[16:])
    window.files.open(plain)
    assert "“Salvage…” may save it" in window.door.page.sentence.text()
    answer(window, WORDS, qtbot)
    window.door.salvage.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    new = plain.with_name("saved.casefile")
    dialog.fileSelected.emit(str(new))
    saving = window.findChild(SalvageDialog)
    assert saving is not None
    qtbot.waitUntil(lambda: not saving.report.isHidden())
    assert "Every record" in saving.sentence.text()
    saving.close()
    dialog.close()


def test_back_leads_to_where_one_was(sample_window: MainWindow, encrypted: Path) -> None:
    sample_window.files.open(encrypted)
    assert sample_window.door.dialog is not None
    assert sample_window.session.is_open
    sample_window.door.back.click()
    assert sample_window.door.dialog is None
    assert sample_window.case_view is not None
    assert sample_window.pages.currentWidget() is sample_window.case_view.workspace
    sample_window.session.close()
    sample_window.files.open(encrypted)
    sample_window.door.back.click()
    assert sample_window.pages.currentWidget() is sample_window.welcome


def test_the_case_before_is_left_only_for_the_right_one(
    sample_window: MainWindow, encrypted: Path, qtbot: QtBot
) -> None:
    sample_window.files.open(encrypted)
    assert sample_window.door.dialog is not None
    sample_window.door.page.asked.given.emit(WORDS)
    with qtbot.waitSignal(sample_window.session.opened):
        pass
    assert sample_window.session.path == encrypted
    assert sample_window.door.dialog is None


def test_a_file_that_is_dropped_asks_for_its_passphrase(
    window: MainWindow, encrypted: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(encrypted))])
    window.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert window.pages.currentWidget() is window.door.page


def test_a_file_of_the_command_line_asks_for_its_passphrase(
    window: MainWindow, encrypted: Path
) -> None:
    window.await_case()
    app._open(window, encrypted, sample=False)
    assert window.pages.currentWidget() is window.door.page


def test_leaving_while_it_is_tried_opens_nothing(
    window: MainWindow, encrypted: Path, qtbot: QtBot
) -> None:
    window.files.open(encrypted)
    window.door.page.asked.given.emit(WORDS)
    window.door.back.click()
    with qtbot.assertNotEmitted(window.session.opened, wait=600):
        pass


def test_a_new_case_is_encrypted_where_nothing_else_is_wished(
    window: MainWindow, tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "new.casefile"
    assert window.files.create(path, "Amarah", WORDS)
    assert window.session.case.key is not None
    assert b"Amarah" not in path.read_bytes()


def test_the_first_window_comes_without_the_store() -> None:
    said = "import sys, viewer.gui.main_window; print('viewer.store' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
