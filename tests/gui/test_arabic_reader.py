"""An Arabic document reads from the right: its lines, its caret, its selection and its marks."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from viewer.gui.reader.marks import Mark, Marks
from viewer.gui.reader.painting import pieces_of
from viewer.gui.reader.text_view import TextView
from viewer.gui.text_units import TextUnits

ARABIC = "وصل الرجال ليلا إلى البيت القديم قرب النهر وسألوا عن أصغر الأبناء."
MIXED = "نشرت وكالة Reuters تقريرا عن committee of nine ثم سكت الجميع 😀 بعد ذلك."
ENGLISH = "The report names محمد السعدي as a witness, and nobody else."
ENDING = "جاؤوا في أيار 2019"
TEXT = f"{ARABIC}\n{MIXED}\n{ENGLISH}\n"
UNITS = TextUnits(TEXT)

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(700, 180)
    view.set_text(TEXT)
    view.show()
    view.setFocus()
    qtbot.waitExposed(view)
    view.setCursorWidth(0)  # it blinks
    return view


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return UNITS.to_units(start), UNITS.to_units(start + len(words))


def drawn(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def different(one: QImage, other: QImage) -> set[int]:
    """The columns in which two pictures differ."""
    size = one.size()
    return {
        x
        for x in range(size.width())
        if any(one.pixel(x, y) != other.pixel(x, y) for y in range(size.height()))
    }


def place_cursor(view: TextView, position: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(position)
    view.setTextCursor(cursor)


def columns_of(view: TextView, words: str) -> set[int]:
    """The columns that Qt itself paints as the ground of words."""
    selection = QTextEdit.ExtraSelection()
    selection.cursor = QTextCursor(view.document())
    selection.cursor.setPosition(span(words)[0])
    selection.cursor.setPosition(span(words)[1], QTextCursor.MoveMode.KeepAnchor)
    selection.format = QTextCharFormat()
    selection.format.setBackground(QColor("red"))
    view.setExtraSelections([selection])
    painted = drawn(view)
    view.setExtraSelections([])
    red, rows = QColor("red").rgb(), range(painted.height())
    columns = range(painted.width())
    return {x for x in columns if any(painted.pixel(x, y) == red for y in rows)}


def test_lines_end_at_the_left(view: TextView) -> None:
    for number, from_right in ((0, True), (1, True), (2, False)):
        line = view.document().findBlockByNumber(number).layout().lineAt(0)
        words = line.naturalTextRect()
        gaps = words.left() - line.x(), line.x() + line.width() - words.right()
        assert (gaps[0] > gaps[1]) is from_right
        assert min(gaps) < 2


@pytest.mark.parametrize("group", ["person", "place", "quote"])
@pytest.mark.parametrize(
    "words", ["الرجال", "أصغر الأبناء", "Reuters", "committee of nine", "سكت الجميع", "محمد السعدي"]
)
def test_a_mark_stands_over_its_words(view: TextView, words: str, group: str) -> None:
    expected = columns_of(view, words)
    plain = drawn(view)
    view.set_marks(Marks([Mark(*span(words), "passage", (), ((group, 0),))]))
    marked = different(plain, drawn(view))
    assert len(expected) > 20
    assert min(marked) >= min(expected) - 2
    assert max(marked) <= max(expected) + 2
    assert len(marked) >= len(expected) * (0.3 if group == "place" else 0.9)


def test_words_of_two_directions_are_marked_in_each(view: TextView) -> None:
    """“Agency Reuters report” is one span, and stands together although it is read both ways."""
    words = "وكالة Reuters تقريرا"
    expected, plain = columns_of(view, words), drawn(view)
    view.set_marks(Marks([Mark(*span(words), "passage", (), (("person", 0),))]))
    marked = different(plain, drawn(view))
    assert len(marked & expected) > len(expected) * 0.9
    assert len(marked - expected) < 6


@pytest.mark.parametrize("words", [ENDING, f"«{ENDING}»", "ليلا", "committee of nine"])
def test_a_mark_begins_and_ends_at_its_outer_edges(view: TextView, words: str) -> None:
    """A quote that ends in a number has its end at the left of it, where the next word would be."""
    text = f"قال الشاهد ليلا: «{ENDING}» وسكت عن committee of nine."
    view.set_text(text)
    start = text.index(words)
    marks = Marks([Mark(start, start + len(words), "passage", (), (("quote", 0),))])
    block = view.document().firstBlock()
    pieces = list(pieces_of(marks, [(block, QPointF())], QRectF(view.viewport().rect())))
    (begin,), (end,) = [p for p in pieces if p.begins], [p for p in pieces if p.ends]
    assert begin.right_to_left == end.right_to_left == (words[0] != "c")
    edges = [(p.rect.left(), p.rect.right()) for p in (begin, end)]
    outer = min(p.rect.left() for p in pieces), max(p.rect.right() for p in pieces)
    assert outer == (
        (edges[1][0], edges[0][1]) if begin.right_to_left else (edges[0][0], edges[1][1])
    )


def test_the_caret_goes_left_through_arabic(view: TextView, qtbot: QtBot) -> None:
    place_cursor(view, 0)
    xs = [view.cursorRect().x()]
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Left)
        xs.append(view.cursorRect().x())
    assert view.textCursor().position() == 12
    assert xs == sorted(xs, reverse=True)
    assert xs[0] - xs[-1] > 30
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.textCursor().position() == 11


def test_words_are_selected_leftwards(view: TextView, qtbot: QtBot) -> None:
    place_cursor(view, 0)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Left, _SHIFT | _CONTROL)
    assert view.textCursor().selectedText().strip() == "وصل الرجال"


def test_the_end_of_an_arabic_line_is_at_its_left(view: TextView, qtbot: QtBot) -> None:
    place_cursor(view, 0)
    qtbot.keyClick(view, Qt.Key.Key_End, _SHIFT)
    assert view.textCursor().selectedText() == ARABIC
    right = view.viewport().width() / 2
    assert view.cursorRect().x() < right
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.cursorRect().x() > right


def test_a_click_stands_before_the_letter_at_the_right(view: TextView, qtbot: QtBot) -> None:
    start, end = span("الرجال")
    middle = QTextCursor(view.document())
    middle.setPosition((start + end) // 2)
    point = view.cursorRect(middle).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert start < view.textCursor().position() < end


def test_a_word_is_selected_by_two_clicks(view: TextView, qtbot: QtBot) -> None:
    middle = QTextCursor(view.document())
    middle.setPosition(sum(span("الرجال")) // 2)
    point = view.cursorRect(middle).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.textCursor().selectedText() == "الرجال"


def test_an_emoji_is_one_step_and_one_letter(view: TextView, qtbot: QtBot) -> None:
    start, end = span("😀")
    place_cursor(view, start)
    qtbot.keyClick(view, Qt.Key.Key_Left, _SHIFT)
    assert view.textCursor().selectedText() == "😀"
    assert view.textCursor().position() == end == start + 2


def test_the_caret_is_seen_where_it_stands(view: TextView, qtbot: QtBot) -> None:
    view.setCursorWidth(2)
    place_cursor(view, 5)
    place = view.cursorRect()
    seen: set[bytes] = set()

    def blinks() -> bool:
        seen.add(drawn(view).copy(place.adjusted(-1, 0, 2, 0)).constBits().tobytes())
        return len(seen) > 1

    qtbot.waitUntil(blinks, timeout=2000)
