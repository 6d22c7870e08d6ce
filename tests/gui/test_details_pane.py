from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation, edit
from viewer.domain.dates import Date
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Distinction,
    Event,
    Evidence,
    Name,
    Person,
    Quote,
    SavedFilter,
)
from viewer.domain.sample import sample_id
from viewer.gui.details.evidence import EvidenceLinks
from viewer.gui.details_pane import DetailsPane
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

KILLING = sample_id("event", "killing")
AMJAD = sample_id("person", "amjad")
MOHAMMED = sample_id("person", "mohammed")


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> DetailsPane:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.resize(360, 800)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def row(pane: DetailsPane, name: str):
    assert pane.view is not None
    return pane.view.form.rows[name]


def links(pane: DetailsPane) -> list[LinkLine]:
    QApplication.processEvents()
    return [link for link in pane.view.findChildren(LinkLine) if not link.isHidden()]


def type_into(qtbot: QtBot, line, words: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)


def test_what_was_typed_is_saved_on_leaving_the_field(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(KILLING)
    type_into(qtbot, row(pane, "title").editor.line, "A killing")
    assert session.case.get(Event, KILLING).title != "A killing"

    row(pane, "description").editor.area.setFocus()

    assert session.case.get(Event, KILLING).title == "A killing"
    assert session.undo_label == "Edit event: Title"


def test_a_choice_is_saved_at_once(session: Session, pane: DetailsPane) -> None:
    pane.show_record(KILLING)
    combo = row(pane, "status").editor.combo
    combo.setCurrentIndex(combo.findData("confirmed"))
    combo.activated.emit(combo.currentIndex())
    assert session.case.get(Event, KILLING).status == "confirmed"


def test_undo_and_redo_show_in_the_field(session: Session, pane: DetailsPane, qtbot: QtBot) -> None:
    before = session.case.get(Event, KILLING).title
    pane.show_record(KILLING)
    line = row(pane, "title").editor.line
    type_into(qtbot, line, "A killing")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    session.undo()
    qtbot.waitUntil(lambda: line.text() == before)
    session.redo()
    qtbot.waitUntil(lambda: line.text() == "A killing")


def test_a_change_elsewhere_leaves_cursor_and_typing_alone(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(KILLING)
    line = row(pane, "title").editor.line
    type_into(qtbot, line, "A kil")
    session.do(edit(session.case.get(Person, AMJAD), occupation="Teacher"))
    QApplication.processEvents()
    assert line.text() == "A kil"
    assert line.cursorPosition() == 5


def test_an_unreadable_date_is_kept_and_explained(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    before = session.case.get(Event, KILLING).date
    pane.show_record(KILLING)
    date = row(pane, "date").editor
    type_into(qtbot, date.edtf, "Octobre 2019")
    date.written.setFocus()

    assert date.edtf.text() == "Octobre 2019"
    assert "not a date" in row(pane, "date").problem.text()
    assert row(pane, "date").problem.isVisible()
    assert session.case.get(Event, KILLING).date == before

    pane.show_record(AMJAD)
    pane.show_record(KILLING)
    assert row(pane, "date").editor.edtf.text() == "Octobre 2019"
    assert row(pane, "date").problem.isVisible()


def test_a_refused_edit_is_explained_beside_the_field(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(KILLING)
    event = session.case.get(Event, KILLING)
    session.case.apply(edit(event, status="disputed"))  # unheard by the pane
    type_into(qtbot, row(pane, "title").editor.line, "A killing")
    row(pane, "description").editor.area.setFocus()
    assert "changed elsewhere" in row(pane, "title").problem.text()
    assert row(pane, "title").editor.line.text() == "A killing"
    assert session.case.get(Event, KILLING).title == event.title


def test_a_date_is_said_in_words_while_it_is_typed(pane: DetailsPane, qtbot: QtBot) -> None:
    pane.show_record(KILLING)
    date = row(pane, "date").editor
    date.set_value(Date())
    type_into(qtbot, date.edtf, "2019-10~")
    assert date.phrase.text() == "→ about October 2019"


def test_a_relative_date_is_chosen_in_plain_words(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    event = Event(id=new_id(), title="Flight")
    session.do(creation(event))
    pane.show_record(event.id)
    date = row(pane, "date").editor
    date.anchor.set_value(KILLING)
    date.offset.number.setText("5")
    date.finished.emit()
    assert session.case.get(Event, event.id).date == Date(anchor_id=KILLING, offset="P5D")
    assert date.phrase.text().startswith("→ five days after the killing of")


def test_evidence_stands_beside_its_field_and_leads_to_its_words(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(AMJAD)
    evidence = session.case.where(Evidence, record_id=AMJAD, field="occupation")[0]
    (link,) = row(pane, "occupation").findChildren(EvidenceLinks)[0].findChildren(LinkLine)
    with qtbot.waitSignal(pane.passage_requested) as wish:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert wish.args == [evidence.passage_id]
    assert "civil rights" in link.words


def test_a_contradiction_is_said_in_words(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    evidence = session.case.where(Evidence, record_id=AMJAD, field="occupation")[0]
    session.do(edit(evidence, stance="contradicts"))
    pane.show_record(AMJAD)
    (link,) = row(pane, "occupation").findChildren(EvidenceLinks)[0].findChildren(LinkLine)
    assert link.words.startswith("Contradicts: “")


def test_ties_lead_to_the_other_record(session: Session, pane: DetailsPane, qtbot: QtBot) -> None:
    pane.show_record(AMJAD)
    link = next(each for each in links(pane) if each.words == session.case.find(KILLING).title)
    with qtbot.waitSignal(pane.record_requested) as wish:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert wish.args == [KILLING]
    assert link.note == "Victim"


def test_a_quote_leads_to_its_document_and_speaker(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    quote = session.case.where(Quote, speaker_id=MOHAMMED)[0]
    pane.show_record(quote.id)
    show = next(each for each in links(pane) if each.words == "Show in document")
    with qtbot.waitSignal(pane.passage_requested) as wish:
        show.click()
    assert wish.args == [quote.passage_id]


def test_a_second_main_name_makes_the_first_an_alias(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(AMJAD)
    alias = session.case.where(Name, person_id=AMJAD, type="alias")[0]
    main = session.case.where(Name, person_id=AMJAD, type="main")[0]
    combo = pane.view.names._rows[alias.id].type.combo
    combo.setCurrentIndex(combo.findData("main"))
    combo.activated.emit(0)
    assert session.case.get(Name, alias.id).type == "main"
    assert session.case.get(Name, main.id).type == "alias"
    session.undo()
    assert session.case.get(Name, main.id) == main


def test_names_are_added_and_removed_in_place(session: Session, pane: DetailsPane) -> None:
    pane.show_record(AMJAD)
    add = next(each for each in links(pane) if each.words == "Add a name")
    add.click()
    QApplication.processEvents()
    (name,) = session.case.where(Name, person_id=AMJAD, text="New name")
    assert name.type == "alias"
    pane.view.names._rows[name.id].remove.click()
    assert session.case.find(name.id) is None


def test_the_history_says_from_what_to_what(session: Session, pane: DetailsPane) -> None:
    session.do(edit(session.case.get(Event, KILLING), status="confirmed"))
    pane.show_record(KILLING)
    pane.view.history.fold.set_open(True)
    said = "\n".join(label.text() for label in pane.view.history.findChildren(QLabel))
    assert "Sami" in said
    assert "→ “Confirmed”" in said


def test_following_a_link_keeps_the_keyboard_in_the_pane(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(KILLING)
    row(pane, "title").editor.line.setFocus()
    pane.show_record(AMJAD)
    QApplication.processEvents()
    focused = pane.window().focusWidget()
    assert focused is not None
    assert pane.isAncestorOf(focused)
    assert pane.view.isVisible()


def test_a_deleted_record_leaves_the_pane_empty(session: Session, pane: DetailsPane) -> None:
    pane.show_record(KILLING)
    session.do(session.case.removal_of(KILLING))
    assert pane.view is None


def test_every_kind_of_record_can_be_shown(session: Session, pane: DetailsPane) -> None:
    one, other, *_ = session.case.all(Person)
    told_apart = Distinction(id=new_id(), person_id=one.id, other_id=other.id)
    session.do(creation(told_apart, SavedFilter(id=new_id(), listed="person", name="Mine")))
    for kind in KINDS.values():
        # All but the many pieces of evidence and passages, whose forms differ in words only.
        for record in islice(session.case.all(kind), 40):
            pane.show_record(record.id)
            assert pane.record_id == record.id
            # As a loop of events would; forms that wait for their end are changed with all others.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_no_id_is_ever_shown(session: Session, pane: DetailsPane) -> None:
    for kind in KINDS.values():
        record = next(session.case.all(kind), None)
        if record is None:
            continue
        pane.show_record(record.id)
        shown = [label.text() for label in pane.view.findChildren(QLabel)]
        shown += [
            r.editor.line.text() for r in pane.view.form.rows.values() if hasattr(r.editor, "line")
        ]
        assert not any(record.id in text for text in shown)


def test_nothing_is_wider_than_a_narrow_pane(session: Session, pane: DetailsPane) -> None:
    pane.resize(320, 700)
    for kind in KINDS.values():
        record = next(session.case.all(kind), None)
        if record is not None:
            pane.show_record(record.id)
            QApplication.processEvents()
            assert pane.view.width() <= 320, kind.kind


def test_a_read_only_case_cannot_be_edited(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.open(session.path.rename(tmp_path / "copy.casefile"), read_only=True)
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.show_record(KILLING)
    assert row(pane, "title").editor.line.isReadOnly()
    assert not row(pane, "status").editor.combo.isEnabled()
    assert pane.view.header.delete.isHidden()


def test_words_of_the_case_are_never_read_as_markup(session: Session, pane: DetailsPane) -> None:
    event = Event(id=new_id(), title="<img src='/etc/passwd'> & Co")
    session.do(creation(event))
    pane.show_record(event.id)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in pane.view.findChildren(QLabel)
        if label.text()
    )
