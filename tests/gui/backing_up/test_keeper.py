"""Backups come unasked: some time after a change, when a changed case is closed, and only then."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.store.looking import raw, without_trigger
from viewer.domain.changes import edit
from viewer.gui.backing_up.keeper import MINUTES, BackupKeeper
from viewer.gui.backing_up.notice import BackupNotice
from viewer.gui.main_window import MainWindow
from viewer.gui.session import Session
from viewer.gui.settings import Settings
from viewer.store import CaseFile, Key, backups, check
from viewer.store.backup_names import BackupName


class Keeping(QMainWindow):
    """A window that holds no more than a case and what backs it up."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings, self.session = settings, Session()
        self.backups = BackupKeeper(self.session, settings)
        self.notice = BackupNotice(self.statusBar(), self.backups)

    def change(self, title: str = "Changed") -> None:
        assert self.session.do(edit(self.session.case.case, title=title))


@pytest.fixture
def keeping(settings: Settings, tmp_path: Path, qtbot: QtBot) -> Iterator[Keeping]:
    """A window that makes backups, with a case."""
    settings.makes_backups = True
    window = Keeping(settings)
    qtbot.addWidget(window)
    window.session.create(tmp_path / "mine.casefile", "New")
    yield window
    settings.makes_backups = False
    window.session.close()
    settled(window, qtbot)


def settled(window: Keeping | MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.backups.is_at_work)


def said(window: QMainWindow) -> str:
    box = window.findChild(QMessageBox)
    return box.text() if box is not None else ""


def title_in(path: Path) -> str:
    with CaseFile.open(path, read_only=True) as copy:
        return copy.case.title


def test_some_minutes_after_the_first_change(keeping: Keeping, qtbot: QtBot) -> None:
    timer = keeping.backups.timer
    assert not timer.isActive()
    keeping.change()
    assert timer.isActive()
    assert timer.interval() == MINUTES * 60_000
    remaining = timer.remainingTime()
    keeping.change("Changed again")
    assert timer.remainingTime() <= remaining
    timer.timeout.emit()
    settled(keeping, qtbot)
    (made,) = backups(keeping.session.path)
    assert check(made.path) == []
    assert not keeping.backups.is_due
    timer.timeout.emit()
    assert not keeping.backups.is_at_work


def test_a_changed_case_that_is_closed(keeping: Keeping, qtbot: QtBot) -> None:
    path = keeping.session.path
    keeping.change()
    keeping.session.close()
    settled(keeping, qtbot)
    (made,) = backups(path)
    assert title_in(made.path) == "Changed"


def test_what_is_still_typed_when_the_case_is_closed_is_in_it(
    keeping: Keeping, qtbot: QtBot
) -> None:
    path = keeping.session.path
    keeping.session.closing.connect(lambda: keeping.change("Typed last"))
    keeping.session.close()
    settled(keeping, qtbot)
    (made,) = backups(path)
    assert title_in(made.path) == "Typed last"


def test_a_case_that_was_not_changed_makes_none(keeping: Keeping) -> None:
    path = keeping.session.path
    keeping.session.close()
    assert not keeping.backups.is_at_work
    assert backups(path) == []


def test_what_no_backup_held_when_the_computer_stopped_is_still_due(
    keeping: Keeping, qtbot: QtBot
) -> None:
    path = keeping.session.path
    keeping.backups.back_up()
    settled(keeping, qtbot)
    keeping.session.close()
    keeping.session.open(path)
    assert not keeping.backups.is_due
    keeping.session.close()
    (made,) = backups(path)
    earlier = BackupName(made.name.stem, made.at - timedelta(hours=1), made.name.tag)
    made.path.rename(made.path.with_name(str(earlier)))
    keeping.session.open(path)
    assert keeping.backups.is_due


