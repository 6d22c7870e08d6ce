"""Notes and highlights of selected words: written in one step, undone in one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation
from viewer.domain.documents import received
from viewer.domain.ids import new_id
from viewer.domain.marking import Marked
from viewer.domain.records import KINDS, Annotation, Document, Passage, Person, Record, Tag, Tagging
from viewer.gui.annotations.desk import Desk
from viewer.gui.annotations.marking import highlight, note, note_on, set_colour
from viewer.gui.annotations.note_dialog import NoteDialog
from viewer.gui.annotations.note_menu import note_menu
from viewer.gui.selection import Selection
from viewer.gui.session import Session

TEXT = "Amal said that they came at night. Nobody asked.\n"


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "a.casefile", "A case")
    yield session
    session.close()


@pytest.fixture
def document(session: Session) -> Document:
    document, content = received(TEXT.encode(), TEXT, title="Article")
    session.do(creation(document, contents=(content,)))
    return document


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def selected(document: Document, words: str) -> Selection:
    selection = Selection()
    start = document.text.index(words)
    selection.select(document, start, start + len(words))
    return selection


def everything(session: Session) -> dict[str, Record]:
    return {r.id: r for kind in KINDS.values() for r in session.case.all(kind)}


def fill(work: Callable[[NoteDialog], None]) -> None:
    """Do something in the dialog that opens next, then see to it that it closes."""

    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        try:
            work(dialog)
        finally:
            if dialog.isVisible():
                QWidget.close(dialog)

    QTimer.singleShot(0, begin)


def written(session: Session) -> Annotation:
    (annotation,) = session.case.all(Annotation)
    return annotation


# Notes


def test_a_note_with_two_tags_is_one_step_and_undo_takes_all_of_it_back(
    session: Session, document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    before = everything(session)

    def write(dialog: NoteDialog) -> None:
        assert dialog.words.text() == "“they came at night”"
        qtbot.keyClicks(dialog.body, "Who?")
        for tag in ("ask again", "night"):
            qtbot.keyClicks(dialog.tags.line, tag)
            qtbot.keyClick(dialog.tags.line, Qt.Key.Key_Return)
        dialog.kind.set_value("questioning")
        dialog.colour.buttons["red"].click()
        qtbot.keyClick(dialog.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    fill(write)
    marked = note(session, selected(document, "they came at night"), parent)

    made = written(session)
    assert isinstance(marked, Marked)
    assert (marked.record_id, marked.passage_id) == (made.id, made.target_id)
    assert session.case.get(Passage, made.target_id).exact == "they came at night"
    assert (made.body, made.motivation, made.colour) == ("Who?", "questioning", "red")
    assert made.author == "Sami"
    assert made.created
    assert not made.modified
    assert {tag.label for tag in session.case.all(Tag)} == {"ask again", "night"}
    assert {t.target_id for t in session.case.all(Tagging)} == {made.id}
    session.undo()
    assert everything(session) == before


def test_enter_puts_a_tag_on_and_does_not_end_the_note(
    session: Session, document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    def write(dialog: NoteDialog) -> None:
        dialog.body.setPlainText("Who?")
        qtbot.keyClicks(dialog.tags.line, "night")
        qtbot.keyClick(dialog.tags.line, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.tags.labels == ("night",)
        qtbot.keyClicks(dialog.tags.line, "NIGHT")
        qtbot.keyClick(dialog.tags.line, Qt.Key.Key_Return)
        assert dialog.tags.labels == ("night",)
        qtbot.keyClick(dialog.tags.line, Qt.Key.Key_Backspace)
        assert dialog.tags.labels == ()

    fill(write)
    assert note(session, selected(document, "Amal"), parent) is None


def test_a_tag_still_being_typed_is_taken_with_the_note(
    session: Session, document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    def write(dialog: NoteDialog) -> None:
        dialog.body.setPlainText("Who?")
        qtbot.keyClicks(dialog.tags.line, "night")
        dialog.accept()

    fill(write)
    note(session, selected(document, "Amal"), parent)
    assert [tag.label for tag in session.case.all(Tag)] == ["night"]


def test_a_note_without_words_is_not_kept_and_says_why(
    session: Session, document: Document, parent: QWidget
) -> None:
    def write(dialog: NoteDialog) -> None:
        dialog.accept()
        assert dialog.isVisible()
        assert "Write what the note says" in dialog.problem.text()

    fill(write)
    assert note(session, selected(document, "Amal"), parent) is None
    assert list(session.case.all(Passage)) == []


def test_escape_writes_nothing_and_keeps_what_was_typed_for_the_next_time(
    session: Session, document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    def type_and_leave(dialog: NoteDialog) -> None:
        dialog.body.setPlainText("Half a thou")
        dialog.tags.add("night")
        qtbot.keyClick(dialog.body, Qt.Key.Key_Escape)

    def go_on(dialog: NoteDialog) -> None:
        assert (dialog.body.toPlainText(), dialog.tags.labels) == ("Half a thou", ("night",))
        assert dialog.again.isVisible()
        dialog.accept()

    before = everything(session)
    fill(type_and_leave)
    assert note(session, selected(document, "Amal"), parent) is None
    assert everything(session) == before
    assert [label for _, label in session.unsaved.places("unfinished")] == ["Note"]
    fill(go_on)
    assert note(session, selected(document, "Amal"), parent) is not None
    assert written(session).body == "Half a thou"
    assert session.unsaved.places("unfinished") == []


def test_a_draft_that_is_emptied_is_forgotten(
    session: Session, document: Document, parent: QWidget
) -> None:
    fill(lambda dialog: dialog.body.setPlainText("Half"))
    note(session, selected(document, "Amal"), parent)
    fill(lambda dialog: dialog.body.clear())
    note(session, selected(document, "Amal"), parent)
    assert session.unsaved.places("unfinished") == []
    fill(lambda dialog: _is_new(dialog))
    note(session, selected(document, "Amal"), parent)


def _is_new(dialog: NoteDialog) -> None:
    assert not dialog.again.isVisible()
    assert dialog.body.toPlainText() == ""


def test_a_note_may_stand_on_a_record(session: Session, parent: QWidget) -> None:
    amal = Person(id=new_id(), described_as="Amal <img src=file:///etc/passwd>")
    session.do(creation(amal))

    def write(dialog: NoteDialog) -> None:
        assert dialog.words.textFormat() == Qt.TextFormat.PlainText
        dialog.body.setPlainText("Ask her again")
        dialog.accept()

    fill(write)
    marked = note_on(session, amal, parent)
    assert marked is not None
    assert written(session).target_id == amal.id


def test_the_keyboard_alone_chooses_a_colour(session: Session, qtbot: QtBot) -> None:
    dialog = NoteDialog(session, ("x", 0, 0), session.case.case.id)
    qtbot.addWidget(dialog)
    dialog.show()
    first = dialog.colour.buttons["yellow"]
    assert first.isChecked()
    assert first.accessibleName() == "Colour: Yellow · of interest"
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert dialog.colour.value == "green"
    tab = Qt.FocusPolicy.TabFocus
    stops = [code for code, b in dialog.colour.buttons.items() if b.focusPolicy() & tab]
    assert stops == ["green"]


# Highlights


def test_a_highlight_is_made_at_once_in_the_colour_used_last(
    session: Session, document: Document, parent: QWidget
) -> None:
    highlight(session, selected(document, "Amal"), parent)
    first = written(session)
    assert (first.motivation, first.colour, first.author) == ("highlighting", "yellow", "Sami")
    set_colour(session, first, "green")
    assert session.case.get(Annotation, first.id).colour == "green"
    assert session.case.get(Annotation, first.id).modified
    marked = highlight(session, selected(document, "they came"), parent)
    assert marked is not None
    assert session.case.get(Annotation, marked.record_id).colour == "green"


def test_words_are_highlighted_once(session: Session, document: Document, parent: QWidget) -> None:
    highlight(session, selected(document, "Amal"), parent)
    again = highlight(session, selected(document, "Amal"), parent)
    assert again is not None
    assert "already" in again.says
    Desk.of(session).colour = "blue"
    highlight(session, selected(document, "Amal"), parent)
    assert written(session).colour == "blue"


def test_each_window_remembers_its_own_colour(session: Session, qapp: QApplication) -> None:
    Desk.of(session).colour = "red"
    assert Desk.of(session).colour == "red"
    assert Desk.of(Session()).colour == "yellow"


def test_the_menu_of_an_annotation_changes_its_colour_and_deletes_it(
    session: Session, document: Document, parent: QWidget
) -> None:
    before = everything(session)
    highlight(session, selected(document, "Amal"), parent)
    menu = note_menu(session, written(session).id, parent)
    assert menu is not None
    actions = {action.text().strip("&"): action for action in menu.actions()}
    assert actions["Yellow · of interest"].isChecked()
    actions["Red · doubtful"].trigger()
    assert written(session).colour == "red"
    actions["Delete"].trigger()
    assert everything(session) == before


def test_a_read_only_case_is_not_annotated(
    session: Session, document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    path = session.path
    session.close()
    session.open(path, read_only=True)
    with qtbot.waitSignal(session.failed):
        assert highlight(session, selected(document, "Amal"), parent) is None
    with qtbot.waitSignal(session.failed):
        assert note(session, selected(document, "Amal"), parent) is None
