"""Words are found in the document that is read, as they are typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.changes import creation
from viewer.domain.documents import received
from viewer.domain.records import Document
from viewer.gui.main_window import MainWindow
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

TEXT = "😀 Nobody asked. Later nobody\nasked at all, and nobody knew.\n"
ARABIC = "قَالَ أَمْجَدُ إِنَّ أَحَدًا لَمْ يَسْأَلْ. Amjad قال ذلك.\n"


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "a.casefile", "A case")
    yield session
    session.close()


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def read(pane: ReaderPane, session: Session, text: str) -> None:
    document, content = received(text.encode(), text, title="Article")
    session.do(creation(document, contents=(content,)))
    pane.show_document(session.case.get(Document, document.id).id)


def find(pane: ReaderPane, qtbot: QtBot, words: str) -> None:
    pane.find_bar.begin()
    for part in words:  # QTest types nothing but ASCII
        if part.isascii():
            qtbot.keyClicks(pane.find_bar.line, part)
        else:
            pane.find_bar.line.insert(part)


def press(pane: ReaderPane, qtbot: QtBot, key: Qt.Key, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(pane.find_bar.line, key, held)


def painted(pane: ReaderPane) -> list[str]:
    """The words that the view paints as found."""
    selections = pane.view.extraSelections()
    return [selection.cursor.selectedText().replace("\u2029", "\n") for selection in selections]


def test_matches_are_shown_and_counted_as_one_types(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, TEXT)
    find(pane, qtbot, "nobod")
    assert pane.find_bar.count.text() == "1 of 3"
    assert painted(pane) == ["Nobod", "nobod", "nobod"]
    find(pane, qtbot, "nobody ask")
    assert painted(pane) == ["Nobody ask", "nobody\nask"]


def test_enter_goes_on_around_the_end_and_shift_enter_back(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, TEXT)
    find(pane, qtbot, "nobody")
    seen = []
    for shift in (False, False, False, True):
        press(pane, qtbot, Qt.Key.Key_Return, shift)
        seen.append(pane.find_bar.count.text())
    assert seen == ["2 of 3", "3 of 3", "1 of 3", "3 of 3"]


def test_f3_goes_on_from_the_text_also_after_the_line_was_closed(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.activateWindow()
    read(pane, session, TEXT)
    find(pane, qtbot, "nobody")
    press(pane, qtbot, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_F3)
    assert pane.find_bar.isVisible()
    assert pane.find_bar.count.text() == "2 of 3"
    qtbot.keyClick(pane.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert pane.find_bar.count.text() == "1 of 3"


def test_escape_leaves_the_found_words_selected_and_the_keyboard_in_the_text(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, TEXT)
    find(pane, qtbot, "asked at")
    press(pane, qtbot, Qt.Key.Key_Escape)
    assert pane.view.textCursor().selectedText() == "asked at"
    assert painted(pane) == []
    assert pane.window().focusWidget() is pane.view


def test_arabic_is_found_without_its_vowels(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, ARABIC)
    find(pane, qtbot, "قال امجد")
    assert painted(pane) == ["قَالَ أَمْجَدُ"]


def test_whole_words_leave_out_parts_of_words(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, "No, nobody. No!")
    find(pane, qtbot, "no")
    assert pane.find_bar.count.text() == "1 of 3"
    pane.find_bar.whole_words.click()
    assert painted(pane) == ["No", "No"]


def test_what_is_not_there_is_said(session: Session, pane: ReaderPane, qtbot: QtBot) -> None:
    read(pane, session, TEXT)
    find(pane, qtbot, "everybody")
    assert pane.find_bar.count.text() == "Not found"
    assert painted(pane) == []


def test_only_what_is_in_view_is_painted_and_far_words_are_scrolled_to(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, "The activist said that he left.\n" * 10_000 + "The end.\n")
    find(pane, qtbot, "activist")
    assert pane.find_bar.count.text() == "1 of 10,000"
    assert 0 < len(painted(pane)) < 60
    top = pane.view.verticalScrollBar().value()
    find(pane, qtbot, "the end")
    assert pane.view.verticalScrollBar().value() > top
    assert painted(pane) == ["The end"]
    pane.find_bar.line.setText("activist")
    qtbot.waitUntil(lambda: len(painted(pane)) > 5)


def test_scrolling_paints_what_comes_into_view(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, "Nothing.\n" * 500 + "The end.\n" * 40)
    find(pane, qtbot, "end")
    pane.view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: painted(pane) == [])
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: "end" in painted(pane))


def test_selected_words_are_looked_for(session: Session, pane: ReaderPane, qtbot: QtBot) -> None:
    read(pane, session, TEXT)
    pane.view.setTextCursor(pane.view.document().find("knew"))
    pane.find_bar.begin()
    assert pane.find_bar.line.text() == "knew"
    assert pane.find_bar.count.text() == "1 of 1"


def test_what_was_selected_is_so_again_where_nothing_is_found(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, TEXT)
    pane.view.setTextCursor(pane.view.document().find("knew"))
    find(pane, qtbot, "everybody")
    assert pane.view.textCursor().selectedText() == ""
    press(pane, qtbot, Qt.Key.Key_Escape)
    assert pane.view.textCursor().selectedText() == "knew"


def test_the_words_are_looked_for_in_the_next_document_too(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, session, TEXT)
    find(pane, qtbot, "nobody")
    read(pane, session, "Nobody said a word.")
    assert pane.find_bar.count.text() == "1 found"
    assert painted(pane) == ["Nobody"]


def test_find_goes_where_the_keyboard_is(sample_window: MainWindow, qtbot: QtBot) -> None:
    view = view_of(sample_window)
    show(sample_window, "document")
    qtbot.waitUntil(lambda: bool(view.reader.document_id))
    pane = view.workspace.pane
    assert pane is not None
    pane.view.setFocus()
    sample_window.actions_.filter.trigger()
    assert pane.filter.hasFocus()
    view.reader.setFocus()
    sample_window.actions_.filter.trigger()
    assert view.reader.find_bar.line.hasFocus()
