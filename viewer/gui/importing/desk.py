"""What the File menu, a drop and the clipboard ask for: documents into the case that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.errors import CasefileError
from viewer.gui import messages
from viewer.gui.once import show_once
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.gui.importing.dialog import ImportDialog
    from viewer.gui.importing.lists.dialog import ListDialog
    from viewer.gui.importing.whole_case import WholeCase

_FILTER = (
    "Documents, lists and cases (*.txt *.md *.html *.htm *.xhtml *.mht *.mhtml *.pdf *.docx *.eml "
    "*.csv *.tsv *.json);;All files (*)"
)
_NO_CASE = "Documents are kept in a case, and none is open. Make one for them, or open one first."
_READ_ONLY = "This case is open read-only; nothing can be imported into it."
_EMPTY = (
    "There is nothing in this folder that Casefile reads as a document (plain text, HTML, PDF, "
    "DOCX, EML). Choose another folder, or the files themselves."
)
_NOTHING = "There is neither a file nor a text on the clipboard. Copy one first."


class ImportDesk(QObject):
    """Finds out which documents are meant, and opens the dialog for them."""

    #: The ids of the documents that were imported, and whether suggestions are wanted.
    imported = Signal(object, bool)

    def __init__(self, session: Session, window: QWidget, make_case: Callable[[], object]) -> None:
        super().__init__(window)
        self._session, self._window, self._make_case = session, window, make_case
        #: What was dropped while no case was open: for the one that is opened next.
        self._kept: list[Path] = []
        #: Where files were chosen last, while the program runs: nothing of it is written down.
        self._last = ""
        self.dialog: ImportDialog | None = None
        self.list_dialog: ListDialog | None = None
        #: The last file that was a whole case.
        self.whole_case: WholeCase | None = None
        #: Lists of persons or events that are to be taken in one after the other.
        self._lists: list[Path] = []
        session.opened.connect(self._take_kept)

    def ask_files(self) -> None:
        """Let the user choose files."""
        if self._refuses():
            return
        dialog = QFileDialog(self._window, "Import documents", self._folder(), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        dialog.filesSelected.connect(lambda names: self._take_chosen([Path(n) for n in names]))
        show_once(dialog)

    def ask_folder(self) -> None:
        """Let the user choose a folder; what lies in it and below is imported."""
        if self._refuses():
            return
        dialog = QFileDialog(self._window, "Import all documents of a folder", self._folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._take_chosen([Path(name)]))
        show_once(dialog)

    def _take_chosen(self, paths: list[Path]) -> None:
        self._last = str(paths[0].parent)
        self.take(paths)

    def _refuses(self) -> bool:
        """Say so where the case takes nothing in."""
        if self._session.read_only:
            messages.warn(self._window, _READ_ONLY)
        return self._session.read_only

    def _folder(self) -> str:
        if self._last:
            return self._last
        return str(self._session.path.parent) if self._session.is_open else ""

    def paste(self) -> None:
        """Take in the files, or else the text, on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        # None, whatever PySide says, where nothing was ever copied.
        if mime is None:
            messages.warn(self._window, _NOTHING)
        elif paths := local_files(mime):
            self.take(paths)
        elif mime.hasText() and mime.text().strip():
            self._paste_text(mime.text())
        else:
            messages.warn(self._window, _NOTHING)

    def _paste_text(self, text: str) -> None:
        if self._refuses():
            return
        from viewer.gui.creation.document import DocumentDialog

        dialog = DocumentDialog(self._session, self._window, text)
        dialog.accepted.connect(lambda: self.imported.emit([dialog.record_id], True))
        show_once(dialog)

    def take(self, paths: list[Path]) -> None:
        """Import files, and what lies in folders; without an open case, offer to make one."""
        if not self._session.is_open:
            self._kept = paths
            messages.offer(self._window, _NO_CASE, "New case…", self._make_case)
            return
        if self._refuses():
            return
        self._begin(paths)

    def _take_kept(self) -> None:
        paths, self._kept = self._kept, []
        if paths and not self._session.read_only:
            self._begin(paths)

    def _begin(self, paths: list[Path]) -> None:
        from viewer.sources.exchange.recognising import holds_case
        from viewer.sources.files import files_in
        from viewer.sources.tables.recognising import holds_list

        files, left_out = files_in(paths)
        if not files:
            messages.warn(self._window, _EMPTY)
            return
        self._session.unsaved.settle()
        if cases := [path for path in files if holds_case(path)]:
            self._take_cases(cases)
            files = [path for path in files if path not in cases]
        self._lists = [path for path in files if holds_list(path)]
        if others := [path for path in files if path not in self._lists]:
            self._open_documents(others, len(left_out))
        else:
            self._open_next_list()

    def _take_cases(self, paths: list[Path]) -> None:
        from viewer.gui.importing.whole_case import WholeCase

        for path in paths:
            case = self.whole_case = WholeCase(self._session, path, self._window, self)
            case.imported.connect(lambda ids: self.imported.emit(ids, False))

    def _open_documents(self, files: list[Path], left_out: int = 0) -> None:
        from viewer.gui.importing.dialog import ImportDialog

        self.dialog = ImportDialog(self._session, files, self._window, left_out=left_out)
        self.dialog.imported.connect(self.imported)
        self.dialog.destroyed.connect(self._forget)
        show_once(self.dialog)

    def _open_next_list(self) -> None:
        """Open the dialog for the next of the files that are lists."""
        from viewer.gui.importing.lists.dialog import ListDialog
        from viewer.sources.tables.reading import read_table

        if not self._lists or self._session.read_only:
            return
        path = self._lists.pop(0)
        try:
            read = read_table(path)
        except CasefileError as error:
            messages.warn(self._window, str(error))
            return
        self.list_dialog = ListDialog(self._session, read, self._window)
        self.list_dialog.imported.connect(lambda id: self.imported.emit([id], False))
        self.list_dialog.document_wanted.connect(lambda: self._open_documents([path]))
        self.list_dialog.destroyed.connect(self._forget_list)
        show_once(self.list_dialog)

    def _forget(self) -> None:
        self.dialog = None
        self._go_on()

    def _forget_list(self) -> None:
        self.list_dialog = None
        self._go_on()

    def _go_on(self) -> None:
        """Take up the next list when no dialog is open any more."""
        if self.dialog is None and self.list_dialog is None and self._session.is_open:
            QTimer.singleShot(0, self, self._open_next_list)


def local_files(mime: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
