"""Searching everything: results by kind, the newest question only, one key to get there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Place
from viewer.domain.sample import sample_id
from viewer.domain.text import words
from viewer.gui.finder import Finder, Findings
from viewer.gui.found import Found, marks
from viewer.gui.main_window import MainWindow
from viewer.gui.search_popup import FindingsModel
from viewer.gui.session import Session

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def finder(session: Session) -> Finder:
    return Finder(session)


def answer(finder: Finder, qtbot: QtBot, text: str) -> Findings:
    with qtbot.waitSignal(finder.answered) as answered:
        finder.ask(text)
    findings = answered.args[0]
    assert isinstance(findings, Findings)
    return findings


def test_results_come_by_kind_with_what_was_found(finder: Finder, qtbot: QtBot) -> None:
    findings = answer(finder, qtbot, "amjad ald")
    assert list(findings.totals)[:2] == ["person", "event"]
    first = findings.found[0]
    assert (first.id, first.title) == (sample_id("person", "amjad"), "Amjad Aldhamat")
    assert first.context == ""


def test_words_that_the_title_lacks_are_shown_around_the_match(
    finder: Finder, qtbot: QtBot
) -> None:
    found = [f for f in answer(finder, qtbot, "number plate").found if f.kind == "document"]
    assert "number plate" in found[0].context
    assert found[0].context.startswith("… ")


def test_only_the_newest_question_is_answered(finder: Finder, qtbot: QtBot) -> None:
    finder.ask("a")
    finder.ask("am")
    assert answer(finder, qtbot, "amjad").words == "amjad"
    with qtbot.assertNotEmitted(finder.answered, wait=100):
        finder.ask("police")
        finder.forget()


def test_what_was_just_written_is_found(finder: Finder, session: Session, qtbot: QtBot) -> None:
    assert not answer(finder, qtbot, "samarra").found
    session.do(creation(Place(id=new_id(), name="Sāmarrāʾ سامراء")))
    assert [f.kind for f in answer(finder, qtbot, "samarra").found] == ["place"]
    assert [f.kind for f in answer(finder, qtbot, "سامرا").found] == ["place"]
    assert session.undo()


def test_closing_ends_the_search_and_lets_the_file_go(
    finder: Finder, session: Session, qtbot: QtBot
) -> None:
    answer(finder, qtbot, "police")
    path = session.path
    session.close()
    session.open(path)
    assert answer(finder, qtbot, "police").found


def test_marks_are_code_points_of_words_that_begin_so() -> None:
    assert marks("😀 Police, policing", ["polic"]) == [(2, 8), (10, 18)]
    assert marks("Épolice police", ["epol"]) == [(0, 7)]
    assert marks("", ["x"]) == []


def test_headers_are_passed_over() -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    found = (Found("person", "p", "P", ""), Found("event", "e", "E", "x"))
    model.show_findings(Findings("p", found, {"person": 1, "event": 300}, 300))
    assert model.rowCount() == 5
    assert model.next_row(-1, 1) == 1
    assert model.next_row(1, 1) == 3
    assert model.next_row(3, 1) == 4
    assert model.next_row(4, 1) == 4
    assert model.next_row(1, -1) == 1
    assert model.index(2).data() == "Events"
    assert model.index(4).data() == "Show all in Events (300 or more)"
    assert not model.flags(model.index(2)) & Qt.ItemFlag.ItemIsSelectable
    model.show_findings(Findings("zzz", (), {}, 300))
    assert model.index(0).data() == "Nothing has all these words."
    del tester


def test_enter_goes_to_the_first_result_in_its_list(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    box = view_of(sample_window).search
    box.focus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "amjad aldh")
    qtbot.waitUntil(box.popup.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert sample_window.navigator.current == sample_id("person", "amjad")
    assert view_of(sample_window).workspace.pane is not None
    assert view_of(sample_window).workspace.pane.kind == "person"
    assert view_of(sample_window).workspace.pane.view.current_id == sample_id("person", "amjad")
    assert not box.popup.isVisible()


def test_arrows_choose_and_escape_leaves(sample_window: MainWindow, qtbot: QtBot) -> None:
    box = view_of(sample_window).search
    box.focus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "police")
    qtbot.waitUntil(box.popup.isVisible)
    first = box.popup.view.currentIndex().row()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.popup.view.currentIndex().row() > first
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()
    assert box.text() == ""


def test_more_leads_to_the_list_with_the_words(sample_window: MainWindow, qtbot: QtBot) -> None:
    box = view_of(sample_window).search
    box.focus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "o")
    qtbot.waitUntil(box.popup.isVisible)
    model = box.popup.model
    rows = {str(model.index(row).data()): row for row in range(model.rowCount())}
    more = next(row for words, row in rows.items() if words.startswith("Show all in Events"))
    while box.popup.view.currentIndex().row() < more:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    pane = view_of(sample_window).workspace.pane
    assert pane is not None
    assert (pane.kind, pane.filter.text()) == ("event", "o")
    assert " of 17)" in pane.title()
    assert not box.popup.isVisible()


def test_a_highlight_is_shown_with_the_words_that_it_stands_on(
    finder: Finder, session: Session, qtbot: QtBot
) -> None:
    document, content = received(b"", "At night the gunmen came. قال أمجد لا", title="Report")
    under = passage_at(document, 13, 19)
    mark = Annotation(id=new_id(), target_id=under.id, motivation="highlighting")
    session.do(creation(document, under, mark, contents=(content,)))
    found = [f for f in answer(finder, qtbot, "gunm").found if f.kind == "annotation"]
    assert [(f.title, f.context) for f in found] == [("Highlight", "gunmen")]


def test_words_far_down_in_a_text_of_two_scripts_are_shown(
    finder: Finder, session: Session, qtbot: QtBot
) -> None:
    text = "مقدمة طويلة. " * 900 + "Near the river أمجد الدهامات said no."
    document, content = received(b"", text, title="Report")
    session.do(creation(document, contents=(content,)))
    for typed in ("river", "الدهام"):
        found = [f for f in answer(finder, qtbot, typed).found if f.id == document.id]
        assert marks(found[0].context, words(typed))


def test_whoever_types_fast_gets_the_answer_to_what_stands_there(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    box = view_of(sample_window).search
    answered = []
    box.finder.answered.connect(lambda findings: answered.append(findings.words))
    box.focus()
    qtbot.waitUntil(box.hasFocus)
    for typed in ("amjad", "police", "baghdad") * 6:
        box.clear()
        for letter in typed:
            qtbot.keyClicks(box, letter)
            box._ask()
    qtbot.waitUntil(lambda: answered[-1:] == ["baghdad"])
    assert len(answered) < 30
    qtbot.waitUntil(box.popup.isVisible)
    titles = [str(box.popup.model.index(row).data()) for row in range(4)]
    assert "Baghdad" in " ".join(titles)
