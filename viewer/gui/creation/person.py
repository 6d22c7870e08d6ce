"""The form for a new person: the name is asked for first."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.ids import new_id
from viewer.domain.names import script_of
from viewer.domain.records import Name, Person, field_of
from viewer.errors import InvalidRecordError
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.duplicates.known_already import KnownAlready
from viewer.gui.editors.field_row import FieldRow
from viewer.gui.session import Session


class PersonDialog(RecordDialog):
    """Creates a person together with the main name, if there is one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "person", parent)
        named = field_of("name", "text")
        self.name = FieldRow(replace(named, spec=replace(named.spec, label="Main name")), session)
        self.name.show_value("")
        self.form.insertWidget(0, self.name)
        self.known = KnownAlready(session, self)
        self.known.taken.connect(self._take)
        self.name.editor.typed.connect(lambda: self.known.look_for(self._text()))
        self.form.insertWidget(1, self.known)
        self.name.setFocus()
        self.resize(460, 720)

    def _text(self) -> str:
        return str(self.name.editor.value()).strip()

    def _take(self, person_id: str) -> None:
        """Go on with a person of the case instead of creating one."""
        self.record_id = person_id
        QDialog.accept(self)

    def made(self, values: dict[str, Any]) -> ChangeSet:
        """Return the change set that creates person and name."""
        text = self._text()
        if not text and values["naming"] == "named":
            raise InvalidRecordError(
                "Give the main name, or say that the person is known by role only, anonymous "
                "or unidentified, and how the person is described."
            )
        if not text and not values["described_as"].strip():
            raise InvalidRecordError("Say how this person is described.")
        self.record_id = new_id()
        person = Person(id=self.record_id, **values)
        name = Name(id=new_id(), person_id=person.id, text=text, script=script_of(text))
        return creation(person, *([name] if text else []), label="Add person")
