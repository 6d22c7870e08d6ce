"""Everything with which a reader marks words: commands, bar, context menu, and what they say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from viewer.domain.records import Document
from viewer.gui.marking.actions import MarkActions
from viewer.gui.marking.bar import MarkBar
from viewer.gui.marking.hint import Hint
from viewer.gui.marking.marker import Marker
from viewer.gui.reader.behind import Behind
from viewer.gui.reader.text_view import TextView
from viewer.gui.selection import Selection
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits


class MarkingTools(QObject):
    """Keeps the selection as the text has it, and makes of it what is wanted."""

    #: The `Marked` that was written, or that was there already.
    made = Signal(object)

    def __init__(
        self, session: Session, selection: Selection, view: TextView, behind: Behind, pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._view, self._behind = view, behind
        self._document: Document | None = None
        self._units = TextUnits("")
        self.selection = selection
        self.actions = MarkActions(view, pane)
        self.bar = MarkBar(view, self.actions)
        self.hint = Hint(view)
        self.marker = Marker(session, selection, view)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._connect()

    def _connect(self) -> None:
        self.actions.wanted.connect(self.marker.mark)
        self.marker.made.connect(self._on_made)
        self.marker.said.connect(self.hint.say)
        self.marker.asked.connect(self.bar.dismiss)
        self.marker.dropped.connect(self._on_dropped)
        self.selection.changed.connect(self._follow_selection)
        self._view.selectionChanged.connect(self._take_selection)
        self._view.customContextMenuRequested.connect(self._show_menu)

    def show_document(self, document: Document | None, units: TextUnits) -> None:
        """Mark words of another document, or of none, from now on; nothing is selected."""
        self.marker.drop()
        self._document, self._units = document, units
        self.selection.clear()
        self.hint.say("")
        self.bar.follow()
        self.actions.allow(document is not None)

    def _on_made(self, marked: object) -> None:
        self.made.emit(marked)
        self.hint.say(getattr(marked, "says", ""))

    def _on_dropped(self) -> None:
        self.bar.bring_back()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self) -> None:
        """Select nothing; the caret stays where it is."""
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self._view.setTextCursor(cursor)

    # The selection and the text say the same

    def _take_selection(self) -> None:
        cursor = self._view.textCursor()
        if self._document is None or not cursor.hasSelection():
            self.selection.clear()
            return
        start = self._units.to_code_points(cursor.selectionStart())
        end = self._units.to_code_points(cursor.selectionEnd())
        self.selection.select(self._document, start, end)

    def _follow_selection(self) -> None:
        if self.selection.document is None:
            self.let_go()
        else:
            self.hint.say("")

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.actions.marks.values()))
        menu.addSeparator()
        copy = menu.addAction("&Copy", self._view.copy)
        copy.setEnabled(self._view.textCursor().hasSelection())
        menu.addAction("Select &all", self._view.selectAll)
        records = self._behind.records(self._view.marks_at(point))
        if records:
            menu.addSeparator()
            self._behind.fill(menu, records)
        menu.popup(self._view.viewport().mapToGlobal(point))
