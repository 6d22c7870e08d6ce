"""The details of one record: its fields, their evidence, and everything it is tied to."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet
from viewer.gui.deletion import delete_record
from viewer.gui.details.form import Drafts
from viewer.gui.details.view import RecordView
from viewer.gui.icons import icon, kind_icon
from viewer.gui.labels import label
from viewer.gui.selection import Selection
from viewer.gui.session import Session


class DetailsPane(QWidget):
    """Shows and edits one record at a time; what is edited is saved on leaving the field."""

    record_requested = Signal(str)
    passage_requested = Signal(str)
    #: The user is to see the pane, in which something begins.
    attention_requested = Signal()

    def __init__(
        self,
        session: Session,
        selection: Selection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._selection = session, selection
        self._view: RecordView | None = None
        self._drafts: Drafts = {}
        self._empty = label("Choose a record to see what is known of it.", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = _area()
        self.add_words = QAction(kind_icon("evidence"), "&Words for this record…", self)
        self.add_words.triggered.connect(self._begin_words)
        self.use_words = QAction(icon("add"), "&Use the selected words for this field", self)
        self.use_words.setShortcut("Ctrl+Shift+E")
        self.use_words.triggered.connect(self._use_words)
        self.add_tag = QAction(kind_icon("tagging"), "Ta&g for this record…", self)
        self.add_tag.triggered.connect(self._begin_tag)
        self.add_note = QAction(kind_icon("annotation"), "&Note on this record…", self)
        self.add_note.setShortcut("Ctrl+Shift+N")
        self.add_note.triggered.connect(self._begin_note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._area, 1)
        self.setAccessibleName("Details")
        self.setMinimumWidth(230)
        session.changed.connect(self._on_changed)
        session.closed.connect(self._forget)
        if selection is not None:
            selection.changed.connect(self._allow_use)
        self.clear()

    @property
    def record_id(self) -> str:
        """The id of the record that is shown; "" when there is none."""
        return self._view.record_id if self._view is not None else ""

    @property
    def view(self) -> RecordView | None:
        """What shows the present record."""
        return self._view

    def show_record(self, record_id: str) -> None:
        """Show a record; what was typed in the one before is saved first."""
        if self._view is not None and record_id == self.record_id:
            self._view.refresh()
            return
        self.save_pending()
        record = self._session.case.find(record_id)
        if record is None:
            self.clear()
            return
        view = RecordView(self._session, record, self._drafts, self._selection)
        view.record_requested.connect(self.record_requested)
        view.passage_requested.connect(self.passage_requested)
        view.deletion_requested.connect(self._delete)
        self._replace(view)

    def show_field(self, record_id: str, field: str) -> None:
        """Show a record and give the keyboard to one of its fields."""
        self.show_record(record_id)
        row = self._view.show_field(field) if self._view is not None else None
        if row is not None:
            self.attention_requested.emit()
            self.bring_into_view(row)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part of what shows the record."""
        # Later: the form that was just made has no places yet.
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, 40))

    def clear(self) -> None:
        """Show nothing."""
        self._replace(None)

    @property
    def drafts(self) -> Drafts:
        """What was typed and is no value yet."""
        return dict(self._drafts)

    def come_back(self, drafts: Drafts) -> None:
        """Show again what was typed and is no value yet."""
        self._drafts |= drafts
        shown = self.record_id
        if any(record_id == shown for record_id, _ in drafts):
            self._replace(None)
            self.show_record(shown)

    def save_pending(self) -> None:
        """Save what was typed in a field that was not left yet; to be called before closing."""
        if self._view is not None and self._session.is_open:
            self._view.save_pending()

    def _replace(self, view: RecordView | None) -> None:
        old, self._view = self._view, view
        focused = self.window().focusWidget()
        had_focus = old is not None and focused is not None and old.isAncestorOf(focused)
        self.setFocusProxy(view.first_field if view is not None else self._empty)
        if old is not None:
            self._area.takeWidget()
            old.hide()
            old.deleteLater()
        if view is not None:
            self._area.setWidget(view)
        self.add_words.setEnabled(view is not None and view.can_add_words)
        self._allow_use()
        self.add_tag.setEnabled(view is not None and view.tags.can_add)
        self.add_note.setEnabled(view is not None and view.notes.can_add)
        self._area.setVisible(view is not None)
        self._empty.setVisible(view is None)
        if had_focus:
            # Who follows a link goes on from the new record, not from wherever Qt looks next.
            self._area.setFocus()

    def _forget(self) -> None:
        self._drafts.clear()
        self.clear()

    def _delete(self) -> None:
        delete_record(self._session, self.record_id, self)

    def _begin_words(self) -> None:
        if self._view is not None:
            self._view.add_words()

    def _use_words(self) -> None:
        if self._view is not None:
            self.attention_requested.emit()
            self._view.use_selected()

    def _allow_use(self) -> None:
        there = self._selection is not None and not self._selection.is_empty
        takes = self._view is not None and self._view.can_add_words
        self.use_words.setEnabled(there and takes)

    def _begin_note(self) -> None:
        if self._view is not None:
            self._view.notes.add_note()

    def _begin_tag(self) -> None:
        if self._view is not None:
            self.attention_requested.emit()
            self._view.tags.begin()
            self._area.ensureWidgetVisible(self._view.tags)

    def _on_changed(self, change_set: ChangeSet) -> None:
        gone = {change.id for change in change_set.changes if change.after is None}
        if self.record_id in gone:
            self.clear()
        elif self._view is not None:
            # Later: the editor that was just left may still be at its work.
            QTimer.singleShot(0, self._view, self._view.refresh)


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    area.setAccessibleName("What is known of the record")
    return area
