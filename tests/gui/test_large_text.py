"""With text of twice the size nothing is out of reach, also on a small screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.gui.fitting import FittingArea
from viewer.gui.locking.door_page import DoorPage
from viewer.gui.main_window import MainWindow
from viewer.gui.new_case_dialog import NewCaseDialog
from viewer.gui.settings import Settings

#: Of a dialog on a screen of 720 lines, without its frame and a bar of the system.
HEIGHT = 640
SIZE = 760, 600


@pytest.fixture(autouse=True)
def large(settings: Settings) -> None:
    settings.text_size = 200


@pytest.fixture
def large_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.resize(*SIZE)
    qtbot.wait(1)
    return window


def is_whole(widget: QWidget) -> bool:
    """Whether it has the room that its words need, within its window."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().bottomRight())
    return widget.width() >= widget.sizeHint().width() and window.rect().contains(place)


def test_a_new_case_can_be_created(large_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewCaseDialog(tmp_path, large_window)
    dialog.open()
    dialog.title.setText("Two journalists")
    dialog.passphrase.first.setText("one")
    qtbot.wait(20)
    dialog.resize(dialog.width(), HEIGHT)
    assert dialog.height() == HEIGHT
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    assert all(is_whole(button) for button in buttons.buttons())
    dialog.reject()


@pytest.mark.parametrize("which", ["door", "locker"])
def test_all_of_a_door_is_within_reach(large_window: MainWindow, which: str, qtbot: QtBot) -> None:
    page: DoorPage = getattr(large_window, which).page
    page.say("“A case.casefile” is protected with a passphrase. " * 4)
    large_window.pages.setCurrentWidget(page)
    qtbot.wait(20)
    assert large_window.size().toTuple() == SIZE
    assert page.sentence.height() >= page.sentence.heightForWidth(page.sentence.width())
    (area,) = page.findChildren(FittingArea)
    ways = [each for each in page.findChildren(QPushButton) if each.property("look") == "link"]
    assert len(ways) == 3
    for way in ways:
        area.ensureWidgetVisible(way)
        assert is_whole(way)
