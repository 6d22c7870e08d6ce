"""The commands that make something of the selected words; menu, bar and keys share them."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from viewer.gui.icons import icon

#: What words can be made into: name with its mnemonic, key, icon, and what it is.
_MARKS = {
    "quote": ("&Quote", "Q", "quote", "Words of a speaker"),
    "person": ("&Person", "P", "person", "Somebody who is named or described"),
    "event": ("&Event", "E", "event", "What happened or was done"),
    "place": ("P&lace", "L", "place", "A place that is named"),
    "figure": ("&Figure", "F", "figure", "A count that somebody reports"),
    "note": ("&Note", "N", "annotation", "Something to say about these words"),
    "highlight": ("&Highlight", "H", "highlight", "A colour to find them again"),
}
#: The same for words that are the name of somebody or something else than who is known by it.
_OTHERS = {
    "other person": ("Another pers&on of that name…", "Shift+P", "person"),
    "other place": ("Another pl&ace of that name…", "Shift+L", "place"),
}


class MarkActions(QObject):
    """Single letters work while the text has the keyboard; the menu shows them."""

    #: What the selected words are to be made into: "quote", "person" …
    wanted = Signal(str)
    #: The next passage (1) or the previous one (-1).
    step_requested = Signal(int)

    def __init__(self, view: QWidget, pane: QWidget) -> None:
        super().__init__(pane)
        self.marks = {name: self._mark(name, view) for name in _MARKS}
        self.others = [self._made(name, *spec, view) for name, spec in _OTHERS.items()]
        self.suggest = self._suggest(pane)
        self.steps = [
            self._step("Ne&xt passage", "Alt+Down", 1, pane),
            self._step("Pre&vious passage", "Alt+Up", -1, pane),
        ]

    def _mark(self, name: str, view: QWidget) -> QAction:
        text, key, picture, tip = _MARKS[name]
        action = self._made(name, text, key, picture, view)
        action.setToolTip(f"{tip} ({key})")
        return action

    def _made(self, name: str, text: str, key: str, picture: str, view: QWidget) -> QAction:
        action = QAction(icon(picture), text, self)
        action.setShortcut(key)
        # Elsewhere the letters are typed.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(partial(self.wanted.emit, name))
        view.addAction(action)
        return action

    def _suggest(self, pane: QWidget) -> QAction:
        action = QAction(icon("suggest"), "&Suggest", self)
        action.setToolTip("Find persons, places, events, figures and quotes here (Ctrl+G)")
        action.setShortcut("Ctrl+G")
        pane.addAction(action)
        return action

    def _step(self, text: str, keys: str, by: int, pane: QWidget) -> QAction:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self.step_requested.emit(by))
        pane.addAction(action)
        return action

    def allow(self, is_shown: bool) -> None:
        """Let them be used while there is a text."""
        for action in (*self.marks.values(), *self.others, *self.steps, self.suggest):
            action.setEnabled(is_shown)
