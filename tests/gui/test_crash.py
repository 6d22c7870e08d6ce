"""A bug is reported without a word of the case, and the program goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from viewer import crash
from viewer.gui.crash import CrashHandler
from viewer.gui.main_window import MainWindow

SECRET = "Amjad Aldhamat"


@pytest.fixture
def log(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return crash.log_path()


@pytest.fixture
def handler(log: Path, excepthook: None, qapp: QApplication) -> Iterator[CrashHandler]:
    handler = CrashHandler()
    handler.install()
    return handler


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
    assert crashed.args == [log]
    report = log.read_text("utf-8")
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


def test_the_user_is_told_once_where_the_report_is(window: MainWindow, log: Path) -> None:
    for _ in range(3):
        window.commands.tell_of_crash(log)
    (box,) = window.findChildren(QMessageBox)
    assert str(log) in box.text()
