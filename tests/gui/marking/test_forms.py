"""The forms for an event and for a figure are filled in from the words and write one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import (
    TEXT,
    add_document,
    everything,
    evidence_of,
    focused,
    press,
    select,
)
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Figure, Involvement, Name, Person, Place
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.marking.event_form import EventForm
from viewer.gui.marking.figure_form import FigureForm
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

KEY = Qt.Key
BROTHER = "Amal Hasan's brother saw at least 44 arrests in Basra in May 2020"


@pytest.fixture
def ask(session: Session, pane: ReaderPane, qtbot: QtBot) -> Callable[[KEY, str], object]:
    """Selects words, presses a key, and returns the form that opens."""
    pane.show_document(add_document(session, TEXT).id)

    def asked(key: KEY, words: str) -> object:
        select(pane, words)
        press(qtbot, key)
        kind = EventForm if key == KEY.Key_E else FigureForm
        form = pane.findChildren(kind)[-1]
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return asked


def popup_of(editor: ReferenceEditor) -> QAbstractItemView:
    completer = editor.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def choose_new(editor: ReferenceEditor, qtbot: QtBot, typed: str) -> None:
    """Type and take the last line that is offered."""
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, typed)
    popup = popup_of(editor)
    qtbot.waitUntil(popup.isVisible)
    last = popup.model().index(popup.model().rowCount() - 1, 0)
    assert str(last.data()).startswith("New ")
    popup.setCurrentIndex(last)
    qtbot.keyClick(popup, KEY.Key_Return)


def test_an_event_is_made_with_whom_and_what_it_needs(
    session: Session, pane: ReaderPane, qtbot: QtBot, ask: Callable[[KEY, str], EventForm]
) -> None:
    before = everything(session)
    form = ask(KEY.Key_E, BROTHER)
    assert form.rows["title"].editor.value().startswith("Amal Hasan's brother saw")
    assert form.rows["type"].editor.value() == "arrest"
    form.rows["title"].editor.set_value("Arrests in Basra")
    choose_new(form.rows["place_id"].editor, qtbot, "Basra")
    choose_new(form.parts.lines[0].person, qtbot, "Amal Hasan")
    form.parts.lines[0].role.set_value("witness")
    form.parts.add.click()
    form.accept()

    (event,) = session.case.all(Event)
    (part,) = session.case.all(Involvement)
    (name,) = session.case.all(Name)
    place = session.case.get(Place, event.place_id or "")
    assert (event.title, place.name, name.text) == ("Arrests in Basra", "Basra", "Amal Hasan")
    assert (part.person_id, part.role) == (name.person_id, "witness")
    assert (event.date.written, event.date.edtf) == ("May 2020", "2020-05")
    said = evidence_of(session, event.id)
    assert (said["place_id"][0], said["date"][0]) == ("Basra", "May 2020")
    assert evidence_of(session, part.id) == {"": (BROTHER, "supports")}
    assert evidence_of(session, name.id) == {"text": ("Amal Hasan", "supports")}
    assert pane.tools.selection.is_empty
    session.undo()
    assert everything(session) == before


def test_a_place_that_is_marked_in_the_words_is_taken(
    session: Session, pane: ReaderPane, qtbot: QtBot, ask: Callable[[KEY, str], EventForm]
) -> None:
    session.do(creation(Place(id=new_id(), name="Basra")))
    select(pane, "Basra")
    press(qtbot, KEY.Key_L)
    form = ask(KEY.Key_E, "arrests in Basra")
    (place,) = session.case.all(Place)
    assert form.rows["place_id"].editor.value() == place.id
    form.reject()


def test_a_name_that_was_not_chosen_is_no_part(
    session: Session, qtbot: QtBot, ask: Callable[[KEY, str], EventForm]
) -> None:
    before = everything(session)
    form = ask(KEY.Key_E, "arrests in Basra")
    form.parts.lines[0].person.line.setText("Somebody")
    form.accept()
    assert form.isVisible()
    assert "“Somebody” is no person of this case" in form.problem.text()
    assert everything(session) == before
    form.reject()


def test_a_line_too_many_is_removed(
    session: Session, qtbot: QtBot, ask: Callable[[KEY, str], EventForm]
) -> None:
    form = ask(KEY.Key_E, "arrests in Basra")
    form.parts.add.click()
    assert [line.role.value() for line in form.parts.lines] == ["victim", "participant"]
    form.parts.lines[0].remove.click()
    assert [line.role.value() for line in form.parts.lines] == ["participant"]
    form.reject()


def test_the_keyboard_goes_through_the_lines_in_their_order(
    session: Session, qtbot: QtBot, ask: Callable[[KEY, str], EventForm]
) -> None:
    form = ask(KEY.Key_E, "arrests in Basra")
    form.parts.add.click()
    one, two = form.parts.lines
    qtbot.waitUntil(two.person.line.hasFocus)
    qtbot.waitUntil(two.isVisible)
    one.person.line.setFocus()
    for expected in (one.role.combo, one.remove, two.person.line, two.role.combo, two.remove):
        press(qtbot, KEY.Key_Tab)
        assert focused() is expected
    press(qtbot, KEY.Key_Tab)
    assert focused() is form.parts.add
    form.reject()


def test_leaving_a_form_keeps_the_words(
    session: Session, pane: ReaderPane, qtbot: QtBot, ask: Callable[[KEY, str], EventForm]
) -> None:
    before = everything(session)
    form = ask(KEY.Key_E, "arrests in Basra")
    assert not pane.tools.bar.isVisible()
    qtbot.keyClick(form, KEY.Key_Escape)
    assert everything(session) == before
    assert pane.tools.selection.words == "arrests in Basra"
    assert pane.tools.bar.isVisible()


def test_a_figure_is_read_from_the_words(
    session: Session, qtbot: QtBot, ask: Callable[[KEY, str], FigureForm]
) -> None:
    before = everything(session)
    form = ask(KEY.Key_F, "at least 44 arrests")
    choose_new(form.rows["claimant_id"].editor, qtbot, "The Centre")
    form.accept()
    (figure,) = session.case.all(Figure)
    assert (figure.qualifier, figure.number, figure.act) == ("at_least", 44, "arrest")
    assert session.case.get(Person, figure.claimant_id or "").naming == "named"
    assert evidence_of(session, figure.id)["number"] == ("44", "supports")
    session.undo()
    assert everything(session) == before


def test_a_number_that_is_not_said_is_asked_for(
    session: Session, ask: Callable[[KEY, str], FigureForm]
) -> None:
    form = ask(KEY.Key_F, "arrests in Basra")
    form.accept()
    assert form.isVisible()
    assert form.rows["number"].problem.isVisible()
    assert list(session.case.all(Figure)) == []
    form.reject()
