"""Filters of a list: set in a small window, shown as chips, kept under a name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.domain.criteria import Criteria, DateRange
from viewer.domain.records import Event, Place, SavedFilter
from viewer.domain.sample import sample_id
from viewer.gui.filtering.choices import CheckList, RangeChoice, RecordChoice
from viewer.gui.filtering.panel import FilterPanel
from viewer.gui.list_model import ListModel
from viewer.gui.list_pages import ListPages
from viewer.gui.list_pane import ListPane
from viewer.gui.session import Session
from viewer.gui.settings import Settings
from viewer.store import ListQuery, lists, narrowing

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def pane(session: Session, settings: Settings, qtbot: QtBot) -> ListPane:
    pane = ListPane(session, settings, "event")
    qtbot.addWidget(pane)
    pane.resize(700, 400)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def panel(pane: ListPane, name: str) -> FilterPanel:
    pane.filters.open_panel(name, pane.filters.button)
    assert pane.filters.panel is not None
    return pane.filters.panel


def chips(pane: ListPane) -> list[str]:
    return [chip.words.text() for chip in pane.filters.bar.chips]


def menu(pane: ListPane) -> dict[str, QAction]:
    pane.filters.button.fill()
    return {action.text(): action for action in pane.filters.button.menu().actions()}


def answering(text: str) -> None:
    """Type a name into the dialog that is about to ask for one."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(text)
        dialog.accept()

    QTimer.singleShot(50, type_it)


def test_terms_are_checked_with_space_and_hold_at_once(pane: ListPane, qtbot: QtBot) -> None:
    choice = panel(pane, "status").choice
    assert isinstance(choice, CheckList)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert chips(pane) == ["Status: Reported"]
    assert pane.title() == "Events (10 of 17)"
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert chips(pane) == ["Status: Reported or Alleged"]
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert chips(pane) == ["Status: Reported"]


def test_enter_takes_the_first_that_is_meant_and_is_done(pane: ListPane, qtbot: QtBot) -> None:
    window = panel(pane, "place")
    choice = window.choice
    assert isinstance(choice, RecordChoice)
    qtbot.keyClicks(choice.line, "iraq")
    with qtbot.waitSignal(choice.done):
        qtbot.keyClick(choice.line, Qt.Key.Key_Return)
    assert chips(pane) == ["Place: Iraq"]
    assert pane.filters.criteria.chosen == {"place": (sample_id("place", "iraq"),)}


def test_what_is_checked_is_offered_first_when_asked_again(pane: ListPane) -> None:
    pane.filters.apply(Criteria().with_chosen("place", (sample_id("place", "iraq"),)))
    choice = panel(pane, "place").choice
    assert isinstance(choice, RecordChoice)
    assert choice.list.item(0).text() == "Iraq"
    assert choice.list.item(0).checkState() == Qt.CheckState.Checked


def test_a_date_range_is_typed_and_refused_in_words(pane: ListPane, qtbot: QtBot) -> None:
    choice = panel(pane, "date").choice
    assert isinstance(choice, RangeChoice)
    qtbot.keyClicks(choice.start, "2019")
    assert chips(pane) == ["Date: from \u20662019\u2069"]
    qtbot.keyClicks(choice.end, "2018")
    qtbot.keyClick(choice.end, Qt.Key.Key_Return)
    assert choice._problem.text() == "The range ends before it begins."
    choice.end.setText("2020")
    choice.undated.setChecked(True)
    assert pane.filters.criteria.ranges == {"date": DateRange("2019", "2020", True)}
    assert chips(pane) == ["Date: \u20662019\u2069 to \u20662020\u2069, or undated"]


def test_filters_and_words_combine_and_say_what_hides_the_rows(
    pane: ListPane, qtbot: QtBot
) -> None:
    pane.filters.apply(Criteria("zzz").with_chosen("status", ("reported",)))
    assert pane.filter.text() == "zzz"
    assert pane.title() == "Events (0 of 17)"
    sentence = pane._empty._sentence.text()
    assert sentence == "No row is as asked for: “zzz”; Status: Reported."
    pane._empty.all_wanted.emit()
    assert pane.title() == "Events (17)"
    assert not pane.filters.bar.isVisible()


def test_a_chip_goes_on_delete_and_the_keyboard_stays(pane: ListPane, qtbot: QtBot) -> None:
    criteria = Criteria().with_chosen("status", ("reported",)).with_chosen("evidence", ("some",))
    pane.filters.apply(criteria)
    assert chips(pane) == ["Status: Reported", "Evidence: With evidence"]
    first = pane.filters.bar.chips[0].words
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert chips(pane) == ["Evidence: With evidence"]
    last = pane.filters.bar.chips[0]
    qtbot.waitUntil(last.words.hasFocus)
    qtbot.mouseClick(last.remove, Qt.MouseButton.LeftButton)
    assert chips(pane) == []
    qtbot.waitUntil(pane.filters.button.hasFocus)


