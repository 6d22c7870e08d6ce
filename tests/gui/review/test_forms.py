"""Quotes, events and figures are corrected in the forms of marking by hand, filled beforehand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.domain.accepting.articles import ARREST, COUNT, NAMES, NIGHT
from tests.gui.marking.reading import answers
from tests.gui.marking.reading import press as press_focused
from tests.gui.review.reviewing import begin, labels, press, settle
from tests.gui.windows import view_of
from viewer.domain.dates import Date
from viewer.domain.records import Document, Event, Figure, Involvement, Quote
from viewer.domain.titles import title_of
from viewer.gui.main_window import MainWindow
from viewer.gui.marking.event_form import EventForm
from viewer.gui.marking.figure_form import FigureForm
from viewer.gui.marking.speaker_prompt import SpeakerPrompt
from viewer.gui.review.page import ReviewPage
from viewer.gui.review.state import review_of
from viewer.gui.session import Session

KEY = Qt.Key


@pytest.fixture
def session(sample_window: MainWindow) -> Session:
    return sample_window.session


@pytest.fixture
def page(sample_window: MainWindow, article: Document, qtbot: QtBot) -> ReviewPage:
    """A review of nothing but a quote, an event and a figure, with those whom they name."""
    found = tuple(sorted((*NAMES, NIGHT, ARREST, COUNT), key=lambda each: each.start))
    review_of(sample_window.session).finder = lambda *_: found
    page = begin(sample_window, article, qtbot)
    for kind in ("person", "place", "organisation"):
        page.kinds.switches[kind].click()
    page.view.setFocus()
    return page


def form_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    found = [form for form in window.findChildren(kind) if form.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_rows_are_an_event_a_quote_and_a_figure(page: ReviewPage) -> None:
    assert labels(page) == [
        "Arrest of Salma Rahim",
        "“They took her at night,”",
        "at least 44 arrests or detentions of students",
    ]


def test_an_event_is_corrected_in_its_form(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    events = set(session.case.all(Event))
    press(page, qtbot, KEY.Key_E)
    form = form_of(sample_window, EventForm)
    assert isinstance(form, EventForm)
    rows = form.rows
    assert rows["title"].editor.value() == "Arrest of Salma Rahim"
    assert rows["type"].editor.value() == "arrest"
    assert rows["date"].editor.value() == Date(written="3 May 2020", edtf="2020-05-03")
    assert [line.role.value() for line in form.parts.lines] == ["victim"]
    assert form.parts.lines[0].person.line.text() == "Salma Rahim"
    rows["title"].editor.set_value("Salma Rahim is taken away")
    form.confirm.click()
    settle(page, qtbot)
    (event,) = set(session.case.all(Event)) - events
    assert event.title == "Salma Rahim is taken away"
    assert title_of(session.case, event.place_id) == "Basra"
    (part,) = session.case.where(Involvement, event_id=event.id)
    assert (title_of(session.case, part.person_id), part.role) == ("Salma Rahim", "victim")
    assert "Arrest of Salma Rahim" not in labels(page)
    assert sample_window.focusWidget() is page.view
    assert session.undo()
    settle(page, qtbot)
    assert set(session.case.all(Event)) == events
    assert "Arrest of Salma Rahim" in labels(page)


def test_a_figure_is_corrected_in_its_form(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    figures = set(session.case.all(Figure))
    press(page, qtbot, KEY.Key_End, KEY.Key_E)
    form = form_of(sample_window, FigureForm)
    assert isinstance(form, FigureForm)
    assert form.rows["number"].editor.value() == 44
    assert form.rows["counted"].editor.value() == "students"
    form.rows["number"].editor.set_value(45)
    form.confirm.click()
    settle(page, qtbot)
    (figure,) = set(session.case.all(Figure)) - figures
    assert (figure.number, figure.qualifier, figure.act) == (45, "at_least", "arrest")
    assert title_of(session.case, figure.claimant_id) == "The Centre"
    assert len(labels(page)) == 2


def test_the_speaker_of_a_quote_is_corrected_in_its_question(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    quotes = set(session.case.all(Quote))
    press(page, qtbot, KEY.Key_J, KEY.Key_E)
    prompt = view_of(sample_window).reader.tools.marker.prompt
    assert isinstance(prompt, SpeakerPrompt)
    assert prompt.line.text() == "Karim Rahim"
    assert answers(prompt)[0] == "New person “Karim Rahim”"
    assert prompt.form == "direct"
    prompt.line.setText("a neighbour")
    assert answers(prompt)[1] == "Role only: “a neighbour”"
    press_focused(qtbot, KEY.Key_Down, KEY.Key_Enter)
    settle(page, qtbot)
    (quote,) = set(session.case.all(Quote)) - quotes
    assert title_of(session.case, quote.speaker_id) == "a neighbour"
    assert quote.attribution == "role_only"
    assert len(labels(page)) == 2


def test_a_form_that_is_left_changes_nothing(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    before = session.undo_label
    press(page, qtbot, KEY.Key_E)
    form_of(sample_window, EventForm).reject()
    assert session.undo_label == before
    assert len(labels(page)) == 3
    assert sample_window.focusWidget() is page.view
