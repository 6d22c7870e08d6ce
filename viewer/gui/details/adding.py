"""Tying the words selected in the reader to a field, where the field stands."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.fields import DateField, NamedField, Real, Term, Whole
from viewer.domain.text import shortened
from viewer.domain.vocabularies import vocabulary
from viewer.gui.icons import icon
from viewer.gui.labels import label
from viewer.gui.plain import show_tip
from viewer.gui.selection import Selection

#: As high as a line of words, so that nothing moves when it comes and goes.
_QUIET = """
QToolButton { border: none; border-radius: 4px; padding: 0 14px 0 2px; }
QToolButton:focus { background: palette(highlight); }
QToolButton::menu-button { border: none; width: 13px; }
QToolButton::menu-arrow { width: 9px; height: 9px; }
"""
_ICON = 14


class AddSelected(QToolButton):
    """There while words are selected: a click means that they support; its menu asks."""

    #: The stance that the selected words take.
    wanted = Signal(str)

    def __init__(
        self, selection: Selection, field_label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selection, self._label = selection, field_label
        self.setIcon(icon("add"))
        self.setText("Add the selected words")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAccessibleName(f"Add the selected words to {field_label}")
        self.setAutoRaise(True)
        self.setStyleSheet(_QUIET)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFixedHeight(self.fontMetrics().height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMenu(self._stances())
        self.clicked.connect(lambda: self.wanted.emit("supports"))
        selection.changed.connect(self._follow)
        self._follow()

    def _stances(self) -> QMenu:
        menu = QMenu(self)
        for term in vocabulary("stance"):
            action = menu.addAction(f"&{term.label}")
            action.setData(term.code)
        menu.triggered.connect(lambda action: self.wanted.emit(action.data()))
        return menu

    def _follow(self) -> None:
        words = shortened(self._selection.words, 80)
        show_tip(self, f"Add the selected words to {self._label}: “{words}”")
        self.setVisible(not self._selection.is_empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu downwards."""
        if event.key() == Qt.Key.Key_Down:
            self.showMenu()
        else:
            super().keyPressEvent(event)


class SayInstead(QWidget):
    """Asks in place what words give for a field instead of the record's value."""

    #: What they give; "" where they do not say.
    said = Signal(str)
    #: The user does not want it after all.
    dropped = Signal()

    def __init__(self, field: NamedField, words: str, value: str = "") -> None:
        super().__init__()
        self.line = QLineEdit(value)
        self.line.setPlaceholderText(_example(field))
        self.line.setAccessibleName(f"{field.spec.label}: what the words say instead")
        if isinstance(field.spec, Term):
            self.line.setCompleter(_terms(field.spec.vocabulary, self))
        self.line.returnPressed.connect(self._say)
        self._done = QPushButton("Add" if not value else "Save")
        self._done.setAutoDefault(False)
        self._done.clicked.connect(self._say)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(3)
        layout.addWidget(label(f"What do they say instead? “{shortened(words, 60)}”", "quiet"))
        layout.addLayout(row)
        self.setFocusProxy(self.line)

    def _say(self) -> None:
        self.said.emit(self.line.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of it with Escape; Enter stays here."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _example(field: NamedField) -> str:
    match field.spec:
        case DateField():
            return "Such as 25 October 2019 or 2019-10~"
        case Whole() | Real():
            return "A number; empty if they do not say"
        case _:
            return "Empty if they do not say"


def _terms(name: str, parent: QWidget) -> QCompleter:
    labels = [term.label for term in vocabulary(name) if term.label]
    completer = QCompleter(labels, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
