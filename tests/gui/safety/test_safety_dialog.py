"""What is kept safe and what is remembered is chosen in one dialog, and cleared by one button."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from viewer import crash
from viewer.gui.main_window import MainWindow
from viewer.gui.safety.dialog import SafetyDialog
from viewer.gui.settings import Settings

TOP = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return crash.log_path()


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> SafetyDialog:
    settings.makes_backups = True
    dialog = SafetyDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_is_chosen_is_kept_when_it_is_accepted(
    dialog: SafetyDialog, settings: Settings, tmp_path: Path
) -> None:
    dialog.locking.minutes.setCurrentText("Never")
    dialog.backups.apart.click()
    dialog.backups.folder.setText(str(tmp_path))
    dialog.backups.kept.setCurrentText("At most 3")
    for box in (dialog.backups.makes, dialog.traces.recent, dialog.traces.states):
        box.click()
    dialog.traces.crash_log.click()
    assert settings.lock_minutes > 0
    dialog.accept()
    assert settings.lock_minutes == 0
    assert (settings.backups_folder, settings.backups_kept) == (tmp_path, 3)
    assert not settings.makes_backups
    assert not settings.keeps_recent
    assert not settings.keeps_states
    assert not settings.keeps_crash_log


def test_it_shows_what_was_chosen(settings: Settings, tmp_path: Path, qtbot: QtBot) -> None:
    settings.lock_minutes, settings.backups_kept = 7, 4
    settings.backups_folder = tmp_path
    settings.keeps_recent = settings.makes_backups = False
    dialog = SafetyDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.locking.minutes.currentText() == "After 7 minutes"
    assert dialog.backups.kept.currentText() == "At most 4"
    assert dialog.backups.folder.text() == str(tmp_path)
    assert dialog.backups.folder.isEnabled()
    assert not dialog.traces.recent.isChecked()
    assert not dialog.backups.makes.isChecked()
    dialog.accept()
    assert (settings.lock_minutes, settings.backups_kept) == (7, 4)
    assert settings.backups_folder == tmp_path


@pytest.mark.parametrize("folder", ["", "backups", "/no/such/folder"])
def test_a_folder_that_is_not_there_takes_no_backups(
    dialog: SafetyDialog, settings: Settings, folder: str
) -> None:
    dialog.backups.apart.click()
    dialog.backups.folder.setText(folder)
    dialog.accept()
    assert dialog.isVisible()
    assert "Choose a folder for backups" in dialog.problem.text()
    dialog.backups.beside.click()
    dialog.accept()
    assert not dialog.isVisible()
    assert settings.backups_folder is None


def test_a_crash_log_that_cannot_be_switched_is_told(
    dialog: SafetyDialog, settings: Settings, log: Path
) -> None:
    log.parent.parent.write_text("in the way")
    dialog.traces.crash_log.click()
    dialog.accept()
    assert dialog.isVisible()
    assert str(log) in dialog.problem.text()


def test_one_button_clears_all_traces_and_says_what_remains(
    sample_window: MainWindow, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qts_own = Path(os.environ["XDG_CONFIG_HOME"], "QtProject.conf")
    qts_own.parent.mkdir(exist_ok=True)
    qts_own.write_text(
        "[FileDialog]\nhistory=file:///home/me/Basra\nlastVisited=file:///home/me/Basra\n"
        "viewMode=Detail\n"
    )
    sample_window.session.close()
    sample_window.set_who("Sami")
    crash.log(ValueError())
    settings = sample_window.settings
    assert settings.recent
    assert not settings.state("panes").isEmpty()
    sample_window.actions_.safety.trigger()
    (dialog,) = sample_window.findChildren(SafetyDialog)
    dialog.traces.clear.click()
    assert dialog.traces.outcome.text() == "All of it is cleared."
    assert settings.recent == []
    assert settings.state("panes").isEmpty()
    assert not log.exists()
    assert "Basra" not in qts_own.read_text()
    assert "viewMode=Detail" in qts_own.read_text()
    assert settings.who == "Sami"
    dialog.reject()
    assert sample_window.welcome.recent.count() == 0


CHOOSING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
if sys.argv[2] == "quietly":
    from viewer.gui.app import _application
    app = _application()
else:
    app = QApplication([])
dialog = QFileDialog(None, "Open case", sys.argv[1])
dialog.open()

def choose():
    dialog.selectFile(sys.argv[1] + "/Basra.casefile")
    dialog.accept()
    dialog.deleteLater()
    QTimer.singleShot(0, app.quit)

QTimer.singleShot(0, choose)
app.exec()
"""


def written_by_choosing(folder: Path, how: str) -> list[str]:
    """Choose a file in a process of its own; return what that wrote into the configuration."""
    settings = folder / how
    (folder / "Basra.casefile").touch()
    command = [sys.executable, "-c", CHOOSING, str(folder), how]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(settings)}
    subprocess.run(command, cwd=TOP, env=environment, check=True, capture_output=True)
    return [path.name for path in settings.rglob("*") if path.is_file()]


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="Qt keeps it elsewhere there")
def test_choosing_a_file_leaves_no_trace_of_its_folder(tmp_path: Path) -> None:
    assert written_by_choosing(tmp_path, "as Qt would") == ["QtProject.conf"]
    assert written_by_choosing(tmp_path, "quietly") == []


def test_what_was_wrong_is_said_until_something_else_is_chosen(
    dialog: SafetyDialog, settings: Settings
) -> None:
    dialog.backups.apart.click()
    dialog.backups.folder.setText("/no/such")
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.backups.beside.click()
    assert not dialog.problem.isVisible()
    assert settings.backups_folder is None
