"""Going through the words that tell who somebody is, and through what is left."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.domain.records import Decision, Person, Relationship
from viewer.gui.deciding.decisions_list import DecisionsList
from viewer.gui.deciding.risks_list import RisksList
from viewer.gui.session import Session

KEY = Qt.Key


def decisions(session: Session) -> list[tuple[str, str]]:
    return [(each.words, each.ruling) for each in session.case.all(Decision)]


@pytest.fixture
def words(session: Session, qtbot: QtBot) -> DecisionsList:
    """The words of the sample, found and shown, with the keyboard."""
    widget = DecisionsList(session, "public")
    qtbot.addWidget(widget)
    widget.resize(700, 420)
    widget.show()
    qtbot.waitUntil(lambda: widget.model.rowCount() == 2)
    widget.view.setFocus()
    return widget


@pytest.fixture
def risks(session: Session, qtbot: QtBot) -> RisksList:
    """The combinations that are left in the sample."""
    widget = RisksList(session, "public")
    qtbot.addWidget(widget)
    widget.resize(700, 420)
    widget.show()
    qtbot.waitUntil(lambda: widget.model.rowCount() == 3)
    return widget


def test_w_withholds_and_goes_on_and_l_leaves(words: DecisionsList, qtbot: QtBot) -> None:
    qtbot.keyClick(words.view, KEY.Key_W)
    assert words.view.currentIndex().row() == 1
    qtbot.keyClick(words.view, KEY.Key_L)
    session = words.finding._session
    assert decisions(session) == [("His brother", "withheld"), ("the brother", "kept")]
    qtbot.waitUntil(lambda: words.open_count == 0)
    assert words.heading.text().startswith("0 open · 2 decided.")


def test_each_deed_is_undone_by_itself(
    words: DecisionsList, session: Session, qtbot: QtBot
) -> None:
    words.deeds.withhold.click()
    words.deeds.withhold.click()
    assert session.undo_label == "Withhold words"
    session.undo()
    assert decisions(session) == [("His brother", "withheld")]
    qtbot.waitUntil(lambda: words.open_count == 1)
    session.undo()
    qtbot.waitUntil(lambda: words.open_count == 2)


def test_del_asks_again(words: DecisionsList, session: Session, qtbot: QtBot) -> None:
    assert not words.deeds.reopen.isEnabled()
    words.deeds.leave.click()
    qtbot.waitUntil(lambda: words.open_count == 1)
    qtbot.keyClick(words.view, KEY.Key_K)
    assert not words.deeds.leave.isEnabled()
    qtbot.keyClick(words.view, KEY.Key_Delete)
    assert decisions(session) == []
    qtbot.waitUntil(lambda: words.open_count == 2)


def test_j_and_k_go_through_the_rows_and_decide_nothing(
    words: DecisionsList, session: Session, qtbot: QtBot
) -> None:
    rows = []
    for key in (KEY.Key_J, KEY.Key_J, KEY.Key_K, KEY.Key_K):
        qtbot.keyClick(words.view, key)
        rows.append(words.view.currentIndex().row())
    assert rows == [1, 1, 0, 0]
    assert decisions(session) == []


def test_enter_leads_to_the_shortest_passage_with_the_words(
    words: DecisionsList, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(words.passage_requested) as asked:
        qtbot.keyClick(words.view, KEY.Key_Return)
    passage = session.case.find(asked.args[0])
    assert getattr(passage, "exact", "") == "His brother"


def test_nothing_is_left_to_decide_where_nobody_is_protected(
    words: DecisionsList, session: Session, qtbot: QtBot
) -> None:
    protected = [p for p in session.case.all(Person) if p.protection == "name_withheld"]
    with qtbot.waitSignal(words.counted, check_params_cb=lambda number: number == 0):
        for person in protected:
            session.do(edit(person, protection="public"))
    assert words.model.rowCount() == 0
    assert words.says.isVisible()
    assert not words.deeds.isVisible()


def test_lawyers_read_names_so_that_there_is_nothing_to_decide(
    words: DecisionsList, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(words.counted, check_params_cb=lambda number: number == 0):
        words.show_audience("legal")
    assert words.model.rowCount() == 0


def test_closing_the_case_stops_the_looking(
    words: DecisionsList, session: Session, qtbot: QtBot
) -> None:
    words.show_audience("legal")
    session.close()
    assert words.finding.is_settled
    assert words.finding.found is None


def test_read_only_nothing_can_be_decided(session: Session, qtbot: QtBot) -> None:
    path = session.path
    session.close()
    session.open(path, read_only=True)
    widget = DecisionsList(session, "public")
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: widget.model.rowCount() == 2)
    qtbot.keyClick(widget.view, KEY.Key_W)
    assert decisions(session) == []
    assert not widget.deeds.withhold.isEnabled()
    assert widget.deeds.place.isEnabled()


def test_a_combination_leads_to_its_records(
    risks: RisksList, session: Session, qtbot: QtBot
) -> None:
    assert [way.text() for way in risks.ways] == [
        "Mohammed Aldhamat",
        "Relationship",
        "Amjad Aldhamat",
    ]
    with qtbot.waitSignal(risks.record_requested) as asked:
        risks.ways[1].click()
    assert isinstance(session.case.find(asked.args[0]), Relationship)


def test_a_combination_is_gone_once_the_details_are_withheld(
    risks: RisksList, session: Session, qtbot: QtBot
) -> None:
    first = risks.model.risk_at(0)
    assert first is not None
    person = session.case.get(Person, first.person_id)
    session.do(edit(person, protection="details_withheld"))
    qtbot.waitUntil(lambda: risks.model.risk_at(0) != first)
    assert all("A tie" not in risks.model.index(row).data() for row in range(2))
