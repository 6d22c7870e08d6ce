"""Lists of real cases: counted at once, read where they are looked at, true after every change."""

import random

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation, edit
from viewer.domain.criteria import Criteria
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Place
from viewer.domain.sample import sample_id
from viewer.domain.tags import tagged
from viewer.gui import columns
from viewer.gui.browse_pane import BrowseModel
from viewer.gui.kinds import LISTED_KINDS, OVERVIEW
from viewer.gui.list_model import ID_ROLE, ListModel
from viewer.gui.list_pages import PAGE, ListPages
from viewer.gui.list_pane import ListPane
from viewer.gui.session import Session
from viewer.gui.settings import Settings
from viewer.store import LISTS, ListQuery

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def names(model: ListModel, rows: range) -> list[str]:
    return [str(model.index(row, 0).data()) for row in rows]


@pytest.mark.parametrize("kind", LISTED_KINDS)
def test_every_list_of_the_sample_is_a_model_qt_agrees_with(session: Session, kind: str) -> None:
    model = ListModel(session, kind)
    tester = QAbstractItemModelTester(model, FATAL)
    assert model.rowCount() == session.case.total(kind) > 0
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert any(cells)
    for column in LISTS[kind].columns:
        model.set_order(column.name, True)
        model.set_order(column.name, False)
    model.set_filter("a", Criteria())
    model.refresh()
    del tester


def test_a_long_list_reads_right_wherever_one_jumps(long_session: Session) -> None:
    model = ListModel(long_session, "place")
    tester = QAbstractItemModelTester(model, FATAL)
    assert model.rowCount() == 1500
    jumps = [1499, 0, 700, 5, 1300, 640, 128, 127, 1400, 900]
    jumps += random.Random(3).sample(range(1500), 60)
    assert [model.index(row, 0).data() for row in jumps] == [f"Place {row:04}" for row in jumps]
    model.set_order("name", True)
    assert names(model, range(1490, 1500)) == [f"Place {n:04}" for n in range(9, -1, -1)]
    model.set_filter("place 01", Criteria())
    assert model.rowCount() == 100
    del tester


def test_pages_far_apart_are_let_go_and_read_again(long_session: Session) -> None:
    pages = ListPages(long_session.case, ListQuery("place"))
    for _ in range(2):
        for number in (11, 3, 7, 0, 5, 9, 1, 10, 2, 8, 4, 6):
            first = pages.page(number)[0]
            assert first.cells[0] == f"Place {number * PAGE:04}"
    assert len(pages.page(11)) == 1500 - 11 * PAGE


def test_a_record_is_found_near_where_it_was(long_session: Session) -> None:
    pages = ListPages(long_session.case, ListQuery("place"))
    row = pages.row(1000)
    assert row is not None
    assert ListPages(long_session.case, ListQuery("place")).find(row.id) == 1000
    assert pages.find("nobody") is None


def test_a_column_that_cannot_be_sorted_by_changes_nothing(session: Session) -> None:
    model = ListModel(session, "person")
    model.set_order("role", True)
    assert model.query.sort == "name"


def test_numbers_stand_at_the_right_and_words_at_the_left(session: Session) -> None:
    model = ListModel(session, "tag")
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.index(0, 0).data(role) & Qt.AlignmentFlag.AlignLeft
    assert model.index(0, 1).data(role) & Qt.AlignmentFlag.AlignRight


def test_a_tool_tip_shows_markup_as_it_stands(session: Session) -> None:
    session.do(creation(Place(id=new_id(), name="<img src='file:///etc/passwd'>")))
    model = ListModel(session, "place")
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;img" in tip
    assert "<img" not in tip


@pytest.fixture
def pane(long_session: Session, settings: Settings, qtbot: QtBot) -> ListPane:
    pane = ListPane(long_session, settings, "place")
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def choose(pane: ListPane, row: int) -> str:
    pane.view.setCurrentIndex(pane.view.model().index(row, 0))
    return pane.view.current_id


def test_a_chosen_row_is_asked_for(pane: ListPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.record_requested) as wish:
        id = choose(pane, 7)
    assert wish.args == [id]


def test_the_filter_waits_for_a_pause_and_counts(pane: ListPane, qtbot: QtBot) -> None:
    assert pane.title() == "Places (1,500)"
    qtbot.keyClicks(pane.filter, "place 00")
    assert pane.title() == "Places (1,500)"
    qtbot.waitUntil(lambda: pane.title() == "Places (100 of 1,500)")
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert pane.title() == "Places (1,500)"


