"""A reference is chosen from what is offered while typing, by keys as by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from viewer.domain.records import Event, Name, Place, Quote
from viewer.domain.sample import sample_id
from viewer.gui.creation.quote import QuoteDialog
from viewer.gui.details.form import RecordForm
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.session import Session

KILLING = sample_id("event", "killing")


@pytest.fixture
def editor(session: Session, qtbot: QtBot) -> ReferenceEditor:
    editor = ReferenceEditor(session, ("event", "document"), optional=True)
    qtbot.addWidget(editor)
    editor.show()
    editor.line.setFocus()
    qtbot.waitUntil(editor.line.hasFocus)
    return editor


def offered(editor: ReferenceEditor, qtbot: QtBot, typed: str) -> QAbstractItemView:
    qtbot.keyClicks(editor.line, typed)
    completer = editor.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    return popup


def test_keys_choose_among_records_of_several_kinds(editor: ReferenceEditor, qtbot: QtBot) -> None:
    popup = offered(editor, qtbot, "killing of amj")
    assert popup.model().index(0, 0).data() == "Killing of Amjad Aldhamat — Event"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (editor.line.text(), editor.value()) == ("Killing of Amjad Aldhamat", KILLING)


def test_the_mouse_chooses_among_records_of_several_kinds(
    editor: ReferenceEditor, qtbot: QtBot
) -> None:
    popup = offered(editor, qtbot, "killing of amj")
    place = popup.visualRect(popup.model().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (editor.line.text(), editor.value()) == ("Killing of Amjad Aldhamat", KILLING)


@pytest.fixture
def chooser(session: Session, qtbot: QtBot) -> Callable[[str], ReferenceEditor]:
    def shown(kind: str) -> ReferenceEditor:
        editor = ReferenceEditor(session, (kind,), optional=True)
        qtbot.addWidget(editor)
        editor.show()
        editor.line.setFocus()
        qtbot.waitUntil(editor.line.hasFocus)
        return editor

    return shown


def choose_last(editor: ReferenceEditor, qtbot: QtBot, typed: str) -> str:
    """Type, take the last line that is offered, and return it."""
    popup = offered(editor, qtbot, typed)
    last = popup.model().index(popup.model().rowCount() - 1, 0)
    words = str(last.data())
    popup.setCurrentIndex(last)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    return words


@pytest.mark.parametrize("kind", ["person", "place"])
def test_what_is_not_in_the_case_is_offered_as_new(
    session: Session, chooser: Callable[[str], ReferenceEditor], qtbot: QtBot, kind: str
) -> None:
    editor = chooser(kind)
    before = session.case.total(kind)
    assert choose_last(editor, qtbot, "Amjad") == f"New {kind} “Amjad”"
    assert editor.new is not None
    assert editor.value() == editor.new.id
    assert session.case.total(kind) == before
    session.do(editor.additions())
    assert session.case.total(kind) == before + 1
    assert editor.additions().is_empty


def test_what_was_to_be_new_is_forgotten_when_something_else_is_typed(
    chooser: Callable[[str], ReferenceEditor], qtbot: QtBot
) -> None:
    editor = chooser("place")
    choose_last(editor, qtbot, "Najaf")
    editor.line.setText("Basra")
    assert editor.new is None
    assert editor.additions().is_empty
    assert editor.value() == sample_id("place", "basra")


@pytest.mark.parametrize("typed", ["basra", "Basra", "bas"])
def test_the_first_key_down_leads_to_the_first_line(
    chooser: Callable[[str], ReferenceEditor], qtbot: QtBot, typed: str
) -> None:
    editor = chooser("place")
    popup = offered(editor, qtbot, typed)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert editor.line.text() == "Basra"
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (editor.value(), editor.new) == (sample_id("place", "basra"), None)


def test_other_kinds_are_not_made_in_passing(
    chooser: Callable[[str], ReferenceEditor], qtbot: QtBot
) -> None:
    popup = offered(chooser("event"), qtbot, "killing")
    lines = [str(popup.model().index(n, 0).data()) for n in range(popup.model().rowCount())]
    assert not any(line.startswith("New ") for line in lines)


def test_persons_are_told_apart_by_what_they_do(
    chooser: Callable[[str], ReferenceEditor], qtbot: QtBot
) -> None:
    popup = offered(chooser("person"), qtbot, "amjad")
    assert popup.model().index(0, 0).data() == "Amjad Aldhamat — Civil rights activist"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)


def test_a_field_of_the_details_takes_a_new_place_in_one_step(
    session: Session, qtbot: QtBot
) -> None:
    event = session.case.get(Event, KILLING)
    form = RecordForm(session, event, {})
    qtbot.addWidget(form)
    form.show()
    editor = form.rows["place_id"].editor
    editor.line.setFocus()
    qtbot.waitUntil(editor.line.hasFocus)
    editor.line.clear()
    choose_last(editor, qtbot, "Najaf")
    changed = session.case.get(Event, KILLING)
    assert session.case.get(Place, changed.place_id or "").name == "Najaf"
    session.undo()
    assert session.case.get(Event, KILLING) == event
    assert session.case.where(Place, name="Najaf") == []


def test_a_form_creates_a_new_speaker_with_the_quote(session: Session, qtbot: QtBot) -> None:
    dialog = QuoteDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.rows["attribution"].editor.value() == "unattributed"
    text = dialog.words.text
    text.setTextCursor(text.document().find("independent rights"))
    speaker = dialog.rows["speaker_id"].editor
    speaker.line.setFocus()
    choose_last(speaker, qtbot, "Huda Nasser")
    dialog.accept()
    quote = session.case.get(Quote, dialog.record_id)
    (name,) = session.case.where(Name, person_id=quote.speaker_id)
    assert (name.text, quote.attribution) == ("Huda Nasser", "by_name")
    session.undo()
    assert session.case.find(name.id) is None
