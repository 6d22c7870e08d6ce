"""Choosing a passphrase: hidden, typed twice, suggested, and never where others can read it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from viewer.domain.strength import suggestible
from viewer.gui.passphrase.choosing import ChosenPassphrase


@pytest.fixture
def chosen(qtbot: QtBot) -> ChosenPassphrase:
    chosen = ChosenPassphrase()
    qtbot.addWidget(chosen)
    chosen.show()
    qtbot.waitExposed(chosen)
    return chosen


def type_both(chosen: ChosenPassphrase, qtbot: QtBot, words: str) -> None:
    for line in (chosen.first, chosen.again):
        qtbot.keyClicks(line, words)


def test_it_is_had_once_it_was_typed_twice_alike(chosen: ChosenPassphrase, qtbot: QtBot) -> None:
    assert chosen.problem == "Type a passphrase."
    qtbot.keyClicks(chosen.first, "a river")
    assert chosen.problem == "The two passphrases are not the same."
    assert chosen.value == ""
    qtbot.keyClicks(chosen.again, "a river")
    assert (chosen.problem, chosen.value) == ("", "a river")


def test_how_strong_it_is_shows_while_it_is_typed(chosen: ChosenPassphrase, qtbot: QtBot) -> None:
    assert not chosen.meter.isVisible()
    qtbot.keyClicks(chosen.first, "password1")
    assert chosen.meter.word.text() == "Very weak"
    assert chosen.meter.isVisible()
    qtbot.keyClicks(chosen.again, "password1")
    assert chosen.value == "password1"  # a warning, and no order


def test_what_cannot_be_a_passphrase_is_refused(chosen: ChosenPassphrase) -> None:
    for line in (chosen.first, chosen.again):
        line.setText("a\0b")
    assert "cannot be used" in chosen.problem


def test_a_suggestion_fills_both_lines_to_be_seen(chosen: ChosenPassphrase) -> None:
    chosen.suggest.click()
    assert suggestible().issuperset(chosen.value.split())
    assert chosen.first.echoMode() == QLineEdit.EchoMode.Normal
    assert chosen.meter.word.text() == "Very strong"
    chosen.forget()
    assert chosen.first.echoMode() == QLineEdit.EchoMode.Password


def test_one_eye_opens_both(chosen: ChosenPassphrase) -> None:
    chosen.again.eye.trigger()
    assert chosen.first.echoMode() == chosen.again.echoMode() == QLineEdit.EchoMode.Normal
    chosen.first.eye.trigger()
    assert chosen.first.echoMode() == chosen.again.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize("shown", [True, False])
def test_it_comes_on_no_clipboard(chosen: ChosenPassphrase, qtbot: QtBot, shown: bool) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    type_both(chosen, qtbot, "a river")
    chosen.first.show_letters(shown)
    chosen.first.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        qtbot.keyClick(chosen.first, key, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseDClick(chosen.first, Qt.MouseButton.LeftButton)
    assert chosen.first.hasSelectedText()
    assert clipboard.text() == "before"
    assert clipboard.text(clipboard.Mode.Selection) != chosen.value
    assert chosen.value == "a river"


def test_a_screen_reader_is_told_that_it_is_hidden(chosen: ChosenPassphrase, qtbot: QtBot) -> None:
    qtbot.keyClicks(chosen.first, "river")
    told = QAccessible.queryAccessibleInterface(chosen.first)
    assert told.text(QAccessible.Text.Name) == "Passphrase"
    assert told.state().passwordEdit
    assert "river" not in told.text(QAccessible.Text.Value)


def test_nothing_is_kept_of_what_was_typed(chosen: ChosenPassphrase, qtbot: QtBot) -> None:
    type_both(chosen, qtbot, "a river")
    chosen.first.show_letters(True)
    chosen.forget()
    chosen.first.show_letters(True)
    chosen.first.undo()
    assert chosen.first.text() == chosen.again.text() == ""
    assert not chosen.meter.isVisible()


def test_caps_lock_is_noticed(chosen: ChosenPassphrase) -> None:
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for letter, modifier, noticed in (("R", shift, False), ("R", none, True), ("r", none, False)):
        QTest.sendKeyEvent(QTest.KeyAction.Click, chosen.first, Qt.Key.Key_R, letter, modifier)
        assert chosen.caps.isVisible() is noticed
