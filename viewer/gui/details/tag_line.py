"""The line in which a tag is typed: those that begin so are offered, a new one is welcome."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from viewer.domain.tags import clean_label
from viewer.gui.editors.candidates import candidates
from viewer.gui.session import Session

_WIDTH = 190
_LIST = "QListView { border: 1px solid palette(mid); } QListView::item { padding: 4px 6px; }"


class TagLine(QLineEdit):
    """Enter, leaving the line or choosing from the list takes the tag; Escape takes none.

    A line that `stays` is then empty again and ready for one more tag.
    """

    #: The label of a tag was typed or chosen.
    taken = Signal(str)
    #: Nothing more is typed here.
    ended = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, stays: bool = False
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._stays = self._is_open = stays
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
        self._end(clean_label(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take nothing on Escape."""
        if event.key() == Qt.Key.Key_Escape and not self._popup_is_open():
            self._end("")
        else:
            super().keyPressEvent(event)

    def _end(self, label: str) -> None:
        if not self._is_open:
            return
        self._is_open = self._stays
        self._popup.hide()
        if self._stays:
            self.clear()
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
