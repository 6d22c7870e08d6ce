"""Removing for good in the window: shown and asked, done, and back in the case."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QMessageBox, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.records import Document, Person
from viewer.domain.sample import sample_id
from viewer.gui.forgetting.dialog import ForgetDialog
from viewer.gui.main_window import MainWindow
from viewer.store import CaseFile, access_to
from viewer.store.backup import back_up
from viewer.store.former import former_files

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")


@pytest.fixture
def opened(sample_window: MainWindow) -> MainWindow:
    sample_window.navigator.go_to(AMJAD)
    return sample_window


def asked(window: MainWindow, qtbot: QtBot) -> ForgetDialog:
    """The dialog, once it shows what would be done."""
    (dialog,) = [d for d in window.findChildren(ForgetDialog) if not d.isHidden()]
    qtbot.waitUntil(lambda: dialog.found is not None)
    return dialog


def agree(window: MainWindow, dialog: ForgetDialog, qtbot: QtBot) -> str:
    """Remove for good; returns what is said afterwards."""
    dialog.is_agreed.setChecked(True)
    dialog.remove.click()
    qtbot.waitUntil(lambda: bool(boxes(window)), timeout=20_000)
    return boxes(window)[0].text()


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def bytes_of(window: MainWindow) -> bytes:
    path = window.session.path
    window.session.close()
    return path.read_bytes().lower()


def lines(tree: QTreeWidget) -> list[str]:
    def below(item: QTreeWidgetItem) -> list[str]:
        return [item.text(0)] + [t for n in range(item.childCount()) for t in below(item.child(n))]

    return [text for n in range(tree.topLevelItemCount()) for text in below(tree.topLevelItem(n))]


def test_what_goes_is_shown_and_must_be_agreed_to(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_.forget.trigger()
    dialog = asked(opened, qtbot)
    shown = lines(dialog.tree)
    assert shown[:3] == ["These go", "1 person", "Amjad Aldhamat"]
    assert "Killing of Amjad Aldhamat" in shown
    assert "Mohammed Aldhamat" in dialog.staying.text()
    assert not dialog.remove.isEnabled()
    dialog.is_agreed.setChecked(True)
    assert dialog.remove.isEnabled()
    dialog.cancel.click()
    assert opened.session.case.find(AMJAD) is not None


def test_afterwards_the_case_is_there_without_the_name(opened: MainWindow, qtbot: QtBot) -> None:
    show(opened, "event")
    opened.actions_.forget.trigger()
    said = agree(opened, asked(opened, qtbot), qtbot)
    assert said == "“Amjad Aldhamat” was removed for good: no byte of this file holds it any more."
    assert view_of(opened).browse.current == "event"
    assert opened.navigator.current != AMJAD
    assert not opened.actions_.undo.isEnabled()
    assert b"amjad" not in bytes_of(opened)


def test_a_document_is_treated_as_it_was_chosen(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_.forget.trigger()
    dialog = asked(opened, qtbot)
    (box,) = dialog.documents.boxes.values()
    dialog.is_agreed.setChecked(True)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert not dialog.is_agreed.isChecked()
    assert dialog.found is None
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert "is kept with the name" in dialog.staying.text()
    said = agree(opened, dialog, qtbot)
    assert said.endswith("but 1 document keeps the name, as you chose.")
    (document,) = opened.session.case.all(Document)
    assert "Amjad" in document.text


def test_further_forms_of_the_name_are_looked_for(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_.forget.trigger()
    dialog = asked(opened, qtbot)
    dialog.also.setText("Protest Leaders، Nobody")
    dialog.also.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.found is not None
    assert dialog.found.plan.target.names[-2:] == ("Protest Leaders", "Nobody")
    agree(opened, dialog, qtbot)
    assert b"protest leaders" not in bytes_of(opened)


def test_only_a_person_or_document_can_be_removed_so(opened: MainWindow) -> None:
    assert opened.actions_.forget.isEnabled()
    opened.navigator.go_to(KILLING)
    assert not opened.actions_.forget.isEnabled()
    opened.navigator.go_to(next(opened.session.case.all(Document)).id)
    assert opened.actions_.forget.isEnabled()


def test_what_was_deleted_is_removed_from_the_trash_page(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.do(opened.session.case.removal_of(AMJAD))
    show(opened, "trash")
    page = view_of(opened).workspace.front
    page.table.choose(0)
    page.forget.click()
    dialog = asked(opened, qtbot)
    assert "1 deletion in the trash can no longer be restored" in lines(dialog.tree)
    agree(opened, dialog, qtbot)
    assert opened.session.case.trash_count() == 0
    assert b"amjad" not in bytes_of(opened)


def test_nothing_is_removed_for_good_of_an_empty_trash(opened: MainWindow) -> None:
    show(opened, "trash")
    page = view_of(opened).workspace.front
    assert page.forget.isHidden()
    assert page.table.currentIndex() == QModelIndex()
    page.forget_chosen()


def test_backups_that_still_hold_it_are_named_and_deleted_if_wished(
    opened: MainWindow, qtbot: QtBot
) -> None:
    path = opened.session.path
    made = back_up(access_to(opened.session.case)).path
    aside = path.with_name("sample (before version 5).casefile")
    aside.write_bytes(made.read_bytes())
    other = path.with_name("another (before version 5).casefile")
    other.write_bytes(b"")
    opened.actions_.forget.trigger()
    said = agree(opened, asked(opened, qtbot), qtbot)
    assert made.name in said
    assert aside.name in said
    (box,) = boxes(opened)
    assert box.defaultButton().text() == "Keep them"
    next(b for b in box.buttons() if b.text() == "Delete 2 files").click()
    assert former_files(opened.session.case.case.id, path) == []
    assert not made.exists()
    assert other.exists()


def test_what_cannot_be_done_is_said_and_the_case_is_open_again(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.actions_.forget.trigger()
    dialog = asked(opened, qtbot)
    dialog.is_agreed.setChecked(True)
    path = opened.session.path
    holders: list[CaseFile] = []
    opened.session.closed.connect(lambda: holders.append(CaseFile.open(path)))
    dialog.remove.click()
    qtbot.waitUntil(lambda: bool(boxes(opened)), timeout=20_000)
    (holder,) = holders[:1]
    assert any("open for editing" in box.text() for box in boxes(opened))
    assert len(list(holder.all(Person))) == 26
    for each in holders:
        each.close()


def test_a_case_that_is_only_read_offers_nothing(opened: MainWindow) -> None:
    path = opened.session.path
    opened.session.close()
    opened.files.open(path, read_only=True)
    opened.navigator.go_to(AMJAD)
    assert not opened.actions_.forget.isEnabled()
    said: list[str] = []
    opened.session.failed.connect(said.append)
    opened.commands.dialogs.forget()
    assert opened.findChildren(ForgetDialog) == []
    assert said == ["This case is open read-only; nothing was removed."]


def test_keys_go_through_the_dialog_as_it_stands(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_.forget.trigger()
    dialog = asked(opened, qtbot)
    (box,) = dialog.documents.boxes.values()
    at, steps = dialog.tree.nextInFocusChain(), [dialog.tree]
    while at is not dialog.tree:
        if at in (dialog.also, box, dialog.is_agreed, dialog.cancel, dialog.remove):
            steps.append(at)
        at = at.nextInFocusChain()
    expected = [dialog.tree, dialog.also, box, dialog.is_agreed, dialog.cancel, dialog.remove]
    assert steps == expected
    dialog.reject()