def test_a_filter_is_saved_applied_renamed_and_deleted(
    pane: ListPane, session: Session, qtbot: QtBot
) -> None:
    asked = Criteria("amjad").with_chosen("status", ("reported", "disputed"))
    pane.filters.apply(asked)
    answering("  To verify ")
    pane.filters.save()
    (kept,) = session.case.all(SavedFilter)
    assert (kept.listed, kept.name) == ("event", "To verify")
    assert Criteria.from_json(kept.criteria) == asked
    assert menu(pane)["To verify"].isChecked()
    pane.filters.clear()
    menu(pane)["To verify"].trigger()
    assert (pane.filter.text(), chips(pane)) == ("amjad", ["Status: Reported or Disputed"])
    change(pane, "To verify", "Rename…", lambda: answering("Checked"))
    assert "Checked" in menu(pane)
    change(pane, "Checked", "Delete")
    assert list(session.case.all(SavedFilter)) == []
    assert session.undo()
    assert "Checked" in menu(pane)


def change(pane: ListPane, name: str, deed: str, before: Callable[[], None] = lambda: None) -> None:
    inner = menu(pane)["Rename or delete"].menu()
    own = next(action.menu() for action in inner.actions() if action.text() == name)
    before()
    next(action for action in own.actions() if action.text() == deed).trigger()


def test_saving_under_a_name_that_is_there_takes_its_place(
    pane: ListPane, session: Session
) -> None:
    for status in ("reported", "disputed"):
        pane.filters.apply(Criteria().with_chosen("status", (status,)))
        answering("Mine")
        pane.filters.save()
    (kept,) = session.case.all(SavedFilter)
    assert Criteria.from_json(kept.criteria).chosen == {"status": ("disputed",)}


def test_what_another_version_asked_for_is_shown_and_can_be_taken_away(pane: ListPane) -> None:
    pane.filters.apply(Criteria.from_json('{"mood": 1, "chosen": {"shade": ["dark"]}}'))
    assert chips(pane) == ["Unknown here: shade", "Unknown here: mood"]
    assert "17" in pane.title()
    pane.filters.bar.removal_requested.emit("mood")
    assert chips(pane) == ["Unknown here: shade"]


def test_a_chip_follows_its_record(pane: ListPane, session: Session) -> None:
    event = next(e for e in session.case.all(Event) if e.place_id)
    place = session.case.get(Place, event.place_id or "")
    pane.filters.apply(Criteria().with_chosen("place", (place.id,)))
    session.do(edit(place, name="Elsewhere"))
    assert chips(pane) == ["Place: Elsewhere"]
    rows = pane.view.model().rowCount()
    session.do(edit(event, place_id=None))
    assert pane.view.model().rowCount() == rows - 1


def test_escape_takes_the_words_first_and_then_the_filters(pane: ListPane, qtbot: QtBot) -> None:
    pane.filters.apply(Criteria("amjad").with_chosen("status", ("reported",)))
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert (pane.filter.text(), len(chips(pane))) == ("", 1)
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert chips(pane) == []


def test_a_list_without_filters_has_no_button(
    session: Session, settings: Settings, qtbot: QtBot
) -> None:
    pane = ListPane(session, settings, "tag")
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.filters.button.isVisible()


# ── Many rows that pass ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if 1,500 were as many as a million."""
    monkeypatch.setattr(narrowing, "FEW", 10)
    monkeypatch.setattr(lists, "COUNTED", 300)


@pytest.mark.usefixtures("large")
def test_many_rows_are_counted_as_one_comes_to_them(long_session: Session) -> None:
    model = ListModel(long_session, "place")
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_filter("place", Criteria())
    assert (model.rowCount(), model.has_more) == (300, True)
    assert model.row_of(model.id_at(299)) == 299
    while model.canFetchMore():
        model.fetchMore()
    assert (model.rowCount(), model.has_more) == (1500, False)
    names = [str(model.index(row, 0).data()) for row in range(1500)]
    assert names == [f"Place {row:04}" for row in range(1500)]
    del tester


@pytest.mark.usefixtures("large")
def test_a_list_that_goes_on_says_so(
    long_session: Session, settings: Settings, qtbot: QtBot
) -> None:
    pane = ListPane(long_session, settings, "place")
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    pane.show_words("place")
    assert pane.title() == "Places (300+ of 1,500)"
    for _ in range(5):
        pane.view.scrollToBottom()
        qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.title() == "Places (1,500 of 1,500)"


@pytest.mark.usefixtures("large")
def test_rows_beyond_those_counted_are_not_looked_for(long_session: Session) -> None:
    pages = ListPages(long_session.case, ListQuery("place", words="place"))
    last = ListPages(long_session.case, ListQuery("place")).row(1400)
    assert last is not None
    assert pages.find(last.id) is None
    pages.row(150)
    while pages.more:
        pages.go_on(pages.following())
    assert pages.find(last.id) == 1400
    assert [row.cells[0] for row in pages.page(2)][:2] == ["Place 0256", "Place 0257"]
