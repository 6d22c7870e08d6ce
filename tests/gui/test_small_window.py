"""The window fits a small screen: 1440 pixels at twice the size are 720 points."""

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.gui.kinds import LISTED_KINDS
from viewer.gui.main_window import MainWindow

WIDTH, HEIGHT = 720, 426


@pytest.fixture
def small_window(sample_window: MainWindow, qtbot: QtBot) -> MainWindow:
    sample_window.resize(WIDTH, HEIGHT)
    qtbot.wait(1)
    return sample_window


def assert_fits(area: QScrollArea) -> None:
    page = area.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= area.viewport().width()


def test_the_overview_fits(small_window: MainWindow) -> None:
    assert small_window.width() == WIDTH
    assert_fits(view_of(small_window).workspace.overview)


@pytest.mark.parametrize("kind", LISTED_KINDS)
def test_a_list_its_text_and_its_details_fit(
    small_window: MainWindow, qtbot: QtBot, kind: str
) -> None:
    view = view_of(small_window)
    show(small_window, kind)
    pane = view.workspace.pane
    assert pane is not None
    for row in range(min(12, pane.view.model().rowCount())):
        pane.view.selectRow(row)
        qtbot.wait(1)
        assert_fits(view.details._area)
    assert small_window.minimumSizeHint().width() <= WIDTH
    assert (small_window.width(), small_window.height()) == (WIDTH, HEIGHT)


def test_a_case_that_opens_does_not_widen_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    window.resize(WIDTH, HEIGHT)
    assert window.files.open_sample(tmp_path_factory.mktemp("case") / "sample.casefile")
    qtbot.wait(1)
    assert window.width() == WIDTH
