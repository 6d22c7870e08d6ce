"""What is suggested is seen in the text, told apart from what is in the case, and clicked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.domain.accepting.articles import NAMES, TEXT, named
from tests.gui.marking.reading import add_document, point_in
from tests.gui.review.reviewing import begin, current, press
from tests.gui.windows import show, view_of
from viewer.domain.text import in_own_direction
from viewer.gui.main_window import MainWindow
from viewer.gui.reader.marks import SUGGESTED
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.review.page import ReviewPage
from viewer.gui.theme import is_dark

KEY = Qt.Key


@pytest.fixture
def reader(page: ReviewPage, sample_window: MainWindow) -> ReaderPane:
    return view_of(sample_window).reader


def words_marked(reader: ReaderPane) -> list[str]:
    return [words_at(reader, mark.start, mark.end) for mark in reader.view.suggested]


def words_at(reader: ReaderPane, start: int, end: int) -> str:
    cursor = QTextCursor(reader.view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def look(reader: ReaderPane) -> QImage:
    reader.view.current = None
    return reader.view.viewport().grab().toImage()


def test_every_mention_is_marked(reader: ReaderPane) -> None:
    assert sorted(words_marked(reader)) == sorted(each.text for each in NAMES)


def test_the_legend_counts_the_marks_and_hides_them(
    reader: ReaderPane, page: ReviewPage, qtbot: QtBot
) -> None:
    sample = reader.legend.samples[SUGGESTED]
    assert sample.isVisible()
    assert sample.accessibleName() == f"Suggestions, dashed frame, {len(NAMES)}"
    shown = look(reader)
    sample.click()
    hidden = look(reader)
    assert shown != hidden
    assert reader.view.suggested_at(point_in(reader, "Karim Rahim")) == []
    sample.click()
    assert look(reader) == shown


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_an_accepted_mark_looks_otherwise_than_a_suggested_one(
    reader: ReaderPane, page: ReviewPage, sample_window: MainWindow, qtbot: QtBot, appearance: str
) -> None:
    sample_window.theme.set_appearance(appearance)
    assert is_dark(reader.view.palette()) == (appearance == "dark")
    reader.view.scroll_to(0)
    suggested = grey(look(reader))
    press(page, qtbot, KEY.Key_A)
    reader.view.scroll_to(0)
    accepted = grey(look(reader))
    assert suggested != accepted


def grey(image: QImage) -> QImage:
    """As somebody sees it who sees no colours."""
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_a_click_on_a_dashed_mark_selects_its_row(
    reader: ReaderPane, page: ReviewPage, qtbot: QtBot
) -> None:
    click(reader, "Huda Nasser", qtbot)
    assert current(page) == "Huda Nasser"
    click(reader, "Salma.", qtbot)
    assert current(page) == "Salma Rahim"


def click(reader: ReaderPane, words: str, qtbot: QtBot) -> None:
    reader.view.scroll_to(reader.view.toPlainText().index(words))
    point = point_in(reader, words)
    qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_what_is_in_the_case_is_clicked_as_ever(
    reader: ReaderPane, page: ReviewPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    press(page, qtbot, KEY.Key_A)
    accepted = sample_window.navigator.current
    sample_window.navigator.go_to(sample_window.session.case.case.id)
    click(reader, "Salma Rahim", qtbot)
    assert sample_window.navigator.current == accepted
    assert current(page) == "Basra"


def test_all_mentions_of_the_current_one_are_shown_as_current(reader: ReaderPane) -> None:
    mark = reader.view.current
    assert mark is not None
    same = [each for each in reader.view.suggested if each.passage_id == mark.passage_id]
    assert len(same) == 3


def test_another_document_shows_no_marks_and_coming_back_shows_them(
    reader: ReaderPane, sample_window: MainWindow
) -> None:
    here = reader.document_id
    other = add_document(sample_window.session, "Something else.\n")
    reader.show_document(other.id)
    assert words_marked(reader) == []
    reader.show_document(here)
    assert len(words_marked(reader)) == len(NAMES)


def test_marks_stand_where_the_words_are_behind_a_letter_of_two_units(
    page: ReviewPage, reader: ReaderPane, sample_window: MainWindow, qtbot: QtBot
) -> None:
    text = f"😀 {TEXT}"
    found = named("Karim Rahim")
    moved = replace(found, start=found.start + 2, end=found.end + 2)
    page.review.finder = lambda *_: (moved,)
    begin(sample_window, add_document(sample_window.session, text), qtbot)
    assert words_marked(reader) == ["Karim Rahim"]


def test_words_from_the_right_are_marked_too(
    page: ReviewPage, reader: ReaderPane, sample_window: MainWindow, qtbot: QtBot
) -> None:
    text = "قالت سلمى رحيم إن أحدا لم يسأل.\n"
    start = text.index("سلمى")
    name = type(NAMES[0])(
        start=start, end=start + 9, text="سلمى رحيم", name="سلمى رحيم", confidence=1, reason="x"
    )
    page.review.finder = lambda *_: (name,)
    begin(sample_window, add_document(sample_window.session, text), qtbot)
    assert words_marked(reader) == ["سلمى رحيم"]
    assert [m.passage_id for m in reader.view.suggested_at(point_in(reader, "رحيم"))]
    assert page.model.index(0, 0).data() == in_own_direction("سلمى رحيم")


def test_a_click_shows_the_list_where_something_else_was_shown(
    reader: ReaderPane, page: ReviewPage, sample_window: MainWindow, qtbot: QtBot
) -> None:
    show(sample_window, "person")
    qtbot.wait(120)  # until the reader has followed the record that was shown
    reader.show_document(page.review.document_id)
    reader.view.setFocus()
    click(reader, "Karim Rahim", qtbot)
    assert view_of(sample_window).workspace.front is page
    assert current(page) == "Karim Rahim"
    assert sample_window.focusWidget() is reader.view


def test_the_mouse_rests_on_what_is_suggested(reader: ReaderPane, qtbot: QtBot) -> None:
    marks = reader.view.suggested_at(point_in(reader, "Salma Rahim"))
    reader.suggesting.tell(marks, reader.view.mapToGlobal(point_in(reader, "Salma Rahim")))
    assert QToolTip.text() == "<qt>Suggested person: Salma Rahim</qt>"
    QToolTip.hideText()
