"""What is typed saves itself: without being left, without moving anything, and truly said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation, edit
from viewer.domain.dates import Date
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Evidence, Name, Passage, Person
from viewer.domain.sample import sample_id
from viewer.errors import WriteFailed
from viewer.gui.annotations.note_dialog import NoteDialog
from viewer.gui.details_pane import DetailsPane
from viewer.gui.main_window import MainWindow
from viewer.gui.status import Status
from viewer.store import CaseFile

KILLING = sample_id("event", "killing")
AMJAD = sample_id("person", "amjad")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def details(sample_window: MainWindow, qtbot: QtBot) -> DetailsPane:
    sample_window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sample_window)
    details = view_of(sample_window).details
    details.show_record(KILLING)
    return details


def field(details: DetailsPane, name: str):
    return details.view.form.rows[name].editor


def type_over(qtbot: QtBot, line, words: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)


def saved(window: MainWindow, words: str) -> bool:
    return window.status.text().endswith(words)


def title(window: MainWindow) -> str:
    return window.session.case.get(Event, KILLING).title


def test_a_field_saves_itself_while_it_keeps_keyboard_and_cursor(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    line = field(details, "title").line
    type_over(qtbot, line, "A kiling ")
    line.setCursorPosition(5)
    qtbot.keyClicks(line, "l")
    assert saved(sample_window, "Saving…")
    assert title(sample_window) != "A killing "

    qtbot.waitUntil(lambda: title(sample_window) == "A killing ", timeout=3000)
    QApplication.processEvents()

    assert saved(sample_window, "All changes saved")
    assert line.hasFocus()
    assert (line.text(), line.cursorPosition()) == ("A killing ", 6)
    assert sample_window.session.undo_label == "Edit event: Title"


def test_several_lines_save_themselves_too(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    area = field(details, "description").area
    type_over(qtbot, area, "First line")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "second")
    case = sample_window.session.case
    qtbot.waitUntil(lambda: case.get(Event, KILLING).description == "First line\nsecond")
    QApplication.processEvents()
    assert area.hasFocus()
    assert area.textCursor().atEnd()


def test_who_never_rests_is_saved_too(
    sample_window: MainWindow,
    details: DetailsPane,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viewer.gui.details.autosave.LONGEST", 300)
    line = field(details, "title").line
    type_over(qtbot, line, "")
    for _ in range(30):
        qtbot.keyClick(line, "x")
        qtbot.wait(20)
    assert title(sample_window).startswith("xxx")


def test_a_text_that_is_no_value_is_named_and_not_scolded_while_it_is_typed(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    before = sample_window.session.case.get(Event, KILLING).date
    date = field(details, "date")
    type_over(qtbot, date.edtf, "Octobre")
    qtbot.waitUntil(lambda: "Not saved as it stands: Date of “" in sample_window.status.text())
    assert details.view.form.rows["date"].problem.isHidden()
    assert sample_window.session.case.get(Event, KILLING).date == before

    details.show_record(AMJAD)
    assert "Not saved as it stands: Date of “" in sample_window.status.text()
    details.show_record(KILLING)
    assert field(details, "date").edtf.text() == "Octobre"
    type_over(qtbot, field(details, "date").edtf, "2019-10")
    qtbot.waitUntil(lambda: saved(sample_window, "All changes saved"))
    assert sample_window.session.case.get(Event, KILLING).date.edtf == "2019-10"


def test_a_draft_that_is_overwritten_is_waited_for_no_more(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    session = sample_window.session
    event = session.case.get(Event, KILLING)
    session.do(edit(event, date=Date(edtf="2018")))
    QApplication.processEvents()
    type_over(qtbot, field(details, "date").edtf, "Octobre")
    qtbot.waitUntil(lambda: "Not saved as it stands: Date of “" in sample_window.status.text())
    session.undo()
    qtbot.waitUntil(lambda: saved(sample_window, "All changes saved"))
    details.show_record(AMJAD)
    details.show_record(KILLING)
    assert field(details, "date").edtf.text() == event.date.edtf


def test_a_change_elsewhere_does_not_hold_up_what_is_typed(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    session = sample_window.session
    type_over(qtbot, field(details, "title").line, "Typed")
    session.do(edit(session.case.get(Person, AMJAD), about="More."))
    QApplication.processEvents()
    assert saved(sample_window, "Saving…")
    qtbot.waitUntil(lambda: title(sample_window) == "Typed")
    assert saved(sample_window, "All changes saved")


def test_a_record_that_is_still_looked_for_is_not_taken(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    place_id = sample_window.session.case.get(Event, KILLING).place_id
    line = field(details, "place_id").line
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "Not saved as it stands: Place of “" in sample_window.status.text())
    assert sample_window.session.case.get(Event, KILLING).place_id == place_id


def test_undo_in_a_field_is_the_undo_of_the_case(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    first = title(sample_window)
    line = field(details, "title").line
    type_over(qtbot, line, "One")
    qtbot.waitUntil(lambda: title(sample_window) == "One")
    qtbot.keyClicks(line, " two")
    undo, redo = CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier

    qtbot.keyClick(line, Qt.Key.Key_Z, undo)
    qtbot.waitUntil(lambda: line.text() == "One")
    assert title(sample_window) == "One"
    qtbot.keyClick(line, Qt.Key.Key_Z, undo)
    qtbot.waitUntil(lambda: line.text() == first)
    qtbot.keyClick(line, Qt.Key.Key_Z, redo)
    qtbot.keyClick(line, Qt.Key.Key_Z, redo)
    qtbot.waitUntil(lambda: line.text() == "One two")
    assert title(sample_window) == "One two"
    assert line.hasFocus()


def test_undo_from_the_menu_begins_with_what_is_being_typed(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    session = sample_window.session
    session.do(edit(session.case.get(Person, AMJAD), about="Kept."))
    first = title(sample_window)
    type_over(qtbot, field(details, "title").line, "Typed")
    sample_window.actions_.undo.trigger()
    assert title(sample_window) == first
    assert session.case.get(Person, AMJAD).about == "Kept."
    sample_window.actions_.redo.trigger()
    assert title(sample_window) == "Typed"


def test_a_text_that_is_no_value_is_taken_back_by_its_field(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    session = sample_window.session
    session.do(edit(session.case.get(Person, AMJAD), about="Kept."))
    edtf = field(details, "date").edtf
    before = edtf.text()
    edtf.setFocus()
    edtf.end(False)
    qtbot.keyClicks(edtf, "!!")
    qtbot.keyClick(edtf, Qt.Key.Key_Z, CTRL)
    assert edtf.text() == before
    assert session.case.get(Person, AMJAD).about == "Kept."


def test_a_failed_write_is_said_and_nothing_typed_is_lost(
    sample_window: MainWindow,
    details: DetailsPane,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(self: CaseFile, *_: object) -> None:
        raise WriteFailed(self.path, "“{name}” could not be written.")

    with monkeypatch.context() as broken:
        broken.setattr(CaseFile, "apply", full)
        type_over(qtbot, field(details, "title").line, "Typed")
        qtbot.waitUntil(
            lambda: "Could not be saved: Title of “" in sample_window.status.text(), timeout=3000
        )
        details.show_record(AMJAD)
    details.show_record(KILLING)
    assert field(details, "title").line.text() == "Typed"
    details.save_pending()
    assert title(sample_window) == "Typed"
    assert saved(sample_window, "All changes saved")


def test_a_field_that_goes_away_with_its_record_is_waited_for_no_more(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    session = sample_window.session
    type_over(qtbot, field(details, "title").line, "Typed")
    session.do(session.case.removal_of(KILLING))
    assert saved(sample_window, "All changes saved")
    with qtbot.assertNotEmitted(session.failed, wait=1000):
        pass


def test_a_name_saves_itself_and_is_never_saved_empty(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    details.show_record(AMJAD)
    case = sample_window.session.case
    main = case.where(Name, person_id=AMJAD, type="main")[0]
    line = details.view.names._rows[main.id].text.line
    type_over(qtbot, line, "")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "Not saved as it stands: Name of “" in sample_window.status.text())
    assert line.text() == ""
    assert case.get(Name, main.id) == main
    qtbot.keyClicks(line, "Amjad")
    qtbot.waitUntil(lambda: case.get(Name, main.id).text == "Amjad")
    assert line.hasFocus()
    assert saved(sample_window, "All changes saved")


def test_a_tag_being_typed_is_named(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    details.view.tags.begin()
    qtbot.keyClicks(details.view.tags.line, "tor")
    assert "Not saved as it stands: Tag of “" in sample_window.status.text()
    qtbot.keyClick(details.view.tags.line, Qt.Key.Key_Escape)
    qtbot.keyClick(details.view.tags.line, Qt.Key.Key_Escape)
    assert saved(sample_window, "All changes saved")


def test_words_are_held_against_a_value_only_when_it_is_whole(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot
) -> None:
    session = sample_window.session
    passage = next(session.case.all(Passage))
    evidence = Evidence(
        id=new_id(),
        record_id=KILLING,
        field="date",
        passage_id=passage.id,
        stance="contradicts",
        value="2018",
    )
    session.do(creation(evidence))

    def written() -> str:
        return session.case.get(Event, KILLING).date.edtf

    date = field(details, "date")
    type_over(qtbot, date.edtf, "2018")
    qtbot.waitUntil(lambda: written() == "2018")
    qtbot.keyClicks(date.edtf, "-05")
    qtbot.waitUntil(lambda: written() == "2018-05")
    field(details, "title").line.setFocus()
    assert session.case.get(Evidence, evidence.id) == evidence

    date.written.setFocus()
    date.written.clear()
    type_over(qtbot, date.edtf, "2018")
    qtbot.waitUntil(lambda: written() == "2018")
    assert session.case.get(Evidence, evidence.id) == evidence
    field(details, "title").line.setFocus()
    assert session.case.get(Evidence, evidence.id).stance == "supports"


def test_a_note_being_written_is_named_until_it_is_saved(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    dialog = NoteDialog(sample_window.session, (AMJAD, 0, 0), AMJAD)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.body, "Ask his brother.")
    assert "Not saved as it stands: Note of “Amjad" in sample_window.status.text()
    dialog.accept()
    assert saved(sample_window, "All changes saved")


def test_closing_forgets_what_was_not_saved(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot, tmp_path: Path
) -> None:
    type_over(qtbot, field(details, "date").edtf, "Octobre")
    type_over(qtbot, field(details, "title").line, "Typed at the end")
    path = sample_window.session.path
    sample_window.session.close()
    assert sample_window.status.text() == ""
    with CaseFile.open(path, read_only=True) as case_file:
        assert case_file.get(Event, KILLING).title == "Typed at the end"
    sample_window.session.open(path)
    assert saved(sample_window, "All changes saved")


def close_without(box: QWidget) -> None:
    assert isinstance(box, QMessageBox)
    assert box.defaultButton().text() == "Cancel"
    next(button for button in box.buttons() if button.text() == "Close without it").click()


@pytest.mark.parametrize("way", ["close_case", "quit"])
def test_closing_asks_before_something_typed_is_lost(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot, way: str
) -> None:
    type_over(qtbot, field(details, "date").edtf, "Octobre")
    getattr(sample_window.actions_, way).trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Date of “Killing of Amjad Aldhamat”" in box.text()
    assert sample_window.session.is_open
    box.reject()
    assert field(details, "date").edtf.text() == "Octobre"
    getattr(sample_window.actions_, way).trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    close_without(QApplication.activeModalWidget())
    qtbot.waitUntil(lambda: not sample_window.session.is_open)
    assert sample_window.isVisible() == (way == "close_case")


def test_another_case_is_not_opened_before_that_was_asked(
    sample_window: MainWindow, details: DetailsPane, qtbot: QtBot, tmp_path: Path
) -> None:
    type_over(qtbot, field(details, "date").edtf, "Octobre")
    assert not sample_window.files.create(tmp_path / "other.casefile", "Other")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    assert field(details, "date").edtf.text() == "Octobre"
    close_without(QApplication.activeModalWidget())
    qtbot.waitUntil(lambda: sample_window.session.path.name == "other.casefile")


def test_the_line_says_when_nothing_can_be_changed(sample_window: MainWindow) -> None:
    assert isinstance(sample_window.status, Status)
    path = sample_window.session.path
    sample_window.session.open(path, read_only=True)
    assert "Read-only" in sample_window.status.text()
