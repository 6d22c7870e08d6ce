"""A bug is reported without a word of the case, and the program goes on."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from viewer import crash
from viewer.errors import DamagedCaseFile
from viewer.gui.crash import CrashHandler, quieten_qt
from viewer.gui.crash_dialog import CrashDialog
from viewer.gui.main_window import MainWindow

SECRET = "Amjad Aldhamat"


@pytest.fixture
def log(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return crash.log_path()


@pytest.fixture
def handler(log: Path, excepthook: None, qapp: QApplication) -> Iterator[CrashHandler]:
    handler, in_threads = CrashHandler(), threading.excepthook
    handler.install()
    yield handler
    threading.excepthook = in_threads


def fail(name: str = SECRET) -> None:
    try:
        {}[name]
    except KeyError as error:
        raise ValueError(f"{name} is not there") from error


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_leaves_a_report_without_its_message(
    handler: CrashHandler, log: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(handler.crashed) as crashed:
        QTimer.singleShot(0, fail)
    report = log.read_text("utf-8")
    assert crashed.args == [report, log]
    for text in (report, capsys.readouterr().err):
        assert SECRET not in text
        assert "builtins.ValueError" in text
        assert "builtins.KeyError" in text
        assert "gui/test_crash.py:" in text
        assert "in fail" in text
    assert str(Path.home()) not in report


class _Broken(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        fail()


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_what_qt_calls_leaves_a_report_too(
    handler: CrashHandler, log: Path, qtbot: QtBot
) -> None:
    broken = _Broken()
    qtbot.addWidget(broken)
    with qtbot.waitSignal(handler.crashed):
        broken.show()
    broken.hide()
    assert "in paintEvent" in log.read_text("utf-8")
    assert SECRET not in log.read_text("utf-8")


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_thread_is_told_too(
    handler: CrashHandler, log: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(handler.crashed):
        threading.Thread(target=fail).start()
    assert SECRET not in log.read_text("utf-8")


@pytest.mark.qt_no_exception_capture
def test_a_bug_is_shown_where_nothing_may_be_written_down(
    handler: CrashHandler, log: Path, qtbot: QtBot
) -> None:
    crash.keep_log(False)
    with qtbot.waitSignal(handler.crashed) as crashed:
        QTimer.singleShot(0, fail)
    assert crashed.args is not None
    assert "in fail" in crashed.args[0]
    assert crashed.args[1] is None
    assert not log.exists()


def test_the_user_sees_all_that_is_told_and_what_may_be_shared(
    window: MainWindow, log: Path, qtbot: QtBot
) -> None:
    window.commands.dialogs.tell_of_crash("builtins.KeyError\n\n", log)
    window.commands.dialogs.tell_of_crash("builtins.ValueError\n\n", log)
    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.report.toPlainText() == "builtins.KeyError\n\nbuiltins.ValueError"
    assert str(log) in dialog.where.text()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "safe to share" in said
    assert "Not safe to share: the case file" in said
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.report.toPlainText()
    dialog.reject()
    window.commands.dialogs.tell_of_crash("builtins.OSError\n\n", None)
    (again,) = [each for each in window.findChildren(CrashDialog) if each is not dialog]
    assert "written down nowhere" in again.where.text()


def test_a_warning_of_qt_names_only_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    before = qInstallMessageHandler(None)
    quieten_qt()
    qWarning(SECRET)
    qInstallMessageHandler(before)
    assert capsys.readouterr().err == "A warning of Qt (default)\n"


def test_damage_that_a_pane_meets_is_told_once_and_is_no_bug(
    handler: CrashHandler, log: Path
) -> None:
    told: list[str] = []
    handler.damaged.connect(told.append)
    error = DamagedCaseFile(Path("a.casefile"), "“{name}” is damaged.")
    for _ in range(3):
        handler.handle(DamagedCaseFile, error, None)
    assert told == ["“a.casefile” is damaged."]
    assert not log.exists()
