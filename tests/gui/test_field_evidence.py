"""Whether words say what a field says: its sign, the selected words, and words that disagree."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation, edit
from viewer.domain.claims import Standing
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Document, Event, Evidence, Figure, Passage, Place
from viewer.domain.sample import sample_id
from viewer.gui.creation.evidence import EvidenceDialog
from viewer.gui.details.contest import Contest
from viewer.gui.details.field_evidence import FieldEvidence
from viewer.gui.details.name_row import NameRow
from viewer.gui.details.sign import draw_sign
from viewer.gui.details.view import RecordView
from viewer.gui.details_pane import DetailsPane
from viewer.gui.main_window import MainWindow
from viewer.gui.selection import Selection
from viewer.gui.session import Session

KILLING = sample_id("event", "killing")
AMJAD = sample_id("person", "amjad")
TEXT = "He was shot on 3 November 2019, in Basra 😀, a friend says. Others say in autumn."


@pytest.fixture
def friend(session: Session) -> Document:
    """A second document, which disagrees with the first."""
    document, content = received(TEXT.encode(), TEXT, title="A friend")
    session.do(creation(document, contents=(content,)))
    return document


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def pane(session: Session, selection: Selection, qtbot: QtBot) -> DetailsPane:
    pane = DetailsPane(session, selection)
    qtbot.addWidget(pane)
    pane.resize(360, 900)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.show_record(KILLING)
    return pane


def view(pane: DetailsPane) -> RecordView:
    # First what changed is read, then what is new of it is shown.
    QApplication.processEvents()
    QApplication.processEvents()
    assert pane.view is not None
    return pane.view


def of(pane: DetailsPane, field: str) -> FieldEvidence:
    return view(pane).form.evidence[field]


def standing(pane: DetailsPane, field: str) -> Standing | None:
    found = of(pane, field).sign.judgement
    return found.standing if found else None


def select(selection: Selection, document: Document, words: str) -> None:
    start = document.text.index(words)
    selection.select(document, start, start + len(words))


def tie(session: Session, document: Document, words: str, field: str, **values: str) -> Evidence:
    start = document.text.index(words)
    passage = passage_at(document, start, start + len(words))
    evidence = Evidence(
        id=new_id(), record_id=KILLING, field=field, passage_id=passage.id, **values
    )
    session.do(creation(passage, evidence))
    return evidence


def contest(pane: DetailsPane, field: str) -> Contest:
    (found,) = [c for c in of(pane, field).links.findChildren(Contest) if c.isVisible()]
    return found


def said(widget: Contest) -> list[str]:

    return [label.text() for label in widget.findChildren(QLabel)]


# The sign


def test_each_claim_says_how_it_stands_and_the_users_own_fields_say_nothing(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    assert standing(pane, "type") == Standing.SINGLE_SOURCE
    assert standing(pane, "status") is None
    assert not of(pane, "status").sign.isVisible()
    tie(session, friend, "shot", "type")
    assert standing(pane, "type") == Standing.EVIDENCED
    assert of(pane, "type").sign.accessibleName() == "Evidenced by 3 passages of 2 documents"
    evidence = session.case.where(Evidence, record_id=KILLING, field="description")
    for each in evidence:
        session.do(session.case.removal_of(each.id))
    assert standing(pane, "description") == Standing.NOT_EVIDENCED


def test_a_screen_reader_hears_how_a_field_stands_when_it_gets_there(pane: DetailsPane) -> None:
    line = view(pane).form.rows["title"].editor.focusProxy()
    assert line is not None
    assert line.accessibleDescription().startswith("One source:")


def test_every_standing_has_a_shape_of_its_own(pane: DetailsPane, session: Session) -> None:

    def drawn(standing: Standing) -> bytes:
        image = QImage(30, 20, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_sign(painter, QRectF(0, 0, 30, 20), standing, pane.palette())
        painter.end()
        return bytes(255 if grey > 200 else 0 for grey in bytes(image.constBits()))

    assert len({drawn(each) for each in Standing}) == len(Standing)


# The selected words


def test_the_selected_words_are_added_with_one_click_and_undone(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document, qtbot: QtBot
) -> None:
    button = of(pane, "type").add
    assert button is not None
    assert not button.isVisible()
    select(selection, friend, "shot")
    assert button.isVisible()
    assert button.accessibleName() == "Add the selected words to Type of act"

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center() / 2)

    row = of(pane, "type").links.rows[-1]
    assert row.words.text == "“shot”"
    assert session.case.get(Evidence, row.words.evidence_id).stance == "supports"
    passages = session.case.total("passage")
    session.undo()
    assert [row.words.text for row in of(pane, "type").links.rows] == [
        "“Amjad's murder”",
        "“he was killed”",
    ]
    assert session.case.total("passage") == passages - 1
    selection.clear()
    assert not button.isVisible()


def test_another_stance_is_chosen_in_the_menu_of_the_button(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document
) -> None:
    select(selection, friend, "a friend")
    button = of(pane, "type").add
    assert button is not None
    assert [a.text() for a in button.menu().actions()] == [
        "&Supports",
        "&Contradicts",
        "&Mentions",
    ]
    button.menu().actions()[2].trigger()
    assert of(pane, "type").links.rows[-1].words.text == "“a friend”"
    assert of(pane, "type").links.rows[-1].words.stance == "mentions"


def test_what_contradicting_words_say_is_asked_in_place(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document, qtbot: QtBot
) -> None:
    select(selection, friend, "on 3 November 2019")
    of(pane, "date").add_selected("contradicts")
    line = pane.window().focusWidget()
    assert line is not None
    assert line.accessibleName() == "Date: what the words say instead"
    # What is selected meanwhile is another matter.
    select(selection, friend, "autumn")
    qtbot.keyClicks(line, "3 November 2019")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    (row,) = [row for row in of(pane, "date").links.rows if row.words.stance == "contradicts"]
    made = session.case.get(Evidence, row.words.evidence_id)
    assert made.value == "3 November 2019"
    assert session.case.get(Passage, made.passage_id).exact == "on 3 November 2019"
    assert standing(pane, "date") == Standing.CONTRADICTED


def test_escape_asks_no_more_and_adds_nothing(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document, qtbot: QtBot
) -> None:
    total = session.case.total("evidence")
    select(selection, friend, "autumn")
    of(pane, "date").add_selected("contradicts")
    line = pane.window().focusWidget()
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert session.case.total("evidence") == total
    assert view(pane).form.rows["date"].isAncestorOf(pane.window().focusWidget() or pane)


def test_words_that_are_there_already_are_not_added_twice(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document
) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    select(selection, friend, "shot")
    of(pane, "type").add_selected()
    total = session.case.total("evidence")
    of(pane, "type").add_selected()
    assert told == ["These words are beside this field already."]
    of(pane, "type").add_selected("mentions")
    assert session.case.total("evidence") == total
    assert of(pane, "type").links.rows[-1].words.stance == "mentions"


def test_the_keys_use_the_words_for_the_field_in_use(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document
) -> None:
    assert not pane.use_words.isEnabled()
    select(selection, friend, "Basra")
    assert pane.use_words.isEnabled()
    view(pane).form.rows["place_id"].setFocus()
    pane.use_words.trigger()
    assert of(pane, "place_id").links.rows[-1].words.text == "“Basra”"


def test_the_keys_offer_the_fields_where_none_is_in_use(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document, qtbot: QtBot
) -> None:
    select(selection, friend, "Basra")
    pane.setFocus()
    view(pane).header.delete.setFocus()
    pane.use_words.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions() if action.isEnabled()]
    assert [text for text in offered if text][:3] == ["As a whole", "Title", "Type of act"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert of(pane, "title").links.rows[-1].words.text == "“Basra”"


def test_a_pane_without_a_selection_goes_on_working(session: Session, qtbot: QtBot) -> None:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.show_record(KILLING)
    assert of(pane, "type").add is None
    assert not pane.use_words.isEnabled()


def test_the_form_begins_with_the_selected_words(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document
) -> None:
    select(selection, friend, "friend")
    dialog = EvidenceDialog(session, session.case.get(Event, KILLING), pane, selection)
    assert dialog.words.document.value() == friend.id
    assert dialog.words.text.textCursor().selectedText() == "friend"
    dialog.accept()
    made = session.case.get(Evidence, dialog.record_id)
    assert session.case.get(Passage, made.passage_id).exact == "friend"


# Words that disagree


def test_both_values_stand_at_the_field_with_their_words_and_documents(
    session: Session, pane: DetailsPane, friend: Document, qtbot: QtBot
) -> None:
    other = tie(
        session, friend, "3 November 2019", "date", stance="contradicts", value="2019-11-03"
    )
    shown = contest(pane, "date")
    assert said(shown) == [
        "In the record",
        "perhaps 2019 (inferred)",
        "Other words say",
        "3 November 2019",
    ]
    (row,) = [row for row in of(pane, "date").links.rows if row.words.stance == "contradicts"]
    assert row.link.note == "A friend"
    with qtbot.waitSignal(pane.passage_requested) as wish:
        row.link.click()
    assert wish.args == [other.passage_id]


def test_a_value_is_taken_and_undo_brings_the_other_back(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    before = session.case.get(Event, KILLING)
    tie(session, friend, "Basra", "place_id", stance="contradicts", value="Basra")
    evidence = session.case.where(Evidence, record_id=KILLING, field="place_id")
    (take,) = contest(pane, "place_id").findChildren(QPushButton)
    assert take.accessibleName() == "Take this value: Basra"

    take.click()

    basra = session.case.where(Place, name="Basra")[0]
    assert session.case.get(Event, KILLING).place_id == basra.id
    after = session.case.where(Evidence, record_id=KILLING, field="place_id")
    assert [(e.stance, e.value) for e in after] == [
        ("contradicts", "Maysan police station"),
        ("supports", ""),
    ]
    assert said(contest(pane, "place_id"))[1::2] == ["Basra", "Maysan police station"]
    assert session.case.next_undo is not None
    assert session.case.next_undo.label == "Edit event: Place"
    session.undo()
    assert session.case.get(Event, KILLING) == before
    assert session.case.where(Evidence, record_id=KILLING, field="place_id") == evidence


def test_the_keyboard_stays_with_the_field_whose_value_is_taken(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    tie(session, friend, "Basra", "place_id", stance="contradicts", value="Basra")
    (take,) = contest(pane, "place_id").findChildren(QPushButton)
    take.setFocus()
    take.click()
    assert of(pane, "place_id").links.isAncestorOf(pane.window().focusWidget() or pane)


def test_tab_goes_through_the_words_after_their_field(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    tie(session, friend, "Basra", "place_id", stance="contradicts", value="Basra")
    (take,) = contest(pane, "place_id").findChildren(QPushButton)
    first, other = of(pane, "place_id").links.rows
    form = view(pane).form
    at: QWidget = form.rows["place_id"].editor.focusProxy() or pane
    passed = []
    while at is not form.rows["status"].editor.focusProxy():
        at = at.nextInFocusChain()
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible():
            passed.append(at)
    assert passed[-6:-1] == [first.link, first.more, take, other.link, other.more]
    assert len(passed) == 7  # the way to the record comes first


def test_the_form_asks_what_words_say_instead_where_they_contradict(
    session: Session, pane: DetailsPane, selection: Selection, friend: Document
) -> None:
    select(selection, friend, "Basra")
    dialog = EvidenceDialog(session, session.case.get(Event, KILLING), pane, selection)
    value, stance = dialog.rows["value"], dialog.rows["stance"]
    assert value.isHidden()
    value.editor.set_value("Basra")
    stance.editor.set_value("contradicts")
    stance.finished.emit()
    assert not value.isHidden()
    dialog.accept()
    assert session.case.get(Evidence, dialog.record_id).value == "Basra"


def test_what_cannot_be_read_is_shown_and_not_offered(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    tie(session, friend, "autumn", "date", stance="contradicts", value="in autumn, they say")
    shown = contest(pane, "date")
    assert "in autumn, they say" in said(shown)
    assert shown.findChildren(QPushButton) == []


def test_words_that_do_not_say_what_instead_still_contradict(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    tie(session, friend, "autumn", "date", stance="contradicts")
    assert "Other words say otherwise" in said(contest(pane, "date"))
    (row,) = [row for row in of(pane, "date").links.rows if row.words.stance == "contradicts"]
    action = next(a for a in row.menu.actions() if a.text() == "&What they say instead…")
    action.trigger()
    line = pane.window().focusWidget()
    assert line is not None
    assert line.accessibleName() == "Date: what the words say instead"


def test_words_that_went_away_while_asked_about_are_missed_in_a_sentence(
    session: Session, pane: DetailsPane, friend: Document, qtbot: QtBot
) -> None:
    gone = tie(session, friend, "autumn", "date", stance="contradicts")
    session.do(session.case.removal_of(gone.id))
    with qtbot.waitSignal(session.failed) as failure:
        of(pane, "date")._say_again(gone.id, "2018")
    assert "no longer in the case" in failure.args[0]


def test_typing_what_the_words_say_settles_it(
    session: Session, pane: DetailsPane, friend: Document, qtbot: QtBot
) -> None:
    figure = next(session.case.all(Figure))
    passage = session.case.where(Evidence, record_id=figure.id)[0].passage_id
    contrary = Evidence(
        id=new_id(),
        record_id=figure.id,
        field="number",
        passage_id=passage,
        stance="contradicts",
        value="1,200",
    )
    session.do(creation(contrary))
    pane.show_record(figure.id)
    assert standing(pane, "number") == Standing.CONTRADICTED
    line = view(pane).form.rows["number"].editor.focusProxy()
    assert line is not None
    line.setFocus()
    view(pane).form.rows["number"].editor.set_value(1200)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled = session.case.get(Evidence, contrary.id)
    assert (settled.stance, settled.value) == ("supports", "")
    assert standing(pane, "number") == Standing.SINGLE_SOURCE


def test_words_that_come_to_support_say_what_the_record_says(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    other = tie(session, friend, "Basra", "place_id", stance="contradicts", value="Basra")
    row = of(pane, "place_id").links.rows[-1]
    next(a for a in row.menu.actions() if a.text() == "&Supports").trigger()
    assert session.case.get(Evidence, other.id).value == ""
    assert standing(pane, "place_id") == Standing.EVIDENCED


def test_a_read_only_case_shows_both_values_and_offers_neither(
    session: Session, friend: Document, selection: Selection, qtbot: QtBot
) -> None:
    tie(session, friend, "Basra", "place_id", stance="contradicts", value="Basra")
    path = session.path
    session.close()
    session.open(path, read_only=True)
    pane = DetailsPane(session, selection)
    qtbot.addWidget(pane)
    pane.resize(360, 900)
    pane.show()
    pane.show_record(KILLING)
    assert contest(pane, "place_id").findChildren(QPushButton) == []
    assert of(pane, "place_id").add is None


def test_a_relative_date_is_no_value_to_come_back_to_but_is_said(
    session: Session, pane: DetailsPane, friend: Document
) -> None:
    event = session.case.get(Event, KILLING)
    session.do(edit(event, date=Date(anchor_id=friend.id, offset="-P5D")))
    tie(session, friend, "3 November 2019", "date", stance="contradicts", value="2019-11-03")
    (take,) = contest(pane, "date").findChildren(QPushButton)
    take.click()
    assert said(contest(pane, "date"))[3] == "five days before A friend"
    assert contest(pane, "date").findChildren(QPushButton) == []


def test_a_name_says_how_it_stands(session: Session, pane: DetailsPane) -> None:
    pane.show_record(AMJAD)
    names = view(pane).names
    assert names is not None
    signs = [row.sign.accessibleName() for row in names.findChildren(NameRow)]
    assert signs
    assert all(sign == "One source: 1 passage of one document" for sign in signs)


def test_the_window_gives_the_readers_selection_to_the_details(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    shown = view_of(sample_window)
    shown.guide.find(AMJAD)
    document = next(sample_window.session.case.all(Document))
    start = document.text.index("Amjad")
    shown.selection.select(document, start, start + 5)
    assert shown.details.use_words.isEnabled()
    assert shown.details.use_words.shortcut().toString() == "Ctrl+Shift+E"
