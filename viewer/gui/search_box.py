"""The search box of the toolbar: asks as one types and leads to what is found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.gui.finder import Finder, Findings
from viewer.gui.icons import icon
from viewer.gui.search_popup import SearchPopup
from viewer.gui.session import Session

#: Milliseconds of stillness after which a search begins: keys that come at once are one question.
_PAUSE = 15


class SearchBox(QLineEdit):
    """One line over the whole case."""

    #: The id of a record to show.
    record_requested = Signal(str)
    #: A kind whose list is wanted with only the rows that have the words.
    list_requested = Signal(str, str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.finder = Finder(session, self)
        self.popup = SearchPopup(window)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setPlaceholderText("Search everything…")
        self.setAccessibleName("Search everything")
        self.setToolTip("Search persons, events, quotes, documents … (Ctrl+K)")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(260)
        self.setMaximumWidth(520)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(lambda: self._pause.start())
        self.textChanged.connect(self._on_text)
        self._pause.timeout.connect(self._ask)
        self.finder.answered.connect(self._show)
        self.popup.chosen.connect(self._go)
        self.popup.list_requested.connect(self._list)
        session.closed.connect(self._forget)
        window.installEventFilter(self)

    def focus(self) -> None:
        """Let the user type a search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _forget(self) -> None:
        """Keep no word of a case that was closed; `clear` could be undone."""
        self.setText("")
        self.popup.model.forget()

    def _on_text(self, text: str) -> None:
        if not text.strip():
            self._leave()

    def _ask(self) -> None:
        if self._session.is_open and self.text().strip():
            self.finder.ask(self.text())

    def _show(self, findings: Findings) -> None:
        if self.text() == findings.words and self.hasFocus():
            self.popup.show_findings(findings, self)

    def _leave(self) -> None:
        self._pause.stop()
        self.finder.forget()
        self.popup.hide()

    def _go(self, id: str) -> None:
        self._leave()
        self.record_requested.emit(id)

    def _list(self, kind: str) -> None:
        self._leave()
        self.list_requested.emit(kind, self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the results, take one, or leave."""
        shown = self.popup.isVisible()
        match event.key():
            case Qt.Key.Key_Down if shown:
                self.popup.move_by(1)
            case Qt.Key.Key_Up if shown:
                self.popup.move_by(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if shown:
                    self.popup.choose_current()
                else:
                    self._ask()
            case Qt.Key.Key_Escape:
                self.clear()
                self._leave()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show again what was found for the words that are there."""
        super().focusInEvent(event)
        self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the results go with the keyboard."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the results go when the window takes another shape."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.popup.hide()
        return super().eventFilter(watched, event)