def test_a_history_that_tells_no_time_asks_for_a_backup(keeping: Keeping, qtbot: QtBot) -> None:
    path = keeping.session.path
    keeping.backups.back_up()
    settled(keeping, qtbot)
    keeping.session.close()
    with raw(path) as db, without_trigger(db, "history_is_fixed"):
        db.execute("UPDATE history SET at = '2026'")
    keeping.session.open(path)
    assert keeping.backups.is_due


def test_none_where_the_user_wants_none(keeping: Keeping) -> None:
    keeping.settings.makes_backups = False
    path = keeping.session.path
    keeping.change()
    keeping.session.close()
    assert not keeping.backups.is_at_work
    assert backups(path) == []


def test_none_of_a_preview(keeping: Keeping) -> None:
    keeping.session.is_preview = True
    keeping.change()
    assert not keeping.backups.is_due


def test_a_chosen_folder_takes_them(keeping: Keeping, qtbot: QtBot, tmp_path: Path) -> None:
    keeping.settings.backups_folder = tmp_path / "stick"
    keeping.settings.backups_kept = 2
    path = keeping.session.path
    for number in range(3):
        keeping.change(f"Title {number}")
        keeping.backups.timer.timeout.emit()
        settled(keeping, qtbot)
    assert len(backups(path, tmp_path / "stick")) == 2
    assert backups(path) == []


def test_what_goes_wrong_is_a_quiet_note_until_it_goes_well(
    keeping: Keeping, qtbot: QtBot, tmp_path: Path
) -> None:
    notice = keeping.notice
    assert notice.isHidden()
    keeping.settings.backups_folder = tmp_path / "gone" / "stick"
    keeping.change()
    keeping.backups.timer.timeout.emit()
    settled(keeping, qtbot)
    assert notice.text() == "No backup was made"
    assert said(keeping) == ""
    assert keeping.backups.timer.isActive()
    keeping.settings.backups_folder = tmp_path
    notice.click()
    assert "its folder could not be made" in said(keeping)
    (again,) = (b for b in keeping.findChildren(QPushButton) if b.text() == "Try again")
    again.click()
    settled(keeping, qtbot)
    assert notice.isHidden()
    assert len(backups(keeping.session.path, tmp_path)) == 1


def test_a_note_on_a_case_that_is_closed_offers_nothing(
    keeping: Keeping, qtbot: QtBot, tmp_path: Path
) -> None:
    keeping.settings.backups_folder = tmp_path / "gone" / "stick"
    keeping.change()
    keeping.session.close()
    settled(keeping, qtbot)
    keeping.session.create(tmp_path / "other.casefile", "Other")
    keeping.notice.click()
    assert "“mine.casefile”" in said(keeping)
    assert not [b for b in keeping.findChildren(QPushButton) if b.text() == "Try again"]
    assert not keeping.backups.is_due


def test_one_that_was_asked_for_is_told_of(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_.back_up.trigger()
    settled(sample_window, qtbot)
    (made,) = backups(sample_window.session.path)
    assert made.path.name in said(sample_window)


def test_one_that_was_asked_for_and_fails_is_told_of(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sample_window.settings.backups_folder = tmp_path / "gone" / "stick"
    sample_window.actions_.back_up.trigger()
    settled(sample_window, qtbot)
    assert "its folder could not be made" in said(sample_window)


def test_an_encrypted_case_leaves_no_readable_word(
    keeping: Keeping, qtbot: QtBot, tmp_path: Path
) -> None:
    path, key = tmp_path / "secret.casefile", Key.random()
    keeping.session.create(path, "Amjad", key)
    keeping.change("Aldhamat")
    keeping.session.close()
    settled(keeping, qtbot)
    (made,) = backups(path)
    assert b"Aldhamat" not in made.path.read_bytes()
    assert check(made.path, key) == []


def test_the_program_waits_for_the_last_one(keeping: Keeping) -> None:
    path = keeping.session.path
    keeping.change()
    keeping.session.close()
    keeping.backups.wait()
    assert len(backups(path)) == 1
