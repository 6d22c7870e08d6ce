"""The form for a new record of any kind; some kinds add to it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.domain.changes import ChangeSet, combined, creation
from viewer.domain.documents import now
from viewer.domain.ids import new_id
from viewer.domain.marking.people import New
from viewer.domain.records import KINDS, fields_of
from viewer.errors import InvalidRecordError
from viewer.gui.editors.field_row import FieldRow
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.labels import label
from viewer.gui.session import Session

#: Fields that must not be empty: without them nobody would find the record again.
_NEEDED = {"event": ("title",), "place": ("name",), "tag": ("label",), "document": ("title",)}
_LARGEST = 780


class RecordDialog(QDialog):
    """Asks for the fields of a new record and creates it."""

    #: Fields for which a form of its own asks otherwise.
    left_out: ClassVar[tuple[str, ...]] = ()

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.record_id = ""
        self.rows: dict[str, FieldRow] = {}
        self.setWindowTitle(f"New {KINDS[kind].labels[0].lower()}")
        self.problem = label("", "problem")
        self.problem.hide()
        self.form = QVBoxLayout()
        self.form.setSpacing(10)
        self._add_rows()
        self._lay_out()

    def _add_rows(self) -> None:
        for field in fields_of(self.kind):
            if field.spec.editable and field.name not in self.left_out:
                row = self.rows[field.name] = FieldRow(field, self.session)
                row.show_value(field.default)
                for reference in row.findChildren(ReferenceEditor):
                    reference.stay_here()
                self.form.addWidget(row)

    def _lay_out(self) -> None:
        content = QWidget()
        self.form.setContentsMargins(2, 2, 10, 2)
        content.setLayout(self.form)
        self.form.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons())
        wanted = content.sizeHint().height() + 110
        self.resize(460, min(wanted, _LARGEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard go through the form as it is read, whatever was put in later."""
        super().showEvent(event)
        if event.spontaneous():
            return
        within = (w for w in self._in_order() if w.window() is self)
        stops = [w for w in within if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)
        stops[0].setFocus()

    def _in_order(self) -> Iterator[QWidget]:
        for place in range(self.form.count()):
            item = self.form.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                yield from (widget, *widget.findChildren(QWidget))

    def give_room(self, widget: QWidget) -> None:
        """Let a part of the form have the height that nothing else needs."""
        self.form.setStretchFactor(widget, 1)
        self.form.setStretch(self.form.count() - 1, 0)

    def _buttons(self) -> QDialogButtonBox:
        # Of this window from the start: only so does the window know which button Enter means.
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.confirm = buttons.addButton("Create", QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def accept(self) -> None:
        """Create the record and close; stay open, and say why, when that cannot be."""
        values = self._values()
        if values is None:
            return
        try:
            self._check(values)
            change_set = self._with_additions(self.made(values))
        except InvalidRecordError as error:
            self._say(str(error))
            return
        self.session.failed.connect(self._say)
        done = self.session.do(change_set)
        self.session.failed.disconnect(self._say)
        if done:
            super().accept()

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that creates the record; raises `InvalidRecordError`."""
        self.record_id = new_id()
        if self.kind == "annotation":
            values |= {"author": self.session.who, "created": now()}
        return creation(KINDS[self.kind](id=self.record_id, **values))

    @property
    def new(self) -> list[New]:
        """The persons and places that were chosen and are to be created with the record."""
        editors = self.findChildren(ReferenceEditor)
        return [editor.new for editor in editors if editor.new is not None]

    def _with_additions(self, change_set: ChangeSet) -> ChangeSet:
        added = {change.id for change in change_set.changes}
        editors = self.findChildren(ReferenceEditor)
        missing = [e.additions() for e in editors if e.new is not None and e.new.id not in added]
        return combined(change_set.label, [*missing, change_set])

    def _values(self) -> dict[str, Any] | None:
        """Return what was typed; None, with the cursor at the first mistake, if it is not whole."""
        found = {name: row.read() for name, row in self.rows.items()}
        for name, value in found.items():
            if value is None:
                self.rows[name].setFocus()
                return None
        return {name: value[0] for name, value in found.items() if value is not None}

    def _check(self, values: dict[str, Any]) -> None:
        for name in _NEEDED.get(self.kind, ()):
            if not values[name].strip():
                self.rows[name].setFocus()
                raise InvalidRecordError(f"{self.rows[name].field.spec.label} must not be empty.")
        if "other_id" in values and values["other_id"] in (
            values.get("person_id"),
            values.get("event_id"),
        ):
            raise InvalidRecordError("A tie needs two different records.")

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
