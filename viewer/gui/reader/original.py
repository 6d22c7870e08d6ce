"""The original of a document, beside its text: the pages of a PDF, or what was received."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.formats import format_name
from viewer.domain.pages import PAGED
from viewer.domain.records import Document
from viewer.domain.text import isolated
from viewer.gui import messages, moments
from viewer.gui.labels import label
from viewer.gui.once import show_once
from viewer.gui.paging.page_bar import PageBar
from viewer.gui.paging.pages_view import PagesView
from viewer.gui.paging.sheets import ApartSheets
from viewer.gui.session import Session

_NO_PAGES = (
    "Only a PDF has pages to show here. The original is kept as it was received: save a copy of it "
    "to look at it in the program that it is for."
)
_DRAWING = "The pages are being drawn…"
_BROKE = (
    "The pages cannot be shown, because of a fault in the program. The original is whole: save a "
    "copy of it to look at it in another program."
)


class Original(QWidget):
    """Shows what was received, which nothing in the case can change."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._page = 1
        self.pages = PagesView()
        self.pages.setAccessibleName("Pages of the original")
        self.bar = PageBar(self.pages)
        self.message = label("", "quiet")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(24, 0, 24, 0)
        self.facts = label("", "quiet", selectable=True)
        self.save = QPushButton("Save a copy…")
        self.save.setAutoDefault(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        self._stack.addWidget(self.pages)
        self._lay_out()
        self.pages.arrived.connect(self._show_pages)
        self.save.clicked.connect(self._ask_where)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.facts, 1)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        self.setAccessibleName("Original")
        self.setFocusProxy(self.pages)

    def show_document(self, document: Document | None) -> None:
        """Show the original of a document; nothing for None."""
        if document is not None and self._document is not None and document.id == self._document.id:
            return
        self._document, self._page = document, 1
        self.pages.clear()
        self._say(_DRAWING if document is not None and document.media_type == PAGED else _NO_PAGES)
        self.facts.setText(_facts(document) if document is not None else "")
        if document is not None and document.media_type == PAGED:
            sheets = ApartSheets(self._session.case.content(document.sha256), self)
            sheets.refused.connect(self._say)
            sheets.broke.connect(self._say_broken)
            self.pages.set_sheets(sheets)

    def show_page(self, number: int) -> None:
        """Turn to a page, now or when the pages have come in; the first is 1."""
        if number != self._page:
            self._page = number
            self.pages.show_page(number)

    def _show_pages(self) -> None:
        self._stack.setCurrentWidget(self.pages)
        self.bar.allow_zoom(True)
        self.pages.show_page(self._page)
        self.bar.say_place()

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._stack.setCurrentWidget(self.message)
        self.bar.allow_zoom(False)
        self.bar.clear()

    def _say_broken(self) -> None:
        self._say(_BROKE)

    def _ask_where(self) -> None:
        assert self._document is not None
        name = self._document.file_name or "original"
        dialog = QFileDialog(self, "Save a copy of the original", name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        show_once(dialog)

    def write(self, path: Path) -> None:
        """Write the bytes as they were received; says so where that cannot be."""
        assert self._document is not None
        try:
            path.write_bytes(self._session.case.content(self._document.sha256))
        except OSError:
            messages.warn(
                self,
                f"“{path.name}” could not be written. The case is as it was: choose a folder "
                "in which you may write, with room left.",
            )


def _facts(document: Document) -> str:
    parts = [
        document.file_name,
        format_name(document.media_type),
        f"received {isolated(moments.local(document.received))}" if document.received else "",
        f"SHA-256 {document.sha256[:16]}…",
    ]
    return " · ".join(part for part in parts if part)
