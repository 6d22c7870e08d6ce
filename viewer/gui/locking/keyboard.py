"""Where the keyboard was in the window: for going on typing after the case was opened again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from viewer.gui.case_view import CaseView
    from viewer.gui.editors.base import Editor
    from viewer.gui.main_window import MainWindow

_FOCUS = Qt.FocusReason.OtherFocusReason


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A pane, by its place in the order of F6; in the details also an editor and the cursor."""

    pane: int
    editor: str = ""
    #: Which of the lines that the editor has, from 0.
    line: int = 0
    #: UTF-16 units from the beginning of the line.
    cursor: int = 0


def keyboard_in(window: MainWindow) -> Keyboard | None:
    """Return where the keyboard is; None where it is in no pane."""
    view, focused = window.case_view, window.focusWidget()
    assert view is not None
    panes = _panes(view)
    pane = next((at for at, each in enumerate(panes) if _holds(each, focused)), None)
    if pane is None or focused is None:
        return None
    for name, editor in _editors(view).items():
        if editor.isAncestorOf(focused):
            return _within(pane, name, editor, focused)
    return Keyboard(pane)


def _within(pane: int, name: str, editor: Editor, focused: QWidget) -> Keyboard:
    lines = _lines(editor)
    if focused not in lines:
        return Keyboard(pane, name)
    return Keyboard(pane, name, lines.index(focused), _cursor(focused))


def give_back(window: MainWindow, keyboard: Keyboard) -> None:
    """Give the keyboard to where it was, as far as that is there again."""
    view = window.case_view
    assert view is not None
    editor = _editors(view).get(keyboard.editor)
    if editor is None:
        _panes(view)[keyboard.pane].setFocus(_FOCUS)
        return
    lines = _lines(editor)
    within = lines[keyboard.line] if keyboard.line < len(lines) else editor
    within.setFocus(_FOCUS)
    _set_cursor(within, keyboard.cursor)
    view.details.bring_into_view(editor)


def _panes(view: CaseView) -> list[QWidget]:
    """Return the panes that are always there: the margin comes and goes with its notes."""
    return [pane for pane in view.panes() if pane is not view.reader.margin]


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _editors(view: CaseView) -> dict[str, Editor]:
    return view.details.view.editors if view.details.view is not None else {}


def _lines(editor: Editor) -> list[QWidget]:
    return [
        each for each in editor.findChildren(QWidget) if isinstance(each, QLineEdit | QTextEdit)
    ]


def _cursor(line: QWidget) -> int:
    if isinstance(line, QLineEdit):
        return line.cursorPosition()
    return line.textCursor().position() if isinstance(line, QTextEdit) else 0


def _set_cursor(line: QWidget, place: int) -> None:
    if isinstance(line, QLineEdit):
        line.setCursorPosition(place)
    elif isinstance(line, QTextEdit):
        cursor = line.textCursor()
        cursor.setPosition(min(place, len(line.toPlainText().encode("utf-16-le")) // 2))
        line.setTextCursor(cursor)
