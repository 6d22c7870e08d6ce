"""The worklist: what waits for words, rests on one document or is contradicted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation, deletion, edit
from viewer.domain.claims import Standing
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Event, Evidence, Name, Passage, Person, Place
from viewer.domain.sample import sample_id
from viewer.gui.main_window import MainWindow
from viewer.gui.session import Session
from viewer.gui.worklist.model import FIELD_ROLE, WorkModel
from viewer.gui.worklist_page import WorklistPage
from viewer.store import CaseFile, Task, worklist

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> WorklistPage:
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> WorklistPage:
    page = WorklistPage(session)
    qtbot.addWidget(page)
    page.resize(700, 400)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def long(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A case with 3,000 places of which no words speak."""
    path = tmp_path / "long.casefile"
    places = (Place(id=new_id(), name=f"Place {n:04}") for n in range(3000))
    with CaseFile.create(path, Case(id=new_id(), title="Long")) as case_file:
        case_file.apply(creation(*places))
    session = Session()
    session.open(path)
    yield session
    session.close()


def tasks(model: WorkModel) -> list[Task]:
    while not model.is_done:
        model.fetchMore(model.index(-1, -1))
        QApplication.processEvents()
    found = [model.task_at(row) for row in range(model.rowCount())]
    return [task for task in found if task is not None]


def cells(page: WorklistPage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(3)]


def in_file(session: Session, standing: Standing) -> list[Task]:
    found: list[Task] = []
    place: worklist.Place | None = worklist.BEGINNING
    while place is not None:
        step = session.case.worklist(place)
        found += [task for task in step.tasks if task.standing == standing]
        place = step.next
    return found


def evidence_for(session: Session, record_id: str, field: str) -> Evidence:
    passage = next(session.case.all(Passage))
    return Evidence(id=new_id(), record_id=record_id, field=field, passage_id=passage.id)


def row_of(page: WorklistPage, record_id: str, field: str) -> int:
    rows = tasks(page.model)
    return next(
        n for n, task in enumerate(rows) if (task.record_id, task.field) == (record_id, field)
    )


def test_the_model_keeps_to_the_rules_of_qt(session: Session) -> None:
    model = WorkModel(session, Standing.SINGLE_SOURCE)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    before = tasks(model)
    session.changed.connect(model.follow)
    for record_id in (AMJAD, KILLING):
        session.do(session.case.removal_of(record_id))
        session.undo()
    session.do(creation(evidence_for(session, AMJAD, "about")))
    model.show_standing(Standing.NOT_EVIDENCED)
    model.show_standing(Standing.SINGLE_SOURCE)
    assert tasks(model) == before
    assert tester.model() is model


@pytest.mark.parametrize("standing", [s for s in Standing if s > Standing.EVIDENCED])
def test_the_rows_are_what_the_file_leaves_to_do(session: Session, standing: Standing) -> None:
    evidence = session.case.where(Evidence, record_id=AMJAD, field="occupation")[0]
    session.do(edit(evidence, stance="contradicts", value="Teacher"))
    session.do(creation(Place(id=new_id(), name="Samarra")))
    assert tasks(WorkModel(session, standing)) == in_file(session, standing) != []


def test_a_row_says_the_record_its_field_and_the_value(
    session: Session, page: WorklistPage
) -> None:
    page.choose(Standing.SINGLE_SOURCE)
    assert cells(page, row_of(page, KILLING, "date")) == [
        "Killing of Amjad Aldhamat",
        "Date",
        "perhaps 2019 (inferred)",
    ]
    name = session.case.where(Name, person_id=AMJAD, type="alias")[0]
    assert cells(page, row_of(page, name.id, "text")) == ["Amjad Aldhamat", "Name", "Amjad"]


def test_the_switch_counts_what_there_is(
    session: Session, page: WorklistPage, qtbot: QtBot
) -> None:
    for standing, button in page.switches.items():
        number = len(in_file(session, standing))
        qtbot.waitUntil(lambda end=f"  {number:,}", on=button: on.text().endswith(end))
        assert str(number) in button.accessibleName()


def test_the_rows_follow_every_change(session: Session, page: WorklistPage, qtbot: QtBot) -> None:
    event = Event(id=new_id(), title="Raid", type="arrest")
    session.do(creation(event))
    assert [task.field for task in tasks(page.model) if task.record_id == event.id] == [
        "title",
        "type",
    ]
    session.do(creation(evidence_for(session, event.id, "type")))
    assert tasks(page.model) == in_file(session, Standing.NOT_EVIDENCED)
    session.do(edit(session.case.get(Event, event.id), title="Night raid"))
    assert cells(page, row_of(page, event.id, "title"))[0] == "Night raid"
    number = len(in_file(session, Standing.NOT_EVIDENCED))
    button = page.switches[Standing.NOT_EVIDENCED]
    qtbot.waitUntil(lambda: button.text().endswith(f"  {number:,}"))
    session.undo()
    session.undo()
    session.undo()
    assert tasks(page.model) == in_file(session, Standing.NOT_EVIDENCED)
    assert not [task for task in tasks(page.model) if task.record_id == event.id]


def test_a_change_of_many_records_is_read_anew(session: Session, page: WorklistPage) -> None:
    places = [Place(id=new_id(), name=f"Place {n}") for n in range(300)]
    session.do(creation(*places))
    assert tasks(page.model) == in_file(session, Standing.NOT_EVIDENCED)
    session.do(deletion(*places))
    assert tasks(page.model) == in_file(session, Standing.NOT_EVIDENCED)


