"""The editor of a date: as written, as EDTF, or counted from something else; with its basis."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from viewer.domain.dates import Date, EdtfError
from viewer.domain.text import normalised
from viewer.domain.titles import date_phrase
from viewer.errors import InvalidRecordError
from viewer.gui.editors.base import Editor
from viewer.gui.editors.offset import OffsetLine
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.editors.text import make_flat
from viewer.gui.fold import Fold
from viewer.gui.session import Session


class DateEditor(Editor):
    """Lines for what the source writes and for what that means, with the phrase it makes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.written = _line("As written, such as “last October”")
        self.edtf = _line("To sort by, such as 2019-10~")
        self.edtf.setToolTip(
            "Extended Date/Time Format: 2019, 2019-10, 2019-10-25, 2019~ (about), "
            "2019? (perhaps), 2019-10/2020-02, 2019-10/.. (since)"
        )
        self.basis = _line("If inferred: because …")
        self.anchor = ReferenceEditor(session, ("event", "document"), optional=True)
        self.anchor.line.setPlaceholderText("Event or document")
        self.offset = OffsetLine()
        self.phrase = QLabel()
        self.phrase.setTextFormat(Qt.TextFormat.PlainText)
        self.phrase.setWordWrap(True)
        self.phrase.setProperty("look", "quiet")
        self._unfold = Fold("Counted from another date")
        self._relative = _together(self.offset, self.anchor)
        self._lay_out()
        self._connect()
        self._relative.hide()
        self._say()

    def _lay_out(self) -> None:
        for widget in (self.written, self.edtf, self.phrase, self._unfold, self._relative):
            self._layout.addWidget(widget)
        self._layout.addWidget(self.basis)
        self.setFocusProxy(self.written)

    def _connect(self) -> None:
        for line in (self.written, self.edtf, self.basis):
            line.editingFinished.connect(self.finished)
            line.textEdited.connect(self.typed)
            line.textChanged.connect(self._say)
        self.offset.finished.connect(self.finished)
        self.offset.typed.connect(self.typed)
        self.offset.changed.connect(self._say)
        self.anchor.finished.connect(self.finished)
        self.anchor.typed.connect(self.typed)
        self.anchor.line.textChanged.connect(self._say)
        self.anchor.record_requested.connect(self.record_requested)
        self._unfold.turned.connect(self._relative.setVisible)

    def value(self) -> Date:
        """Return the value; raises `InvalidRecordError` while there is none."""
        anchor_id = self.anchor.value()
        # Untyped, the distance is none: at the same time.
        offset = self.offset.value() if anchor_id is not None else ""
        if anchor_id is None and not self.offset.is_blank:
            raise InvalidRecordError("Choose the event or document that the date counts from.")
        return Date(
            written=normalised(self.written.text()),
            edtf=self.edtf.text().strip(),
            anchor_id=anchor_id,
            offset=offset,
            basis=normalised(self.basis.text()),
        ).checked()

    def set_value(self, value: Date) -> None:
        """Show a value."""
        self.written.setText(value.written)
        self.edtf.setText(value.edtf)
        self.basis.setText(value.basis)
        self.anchor.set_value(value.anchor_id)
        self.offset.set_value(value.offset)
        self._unfold.set_open(value.anchor_id is not None)
        for line in (self.written, self.edtf, self.basis):
            line.setCursorPosition(0)
        self._say()

    @property
    def is_choosing(self) -> bool:
        """Whether what it counts from is still being looked for."""
        return self.anchor.is_choosing

    def draft(self) -> Any:
        """Return what was typed, valid or not."""
        lines = [line.text() for line in (self.written, self.edtf, self.basis)]
        return lines, self.anchor.draft(), self.offset.draft()

    def set_draft(self, draft: Any) -> None:
        """Show again what `draft` returned."""
        lines, anchor, offset = draft
        for line, typed in zip((self.written, self.edtf, self.basis), lines, strict=True):
            line.setText(typed)
        self.anchor.set_draft(anchor)
        self.offset.set_draft(offset)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        for line in (self.written, self.edtf, self.basis):
            make_flat(line, read_only)
        self.anchor.set_read_only(read_only)
        self.offset.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.written.setAccessibleName(f"{name}: as written")
        self.edtf.setAccessibleName(f"{name}: as EDTF")
        self.basis.setAccessibleName(f"{name}: inferred because")
        self.anchor.set_name(f"{name}: counted from")
        self.offset.set_name(f"{name}: distance")

    def _say(self) -> None:
        try:
            date = self.value()
            said = date_phrase(self._session.case, date)
        except EdtfError:
            said = "Not a date yet"
        except InvalidRecordError:
            said = ""
        self.phrase.setText(f"→ {said}" if said else "")
        self.phrase.setVisible(bool(said))


def _line(placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setMinimumWidth(60)
    return line


def _together(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    return box
