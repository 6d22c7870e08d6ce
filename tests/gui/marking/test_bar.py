"""The bar stands beside the selected words, and never on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import ARABIC, TEXT, add_document, point_in, press, prompt_of, select
from viewer.gui.marking.placing import above, below, beside, left, right
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = TEXT + "Line after line.\n" * 200 + "The end of it.\n"


def covers_words(pane: ReaderPane) -> bool:
    bar = pane.tools.bar
    corner = pane.view.viewport().pos()
    lines = [line.translated(corner) for line in pane.view.selected_lines()]
    return any(line.intersects(bar.geometry()) for line in lines)


def stands_well(pane: ReaderPane) -> bool:
    bar = pane.tools.bar
    is_inside = pane.view.rect().contains(bar.geometry())
    return bar.isVisible() and is_inside and not covers_words(pane)


@pytest.mark.parametrize("words", ["Yesterday", "They came at night", "A second paragraph", "Amal"])
def test_it_stands_beside_the_selected_words(
    session: Session, pane: ReaderPane, words: str
) -> None:
    pane.show_document(add_document(session, TEXT).id)
    assert not pane.tools.bar.isVisible()
    select(pane, words)
    assert stands_well(pane)


def test_it_follows_the_words_and_is_gone_when_they_are_out_of_view(
    session: Session, pane: ReaderPane
) -> None:
    pane.show_document(add_document(session, LONG).id)
    select(pane, "A second paragraph")
    before = pane.tools.bar.pos()
    pane.view.verticalScrollBar().setValue(1)
    assert stands_well(pane)
    assert pane.tools.bar.pos() != before
    pane.view.verticalScrollBar().setValue(100)
    assert not pane.tools.bar.isVisible()
    pane.view.verticalScrollBar().setValue(0)
    assert pane.tools.bar.pos() == before
    assert stands_well(pane)


def test_it_stays_away_where_it_would_cover_words(session: Session, pane: ReaderPane) -> None:
    pane.show_document(add_document(session, LONG).id)
    pane.view.selectAll()
    assert not pane.tools.bar.isVisible()


def test_a_narrow_reader_gets_a_bar_without_names(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.show_document(add_document(session, TEXT).id)
    select(pane, "Amal")
    named = pane.tools.bar.width()
    pane.resize(340, 500)
    qtbot.waitUntil(lambda: pane.tools.bar.width() < named)
    assert stands_well(pane)
    assert pane.tools.bar.buttons["quote"].accessibleName() == "Quote"


def test_it_works_beside_arabic(session: Session, pane: ReaderPane) -> None:
    pane.show_document(add_document(session, ARABIC).id)
    select(pane, "أمجد")
    assert pane.tools.selection.words == "أمجد"
    assert stands_well(pane)


def test_escape_sends_it_away_and_then_lets_go_of_the_words(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.show_document(add_document(session, TEXT).id)
    select(pane, "Amal")
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not pane.tools.bar.isVisible()
    assert pane.tools.selection.words == "Amal"
    qtbot.keyClick(pane.view, Qt.Key.Key_Right, SHIFT)
    assert pane.tools.bar.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.tools.selection.is_empty
    assert not pane.view.textCursor().hasSelection()


def test_it_waits_until_the_mouse_has_selected(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.show_document(add_document(session, TEXT).id)
    viewport, begin = pane.view.viewport(), point_in(pane, "They")
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(viewport, begin + QPoint(80, 0))
    assert not pane.tools.selection.is_empty
    assert not pane.tools.bar.isVisible()
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=begin + QPoint(80, 0))
    assert stands_well(pane)


def test_the_caret_is_seen_and_shift_selects_from_it(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.show_document(add_document(session, TEXT).id)
    pane.view.setFocus()
    pane.view.put_caret(TEXT.index("They") + 1)
    qtbot.wait(20)
    with_caret = pane.view.viewport().grab().toImage()
    pane.view.clearFocus()
    qtbot.wait(20)
    assert pane.view.viewport().grab().toImage() != with_caret
    pane.view.setFocus()
    for _ in "They":
        qtbot.keyClick(pane.view, Qt.Key.Key_Right, SHIFT)
    assert pane.tools.selection.words == "They"


SIZES = st.integers(1, 60)
LINES = st.lists(
    st.builds(QRect, st.integers(0, 200), st.integers(0, 200), SIZES, SIZES), min_size=1
)


@given(st.builds(QSize, SIZES, SIZES), LINES)
def test_nothing_is_placed_on_words_or_outside(size: QSize, lines: list[QRect]) -> None:
    room = QRect(0, 0, 240, 240)
    corner = beside(size, lines, room, (below, above, right, left))
    if corner is not None:
        place = QRect(corner, size)
        assert room.contains(place)
        assert not any(place.intersects(line) for line in lines)


def test_what_has_room_on_no_side_is_placed_nowhere() -> None:
    room = QRect(0, 0, 100, 100)
    assert beside(QSize(50, 50), [QRect(10, 10, 80, 80)], room, (above, below)) is None


@pytest.mark.parametrize("words", ["Yesterday", "Line after line", "The end of it"])
@pytest.mark.parametrize("height", [340, 560, 900])
def test_a_question_never_covers_the_words_it_is_about(
    session: Session, pane: ReaderPane, qtbot: QtBot, words: str, height: int
) -> None:
    pane.resize(1000, height)
    pane.show_document(add_document(session, LONG).id)
    select(pane, words)
    press(qtbot, Qt.Key.Key_Q)
    prompt = prompt_of(pane)
    corner = pane.view.viewport().mapTo(pane, QPoint(0, 0))
    lines = [line.translated(corner) for line in pane.view.selected_lines()]
    for typed in ("", "x", "Yesterday"):
        prompt.line.setText(typed)
        assert not any(line.intersects(prompt.geometry()) for line in lines)
        assert pane.rect().contains(prompt.geometry())
