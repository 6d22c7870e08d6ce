"""The trash page: what was deleted is listed, previewed and brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Involvement, Person, Place
from viewer.domain.sample import sample_id
from viewer.gui.session import Session
from viewer.gui.trash_model import TrashModel
from viewer.gui.trash_page import TrashPage

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TrashPage:
    page = TrashPage(session)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    qtbot.waitExposed(page)
    return page


def delete(session: Session, *ids: str) -> None:
    for id in ids:
        session.do(session.case.removal_of(id))


def rows(page: TrashPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def told(page: TrashPage) -> str:
    return page._told.text()


def listed(shown) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]


def test_an_empty_trash_says_what_it_is_for(page: TrashPage) -> None:
    assert page.model.total == 0
    assert page._pages.currentIndex() == 1
    assert page.restore.isHidden()


def test_a_deleted_record_is_listed_with_who_deleted_it(session: Session, page: TrashPage) -> None:
    delete(session, KILLING, AMJAD)
    assert page.model.total == 2
    assert "Amjad" in rows(page)[0]
    assert page.model.index(0, 1).data() == "Person"
    assert page.model.index(0, 3).data() == "Sami"
    assert page._title.text() == "Trash (2)"


def test_the_model_keeps_qts_rules(session: Session, qtbot: QtBot) -> None:
    model = TrashModel(session)
    places = [Place(id=new_id(), name=f"Place {n}") for n in range(70)]
    session.do(creation(*places))
    delete(session, *(place.id for place in places))
    model.refresh()
    assert (model.rowCount(), model.total) == (64, 70)
    assert model.canFetchMore(QModelIndex())
    # Reads on as a view would.
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, fatal, model)
    assert model.rowCount() == 70
    assert not model.canFetchMore(QModelIndex())
    assert model.index(69, 0).data() == "Place 0"
    session.do(session.case.restoration(model.entry(3).entry.seq).change_set)
    model.refresh()
    assert model.rowCount() == 69


def test_the_preview_says_what_comes_back(session: Session, page: TrashPage) -> None:
    delete(session, AMJAD)
    page.table.choose(0)
    said = listed(page.preview.back)
    assert any(line.startswith("Person: Amjad") for line in said)
    assert any(line.startswith("Name: ") for line in said)
    assert any("evidence" in line.lower() for line in said)
    assert page.preview.left_out.isHidden()


def test_enter_brings_it_back_and_leads_to_it(
    session: Session, page: TrashPage, qtbot: QtBot
) -> None:
    before = session.case.get(Person, AMJAD)
    delete(session, AMJAD)
    page.table.choose(0)
    with qtbot.waitSignal(page.record_requested) as wish:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wish.args == [AMJAD]
    assert session.case.get(Person, AMJAD) == before
    assert page.model.rowCount() == 0
    assert "is in the case again" in told(page)
    assert session.undo_label == "Restore person"


def test_the_button_brings_back_what_is_chosen(
    session: Session, page: TrashPage, qtbot: QtBot
) -> None:
    delete(session, KILLING, AMJAD)
    page.table.choose(1)
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    assert session.case.find(KILLING) is not None
    assert session.case.find(AMJAD) is None
    # His part in the killing waits for him.
    assert rows(page)[1] == "Amjad Aldhamat, victim: Killing of Amjad Aldhamat"
    page.table.choose(0)
    page.restore_chosen()
    page.table.choose(0)
    page.restore_chosen()
    assert rows(page) == []


def test_what_cannot_come_back_is_named(session: Session, page: TrashPage) -> None:
    event, person = Event(id=new_id(), title="March"), Person(id=new_id(), described_as="A guard")
    part = Involvement(id=new_id(), event_id=event.id, person_id=person.id)
    session.do(creation(event, person, part))
    delete(session, event.id, person.id)
    page.table.choose(1)
    assert listed(page.preview.left_out) == ["Involvement: A guard, participant: March"]
    page.restore_chosen()
    assert session.case.get(Event, event.id) == event


def test_the_chosen_row_stays_while_the_case_changes(session: Session, page: TrashPage) -> None:
    places = [Place(id=new_id(), name=f"Place {n}") for n in range(3)]
    session.do(creation(*places))
    delete(session, *(place.id for place in places))
    page.table.choose(1)
    delete(session, AMJAD)
    assert page.model.entry(page.table.currentIndex().row()).title == "Place 1"
    assert page.restore.isEnabled()


def test_a_hidden_page_catches_up_when_it_is_shown(session: Session, page: TrashPage) -> None:
    page.hide()
    delete(session, AMJAD)
    assert page.model.rowCount() == 0
    page.show()
    assert page.model.rowCount() == 1
    assert page.restore.isEnabled()


def test_nothing_is_restored_in_a_read_only_case(
    session: Session, page: TrashPage, tmp_path: Path
) -> None:
    delete(session, AMJAD)
    session.open(session.path.rename(tmp_path / "copy.casefile"), read_only=True)
    page.table.choose(0)
    assert rows(page) != []
    assert not page.restore.isEnabled()
    page.restore_chosen()
    assert session.case.find(AMJAD) is None


def test_without_a_case_it_is_empty(session: Session, page: TrashPage) -> None:
    delete(session, AMJAD)
    session.close()
    assert page.model.total == 0
    assert rows(page) == []
