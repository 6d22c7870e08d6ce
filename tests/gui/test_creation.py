from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Annotation,
    Audience,
    Decision,
    Distinction,
    Document,
    Name,
    Passage,
    Person,
    Quote,
    Record,
    Rejection,
    SavedFilter,
)
from viewer.domain.sample import sample_id
from viewer.gui.create_menu import create_actions, dialog_for
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.creation.document import DocumentDialog
from viewer.gui.deletion import delete_record
from viewer.gui.session import Session

AMJAD = sample_id("person", "amjad")
MOHAMMED = sample_id("person", "mohammed")
KILLING = sample_id("event", "killing")


@pytest.fixture
def form(session: Session, qtbot: QtBot) -> Callable[[str], RecordDialog]:
    def shown(kind: str) -> RecordDialog:
        dialog = dialog_for(session, kind)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return shown


def everything(session: Session) -> dict[str, Record]:
    return {r.id: r for kind in KINDS.values() for r in session.case.all(kind)}


FILLED: dict[str, dict[str, Any]] = {
    "event": {"title": "A raid", "type": "arrest"},
    "place": {"name": "Basra"},
    "figure": {"number": 12, "act": "arrest"},
    "relationship": {"person_id": AMJAD, "other_id": MOHAMMED},
    "involvement": {"person_id": AMJAD, "event_id": KILLING},
    "event_link": {"event_id": KILLING, "other_id": None},
    "annotation": {"target_id": AMJAD, "body": "Ask again"},
    "tag": {"label": "urgent"},
}


@pytest.mark.parametrize("kind", FILLED)
def test_a_new_record_holds_what_was_typed_and_undo_takes_it_away(
    session: Session, form: Callable[[str], RecordDialog], kind: str
) -> None:
    before = everything(session)
    events = sorted(id for id, r in before.items() if r.kind == "event" and id != KILLING)
    values = {n: events[0] if v is None else v for n, v in FILLED[kind].items()}
    dialog = form(kind)
    for name, value in values.items():
        dialog.rows[name].editor.set_value(value)

    dialog.accept()

    made = session.case.find(dialog.record_id)
    assert made is not None
    assert {name: getattr(made, name) for name in values} == values
    session.undo()
    assert everything(session) == before