def test_no_match_offers_all_rows_again(pane: ListPane, qtbot: QtBot) -> None:
    pane.filter.setText("nowhere")
    pane.apply_filter()
    assert not pane.view.isVisible()
    pane._empty.all_wanted.emit()
    qtbot.waitUntil(pane.view.isVisible)


def test_end_and_home_go_to_the_last_and_first_row(pane: ListPane, qtbot: QtBot) -> None:
    rows = pane.view.model().rowCount()
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.currentIndex().row() == rows - 1
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.view.currentIndex().row() == 0


def test_selection_and_scroll_survive_a_change(pane: ListPane, long_session: Session) -> None:
    id = choose(pane, 900)
    before = pane.view.verticalScrollBar().value()
    assert before > 0
    place = next(long_session.case.all(Place))
    long_session.do(edit(place, about="Changed"))
    assert pane.view.current_id == id
    assert pane.view.verticalScrollBar().value() == before


def test_the_selection_goes_with_its_record(pane: ListPane, long_session: Session) -> None:
    id = choose(pane, 900)
    long_session.do(creation(Place(id=new_id(), name="A new first place")))
    assert pane.title() == "Places (1,501)"
    assert pane.view.current_id == id
    assert pane.view.currentIndex().row() == 901


def test_refreshing_asks_for_no_record(pane: ListPane, long_session: Session, qtbot: QtBot) -> None:
    choose(pane, 3)
    with qtbot.assertNotEmitted(pane.record_requested):
        long_session.do(creation(Place(id=new_id(), name="A new first place")))
        pane.select("")
    assert pane.view.current_id == ""


def test_rows_are_chosen_where_the_layout_runs_from_right_to_left(
    pane: ListPane, long_session: Session
) -> None:
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    model = pane.view.model()
    id = model.index(5, 0, QModelIndex()).data(ID_ROLE)
    pane.select(id)
    assert [index.row() for index in pane.view.selectionModel().selectedRows()] == [5]


def test_a_list_that_is_hidden_catches_up_when_shown(pane: ListPane, long_session: Session) -> None:
    pane.hide()
    long_session.do(creation(Place(id=new_id(), name="A new first place")))
    assert pane.title() == "Places (1,500)"
    pane.show()
    assert pane.title() == "Places (1,501)"


def test_a_header_is_clicked_to_sort_and_again_to_turn(pane: ListPane) -> None:
    model, header = pane.view.model(), pane.view.horizontalHeader()
    assert isinstance(model, ListModel)
    header.sectionClicked.emit(1)
    assert (model.query.sort, model.query.descending) == ("precision", False)
    header.sectionClicked.emit(1)
    assert model.query.descending
    header.sectionClicked.emit(3)
    assert (model.query.sort, header.sortIndicatorSection()) == ("precision", 1)


def test_the_browse_model_counts_what_changes(session: Session) -> None:
    model = BrowseModel(session)
    tester = QAbstractItemModelTester(model, FATAL)
    assert model.kind_at(0) == OVERVIEW
    before = model.count("place")
    session.do(creation(Place(id=new_id(), name="Samarra")))
    assert model.count("place") == before + 1
    session.close()
    assert model.count("place") == 0
    del tester


def test_the_sample_names_its_persons_in_order(session: Session) -> None:
    model = ListModel(session, "person")
    shown = names(model, range(model.rowCount()))
    assert "Amjad Aldhamat" in shown
    assert model.row_of(sample_id("person", "amjad")) == shown.index("Amjad Aldhamat")


def test_the_list_of_annotations_names_their_tags(
    session: Session, settings: Settings, qtbot: QtBot
) -> None:
    pane = ListPane(session, settings, "annotation")
    qtbot.addWidget(pane)
    pane.show()
    note = next(session.case.all(Annotation))
    session.do(tagged(session.case, note.id, ["zebra", "Alpha"]))
    model = pane.view.model()
    assert isinstance(model, ListModel)
    row = model.row_of(note.id)
    assert row is not None
    said = {
        model.headerData(n, Qt.Orientation.Horizontal): model.index(row, n).data() for n in range(6)
    }
    assert "Alpha, zebra" in said["Tags"]


@pytest.mark.parametrize("room", [200, 400, 700, 1500])
@pytest.mark.parametrize("wanted", [[500, 150, 90, 300], [80, 80], [64, 900, 64, 64, 300]])
def test_columns_fill_the_room_and_the_widest_keeps_its_part(wanted: list[int], room: int) -> None:
    widths = columns.shared(wanted, room)
    widest = wanted.index(max(wanted))
    assert sum(widths) == room or min(widths) <= 64
    assert widths[widest] >= min(max(wanted), room // 3)
