"""All tags in one place: renamed where they stand, merged, deleted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Person, Tag, Tagging
from viewer.domain.text import unisolated
from viewer.gui.annotations.tags_dialog import TagsDialog
from viewer.gui.details_pane import DetailsPane
from viewer.gui.session import Session

PERSONS = [Person(id=new_id(), described_as=name) for name in ("Amal", "Sami", "Zeina")]
NIGHT, NIGHTS, OTHER = (Tag(id=new_id(), label=label) for label in ("Night", "Nights", "ليل"))


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "a.casefile", "A case")
    session.do(creation(*PERSONS, NIGHT, NIGHTS, OTHER))
    put(session, NIGHT, PERSONS[0])
    put(session, NIGHTS, *PERSONS)
    yield session
    session.close()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> TagsDialog:
    dialog = TagsDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def put(session: Session, tag: Tag, *persons: Person) -> None:
    made = (Tagging(id=new_id(), tag_id=tag.id, target_id=person.id) for person in persons)
    session.do(creation(*made))


def listed(dialog: TagsDialog) -> list[tuple[str, str]]:
    return [(row.label, unisolated(row.number)) for row in dialog.model.rows]


def type_over(dialog: TagsDialog, tag: Tag, name: str) -> None:
    row = dialog.model.row_of(tag.id)
    assert row is not None
    dialog.model.setData(dialog.model.index(row, 0), name)


def box(dialog: TagsDialog, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    found = dialog.findChildren(QMessageBox)[-1]
    assert isinstance(found, QMessageBox)
    qtbot.waitUntil(found.isVisible)
    return found


def test_tags_are_listed_with_how_many_records_have_them(dialog: TagsDialog) -> None:
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert listed(dialog) == [("Night", "1"), ("Nights", "3"), ("ليل", "0")]
    dialog.line.setText("nights")
    assert listed(dialog) == [("Nights", "3")]


def test_a_tag_is_renamed_where_it_stands(session: Session, dialog: TagsDialog) -> None:
    dialog.select([OTHER.id])
    type_over(dialog, OTHER, "By night")
    assert session.case.get(Tag, OTHER.id).label == "By night"
    assert dialog.chosen == [OTHER.id]
    session.undo()
    assert ("ليل", "0") in listed(dialog)


def test_an_empty_name_is_refused(session: Session, dialog: TagsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed) as said:
        type_over(dialog, OTHER, "  ")
    assert "needs a name" in said.args[0]
    assert session.case.get(Tag, OTHER.id) == OTHER


def test_a_name_that_is_taken_offers_to_merge(
    session: Session, dialog: TagsDialog, qtbot: QtBot
) -> None:
    type_over(dialog, NIGHT, "NIGHTS")
    assert session.case.get(Tag, NIGHT.id) == NIGHT
    asked = box(dialog, qtbot)
    assert asked.textFormat() == Qt.TextFormat.PlainText
    merge = next(button for button in asked.buttons() if button.text() == "Merge")
    merge.click()
    assert listed(dialog) == [("Nights", "3"), ("ليل", "0")]
    session.undo()
    assert len(listed(dialog)) == 3


def test_several_tags_become_one_in_one_step(session: Session, dialog: TagsDialog) -> None:
    dialog.select([NIGHT.id, NIGHTS.id, OTHER.id])
    assert dialog.said.text() == "Merge 3 tags into"
    names = [unisolated(dialog.kept.itemText(n)) for n in range(dialog.kept.count())]
    assert names == ["Nights (3)", "Night (1)", "ليل (0)"]
    dialog.kept.setCurrentIndex(1)
    dialog.merge.click()
    assert listed(dialog) == [("Night", "3")]
    assert dialog.chosen == [NIGHT.id]
    session.undo()
    assert listed(dialog) == [("Night", "1"), ("Nights", "3"), ("ليل", "0")]


def test_tags_are_deleted_after_asking(session: Session, dialog: TagsDialog, qtbot: QtBot) -> None:
    dialog.select([NIGHT.id, NIGHTS.id])
    dialog.delete.click()
    asked = box(dialog, qtbot)
    assert len(listed(dialog)) == 3
    next(button for button in asked.buttons() if button.text() == "Delete").click()
    assert listed(dialog) == [("ليل", "0")]
    session.undo()
    assert listed(dialog) == [("Night", "1"), ("Nights", "3"), ("ليل", "0")]


def test_tags_that_share_a_note_are_deleted_together(
    session: Session, dialog: TagsDialog, qtbot: QtBot
) -> None:
    note = Annotation(id=new_id(), target_id=NIGHT.id, body="Which night?")
    session.do(creation(note, Tagging(id=new_id(), tag_id=NIGHTS.id, target_id=note.id)))
    dialog.select([NIGHT.id, NIGHTS.id])
    dialog.delete.click()
    asked = box(dialog, qtbot)
    next(button for button in asked.buttons() if button.text() == "Delete").click()
    assert listed(dialog) == [("ليل", "0")]


def test_what_cannot_be_done_is_not_offered(session: Session, dialog: TagsDialog) -> None:
    assert not dialog.rename.isEnabled()
    assert not dialog.merge.isEnabled()
    dialog.select([NIGHT.id])
    assert dialog.rename.isEnabled()
    assert not dialog.merge.isEnabled()
    for tag in (NIGHT, NIGHTS, OTHER):
        session.do(session.case.removal_of(tag.id))
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()


def test_the_details_of_a_tag_offer_to_merge_its_twin(session: Session, qtbot: QtBot) -> None:
    twin = Tag(id=new_id(), label="NIGHT")
    session.do(creation(twin))
    put(session, twin, PERSONS[2])
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_record(NIGHT.id)
    assert pane.view is not None
    tools = pane.view.tags.tools
    assert tools is not None
    assert tools.merge.isVisible()
    tools.merge.click()
    QApplication.processEvents()
    assert session.case.find(twin.id) is None
    assert len(session.case.where(Tagging, tag_id=NIGHT.id)) == 2
    assert not tools.merge.isVisible()
