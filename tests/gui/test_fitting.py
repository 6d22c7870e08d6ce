"""Dialogs as high as their words need: no higher than the screen, and then scrolled."""

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.gui.fitting import Fitting, FittingArea
from viewer.gui.plain import paragraph


class Fitted(QDialog):
    """A paragraph in an area that fits, and what stands below it."""

    def __init__(self) -> None:
        super().__init__()
        content, self.below = QWidget(), QLabel("Below")
        self.words = paragraph("A few words")
        QVBoxLayout(content).addWidget(self.words)
        self.area = FittingArea(content)
        box = QVBoxLayout(self)
        box.addWidget(self.area)
        box.addWidget(self.below)
        self.resize(400, 0)
        self.fitting = Fitting(self)
        self.first_height = 0

    def showEvent(self, event: QShowEvent) -> None:
        self.first_height = self.first_height or self.height()
        super().showEvent(event)

    @property
    def scrolls(self) -> bool:
        return self.area.verticalScrollBar().maximum() > 0


@pytest.fixture
def dialog(qtbot: QtBot) -> Fitted:
    made = Fitted()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_is_placed_with_the_height_that_it_needs(qtbot: QtBot) -> None:
    dialog = Fitted()
    qtbot.addWidget(dialog)
    dialog.words.setText("many words " * 40)
    dialog.show()
    qtbot.wait(20)
    assert dialog.first_height == dialog.height()
    assert not dialog.scrolls


def test_it_grows_and_shrinks_with_its_words(dialog: Fitted, qtbot: QtBot) -> None:
    qtbot.wait(20)
    low = dialog.height()
    dialog.words.setText("many words " * 20)  # there is room for them in any letters
    qtbot.waitUntil(lambda: dialog.height() > low + 20 and not dialog.scrolls)
    dialog.words.setText("A few words")
    qtbot.waitUntil(lambda: dialog.height() == low)


def test_it_is_no_higher_than_the_screen_and_scrolled(dialog: Fitted, qtbot: QtBot) -> None:
    dialog.words.setText("more words than a screen has room for " * 300)
    qtbot.waitUntil(lambda: dialog.scrolls)
    assert dialog.height() < dialog.screen().availableSize().height()
    assert dialog.rect().contains(dialog.below.geometry())


def test_what_grows_out_of_the_screen_is_moved_back(dialog: Fitted, qtbot: QtBot) -> None:
    room = dialog.screen().availableGeometry()
    dialog.move(room.right() - 40, room.bottom() - 40)
    dialog.words.setText("many words " * 60)
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))


def test_the_first_field_takes_the_keys(qtbot: QtBot) -> None:
    content, field = QWidget(), QLineEdit()
    QVBoxLayout(content).addWidget(field)
    area, dialog = FittingArea(content), QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(area)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.focusWidget() is field)


def test_an_area_that_has_room_again_is_scrolled_no_more(qtbot: QtBot) -> None:
    content = QWidget()
    words = paragraph("")
    QVBoxLayout(content).addWidget(words)
    area = FittingArea(content)
    qtbot.addWidget(area)
    area.show()
    words.setText("many words " * 40)
    for width in range(100, 400, 7):
        needed = area.heightForWidth(width)
        area.resize(width, needed - 1)
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
        area.resize(width, needed)
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_a_window_that_is_just_getting_its_frame_stays_where_it_was_put(
    dialog: Fitted, qtbot: QtBot
) -> None:
    height = dialog.height()
    dialog.hide()
    dialog.show()
    dialog.move(100, 100)
    dialog.move(-10, -20)  # as X says for a moment: where the window is in its frame
    dialog.words.setText("many words " * 20)
    dialog.fitting.widen(440)
    assert dialog.width() == 400  # whoever gives it another size now leaves it there
    qtbot.waitUntil(lambda: dialog.pos().toTuple() == (100, 100) and dialog.height() > height)
    assert dialog.width() == 440


def test_the_corner_is_a_place_like_any_other_for_a_user(dialog: Fitted, qtbot: QtBot) -> None:
    height = dialog.height()
    qtbot.wait(400)
    dialog.move(100, 100)
    dialog.move(-2, -2)
    dialog.words.setText("many words " * 20)
    qtbot.waitUntil(lambda: dialog.height() > height)
    assert dialog.pos().x() < 10
