"""The page in the window: from the Case menu to the words in the reader, and back by undo."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Audience, Decision
from viewer.gui.deciding.page import DecidingPage
from viewer.gui.main_window import MainWindow


def page_of(window: MainWindow, qtbot: QtBot) -> DecidingPage:
    window.actions_.decide.trigger()
    page = view_of(window).workspace.front
    assert isinstance(page, DecidingPage)
    qtbot.waitUntil(lambda: page.words.model.rowCount() == 2)
    return page


def test_the_case_menu_leads_to_the_words_and_they_to_the_text(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(sample_window, qtbot)
    qtbot.waitUntil(lambda: page.switches[1].text() == "Combinations left  3")
    assert page.switches[0].text() == "Words to decide  2"
    page.words.deeds.place.click()
    assert view_of(sample_window).workspace.shows("deciding")
    assert view_of(sample_window).reader.document_id == page.words.model.mention_at(0).target_id


def test_undo_of_the_window_takes_a_decision_back(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(sample_window, qtbot)
    qtbot.keyClick(page.words.view, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: page.words.open_count == 1)
    assert sample_window.actions_.undo.text() == "&Undo withhold words"
    sample_window.actions_.undo.trigger()
    assert not list(sample_window.session.case.all(Decision))
    qtbot.waitUntil(lambda: page.words.open_count == 2)


def test_audiences_of_the_case_can_be_chosen(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(sample_window, qtbot)
    offered = [page.audience.itemText(row) for row in range(page.audience.count())]
    assert offered == ["Legal", "Public"]
    assert page.audience.currentText() == "Public"
    sample_window.session.do(creation(Audience(id=new_id(), label="Donors")))
    assert page.audience.findText("Donors") == 2
    page.audience.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.words.model.rowCount() == 2)
    page.audience.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.words.model.rowCount() == 0 and page.words.finding.is_settled)


def test_the_switch_shows_the_combinations(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(sample_window, qtbot)
    page.switches[1].click()
    qtbot.waitUntil(lambda: page.risks.model.rowCount() == 3)
    assert page.risks.isVisible()
    page.risks.ways[0].click()
    shown = view_of(sample_window).guide._navigator.current
    assert shown == page.risks.model.risk_at(0).person_id
