"""Writing a whole case anew: beside the window, one at a time, and back in the case in any case."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.errors import CasefileError
from viewer.gui.main_window import MainWindow
from viewer.gui.rewriting import Deed
from viewer.store import CaseFile


@pytest.fixture
def told() -> list[str]:
    """The name of the thread in which each deed was told of."""
    return []


class Doing:
    """A deed that does not end before it is let."""

    def __init__(self, told: list[str], error: Exception | None = None) -> None:
        self.may_end, self.threads, self._error = threading.Event(), list[str](), error
        self.deed = Deed("It is written.", self._do, None, lambda: told.append(_thread()))

    def _do(self, _case: CaseFile) -> None:
        self.threads.append(_thread())
        self.may_end.wait(10)
        if self._error is not None:
            raise self._error


def _thread() -> str:
    return threading.current_thread().name


def let_end(window: MainWindow, doing: Doing, qtbot: QtBot) -> None:
    doing.may_end.set()
    qtbot.waitUntil(lambda: not window.rewriting.is_busy)


def test_it_is_done_beside_the_window_and_told_in_it(
    sample_window: MainWindow, told: list[str], qtbot: QtBot
) -> None:
    show(sample_window, "place")
    doing = Doing(told)
    sample_window.rewriting.begin(doing.deed)
    assert not sample_window.session.is_open
    assert sample_window.pages.currentWidget() is sample_window.rewriting.page
    assert sample_window.rewriting.page.words.text() == "It is written."
    let_end(sample_window, doing, qtbot)
    assert doing.threads == ["rewriting"]
    assert told == [threading.main_thread().name]
    assert view_of(sample_window).browse.current == "place"


def test_the_whole_sentence_is_seen_meanwhile(
    sample_window: MainWindow, told: list[str], qtbot: QtBot
) -> None:
    doing = Doing(told)
    sample_window.rewriting.begin(replace(doing.deed, meanwhile="It is being written anew. " * 9))
    words = sample_window.rewriting.page.words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 0)
    let_end(sample_window, doing, qtbot)


def test_a_fault_of_the_program_is_raised_and_the_case_is_open_again(
    sample_window: MainWindow, told: list[str], raised: list[BaseException | None], qtbot: QtBot
) -> None:
    error = ZeroDivisionError()
    doing = Doing(told, error)
    sample_window.rewriting.begin(doing.deed)
    let_end(sample_window, doing, qtbot)
    qtbot.waitUntil(lambda: raised == [error])
    assert told == []
    assert sample_window.session.is_open


def test_what_could_not_be_done_is_said_and_not_told_as_done(
    sample_window: MainWindow, told: list[str], qtbot: QtBot
) -> None:
    doing = Doing(told, CasefileError("It is held."))
    sample_window.rewriting.begin(doing.deed)
    let_end(sample_window, doing, qtbot)
    assert [box.text() for box in sample_window.findChildren(QMessageBox)] == ["It is held."]
    assert told == []
    assert sample_window.session.is_open


def test_who_went_on_in_another_case_stays_there(
    sample_window: MainWindow, told: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    doing, other = Doing(told), tmp_path / "other.casefile"
    sample_window.rewriting.begin(doing.deed)
    sample_window.session.create(other, "Another")
    let_end(sample_window, doing, qtbot)
    assert sample_window.session.path == other
    assert len(told) == 1


def test_one_at_a_time(
    sample_window: MainWindow, told: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = Doing(told), Doing(told)
    sample_window.rewriting.begin(first.deed)
    sample_window.session.create(tmp_path / "other.casefile", "Another")
    sample_window.rewriting.begin(second.deed)
    assert sample_window.session.is_open
    let_end(sample_window, first, qtbot)
    assert second.threads == []
