"""Selected words become records by one key, in one step that one undo takes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import (
    TEXT,
    add_document,
    answers,
    everything,
    evidence_of,
    focused,
    point_in,
    press,
    prompt_of,
    select,
    type_in,
)
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Name, Passage, Person, Place, Quote
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

KEY = Qt.Key
AMAL = new_id()
Undone = Callable[[], None]


@pytest.fixture
def undone(session: Session, pane: ReaderPane) -> Undone:
    """Shows the text; afterwards: one undo leaves all as it was before."""
    pane.show_document(add_document(session, TEXT).id)
    session.do(creation(Person(id=AMAL), Name(id=new_id(), person_id=AMAL, text="Amal Hasan")))
    before = everything(session)

    def check() -> None:
        assert everything(session) != before
        session.undo()
        assert everything(session) == before

    return check


def test_a_quote_asks_for_its_speaker_and_takes_one_of_the_case(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    asked: list[str] = []
    pane.record_requested.connect(asked.append)
    select(pane, "“They came at night.”")
    press(qtbot, KEY.Key_Q)
    type_in(qtbot, "ama")
    assert answers(prompt_of(pane))[0] == "Amal Hasan"
    press(qtbot, KEY.Key_Return)
    (quote,) = session.case.all(Quote)
    assert session.case.get(Passage, quote.passage_id).exact == "They came at night."
    assert (quote.speaker_id, quote.form, quote.attribution) == (AMAL, "direct", "by_name")
    assert asked == [quote.id]
    assert pane.view.current is not None
    assert pane.view.current.passage_id == quote.passage_id
    assert pane.view.glow > 0.5
    assert pane.tools.selection.is_empty
    assert focused() is pane.view
    undone()


def test_a_quote_may_have_a_new_speaker(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    type_in(qtbot, "Huda")
    assert answers(prompt_of(pane)) == [
        "New person “Huda”",
        "Role only: “Huda”",
        "Anonymous: “Huda”",
        "Not known yet",
    ]
    press(qtbot, KEY.Key_Return)
    (quote,) = session.case.all(Quote)
    assert quote.speaker_id is not None
    assert [n.text for n in session.case.where(Name, person_id=quote.speaker_id)] == ["Huda"]
    undone()


@pytest.mark.parametrize(
    ("downs", "attribution", "naming"),
    [(1, "role_only", "role_only"), (2, "anonymous", "anonymous")],
)
def test_a_speaker_may_be_known_by_role_or_be_anonymous(
    session: Session,
    pane: ReaderPane,
    qtbot: QtBot,
    undone: Undone,
    downs: int,
    attribution: str,
    naming: str,
) -> None:
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    type_in(qtbot, "a neighbour")
    press(qtbot, *[KEY.Key_Down] * downs, KEY.Key_Return)
    (quote,) = session.case.all(Quote)
    person = session.case.get(Person, quote.speaker_id or "")
    assert (quote.attribution, person.naming) == (attribution, naming)
    assert person.described_as == "a neighbour"
    undone()


def test_the_speaker_may_stay_open_and_the_form_be_changed(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    prompt = prompt_of(pane)
    assert answers(prompt)[0] == "Not known yet"
    next(b for b in prompt.forms.buttons() if b.property("code") == "indirect").click()
    prompt.line.setFocus()
    press(qtbot, KEY.Key_Return)
    (quote,) = session.case.all(Quote)
    assert (quote.speaker_id, quote.form, quote.attribution) == (None, "indirect", "unattributed")
    undone()


def test_whoever_is_marked_near_a_quote_is_offered_first(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Amal Hasan")
    press(qtbot, KEY.Key_P)
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    assert answers(prompt_of(pane)) == ["Not known yet", "Amal Hasan", "Anonymous"]


def test_escape_writes_nothing_and_keeps_the_words(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    before = everything(session)
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    type_in(qtbot, "Hu")
    press(qtbot, KEY.Key_Escape)
    assert everything(session) == before
    assert pane.tools.selection.words == "They came at night"
    assert pane.tools.bar.isVisible()
    assert focused() is pane.view


def test_words_that_are_a_quote_lead_to_it(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    for _ in range(2):
        select(pane, "They came at night")
        press(qtbot, KEY.Key_Q)
        if pane.tools.marker.prompt is not None:
            press(qtbot, KEY.Key_Return)
    assert len(list(session.case.all(Quote))) == 1
    assert pane.tools.hint.text() == "These words are a quote already"


def test_a_name_that_is_known_links_without_asking(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Amal Hasan's")
    press(qtbot, KEY.Key_P)
    assert pane.tools.marker.prompt is None
    assert evidence_of(session, AMAL) == {"": ("Amal Hasan", "mentions")}
    assert pane.tools.hint.isVisible()
    assert pane.tools.hint.text() == "Linked to Amal Hasan"
    assert len(list(session.case.all(Person))) == 1
    undone()


def test_words_that_are_no_known_name_make_a_person(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Nobody")
    press(qtbot, KEY.Key_P)
    assert prompt_of(pane).line.text() == "Nobody"
    press(qtbot, KEY.Key_Return)
    name = next(name for name in session.case.all(Name) if name.text == "Nobody")
    assert (name.type, evidence_of(session, name.id)) == ("main", {"text": ("Nobody", "supports")})
    undone()


def test_somebody_else_may_be_meant_by_words(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Nobody")
    press(qtbot, KEY.Key_P)
    type_in(qtbot, "hasan")
    press(qtbot, KEY.Key_Return)
    assert evidence_of(session, AMAL) == {"": ("Nobody", "mentions")}
    undone()


def test_two_persons_of_one_name_are_asked_about(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    other = Person(id=new_id(), occupation="Doctor")
    session.do(creation(other, Name(id=new_id(), person_id=other.id, text="Amal Hasan")))
    select(pane, "Amal Hasan")
    press(qtbot, KEY.Key_P)
    found = answers(prompt_of(pane))
    assert set(found[:2]) == {"Amal Hasan", "Amal Hasan — Doctor"}
    assert found[2] == "New person “Amal Hasan”"


def test_somebody_else_of_a_known_name_is_added_when_that_is_asked_for(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Amal Hasan")
    qtbot.keyClick(pane.view, KEY.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert answers(prompt_of(pane))[0] == "New person “Amal Hasan”"
    assert "Amal Hasan" in answers(prompt_of(pane))
    press(qtbot, KEY.Key_Return)
    assert len(list(session.case.all(Person))) == 2
    undone()


def test_who_only_sounds_alike_is_offered_after_a_new_person(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    person = Person(id=new_id())
    session.do(creation(person, Name(id=new_id(), person_id=person.id, text="Amaal Hassan")))
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    type_in(qtbot, "Amal Hassan")
    found = answers(prompt_of(pane))
    assert found[0] == "New person “Amal Hassan”"
    assert next(line for line in found if line.endswith("sounds alike")).startswith("Ama")
    press(qtbot, KEY.Key_Escape)


def test_words_make_a_place_once(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Basra")
    press(qtbot, KEY.Key_L, KEY.Key_Return)
    (place,) = session.case.all(Place)
    assert (place.name, evidence_of(session, place.id)) == (
        "Basra",
        {"name": ("Basra", "supports")},
    )
    select(pane, "Basra")
    press(qtbot, KEY.Key_L)
    assert pane.tools.marker.prompt is None
    assert len(list(session.case.all(Place))) == 1


def test_a_highlight_is_made_at_once(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Nobody asked")
    press(qtbot, KEY.Key_H)
    (made,) = session.case.all(Annotation)
    assert made.motivation == "highlighting"
    assert session.case.get(Passage, made.target_id).exact == "Nobody asked"
    assert pane.tools.selection.is_empty
    undone()


def test_without_a_selection_a_key_says_what_to_do(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    before = everything(session)
    pane.view.setFocus()
    press(qtbot, KEY.Key_Q, KEY.Key_P, KEY.Key_E, KEY.Key_L, KEY.Key_F, KEY.Key_N, KEY.Key_H)
    assert everything(session) == before
    assert pane.tools.hint.text().startswith("Select words first")
    assert pane.tools.hint.accessibleName() == pane.tools.hint.text()


def test_words_are_those_after_an_emoji_too(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Basra")
    assert pane.tools.selection.words == "Basra"
    assert TEXT[pane.tools.selection.start : pane.tools.selection.end] == "Basra"


def test_another_document_lets_go_of_the_words(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "They came at night")
    press(qtbot, KEY.Key_Q)
    pane.show_document(add_document(session, "Another text.\n").id)
    assert pane.tools.selection.is_empty
    assert pane.tools.marker.prompt is None
    assert not pane.tools.bar.isVisible()


def test_who_takes_the_selection_lets_go_of_it_in_the_text_too(
    session: Session, pane: ReaderPane, undone: Undone
) -> None:
    select(pane, "Nobody")
    pane.tools.selection.clear()
    assert not pane.view.textCursor().hasSelection()


def test_the_context_menu_has_the_commands_and_what_is_behind_the_words(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Amal Hasan")
    press(qtbot, KEY.Key_P)
    pane.view.customContextMenuRequested.emit(point_in(pane, "Amal Hasan"))
    menu = pane.view.findChildren(QMenu)[-1]
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[:7] == [a.text() for a in pane.tools.actions.marks.values()]
    assert texts[-1] == "Person: Amal Hasan"
    menu.close()


def test_nested_passages_are_all_offered_by_mouse_and_by_key(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    session.do(creation(Place(id=new_id(), name="They came")))
    select(pane, "They came at night.")
    press(qtbot, KEY.Key_Q, KEY.Key_Return)
    select(pane, "They came")
    press(qtbot, KEY.Key_L)
    assert len(pane.view.marks) == 2
    expected = {"Place: They came", "Quote: “They came at night.”"}
    point = point_in(pane, "They came")
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: is_offering(pane))
    assert offered(pane) == expected
    pane.view.setFocus()
    pane.view.put_caret(pane.view.document().find("They").selectionStart() + 1)
    press(qtbot, KEY.Key_Return)
    assert offered(pane) == expected


def is_offering(pane: ReaderPane) -> bool:
    return any(menu.isVisible() for menu in pane.findChildren(QMenu))


def offered(pane: ReaderPane) -> set[str]:
    menu = next(menu for menu in pane.findChildren(QMenu) if menu.isVisible())
    texts = {action.text() for action in menu.actions()}
    menu.close()
    menu.setParent(None)
    return texts


def test_a_click_that_ends_a_selection_opens_nothing(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "Amal Hasan")
    press(qtbot, KEY.Key_P)
    select(pane, "Yesterday 😀 Amal Hasan")
    with qtbot.assertNotEmitted(pane.record_requested):
        viewport, point = pane.view.viewport(), point_in(pane, "Amal Hasan")
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)


def test_a_double_click_selects_a_word_of_nested_passages(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    select(pane, "They came at night.")
    press(qtbot, KEY.Key_Q, KEY.Key_Return)
    select(pane, "They came")
    press(qtbot, KEY.Key_P, KEY.Key_Return)
    viewport, point = pane.view.viewport(), point_in(pane, "They came")
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert pane.tools.selection.words.endswith("They")
    assert pane.tools.bar.isVisible()
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    assert not is_offering(pane)


def test_a_case_that_is_only_read_takes_no_marks(
    session: Session, pane: ReaderPane, qtbot: QtBot, undone: Undone
) -> None:
    document_id = pane.document_id
    session.open(session.path, read_only=True)
    pane.show_document(document_id)
    before = everything(session)
    select(pane, "Amal Hasan")
    for key in (KEY.Key_Q, KEY.Key_P, KEY.Key_E, KEY.Key_H):
        press(qtbot, key)
        assert pane.tools.marker.prompt is None
        assert "read-only" in pane.tools.hint.text()
    assert everything(session) == before
