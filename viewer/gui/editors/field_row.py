"""A field of a form: its label, its editor and, when what was typed is no value, why not."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.domain.fields import NamedField
from viewer.errors import InvalidRecordError
from viewer.gui.editors.base import Editor
from viewer.gui.editors.factory import editor_for
from viewer.gui.labels import label
from viewer.gui.session import Session

_NOTHING_YET = object()


class FieldRow(QWidget):
    """Keeps what was typed, valid or not, until it is mended or replaced."""

    #: The user left the editor: its value may be read now.
    finished = Signal()
    record_requested = Signal(str)

    def __init__(self, field: NamedField, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = editor_for(field, session)
        self.editor.set_name(field.spec.label)
        self._shown: Any = _NOTHING_YET
        self.title = label(field.spec.label, "quiet")
        self.title.setBuddy(self.editor)
        self.problem = label("", "problem")
        self.problem.hide()
        #: The label, and room at its end for what is to be said of the field.
        self.head = QHBoxLayout()
        self.head.setSpacing(2)
        self.head.addWidget(self.title, 1)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(3)
        self.box.addLayout(self.head)
        for widget in (self.editor, self.problem):
            self.box.addWidget(widget)
        self.setFocusProxy(self.editor)
        self.editor.typed.connect(self._look_again)
        self.editor.finished.connect(self._look_again)
        self.editor.finished.connect(self.finished)
        self.editor.record_requested.connect(self.record_requested)

    def show_value(self, value: Any) -> None:
        """Show a value, unless it is there already: what is being typed stays."""
        if value == self._shown:
            return
        self._shown = value
        if self.read() != (value,):
            self.editor.set_value(value)
        self.problem.hide()

    def read(self) -> tuple[Any] | None:
        """Return the value in a tuple; None, with the reason beside the field, when it is none."""
        try:
            value = self.editor.value()
        except InvalidRecordError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return None
        self.problem.hide()
        return (value,)

    def _look_again(self) -> None:
        """Say no longer what was wrong, once it is right."""
        if self.problem.isHidden():
            return
        try:
            self.editor.value()
        except InvalidRecordError:
            return
        self.problem.hide()

    @property
    def is_changed(self) -> bool:
        """Whether the editor holds something else than the value it was given."""
        try:
            return bool(self.editor.value() != self._shown)
        except InvalidRecordError:
            return True

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        self.editor.set_read_only(read_only)