def test_a_new_person_has_the_main_name(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    before = everything(session)
    dialog = form("person")
    dialog.name.editor.set_value("أمل حسن")
    dialog.accept()
    (name,) = session.case.where(Name, person_id=dialog.record_id)
    assert (name.text, name.type) == ("أمل حسن", "main")
    session.undo()
    assert everything(session) == before


def test_a_person_without_name_needs_a_description(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    before = everything(session)
    dialog = form("person")
    dialog.accept()
    assert "Give the main name" in dialog.problem.text()
    assert dialog.isVisible()
    assert everything(session) == before


def test_pasted_text_becomes_a_document(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    dialog = form("document")
    dialog.rows["title"].editor.set_value("Testimony")
    dialog.text.setPlainText("She said:\n“Nobody 😀 asked.”")
    dialog.accept()
    document = session.case.get(Document, dialog.record_id)
    assert document.text == "She said:\n“Nobody 😀 asked.”"
    assert session.case.content(document.sha256).decode() == document.text


def test_the_headline_of_a_pasted_text_is_its_title(session: Session, qtbot: QtBot) -> None:
    dialog = DocumentDialog(session, pasted="A house searched\n\nNobody was told why.")
    qtbot.addWidget(dialog)
    dialog.accept()
    document = session.case.get(Document, dialog.record_id)
    assert document.title == "A house searched"


def test_a_quote_is_made_of_selected_words(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    before = everything(session)
    dialog = form("quote")
    text = dialog.words.text
    cursor = text.document().find("independent rights")
    text.setTextCursor(cursor)
    dialog.rows["speaker_id"].editor.set_value(AMJAD)
    dialog.accept()
    quote = session.case.get(Quote, dialog.record_id)
    assert session.case.get(Passage, quote.passage_id).exact == "independent rights"
    assert quote.speaker_id == AMJAD
    session.undo()
    assert everything(session) == before


def test_selected_words_are_those_after_an_emoji_too(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    document = form("document")
    document.rows["title"].editor.set_value("Faces")
    document.text.setPlainText("😀😀 one two one")
    document.accept()
    dialog = form("quote")
    dialog.words.document.set_value(document.record_id)
    dialog.words.document.finished.emit()
    text = dialog.words.text
    text.setTextCursor(text.document().find("one", 9))
    dialog.accept()
    passage = session.case.get(Passage, session.case.get(Quote, dialog.record_id).passage_id)
    assert (passage.start, passage.exact) == (11, "one")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("never written there", "do not stand in the document"), ("the", "times in the document")],
)
def test_words_of_a_quote_must_stand_in_the_document_once(
    session: Session, form: Callable[[str], RecordDialog], typed: str, said: str
) -> None:
    before = everything(session)
    dialog = form("quote")
    dialog.words.words.setPlainText(typed)
    dialog.accept()
    assert said in dialog.problem.text()
    assert everything(session) == before


def test_a_tie_of_a_record_to_itself_is_refused(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    dialog = form("relationship")
    for name in ("person_id", "other_id"):
        dialog.rows[name].editor.set_value(AMJAD)
    dialog.accept()
    assert "two different records" in dialog.problem.text()


def test_a_reference_is_found_by_a_few_letters(
    session: Session, form: Callable[[str], RecordDialog], qtbot: QtBot
) -> None:
    dialog = form("involvement")
    editor = dialog.rows["person_id"].editor
    qtbot.keyClicks(editor.line, "aldha")
    popup = editor.line.completer().popup()
    offered = [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())]
    assert offered == [
        "Amjad Aldhamat — Civil rights activist",
        "Mohammed Aldhamat",
        "New person “aldha”",
    ]
    editor.line.completer().activated["QModelIndex"].emit(popup.model().index(0, 0))
    popup.hide()
    assert editor.value() in (AMJAD, MOHAMMED)


def test_what_was_wrong_is_no_longer_said_once_it_is_mended(
    session: Session, form: Callable[[str], RecordDialog], qtbot: QtBot
) -> None:
    dialog = form("involvement")
    row = dialog.rows["person_id"]
    row.editor.line.setFocus()
    qtbot.keyClicks(row.editor.line, "Amjad")
    dialog.accept()
    assert row.problem.isVisible()
    qtbot.keyClicks(row.editor.line, " Aldham")
    assert row.problem.isVisible()
    qtbot.keyClicks(row.editor.line, "at")
    assert not row.problem.isVisible()


def test_enter_creates_also_after_something_was_wrong(
    session: Session, form: Callable[[str], RecordDialog], qtbot: QtBot
) -> None:
    dialog = form("event")
    dialog.confirm.setFocus()
    dialog.confirm.click()
    assert dialog.problem.isVisible()
    assert dialog.confirm.isDefault()
    title = dialog.rows["title"].editor.findChild(QLineEdit)
    qtbot.keyClicks(title, "A raid")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert session.case.find(dialog.record_id) is not None


def test_an_annotation_knows_its_author(
    session: Session, form: Callable[[str], RecordDialog]
) -> None:
    dialog = form("annotation")
    dialog.rows["target_id"].editor.set_value(KILLING)
    dialog.rows["body"].editor.set_value("Check the date")
    dialog.accept()
    made = session.case.get(Annotation, dialog.record_id)
    assert made.author == "Sami"
    assert made.created.endswith("Z")


def test_the_actions_tell_what_was_created(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []
    actions = {a.data(): a for a in create_actions(session, parent, told.append)}

    def fill() -> None:
        (dialog,) = parent.findChildren(RecordDialog)
        dialog.rows["label"].editor.set_value("urgent")
        dialog.accept()

    QTimer.singleShot(0, fill)
    actions["tag"].trigger()
    assert [session.case.find(id).label for id in told] == ["urgent"]


def answer(accepts: bool) -> None:
    """Answer the next confirmation."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        buttons = dialog.findChild(QDialogButtonBox)
        (buttons.accepted if accepts else buttons.rejected).emit()

    QTimer.singleShot(0, press)


def test_every_record_can_be_deleted_and_undo_is_identity(session: Session) -> None:
    one, other, *_ = session.case.all(Person)
    told_apart = Distinction(id=new_id(), person_id=one.id, other_id=other.id)
    mine = SavedFilter(id=new_id(), listed="person", name="Mine")
    read = next(session.case.all(Document))
    turned_down = Rejection(id=new_id(), document_id=read.id, suggested="quote", start=0, end=1)
    press = Audience(id=new_id(), label="Press")
    decided = Decision(id=new_id(), target_id=one.id, field="about", start=0, end=1, words="x")
    session.do(creation(told_apart, mine, turned_down, press, decided))
    before = everything(session)
    # What left the case stays in its log.
    for kind in KINDS.keys() - {"case", "export"}:
        # Of the persons the first, who was told apart from another one.
        found = next(r for r in before.values() if r.kind == kind)
        answer(accepts=True)
        assert delete_record(session, found.id, None)
        assert session.case.find(found.id) is None
        session.undo()
        assert everything(session) == before, kind


def test_deleting_asks_first(session: Session) -> None:
    answer(accepts=False)
    assert not delete_record(session, AMJAD, None)
    assert session.case.find(AMJAD) is not None
