"""Restoring in the window: which backups there are, what one would change, and the way back."""

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Person
from viewer.gui.backing_up.restore_dialog import RestoreDialog
from viewer.gui.main_window import MainWindow
from viewer.store import Access, CaseFile, Key, access_to, back_up, check
from viewer.store.rekeying import rekey


@pytest.fixture
def backup(sample_window: MainWindow) -> Path:
    """A backup of the sample; since then a person became a baker."""
    session = sample_window.session
    made = back_up(access_to(session.case)).path
    assert session.do(edit(next(session.case.all(Person)), occupation="baker"))
    return made


def dialog_of(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    dialog = next(d for d in window.findChildren(RestoreDialog) if d.isVisible())
    qtbot.waitUntil(lambda: "compared" not in dialog.told.text())
    return dialog


def asked(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    window.actions_.restore.trigger()
    return dialog_of(window, qtbot)


def boxes(window: MainWindow) -> str:
    return " ".join(box.text() for box in window.findChildren(QMessageBox))


def lines(dialog: RestoreDialog) -> list[str]:
    tree = dialog.tree
    found, wanted = [], [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    while wanted:
        item = wanted.pop(0)
        assert item is not None
        found.append(item.text(0))
        wanted[:0] = [item.child(n) for n in range(item.childCount())]
    return found


def cells(dialog: RestoreDialog, row: int) -> list[str]:
    return [dialog.model.index(row, column).data() for column in range(4)]


def test_it_says_what_restoring_would_change(
    sample_window: MainWindow, backup: Path, qtbot: QtBot
) -> None:
    dialog = asked(sample_window, qtbot)
    QAbstractItemModelTester(dialog.model)
    qtbot.waitUntil(lambda: cells(dialog, 0)[3].isdigit())
    assert cells(dialog, 0)[1] == "Backup"
    found = lines(dialog)
    assert found[0] == "Persons: 1 changes"
    assert found[1].endswith(" – changes")
    assert found[2].startswith("Occupation: “baker” → ")
    assert "One record differs" in dialog.told.text()


def test_restoring_brings_back_what_was_and_keeps_what_is(
    sample_window: MainWindow, backup: Path, qtbot: QtBot
) -> None:
    path = sample_window.session.path
    asked(sample_window, qtbot).restore.click()
    assert sample_window.session.path == path
    assert not sample_window.session.case.where(Person, occupation="baker")
    (former,) = path.parent.glob("sample (before restoring*")
    assert former.name in boxes(sample_window)
    with CaseFile.open(former, read_only=True) as kept:
        assert kept.where(Person, occupation="baker")
    dialog = asked(sample_window, qtbot)
    assert [cells(dialog, n)[1] for n in range(2)] == ["Kept before restoring", "Backup"]


def test_nothing_is_done_by_looking(sample_window: MainWindow, backup: Path, qtbot: QtBot) -> None:
    before = sample_window.session.path.read_bytes()
    asked(sample_window, qtbot).reject()
    assert sample_window.session.path.read_bytes() == before


def test_without_backups_another_file_can_be_chosen(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(sample_window, qtbot)
    assert "There is no backup" in dialog.told.text()
    assert not dialog.restore.isEnabled()
    letter = tmp_path / "letter"
    letter.write_text("Dear all")
    dialog.choose(letter)
    qtbot.waitUntil(lambda: "not a case file" in dialog.told.text())
    assert not dialog.restore.isEnabled()
    CaseFile.create(tmp_path / "other.casefile", Case(id=new_id())).close()
    dialog.choose(tmp_path / "other.casefile")
    qtbot.waitUntil(lambda: "another case" in dialog.told.text())
    assert dialog.restore.isEnabled()


def test_a_damaged_case_is_restored_from_the_sentence_about_it(
    window: MainWindow, sample_window: MainWindow, backup: Path, qtbot: QtBot
) -> None:
    path = window.session.path
    window.session.close()
    path.write_bytes(b"no case any more")
    assert not window.files.open(path)
    (box,) = window.findChildren(QMessageBox)
    next(b for b in box.findChildren(QPushButton) if "Restore from" in b.text()).click()
    dialog = dialog_of(window, qtbot)
    assert "cannot be read" in dialog.told.text()
    dialog.restore.click()
    assert window.session.path == path
    (former,) = path.parent.glob("sample (before restoring*")
    assert former.read_bytes() == b"no case any more"


def test_a_backup_with_an_older_passphrase_asks_for_that(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path, old = tmp_path / "secret.casefile", Key.new("horse battery")
    with CaseFile.create(path, Case(id=new_id(), title="Before"), key=old) as case_file:
        back_up(access_to(case_file))
        case_file.apply(edit(case_file.case, title="After"))
        new = Key.random()
        rekey(case_file, new)
    assert window.files.open(path, key=new)
    dialog = asked(window, qtbot)
    qtbot.waitUntil(lambda: cells(dialog, 0)[3] == "Another passphrase")
    assert not dialog.asked.isHidden()
    assert "does not change older backups" in dialog.told.text()
    for passphrase in ("staple", "horse battery"):
        dialog.asked.line.setText(passphrase)
        dialog.asked.button.click()
        qtbot.waitUntil(lambda: not dialog.knocking.is_busy)
        assert dialog.asked.isHidden() == (passphrase == "horse battery")
    qtbot.waitUntil(lambda: "One record differs" in dialog.told.text())
    dialog.restore.click()
    assert window.session.case.case.title == "Before"
    assert check(path, window.session.case.key) == []


def test_a_failure_leaves_the_case_open(
    sample_window: MainWindow, backup: Path, qtbot: QtBot
) -> None:
    path = sample_window.session.path
    dialog = asked(sample_window, qtbot)
    backup.unlink()
    dialog.restore.click()
    assert sample_window.session.path == path
    assert "There is no file" in boxes(sample_window)
    assert sample_window.session.case.where(Person, occupation="baker")


def test_a_case_that_is_not_open_can_be_restored(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "closed.casefile"
    CaseFile.create(path, Case(id=new_id(), title="Closed")).close()
    made = back_up(Access(path)).path
    window.restoring.ask_for(path)
    dialog = dialog_of(window, qtbot)
    assert dialog.chosen is not None
    assert dialog.chosen.path == made
    assert "same records" in dialog.told.text()
    dialog.restore.click()
    assert window.session.case.case.title == "Closed"


def test_who_has_no_passphrase_that_opens_a_case_is_offered_its_backups(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path, key = tmp_path / "secret.casefile", Key.random()
    CaseFile.create(path, key=key).close()
    assert not window.files.open(path)
    window.door.restore.click()
    assert "There is no backup" in dialog_of(window, qtbot).told.text()


def test_a_backup_that_nobody_gave_a_passphrase_for_is_not_said_to_have_another_one(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path, key = tmp_path / "secret.casefile", Key.random()
    CaseFile.create(path, key=key).close()
    back_up(Access(path, key))
    window.restoring.ask_for(path)
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: cells(dialog, 0)[3] == "Passphrase needed")
