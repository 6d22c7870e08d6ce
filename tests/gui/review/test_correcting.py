"""Correcting a suggestion before it is written, in what marking by hand opens."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import answers, focused
from tests.gui.marking.reading import press as press_focused
from tests.gui.review.reviewing import current, labels, press, settle
from tests.gui.windows import view_of
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Evidence, Name, Person
from viewer.gui.main_window import MainWindow
from viewer.gui.marking.prompt import Prompt
from viewer.gui.review.page import ReviewPage
from viewer.gui.session import Session

KEY = Qt.Key


@pytest.fixture
def session(sample_window: MainWindow) -> Session:
    return sample_window.session


def prompt_of(window: MainWindow) -> Prompt:
    prompt = view_of(window).reader.tools.marker.prompt
    assert prompt is not None
    assert prompt.isVisible()
    return prompt


def test_a_name_is_corrected_and_keeps_all_its_mentions(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    press(page, qtbot, KEY.Key_E)
    prompt = prompt_of(sample_window)
    assert prompt.line.text() == "Salma Rahim"
    prompt.line.setText("Salma Raheem")
    assert answers(prompt)[0] == "New person “Salma Raheem”"
    press_focused(qtbot, KEY.Key_Enter)
    settle(page, qtbot)
    person = session.case.where(Name, text="Salma Raheem", type="main")[0].person_id
    mentions = session.case.where(Evidence, record_id=person, field="")
    assert len(mentions) == 3
    assert "Salma Rahim" not in labels(page)
    assert focused() is page.view
    assert current(page) == "Basra"
    assert session.undo()
    settle(page, qtbot)
    assert "Salma Rahim" in labels(page)


def test_a_suggested_person_can_be_linked_to_one_of_the_case(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    known = Person(id=new_id())
    session.do(creation(known, Name(id=new_id(), person_id=known.id, text="Umm Karim")))
    settle(page, qtbot)
    press(page, qtbot, KEY.Key_E)
    prompt_of(sample_window).line.setText("Umm Karim")
    press_focused(qtbot, KEY.Key_Enter)
    settle(page, qtbot)
    assert len(session.case.where(Evidence, record_id=known.id, field="")) == 3
    assert [n.text for n in session.case.where(Name, person_id=known.id, type="main")] == [
        "Umm Karim"
    ]


def test_escape_leaves_the_suggestion_open_and_gives_the_keyboard_back(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    before = session.undo_label
    press(page, qtbot, KEY.Key_E)
    press_focused(qtbot, KEY.Key_Escape)
    assert focused() is page.view
    assert current(page) == "Salma Rahim"
    assert session.undo_label == before
    assert not view_of(sample_window).reader.view.textCursor().hasSelection()
    assert not view_of(sample_window).reader.tools.bar.isVisible()


def test_whom_the_case_knows_twice_is_asked_about(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    for _ in range(2):
        person = Person(id=new_id())
        session.do(creation(person, Name(id=new_id(), person_id=person.id, text="Karim Rahim")))
    settle(page, qtbot)
    press(page, qtbot, KEY.Key_J, KEY.Key_J, KEY.Key_A)
    offered = answers(prompt_of(sample_window))
    assert [each.split(",")[0] for each in offered[:2]] == ["Karim Rahim", "Karim Rahim"]
    press_focused(qtbot, KEY.Key_Enter)
    settle(page, qtbot)
    assert "Karim Rahim" not in labels(page)
    assert len(session.case.where(Name, text="Karim Rahim")) == 2
