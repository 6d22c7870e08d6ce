"""The notes on a record in its details, and how a note reads in its own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.domain.annotations import annotated
from viewer.domain.records import Annotation, Evidence, Quote
from viewer.domain.sample import sample_id
from viewer.gui.annotations.note_dialog import NoteDialog
from viewer.gui.details.notes import NotesSection
from viewer.gui.details_pane import DetailsPane
from viewer.gui.session import Session

AMJAD = sample_id("person", "amjad")


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> DetailsPane:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.resize(360, 800)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def notes(pane: DetailsPane) -> NotesSection:
    QApplication.processEvents()
    assert pane.view is not None
    return pane.view.notes


def add(session: Session, target_id: str, body: str) -> Annotation:
    made, change_set = annotated(session.case, target_id, body=body, author="Sami")
    session.do(change_set)
    return made


def fill(work: Callable[[NoteDialog], None]) -> None:
    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        work(dialog)
        dialog.close()

    QTimer.singleShot(0, begin)


def test_a_note_is_added_to_any_record_and_shows_at_once(
    session: Session, pane: DetailsPane
) -> None:
    pane.show_record(AMJAD)

    def write(dialog: NoteDialog) -> None:
        assert dialog.words.text() == "Person: Amjad Aldhamat"
        dialog.body.setPlainText("**Ask** his brother")
        dialog.accept()

    add_note = notes(pane).add
    fill(write)
    add_note.click()
    (row,) = notes(pane).rows
    assert "Note · of interest. Ask his brother" in row.accessibleName()
    session.undo()
    assert notes(pane).rows == []


def test_a_note_is_begun_by_the_menu(session: Session, pane: DetailsPane) -> None:
    assert not pane.add_note.isEnabled()
    pane.show_record(AMJAD)
    notes(pane)
    fill(lambda dialog: dialog.body.clear())
    pane.add_note.trigger()
    assert notes(pane).rows == []
    made = add(session, AMJAD, "On him")
    pane.show_record(made.id)
    assert not pane.add_note.isEnabled()


def test_notes_on_the_words_of_a_record_are_listed_with_it(
    session: Session, pane: DetailsPane
) -> None:
    passage_id = session.case.where(Evidence, record_id=AMJAD)[0].passage_id
    own, on_words = add(session, AMJAD, "On him"), add(session, passage_id, "On words")
    pane.show_record(AMJAD)
    assert [row.note.id for row in notes(pane).rows if row.note] == [own.id, on_words.id]


def test_notes_on_the_words_of_a_quote_are_listed_with_it(
    session: Session, pane: DetailsPane
) -> None:
    quote = session.case.where(Quote, limit=1)[0]
    made = add(session, quote.passage_id, "On words")
    pane.show_record(quote.id)
    assert made.id in [row.note.id for row in notes(pane).rows if row.note]


def test_a_note_leads_to_itself(session: Session, pane: DetailsPane, qtbot: QtBot) -> None:
    made = add(session, AMJAD, "On him")
    pane.show_record(AMJAD)
    (row,) = notes(pane).rows
    assert row.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(pane.record_requested) as wish:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert wish.args == [made.id]
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert notes(pane).rows == []


def test_a_note_shows_how_it_reads(session: Session, pane: DetailsPane) -> None:
    made = add(session, AMJAD, "**Ask** [him](http://x.org)")
    pane.show_record(made.id)
    assert notes(pane).preview.toPlainText() == "Ask him (http://x.org)"
    assert not notes(pane).add.isVisible()


def test_an_edit_of_a_note_says_when_and_again_and_again(
    session: Session, pane: DetailsPane
) -> None:
    made = add(session, AMJAD, "Ask")
    pane.show_record(made.id)
    assert pane.view is not None
    row = pane.view.form.rows["body"]
    for words in ("Ask *him*", "Ask *her*"):
        row.editor.set_value(words)
        pane.save_pending()
    after = session.case.get(Annotation, made.id)
    assert (after.body, after.author, after.created) == ("Ask *her*", "Sami", made.created)
    assert after.modified
    assert notes(pane).preview.toPlainText() == "Ask her"
