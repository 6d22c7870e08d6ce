"""The text and, when it is wanted, the original beside it, turned to the page that is read."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from viewer.domain.pages import page_starts
from viewer.domain.records import Document
from viewer.gui.reader.original import Original
from viewer.gui.reader.text_view import TextView
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits

#: Milliseconds that the text rests before the pages follow: each page is drawn in some tenths.
_PAUSE = 150


class Beside(QSplitter):
    """Puts the original beside the text. Positions are UTF-16 units, as Qt counts."""

    #: The page that is read and the number of pages; 0 and 0 where there are none.
    page_changed = Signal(int, int)

    def __init__(self, session: Session, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._document: Document | None = None
        #: Where the pages begin; none for what has no pages.
        self._starts: list[int] = []
        #: A position that was gone to: its page counts as long as it is in view.
        self._stood: int | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.original = Original(session)
        self.original.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(view)
        self.addWidget(self.original)
        self._pause.timeout.connect(self._follow)
        view.verticalScrollBar().valueChanged.connect(self._pause.start)

    def show_document(self, document: Document | None, units: TextUnits) -> None:
        """Follow another document, or none."""
        self._document, self._stood = document, None
        starts = page_starts(document) if document is not None else []
        self._starts = [units.to_units(at) for at in starts]
        if self.original.isVisibleTo(self):
            self.original.show_document(document)
        self._say(self.page_at(0))

    def show_original(self, shown: bool) -> None:
        """Show the original beside the text, or the text alone."""
        self.original.setVisible(shown)
        if not shown:
            self.original.show_document(None)
            return
        if sum(self.sizes()[1:]) < self.width() // 4:
            self.setSizes([self.width() // 2, self.width() // 2])
        self.original.show_document(self._document)
        self._follow()

    def page_at(self, position: int) -> int:
        """Return the number of the page on which a position stands, from 1; 0 without pages."""
        return bisect_right(self._starts, position)

    def turn_to(self, position: int) -> None:
        """Show the page of a position."""
        self._pause.stop()
        self._stood = position
        self._say(self.page_at(position))

    def _follow(self) -> None:
        if self._stood is not None and not self._view.is_in_view(self._stood, self._stood):
            self._stood = None
        top = self._view.cursorForPosition(QPoint(0, 0)).position()
        self._say(self.page_at(top if self._stood is None else self._stood))

    def _say(self, page: int) -> None:
        self.original.show_page(page)
        self.page_changed.emit(page, len(self._starts))
