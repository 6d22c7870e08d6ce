"""What is known of one file: asked for where the file itself does not say it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.dates import EdtfError, parse_edtf
from viewer.domain.formats import format_name
from viewer.domain.marking.dates import date_of
from viewer.domain.records import Document, field_of
from viewer.domain.text import shortened
from viewer.gui.editors.date import DateEditor
from viewer.gui.editors.field_row import FieldRow
from viewer.gui.importing.entry import ASKED, Entry
from viewer.gui.labels import label
from viewer.gui.session import Session

#: Code points of the text that are shown: enough to see whether it was read rightly.
_SHOWN = 20_000
#: Pixels around that text.
_MARGIN = 12
_WAITING = "This file is being read…"


class EntryForm(QWidget):
    """The fields of the document-to-be, with the beginning of its text beside or below them."""

    #: A field was given another value.
    edited = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, is_wide: bool = False
    ) -> None:
        super().__init__(parent)
        side = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        self._split = QSplitter(side)
        self._entry: Entry | None = None
        self.rows = {name: FieldRow(field_of(Document.kind, name), session, self) for name in ASKED}
        self.says = label("", "")
        self.facts = label("", "quiet")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Text as it was read")
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(_MARGIN)
        self._lay_out(is_wide)
        self.rows["published"].finished.connect(self._read_date)
        for row in self.rows.values():
            row.editor.typed.connect(self._take)
            row.finished.connect(self._take)

    def _lay_out(self, is_wide: bool) -> None:
        self._fields = QWidget()
        form = QVBoxLayout(self._fields)
        form.setContentsMargins(2, 2, 14, 10)
        form.setSpacing(8)
        for row in self.rows.values():
            form.addWidget(row)
        form.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._fields)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(area)
        self._split.addWidget(self.text)
        self._split.setHandleWidth(1)
        self._split.setSizes([400, 560] if is_wide else [340, 200])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.says)
        layout.addWidget(self._split, 1)
        layout.addWidget(self.facts)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a file as it is now; what is being typed for the same one stays."""
        is_other, self._entry = entry is not self._entry, entry
        source = entry.source if entry is not None else None
        self._split.setVisible(source is not None)
        self.facts.setVisible(source is not None)
        self.says.setText(_WAITING if entry is not None and source is None else "")
        if entry is not None and entry.says:
            self.says.setText(entry.says)
        self.says.setVisible(bool(self.says.text()))
        if entry is None or source is None:
            return
        for name, row in self.rows.items():
            if is_other:
                row.editor.set_value(entry.values[name])
            row.show_value(entry.values[name])
            row.set_read_only(not entry.is_open)
        self._show_text(source.text)
        self.facts.setText(_facts(source.media_type, source.extracted_by, len(source.text)))

    def _show_text(self, text: str) -> None:
        beginning = text[:_SHOWN]
        if len(text) > _SHOWN:
            beginning += "\n\n…"
        if self.text.toPlainText() != beginning:
            self.text.setPlainText(beginning)
            self._set_direction()

    def _set_direction(self) -> None:
        """Let the lines begin where the script of the first does."""
        side = self.text.document().firstBlock().textDirection()
        to_right = side == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        option = self.text.document().defaultTextOption()
        option.setTextDirection(side)
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        self.text.document().setDefaultTextOption(option)

    def begin(self) -> None:
        """Put the keyboard where something is to be said: the title, or else the date."""
        entry = self._entry
        if entry is not None and entry.is_open:
            self.rows["published" if entry.title else "title"].editor.setFocus()

    def _take(self) -> None:
        """Keep what was typed with the file it was typed for."""
        entry = self._entry
        if entry is None or not entry.is_open:
            return
        for name, row in self.rows.items():
            if row.is_changed and (found := row.read()) is not None:
                entry.values[name] = found[0]
                row.show_value(found[0])
        self.edited.emit()

    def _read_date(self) -> None:
        """Take what can be sorted by from the date as it is written, unless it is said."""
        editor = self.rows["published"].editor
        if isinstance(editor, DateEditor) and not editor.edtf.text():
            editor.edtf.setText(edtf_of(editor.written.text()))

    @property
    def is_whole(self) -> bool:
        """Whether everything that is typed can be read; says where it cannot."""
        shown = self._entry is not None and self._entry.is_open
        unread = [row for row in self.rows.values() if shown and row.read() is None]
        return not unread


def edtf_of(written: str) -> str:
    """Return the EDTF of a date as somebody writes it; "" where it is not plain."""
    try:
        parse_edtf(written.strip())
    except EdtfError:
        return date_of(written).edtf
    return written.strip()


def _facts(media_type: str, extracted_by: str, length: int) -> str:
    by = shortened(extracted_by, 120)
    return f"{format_name(media_type)} · {length:,} characters · read by {by}"
