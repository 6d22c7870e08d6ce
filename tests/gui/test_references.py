"""A reference is chosen from what is offered while typing, by keys as by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from viewer.domain.sample import sample_id
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.session import Session

KILLING = sample_id("event", "killing")


@pytest.fixture
def editor(session: Session, qtbot: QtBot) -> ReferenceEditor:
    editor = ReferenceEditor(session, ("event", "document"), optional=True)
    qtbot.addWidget(editor)
    editor.show()
    editor.line.setFocus()
    qtbot.waitUntil(editor.line.hasFocus)
    return editor


def offered(editor: ReferenceEditor, qtbot: QtBot, typed: str) -> QAbstractItemView:
    qtbot.keyClicks(editor.line, typed)
    completer = editor.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    return popup


def test_keys_choose_among_records_of_several_kinds(editor: ReferenceEditor, qtbot: QtBot) -> None:
    popup = offered(editor, qtbot, "killing of amj")
    assert popup.model().index(0, 0).data() == "Killing of Amjad Aldhamat — Event"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (editor.line.text(), editor.value()) == ("Killing of Amjad Aldhamat", KILLING)


def test_the_mouse_chooses_among_records_of_several_kinds(
    editor: ReferenceEditor, qtbot: QtBot
) -> None:
    popup = offered(editor, qtbot, "killing of amj")
    place = popup.visualRect(popup.model().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (editor.line.text(), editor.value()) == ("Killing of Amjad Aldhamat", KILLING)