def test_a_page_that_was_hidden_catches_up(
    session: Session, page: WorklistPage, qtbot: QtBot
) -> None:
    page.hide()
    place = Place(id=new_id(), name="Somewhere")
    session.do(creation(place))
    page.show()
    assert row_of(page, place.id, "name") >= 0
    number = len(in_file(session, Standing.NOT_EVIDENCED))
    button = page.switches[Standing.NOT_EVIDENCED]
    qtbot.waitUntil(lambda: button.text().endswith(f"  {number:,}"))


def test_a_long_list_is_read_as_far_as_one_looks(long: Session, qtbot: QtBot) -> None:
    page = shown(long, qtbot)
    qtbot.waitUntil(lambda: page.model.rowCount() > 100)
    assert page.model.rowCount() < 1000
    assert not page.model.is_done
    # A change behind what was read waits to be read; one before it shows at once.
    far = page.model.rowCount() + 500
    everything = in_file(long, Standing.NOT_EVIDENCED)
    first, later = everything[0].record_id, everything[far].record_id
    read = page.model.rowCount()
    long.do(deletion(long.case.get(Place, later)))
    assert page.model.rowCount() == read
    long.do(deletion(long.case.get(Place, first)))
    assert page.model.rowCount() == read - 1
    assert tasks(page.model) == in_file(long, Standing.NOT_EVIDENCED)
    assert page.model.rowCount() == 2998
    button = page.switches[Standing.NOT_EVIDENCED]
    qtbot.waitUntil(lambda: button.text().endswith("  2,998"))


@pytest.mark.parametrize("standing", [s for s in Standing if s > Standing.EVIDENCED])
def test_nothing_to_do_is_good_news(qtbot: QtBot, tmp_path: Path, standing: Standing) -> None:
    session = Session()
    session.create(tmp_path / "empty.casefile", "Empty")
    session.do(creation(Person(id=new_id())))
    page = shown(session, qtbot)
    page.choose(standing)
    qtbot.waitUntil(lambda: page.model.is_done)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert len(said) == 1
    assert said[0].startswith(("Well done", "Good"))
    assert not page.view.isVisible()
    session.do(creation(Person(id=new_id(), described_as="A witness")))
    assert page.view.isVisible() == (standing == Standing.NOT_EVIDENCED)
    session.close()


def test_a_case_without_records_is_not_praised(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    session.create(tmp_path / "empty.casefile", "Empty")
    page = shown(session, qtbot)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert said[0].startswith("Nothing is stated in this case yet")
    session.close()


def test_a_narrow_page_is_no_wider_than_its_place(page: WorklistPage) -> None:
    page.resize(300, 400)
    assert page.minimumSizeHint().width() <= 300
    QApplication.processEvents()
    last = page.switches[Standing.CONTRADICTED]
    assert page.rect().contains(last.rect().translated(last.mapTo(page, last.rect().topLeft())))


def test_arrows_look_at_records_and_enter_goes_into_the_field(
    page: WorklistPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.choose(Standing.SINGLE_SOURCE)
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    rows = tasks(page.model)
    with qtbot.waitSignal(page.record_requested) as wish:
        qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert wish.args == [rows[0].record_id]
    with qtbot.waitSignal(page.field_requested) as field:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert field.args == [rows[0].record_id, rows[0].field]
    index = page.model.index(2, 0)
    assert index.data(FIELD_ROLE) == rows[2].field
    with qtbot.waitSignal(page.field_requested) as field:
        qtbot.mouseClick(
            page.view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=page.view.visualRect(index).center(),
        )
    assert field.args == [rows[2].record_id, rows[2].field]


def test_the_keyboard_goes_from_the_switch_to_the_rows(page: WorklistPage, qtbot: QtBot) -> None:
    page.activateWindow()
    button = page.switches[Standing.NOT_EVIDENCED]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Right)
    other = page.switches[Standing.SINGLE_SOURCE]
    qtbot.waitUntil(other.hasFocus)
    assert page.model.standing == Standing.SINGLE_SOURCE
    qtbot.keyClick(other, Qt.Key.Key_Down)
    qtbot.waitUntil(page.view.hasFocus)


def test_a_row_leads_into_its_field_in_the_window(sample_window: MainWindow, qtbot: QtBot) -> None:
    shown_view = view_of(sample_window)
    shown_view.guide.visit("worklist")
    page = shown_view.workspace.front
    assert isinstance(page, WorklistPage)
    page.choose(Standing.SINGLE_SOURCE)
    page.view.taken_up.emit(row_of(page, KILLING, "date"))
    assert shown_view.details.record_id == KILLING
    assert shown_view.details.view is not None
    row = shown_view.details.view.form.rows["date"]
    focused = sample_window.focusWidget()
    assert focused is not None
    assert row.isAncestorOf(focused)
    assert sample_window.navigator.current == KILLING


def test_a_closed_case_is_asked_no_more(long: Session, qtbot: QtBot) -> None:
    page = shown(long, qtbot)
    page.switches[Standing.CONTRADICTED].click()
    long.close()
    qtbot.wait(50)
    assert page.model.index(0, 0).data() is None
    assert not page.grab().isNull()


def test_words_made_evidence_elsewhere_take_the_row_away(
    session: Session, page: WorklistPage
) -> None:
    document, content = received(b"He came from Basra.", "He came from Basra.", title="Another")
    passage = passage_at(document, 13, 18)
    place = Place(id=new_id(), name="Basra the old")
    session.do(creation(document, passage, place, contents=(content,)))
    assert row_of(page, place.id, "name") >= 0
    tie = Evidence(id=new_id(), record_id=place.id, field="name", passage_id=passage.id)
    session.do(creation(tie))
    assert place.id not in {task.record_id for task in tasks(page.model)}
