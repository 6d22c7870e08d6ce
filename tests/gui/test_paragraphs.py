"""A text is laid out where it is looked at, and stays what it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.gui.reader.paragraphs import direction
from viewer.gui.reader.text_view import TextView
from viewer.gui.text_units import to_units

SENTENCE = "Somebody 😀 said that nobody had asked anything. "
LONG = SENTENCE * 800
ARABIC = "قال " + "Reuters said so. " * 1600


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def first_words(view: TextView) -> int:
    return view.cursorForPosition(QPoint(0, 0)).position()


def laid_out(view: TextView) -> int:
    document = view.document()
    blocks = (document.findBlockByNumber(n) for n in range(document.blockCount()))
    return sum(block.layout().lineCount() > 0 for block in blocks)


def test_a_far_jump_lays_out_only_what_is_there(view: TextView) -> None:
    view.set_text((SENTENCE + "\n") * 3000)
    view.scroll_to(100_000)
    view.viewport().repaint()
    shown = range(first_words(view), view.cursorForPosition(QPoint(0, 399)).position())
    assert 100_000 in shown
    assert laid_out(view) < 200


def test_a_long_paragraph_is_divided_without_moving_anything(view: TextView) -> None:
    view.set_text(LONG + "the end")
    assert view.document().blockCount() > 2
    cursor = QTextCursor(view.document())
    cursor.setPosition(to_units(LONG, len(LONG)))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "the end"


def test_what_is_copied_is_not_divided(view: TextView, qapp: QApplication) -> None:
    view.set_text(f"A paragraph.\n{LONG}")
    view.selectAll()
    view.copy()
    assert qapp.clipboard().text() == f"A paragraph.\n{LONG}"


def test_every_piece_of_an_arabic_paragraph_reads_from_the_right(view: TextView) -> None:
    view.set_text(ARABIC)
    document = view.document()
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    assert len(blocks) > 2
    assert {direction(block) for block in blocks} == {Qt.LayoutDirection.RightToLeft}


def test_a_resize_keeps_the_words_at_the_top(view: TextView, qtbot: QtBot) -> None:
    view.set_text((SENTENCE * 9 + "\n") * 100)
    view.scroll_to(20_000)
    before = first_words(view)
    for width in (570, 430, 515, 390, 450, 600):
        view.resize(width, 400)
        qtbot.wait(1)
        assert abs(first_words(view) - before) < len(SENTENCE) * 2
    assert first_words(view) == before


def test_larger_letters_keep_the_words_at_the_top(view: TextView, qtbot: QtBot) -> None:
    view.set_text((SENTENCE * 9 + "\n") * 100)
    view.scroll_to(20_000)
    before, lines = first_words(view), view.document().lineCount()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    view.setFont(font)
    qtbot.wait(1)
    assert view.document().lineCount() > lines
    assert abs(first_words(view) - before) < len(SENTENCE) * 2


def test_lines_are_spaced_and_paragraphs_stand_apart(view: TextView) -> None:
    view.set_text(f"{SENTENCE * 9}\nNext.")
    (first, at), (_, below) = list(view.visible_blocks())
    tops = [first.layout().lineAt(n).y() for n in range(first.layout().lineCount())]
    step = tops[1] - tops[0]
    assert step > first.layout().lineAt(0).height() * 1.4
    assert below.y() - at.y() - tops[-1] > step * 1.2
