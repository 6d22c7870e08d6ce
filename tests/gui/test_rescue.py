"""What the file cannot take is not lost: it is tried again, or goes into a copy elsewhere."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import edit
from viewer.domain.records import Event, Person
from viewer.gui.main_window import MainWindow
from viewer.store import CaseFile, check


def titled(window: MainWindow, words: str) -> bool:
    session = window.session
    return session.do(edit(session.case.case, title=words))


@pytest.fixture
def away(sample_window: MainWindow) -> Path:
    """Where the file is now that was moved away from under the window."""
    path = sample_window.session.path
    return path.rename(path.with_name("away"))


def box(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    def shown() -> None:
        assert [b for b in window.findChildren(QMessageBox) if b.isVisible()]

    qtbot.waitUntil(shown)
    return next(b for b in window.findChildren(QMessageBox) if b.isVisible())


def test_a_deed_is_done_again_when_the_file_is_back(
    sample_window: MainWindow, away: Path, qtbot: QtBot
) -> None:
    assert not titled(sample_window, "New")
    message = box(sample_window, qtbot)
    assert "moved, renamed or deleted" in message.text()
    assert {"Try again", "Save a copy elsewhere…"} <= {b.text() for b in message.buttons()}
    assert sample_window.rescue.isVisible()
    assert sample_window.status.text().endswith("The last change was not saved")
    away.rename(sample_window.session.path)
    next(b for b in message.buttons() if b.text() == "Try again").click()
    assert sample_window.session.case.case.title == "New"
    assert not sample_window.rescue.isVisible()
    assert sample_window.status.text().endswith("All changes saved")


def test_the_same_trouble_is_told_once_and_only_while_its_case_is_open(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    sentence = "The disk is gone."
    for _ in range(2):
        sample_window.session.failed.emit(sentence)
    message = box(sample_window, qtbot)
    sample_window.session.failed.emit(sentence)
    assert sample_window.findChildren(QMessageBox) == [message]
    sample_window.session.close()
    assert not message.isVisible()


def test_trouble_on_the_way_out_of_a_case_is_not_told_beside_the_next_one(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    sample_window.session.failed.emit("The disk is gone.")
    sample_window.session.close()
    qtbot.wait(20)
    assert not [box for box in sample_window.findChildren(QMessageBox) if box.isVisible()]


def test_what_cannot_be_done_yet_stays_to_be_done(
    sample_window: MainWindow, away: Path, qtbot: QtBot
) -> None:
    assert not titled(sample_window, "New")
    assert not sample_window.session.retry()
    assert sample_window.rescue.isVisible()
    assert sample_window.session.is_stuck


def test_a_medium_that_is_there_again_is_taken_up(sample_window: MainWindow, away: Path) -> None:
    assert not titled(sample_window, "New")
    shutil.copy(away, sample_window.session.path)  # the same case, as another file
    assert sample_window.session.retry()
    with CaseFile.open(sample_window.session.path, read_only=True) as reader:
        assert reader.case.title == "New"


def test_another_state_of_the_case_is_not_taken_up(sample_window: MainWindow) -> None:
    path = sample_window.session.path
    older = shutil.copy(path, path.with_name("older"))
    assert titled(sample_window, "Newer")
    path.unlink()
    Path(older).rename(path)
    before = path.read_bytes()
    assert not titled(sample_window, "New")
    assert not sample_window.session.retry()
    assert path.read_bytes() == before


def test_the_evening_is_saved_elsewhere_with_what_was_being_typed(
    sample_window: MainWindow, away: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    view, session = view_of(sample_window), sample_window.session
    event = next(iter(session.case.all(Event)))
    view.details.show_record(event.id)
    assert view.details.view is not None
    line = view.details.view.form.rows["title"].editor.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Typed")
    session.unsaved.settle()
    assert "Could not be saved: Title" in sample_window.status.text()
    assert line.text() == "Typed"
    copy = tmp_path / "elsewhere" / "copy.casefile"
    assert not sample_window.rescue.save(copy)  # there is no such folder
    copy.parent.mkdir()
    assert sample_window.rescue.save(copy)
    assert session.path == copy
    assert session.case.get(Event, event.id).title == "Typed"
    assert sample_window.status.text().endswith("All changes saved")
    assert not sample_window.rescue.isVisible()
    assert view_of(sample_window).details.view is not None
    assert titled(sample_window, "On and on")
    session.close()
    assert check(copy) == []
    assert check(away) == []


def test_a_copy_never_overwrites_a_file(
    sample_window: MainWindow, away: Path, tmp_path: Path
) -> None:
    assert not titled(sample_window, "New")
    assert not sample_window.rescue.save(away)
    assert check(away) == []


def test_who_holds_the_case_is_said_where_it_opened_read_only(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "held.casefile"
    with CaseFile.create(path, who="Ana Ruiz"):
        assert window.files.open(path, read_only=True)
        assert "Read-only, held by “Ana Ruiz” on this computer" in window.status.text()
    assert next(iter(window.session.case.all(Person)), None) is None


def test_what_could_not_be_saved_is_said_whole_where_the_line_has_no_room(
    sample_window: MainWindow, away: Path
) -> None:
    assert not titled(sample_window, "New")
    label = sample_window.status.label
    assert label.minimumSizeHint().width() < 150
    assert "The last change was not saved" in label.toolTip()
    assert label.text() == sample_window.status.text()
