"""The line in which a tag is typed: those that begin so are offered, a new one is welcome."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from viewer.domain.records import Tag
from viewer.domain.text import folded, normalised
from viewer.gui.editors.candidates import candidates
from viewer.gui.session import Session
from viewer.store import CaseFile

_WIDTH = 190
_LIST = "QListView { border: 1px solid palette(mid); } QListView::item { padding: 4px 6px; }"


def meant_tag(case: CaseFile, label: str) -> Tag | None:
    """Return the tag that is called so, in capitals or not."""
    exact = case.where(Tag, limit=1, label=label)
    if exact:
        return exact[0]
    found = candidates(case, ("tag",), label)
    same = (each for each in found if folded(each.title) == folded(label))
    return next((case.get(Tag, each.id) for each in same), None)


class TagLine(QLineEdit):
    """Enter, leaving the line or choosing from the list takes the tag; Escape takes none."""

    #: The label of a tag was typed or chosen.
    taken = Signal(str)
    #: Nothing more is typed here.
    ended = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_open = False
        self.setFixedWidth(_WIDTH)
        self.setPlaceholderText("Type a tag, old or new")
        self.setAccessibleName("Tag")
        self._found = QStringListModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = self._completer.popup()
        assert popup is not None
        popup.setStyleSheet(_LIST)
        self._popup = popup
        self.setCompleter(self._completer)
        self._completer.activated.connect(self._choose)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._enter)
        self.editingFinished.connect(self._leave)

    def begin(self) -> None:
        """Show the line, empty, with the keyboard in it."""
        self.clear()
        self._is_open = True
        self.show()
        self.setFocus()
        self._offer("")

    def take(self) -> None:
        """Take what was typed, if anything, and end."""
        self._end(normalised(self.text()).strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take nothing on Escape."""
        if event.key() == Qt.Key.Key_Escape and not self._popup_is_open():
            self._end("")
        else:
            super().keyPressEvent(event)

    def _end(self, label: str) -> None:
        if not self._is_open:
            return
        self._is_open = False
        self._popup.hide()
        self.ended.emit()
        if label:
            self.taken.emit(label)

    def _offer(self, typed: str) -> None:
        found = candidates(self._session.case, ("tag",), typed)
        self._found.setStringList([each.title for each in found])
        self._completer.complete()

    def _choose(self, label: str) -> None:
        self._end(label)

    def _enter(self) -> None:
        """Leave it to the list where one of its tags was gone to; offered alone is not chosen."""
        if not (self._popup_is_open() and self._popup.selectionModel().hasSelection()):
            self.take()

    def _leave(self) -> None:
        if not self._popup_is_open():
            self.take()

    def _popup_is_open(self) -> bool:
        return self._popup.isVisible()
