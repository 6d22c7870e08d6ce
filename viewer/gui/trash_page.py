"""The trash: what was deleted, and what comes back of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import CasefileError
from viewer.gui import plain
from viewer.gui.icons import icon
from viewer.gui.row_table import SELECT, RowTable
from viewer.gui.session import Session
from viewer.gui.trash_model import TrashModel
from viewer.gui.trash_preview import TrashPreview

if TYPE_CHECKING:
    from viewer.domain.restoring import Restoration


class TrashPage(QWidget):
    """A table of deletions, a preview of the chosen one, and a button that brings it back."""

    record_requested = Signal(str)
    #: The number of a deletion that is to be removed for good.
    forgetting_requested = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = False
        self._restoration: Restoration | None = None
        self.model = TrashModel(session, self)
        self.table = _Table(self.model)
        self.preview = TrashPreview()
        self.restore = QPushButton(icon("undo"), "Restore")
        self.restore.setToolTip("Bring back what is chosen, as a change that can be undone (Enter)")
        self.forget = QPushButton("Remove for good…")
        self.forget.setToolTip("Take what is chosen out of the file, so that nothing is left of it")
        self._title = plain.label(look="subheading")
        self._told = plain.paragraph(look="quiet")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.forget)
        top.addWidget(self.restore)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.table)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self._pages = QStackedLayout()
        self._pages.addWidget(split)
        self._pages.addWidget(_nothing())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        self._told.setContentsMargins(12, 0, 12, 8)
        whole.addWidget(self._told)
        whole.addLayout(self._pages, 1)
        self.setAccessibleName("Trash")
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.restore.clicked.connect(self.restore_chosen)
        self.forget.clicked.connect(self.forget_chosen)
        self.table.restore_wanted.connect(self.restore_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._session.changed.connect(self._on_changed)
        self._session.opened.connect(self._on_changed)
        self._session.closed.connect(self._refresh)

    def restore_chosen(self) -> None:
        """Bring back the deletion that is chosen, as far as it still fits."""
        entry, found = self.model.entry(self.table.currentIndex().row()), self._restoration
        if entry is None or found is None or not self.restore.isEnabled():
            return
        said = f"“{entry.title}” is in the case again. Undo takes it away."
        if self._session.do(found.change_set, as_it_was=True):
            self._tell(said)
            self.record_requested.emit(entry.record.id)

    def forget_chosen(self) -> None:
        """Wish to remove the deletion that is chosen for good."""
        entry = self.model.entry(self.table.currentIndex().row())
        if entry is not None and self.forget.isEnabled():
            self.forgetting_requested.emit(entry.entry.seq)

    def _on_current(self, current: QModelIndex) -> None:
        entry = self.model.entry(current.row())
        self._restoration = None
        if entry is not None:
            self._tell("")
            try:
                self._restoration = self._session.case.restoration(entry.entry.seq)
            except CasefileError as error:
                self._tell(str(error))
        self.preview.show_entry(entry, self._restoration)
        can_be = self._restoration is not None and not self._restoration.change_set.is_empty
        self.restore.setEnabled(can_be and not self._session.read_only)
        self.forget.setEnabled(entry is not None and not self._session.read_only)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    # Keeping up with the case

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read the trash anew; the row stays, or what now stands in its place."""
        self._is_stale = False
        row = self.table.currentIndex().row()
        entry = self.model.entry(row)
        self.model.refresh()
        again = self.model.row_of(entry.entry.seq) if entry is not None else None
        self._show()
        self.table.choose(min(row, self.model.rowCount() - 1) if again is None else again)

    def _show(self) -> None:
        is_empty = not self.model.rowCount()
        self._title.setText("Trash" if is_empty else f"Trash ({self.model.total:,})")
        self._tell("")
        self._pages.setCurrentIndex(1 if is_empty else 0)
        for button in (self.restore, self.forget):
            button.setVisible(not is_empty)
        self.forget.setEnabled(False)
        self.restore.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while another page was shown."""
        if self._is_stale:
            self._refresh()
        if not self.table.currentIndex().isValid():
            self.table.choose(0)
        super().showEvent(event)


class _Table(RowTable):
    #: Enter was pressed, or a row was clicked twice.
    restore_wanted = Signal()

    def __init__(self, model: TrashModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Deleted records")
        model.modelReset.connect(self.fit)
        self.doubleClicked.connect(self.restore_wanted)

    def choose(self, row: int) -> None:
        """Go to a row, or to none."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, SELECT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.restore_wanted.emit()
        else:
            super().keyPressEvent(event)


def _nothing() -> QWidget:
    sentence = plain.paragraph(
        "The trash is empty. What you delete is kept here and can be brought back.", "quiet"
    )
    sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(32, 24, 32, 24)
    box.addStretch(1)
    box.addWidget(sentence)
    box.addStretch(2)
    return page
