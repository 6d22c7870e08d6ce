"""A review by the keyboard: what is found in a text is accepted or rejected, row by row."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import add_document, select
from tests.gui.review.reviewing import begin, current, labels, press, settle
from tests.gui.windows import show, view_of
from viewer.domain.changes import edit
from viewer.domain.dates import Date
from viewer.domain.records import Document, Evidence, Name, Passage, Person, Rejection
from viewer.gui.main_window import MainWindow
from viewer.gui.review.all_above import AcceptAllDialog
from viewer.gui.review.page import ReviewPage
from viewer.gui.session import Session

KEY = Qt.Key
ALL = ["Salma Rahim", "Basra", "Karim Rahim", "The Centre", "Official", "Huda Nasser"]


@pytest.fixture
def session(sample_window: MainWindow) -> Session:
    return sample_window.session


def names(session: Session) -> set[str]:
    return {name.text for name in session.case.all(Name)}


def test_the_list_has_what_was_found_and_the_keyboard_on_its_first_row(page: ReviewPage) -> None:
    assert labels(page) == ALL
    assert page.view.hasFocus()
    assert current(page) == "Salma Rahim"
    assert page.heading.text() == "6 suggestions open · 0 accepted · 0 rejected · Article"


def test_the_selected_row_says_why_and_what_would_be_made(page: ReviewPage, qtbot: QtBot) -> None:
    said = "Why: A first name and a surname. Makes this person."
    qtbot.waitUntil(lambda: page.explanation.text() == said)
    assert page.explanation.text() == page.view.accessibleDescription() == said


@pytest.mark.parametrize(
    ("down", "up"), [(KEY.Key_J, KEY.Key_K), (KEY.Key_Down, KEY.Key_Up)], ids=["J and K", "arrows"]
)
def test_moving_in_the_list_moves_the_reader(
    page: ReviewPage, sample_window: MainWindow, qtbot: QtBot, down: KEY, up: KEY
) -> None:
    reader = view_of(sample_window).reader
    for _ in ALL:
        press(page, qtbot, down)
    assert current(page) == "Huda Nasser"
    mark = reader.view.current
    assert mark is not None
    assert reader.view.toPlainText()[mark.start : mark.end] == "Huda Nasser"
    assert reader.view.is_in_view(mark.start, mark.end)
    press(page, qtbot, up)
    assert current(page) == "Official"


@pytest.mark.parametrize("key", [KEY.Key_A, KEY.Key_Return, KEY.Key_Enter])
def test_accepting_makes_the_records_and_goes_on_with_the_next_row(
    page: ReviewPage, session: Session, qtbot: QtBot, key: KEY
) -> None:
    press(page, qtbot, key)
    assert "Salma Rahim" in names(session)
    assert labels(page) == ALL[1:]
    assert current(page) == "Basra"
    assert page.view.hasFocus()
    assert page.heading.text().startswith("5 suggestions open · 1 accepted · 0 rejected")


def test_what_was_accepted_is_shown_beside_and_the_reader_stays_with_the_next(
    page: ReviewPage, sample_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    press(page, qtbot, KEY.Key_A)
    qtbot.wait(120)  # longer than the reader waits before it follows a record
    shown = session.case.get(Person, sample_window.navigator.current)
    assert session.case.where(Name, person_id=shown.id, type="main")[0].text == "Salma Rahim"
    mark = view_of(sample_window).reader.view.current
    assert mark is not None
    assert mark.passage_id == "place:Basra"


@pytest.mark.parametrize("key", [KEY.Key_R, KEY.Key_Delete])
def test_what_is_rejected_does_not_return(
    page: ReviewPage,
    sample_window: MainWindow,
    article: Document,
    session: Session,
    qtbot: QtBot,
    key: KEY,
) -> None:
    press(page, qtbot, key)
    assert labels(page) == ALL[1:]
    assert "0 accepted · 1 rejected" in page.heading.text()
    path = session.path
    session.close()
    session.open(path)
    assert labels(begin(sample_window, article, qtbot)) == ALL[1:]


def test_undo_opens_a_suggestion_again_and_redo_settles_it(
    page: ReviewPage, session: Session, qtbot: QtBot
) -> None:
    before = session.case.total("passage"), session.case.total("person")
    for key in (KEY.Key_A, KEY.Key_R):
        press(page, qtbot, key)
    assert labels(page) == ALL[2:]
    for left, back in ((ALL[1:], "Basra"), (ALL, "Salma Rahim")):
        press(page, qtbot, KEY.Key_End)
        assert session.undo()
        settle(page, qtbot)
        assert labels(page) == left
        assert current(page) == back
    assert (session.case.total("passage"), session.case.total("person")) == before
    assert "0 accepted · 0 rejected" in page.heading.text()
    for left in (ALL[1:], ALL[2:]):
        assert session.redo()
        settle(page, qtbot)
        assert labels(page) == left
    assert "1 accepted · 1 rejected" in page.heading.text()


def test_what_is_marked_by_hand_meanwhile_leaves_the_list(
    page: ReviewPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    reader = view_of(sample_window).reader
    select(reader, "Karim Rahim")
    qtbot.keyClick(reader.view, KEY.Key_P)
    prompt = reader.tools.marker.prompt
    assert prompt is not None
    prompt.choose_current()
    settle(page, qtbot)
    assert "Karim Rahim" not in labels(page)


def test_a_finished_review_says_so(page: ReviewPage, qtbot: QtBot) -> None:
    press(page, qtbot, KEY.Key_R, *[KEY.Key_A] * (len(ALL) - 1))
    assert labels(page) == []
    assert page.says.isVisible()
    assert page.says.text().startswith("Done: 5 accepted, 1 rejected.")
    assert page.says.hasFocus()
    assert not page.deeds.isVisible()


def test_a_text_in_which_nothing_is_found_says_so(
    page: ReviewPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    nothing = add_document(sample_window.session, "Nobody came.\n")
    assert begin(sample_window, nothing, qtbot) is page
    assert page.says.text().startswith("Nothing is suggested for this text.")


def test_before_a_document_is_read_the_page_says_how(sample_window: MainWindow) -> None:
    show(sample_window, "review")
    page = view_of(sample_window).workspace.front
    assert isinstance(page, ReviewPage)
    assert "choose “Suggest” (Ctrl+G)" in page.says.text()


def test_kinds_can_be_taken_out_of_the_list(page: ReviewPage, qtbot: QtBot) -> None:
    assert page.kinds.switches["person"].accessibleName() == "Persons: 4"
    page.kinds.switches["person"].click()
    assert labels(page) == ["Basra", "The Centre"]
    assert current(page) == "Basra"
    page.kinds.switches["place"].click()
    page.kinds.switches["organisation"].click()
    assert page.says.text().startswith("Every open suggestion is of a kind")
    page.kinds.switches["person"].click()
    assert labels(page) == ["Salma Rahim", "Karim Rahim", "Official", "Huda Nasser"]


def test_all_that_are_sure_enough_are_accepted_in_one_step(
    page: ReviewPage, session: Session, qtbot: QtBot
) -> None:
    dialog = ask_for_all(page, qtbot)
    assert dialog.number.text() == "0 of 6 suggestions."
    assert not dialog.confirm.isEnabled()
    dialog.least.setValue(80)
    assert dialog.number.text() == "6 of 6 suggestions."
    assert dialog.kinds.text() == "4 persons, 1 organisation, 1 place"
    dialog.confirm.click()
    settle(page, qtbot)
    assert labels(page) == []
    assert session.undo()
    settle(page, qtbot)
    assert labels(page) == ALL


def test_all_means_all_of_the_kinds_that_are_shown(page: ReviewPage, qtbot: QtBot) -> None:
    page.kinds.switches["person"].click()
    dialog = ask_for_all(page, qtbot)
    dialog.least.setValue(0)
    assert dialog.number.text() == "2 of 2 suggestions."
    dialog.reject()
    assert labels(page) == ["Basra", "The Centre"]


def ask_for_all(page: ReviewPage, qtbot: QtBot) -> AcceptAllDialog:
    qtbot.keyClick(page.view, KEY.Key_A, Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(AcceptAllDialog)
    assert isinstance(dialog, AcceptAllDialog)
    assert dialog.isVisible()
    return dialog


def test_another_date_of_the_document_lets_the_text_be_read_again(
    page: ReviewPage, article: Document, session: Session, qtbot: QtBot
) -> None:
    asked: list[tuple[Date, str]] = []
    page.review.finder = lambda _, published, language: asked.append((published, language)) or ()
    session.do(edit(article, published=Date(edtf="2020-05-04"), language="en"))
    settle(page, qtbot)
    assert asked == [(Date(edtf="2020-05-04"), "en")]
    assert labels(page) == []


def test_a_case_that_can_only_be_read_shows_suggestions_and_takes_none(
    page: ReviewPage, sample_window: MainWindow, article: Document, session: Session, qtbot: QtBot
) -> None:
    path = session.path
    session.close()
    session.open(path, read_only=True)
    page = begin(sample_window, article, qtbot)
    assert labels(page) == ALL
    assert not any(button.isEnabled() for button in page.deeds.buttons)
    assert "This case is open read-only" in page.explanation.text()
    press(page, qtbot, KEY.Key_A, KEY.Key_R, KEY.Key_E)
    assert labels(page) == ALL


def test_accepted_records_are_those_that_marking_by_hand_makes(
    page: ReviewPage, article: Document, session: Session, qtbot: QtBot
) -> None:
    press(page, qtbot, KEY.Key_J, KEY.Key_J, KEY.Key_A)
    name = session.case.where(Name, text="Karim Rahim")[0]
    found = session.case.where(Evidence, record_id=name.id)
    assert [(each.field, each.stance) for each in found] == [("text", "supports")]
    passage = session.case.get(Passage, found[0].passage_id)
    assert article.text[passage.start : passage.end] == passage.exact == "Karim Rahim"
    assert session.undo_label == "Accept person"


def test_closing_the_case_or_deleting_the_document_ends_it(
    page: ReviewPage, sample_window: MainWindow, article: Document, session: Session, qtbot: QtBot
) -> None:
    session.do(session.case.removal_of(article.id))
    assert page.review.document_id == ""
    assert labels(page) == []
    begin(sample_window, add_document(session, "Again.\n"), qtbot)
    review = page.review
    session.close()
    assert review.document_id == ""


def test_a_key_that_is_held_down_does_it_once(page: ReviewPage, session: Session) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for is_repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_R, none, "r", is_repeat)
        QApplication.sendEvent(page.view, event)
    assert len(list(session.case.all(Rejection))) == 1


def test_an_import_leads_into_the_review(
    sample_window: MainWindow, article: Document, qtbot: QtBot
) -> None:
    view_of(sample_window).show_imported([article.id], True)
    page = view_of(sample_window).workspace.front
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.review.is_known)
    assert labels(page) == ALL


def test_a_low_window_leaves_the_room_to_the_rows(
    page: ReviewPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    sample_window.resize(720, 426)
    qtbot.waitUntil(lambda: not page.deeds.isVisible())
    assert (sample_window.width(), sample_window.height()) == (720, 426)
    qtbot.waitUntil(lambda: page.view.viewport().height() >= 2 * page.view.rowHeight(0))
    press(page, qtbot, KEY.Key_A)
    assert labels(page) == ALL[1:]
    sample_window.resize(1280, 820)
    qtbot.waitUntil(page.deeds.isVisible)


def test_large_letters_leave_the_room_to_the_rows(
    page: ReviewPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    sample_window.resize(1024, 700)
    for _ in range(4):
        sample_window.actions_.larger.trigger()
    qtbot.waitUntil(lambda: not page.deeds.isVisible())
    assert page.view.viewport().height() >= page.view.rowHeight(0)
    sample_window.actions_.usual.trigger()
    qtbot.waitUntil(page.deeds.isVisible)
