"""Words that speak of a record, and tags on it: both put on and taken off in the details."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Evidence, Name, Passage, Record, Tag, Tagging
from viewer.domain.sample import sample_id
from viewer.gui.creation.evidence import EvidenceDialog, subjects
from viewer.gui.details.evidence import EvidenceLinks
from viewer.gui.details.tags import TagChip
from viewer.gui.details.view import RecordView
from viewer.gui.details.words_row import WordsRow
from viewer.gui.details_pane import DetailsPane
from viewer.gui.links import LinkLine
from viewer.gui.main_window import MainWindow
from viewer.gui.session import Session

AMJAD = sample_id("person", "amjad")
KILLING = sample_id("event", "killing")
#: Words of the sample in which no record is marked yet.
UNMARKED = "independent rights"


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> DetailsPane:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.resize(360, 800)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def view(pane: DetailsPane) -> RecordView:
    QApplication.processEvents()
    assert pane.view is not None
    return pane.view


def everything(session: Session) -> dict[str, Record]:
    return {r.id: r for kind in KINDS.values() for r in session.case.all(kind)}


def form(session: Session, qtbot: QtBot, record_id: str) -> EvidenceDialog:
    record = session.case.find(record_id)
    assert record is not None
    dialog = EvidenceDialog(session, record)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def select(dialog: EvidenceDialog, words: str) -> None:
    text = dialog.words.text
    text.setTextCursor(text.document().find(words))


def choose(dialog: EvidenceDialog, field: str) -> None:
    dialog.subject.setCurrentIndex(dialog.subject.findText(field))


def words_of(pane: DetailsPane, field: str) -> list[WordsRow]:
    links = view(pane).form.rows[field].findChild(EvidenceLinks)
    assert isinstance(links, EvidenceLinks)
    return links.rows


def press(row: WordsRow, text: str) -> None:
    next(action for action in row.menu.actions() if action.text() == text).trigger()


def chips(pane: DetailsPane) -> list[str]:
    return [chip.link.words for chip in view(pane).tags.chips]


# Words


def test_selected_words_speak_of_a_field_and_undo_takes_them_away(
    session: Session, qtbot: QtBot
) -> None:
    before = everything(session)
    dialog = form(session, qtbot, KILLING)
    choose(dialog, "Date")
    select(dialog, UNMARKED)
    dialog.rows["stance"].editor.set_value("contradicts")
    dialog.rows["note"].editor.set_value("Read so")

    dialog.accept()

    made = session.case.get(Evidence, dialog.record_id)
    assert (made.record_id, made.field) == (KILLING, "date")
    assert (made.stance, made.note) == ("contradicts", "Read so")
    assert session.case.get(Passage, made.passage_id).exact == UNMARKED
    assert session.undo_label == "Add words"
    session.undo()
    assert everything(session) == before


def test_words_that_are_a_passage_already_become_no_second_one(
    session: Session, qtbot: QtBot
) -> None:
    passages = {passage.id: passage for passage in session.case.all(Passage)}
    of_amjad = session.case.where(Evidence, record_id=AMJAD, field="occupation")[0]
    dialog = form(session, qtbot, KILLING)
    select(dialog, passages[of_amjad.passage_id].exact)
    dialog.accept()
    assert session.case.get(Evidence, dialog.record_id).passage_id in passages
    assert session.case.total("passage") == len(passages)


def test_the_same_words_stand_beside_a_field_once(session: Session, qtbot: QtBot) -> None:
    for said in ("", "beside this field already"):
        dialog = form(session, qtbot, KILLING)
        choose(dialog, "Title")
        select(dialog, UNMARKED)
        dialog.accept()
        assert said in dialog.problem.text()
        assert dialog.isVisible() == bool(said)


def test_words_may_speak_of_a_name_of_a_person(session: Session, qtbot: QtBot) -> None:
    main = session.case.where(Name, person_id=AMJAD, type="main")[0]
    person = session.case.find(AMJAD)
    assert person is not None
    labels = [subject.label for subject in subjects(session.case, person)]
    assert labels[0] == "As a whole"
    assert "Occupation" in labels
    dialog = form(session, qtbot, AMJAD)
    place = next(n for n in range(len(labels)) if main.text in labels[n])
    dialog.subject.setCurrentIndex(place)
    select(dialog, UNMARKED)
    dialog.accept()
    made = session.case.get(Evidence, dialog.record_id)
    assert (made.record_id, made.field) == (main.id, "text")


def test_the_keyboard_goes_through_the_form_as_it_is_read(session: Session, qtbot: QtBot) -> None:
    dialog = form(session, qtbot, KILLING)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.subject.hasFocus)
    names = []
    for _ in range(6):
        focused = dialog.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        dialog.focusNextChild()
    text = "Text of the document: select the words"
    assert names == ["Field", "Document", text, "Words", "Stance", "Reading"]


def test_the_details_offer_to_add_words_and_show_them_at_once(
    session: Session, pane: DetailsPane
) -> None:
    pane.show_record(KILLING)
    total = len(words_of(pane, "title"))

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EvidenceDialog)
        choose(dialog, "Title")
        select(dialog, UNMARKED)
        dialog.accept()

    add = next(e for e in view(pane).whole.findChildren(LinkLine) if e.words == "Add words…")
    QTimer.singleShot(0, fill)
    add.click()
    QApplication.processEvents()
    assert [row.link.words for row in words_of(pane, "title")][total:] == [f"“{UNMARKED}”"]


def test_removing_words_takes_an_unused_passage_along_and_undo_is_identity(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    before = everything(session)
    dialog = form(session, qtbot, KILLING)
    choose(dialog, "Title")
    select(dialog, UNMARKED)
    dialog.accept()
    added = everything(session)
    pane.show_record(KILLING)

    press(words_of(pane, "title")[-1], "&Remove these words")

    assert everything(session) == before
    assert session.undo_label == "Remove words"
    session.undo()
    assert everything(session) == added


def test_a_stance_is_chosen_beside_the_words(session: Session, pane: DetailsPane) -> None:
    pane.show_record(AMJAD)
    (row,) = words_of(pane, "occupation")
    press(row, "&Contradicts")
    (row,) = words_of(pane, "occupation")
    assert row.link.words.startswith("Contradicts: “")
    assert [a.text() for a in row.menu.actions() if a.isChecked()] == ["&Contradicts"]
    session.undo()
    (row,) = words_of(pane, "occupation")
    assert row.link.words.startswith("“")


def test_the_reading_is_edited_in_the_evidence_itself(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    evidence = session.case.where(Evidence, record_id=AMJAD, field="occupation")[0]
    pane.show_record(AMJAD)
    with qtbot.waitSignal(pane.record_requested) as wish:
        press(words_of(pane, "occupation")[0], "&Edit reading")
    assert wish.args == [evidence.id]


def test_what_can_be_done_with_words_is_reached_by_tab(pane: DetailsPane) -> None:
    pane.show_record(AMJAD)
    (row,) = words_of(pane, "occupation")
    assert row.more.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert row.more.accessibleName().startswith("Change or remove “")
    assert row.link.nextInFocusChain() is row.more


def test_the_keyboard_stays_with_the_field_whose_words_are_removed(
    pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(AMJAD)
    pane.activateWindow()
    (row,) = words_of(pane, "occupation")
    row.more.setFocus()
    qtbot.waitUntil(row.more.hasFocus)
    press(row, "&Mentions")
    (row,) = words_of(pane, "occupation")
    qtbot.waitUntil(row.link.hasFocus)
    press(row, "&Remove these words")
    qtbot.waitUntil(view(pane).form.rows["occupation"].editor.line.hasFocus)


# Tags


def type_tag(pane: DetailsPane, qtbot: QtBot, words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    view(pane).tags.add.click()
    line = view(pane).tags.line
    qtbot.waitUntil(line.isVisible)
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, end)
    QApplication.processEvents()


def test_a_new_tag_is_made_as_it_is_typed(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    before = everything(session)
    pane.show_record(AMJAD)
    old = chips(pane)

    type_tag(pane, qtbot, "urgent")

    assert set(chips(pane)) == {*old, "urgent"}
    assert session.undo_label == "Add tag"
    assert session.case.history(limit=2)[1].deed == "begin"
    assert not view(pane).tags.line.isVisible()
    session.undo()
    assert chips(pane) == old
    assert everything(session) == before


def test_a_tag_that_is_there_is_taken_however_it_is_typed(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    tag = Tag(id=new_id(), label="Urgent")
    session.do(creation(tag))
    pane.show_record(AMJAD)
    type_tag(pane, qtbot, "urgent")
    assert session.case.where(Tagging, tag_id=tag.id, target_id=AMJAD)
    assert len([t for t in session.case.all(Tag) if t.label.lower() == "urgent"]) == 1


def test_a_tag_is_chosen_from_those_that_begin_so(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    session.do(creation(Tag(id=new_id(), label="Urgent")))
    pane.show_record(AMJAD)
    view(pane).tags.add.click()
    line = view(pane).tags.line
    qtbot.keyClicks(line, "urg")
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert [popup.model().index(0, 0).data()] == ["Urgent"]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "Urgent" in chips(pane)
    assert session.case.total("tag") == len(list(session.case.all(Tag)))
    assert not popup.isVisible()


def test_a_tag_is_on_a_record_once(session: Session, pane: DetailsPane, qtbot: QtBot) -> None:
    pane.show_record(AMJAD)
    for _ in range(2):
        type_tag(pane, qtbot, "urgent")
    assert chips(pane).count("urgent") == 1
    assert session.case.history(limit=2)[1].deed == "begin"


def test_a_new_tag_may_begin_like_an_old_one(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    session.do(creation(Tag(id=new_id(), label="urgently")))
    pane.show_record(AMJAD)
    type_tag(pane, qtbot, "urgent")
    assert chips(pane) == ["urgent"]


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_no_tag(
    session: Session, pane: DetailsPane, qtbot: QtBot, typed: str
) -> None:
    before = everything(session)
    pane.show_record(AMJAD)
    type_tag(pane, qtbot, typed)
    assert everything(session) == before


def test_escape_takes_no_tag(session: Session, pane: DetailsPane, qtbot: QtBot) -> None:
    before = everything(session)
    pane.show_record(AMJAD)
    type_tag(pane, qtbot, "quite new", Qt.Key.Key_Escape)
    assert everything(session) == before
    assert view(pane).tags.add.isVisible()


def test_a_typed_tag_is_kept_when_the_case_is_left(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.show_record(AMJAD)
    view(pane).tags.add.click()
    qtbot.keyClicks(view(pane).tags.line, "urgent")
    pane.save_pending()
    assert "urgent" in chips(pane)


def test_a_tag_is_taken_off_and_undo_is_identity(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    tagging = next(session.case.all(Tagging))
    before = everything(session)
    pane.show_record(tagging.target_id)
    label = session.case.get(Tag, tagging.tag_id).label
    chip = next(c for c in view(pane).tags.chips if c.link.words == label)
    assert chip.remove.accessibleName() == f"Remove tag {label}"

    pane.activateWindow()
    chip.remove.setFocus()
    qtbot.waitUntil(chip.remove.hasFocus)
    chip.remove.click()

    assert label not in chips(pane)
    qtbot.waitUntil(view(pane).tags.add.hasFocus)
    assert session.case.find(tagging.id) is None
    assert session.case.find(tagging.tag_id) is not None
    assert session.undo_label == "Remove tag"
    session.undo()
    assert everything(session) == before
    assert label in chips(pane)


def test_a_tag_leads_to_whatever_else_has_it(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    tagging = next(session.case.all(Tagging))
    pane.show_record(tagging.target_id)
    with qtbot.waitSignal(pane.record_requested) as wish:
        view(pane).tags.chips[0].link.click()
    assert session.case.get(Tag, wish.args[0]).label == chips(pane)[0]


def test_a_very_long_tag_makes_the_pane_no_wider(
    session: Session, pane: DetailsPane, qtbot: QtBot
) -> None:
    pane.resize(300, 700)
    pane.show_record(AMJAD)
    type_tag(pane, qtbot, "a tag of a great many words " * 5)
    assert view(pane).width() <= 300


# Both


def test_a_read_only_case_offers_neither(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    tagging = next(session.case.all(Tagging))
    session.open(session.path.rename(tmp_path / "copy.casefile"), read_only=True)
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_record(tagging.target_id)
    shown = view(pane)
    assert not [
        e for e in shown.findChildren(LinkLine) if e.words.startswith("Add ") and e.isVisible()
    ]
    assert chips(pane)
    assert not [c for c in shown.findChildren(TagChip) if c.remove.isVisible()]
    assert not [r for r in shown.findChildren(WordsRow) if r.more.isVisible()]
    assert not pane.add_words.isEnabled()
    assert not pane.add_tag.isEnabled()


def test_the_menu_adds_to_the_record_that_is_shown(sample_window: MainWindow, qtbot: QtBot) -> None:
    shown = view_of(sample_window)
    actions = {a.text(): a for a in sample_window.menus.add.actions()}
    words, tag = actions["&Words for this record…"], actions["Ta&g for this record…"]
    assert not words.isEnabled()  # the case itself is shown
    shown.guide.find(AMJAD)
    assert words.isEnabled()
    assert tag.isEnabled()

    opened: list[QDialog] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EvidenceDialog)
        opened.append(dialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    words.trigger()
    assert opened

    shown.layout.docks[1].hide()
    tag.trigger()
    assert shown.details.view is not None
    assert shown.details.view.tags.line.isVisible()
    shown.details.clear()
    assert not words.isEnabled()
    assert not tag.isEnabled()


def test_entries_of_the_add_menu_are_in_sentence_case(sample_window: MainWindow) -> None:
    texts = [a.text().replace("&", "") for a in sample_window.menus.add.actions()]
    assert [text for text in texts if text[1:] != text[1:].lower()] == []
    assert "Document from text…" in texts
