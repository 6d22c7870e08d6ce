"""Forms filled with what is suggested: as accepting it would write it."""

from __future__ import annotations

from viewer.domain.changes import ChangeSet
from viewer.domain.marking import NewPerson, NewPlace
from viewer.domain.marking.people import New
from viewer.domain.records import Involvement, Name, Person, Place, Record
from viewer.gui.creation.dialog import RecordDialog
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.marking.event_form import EventForm


class Filling:
    """The records that a suggestion would become, and whom or what it would create with them."""

    def __init__(self, change_set: ChangeSet) -> None:
        self._records = [change.after for change in change_set.changes if change.before is None]

    def made(self, kind: str) -> Record | None:
        """Return the new record of a kind, the last of several."""
        found = [each for each in self._records if each is not None and each.kind == kind]
        return found[-1] if found else None

    def new(self, id: object) -> New | None:
        """Return the person or place with that id, if it would be created."""
        for record in self._records:
            if isinstance(record, Person) and record.id == id:
                return NewPerson(self._called(record), record.naming, id=record.id)
            if isinstance(record, Place) and record.id == id:
                return NewPlace(record.name, id=record.id)
        return None

    def _called(self, person: Person) -> str:
        names = (each for each in self._records if isinstance(each, Name))
        main = (n.text for n in names if n.person_id == person.id and n.type == "main")
        return next(main, person.described_as)

    def fill(self, form: RecordDialog) -> None:
        """Give the fields of a form the values of the record of its kind."""
        record = self.made(form.kind)
        if record is None:
            return
        for name, row in form.rows.items():
            value = getattr(record, name)
            new = self.new(value)
            if new is not None and isinstance(row.editor, ReferenceEditor):
                row.editor.take(new)
            else:
                row.editor.set_value(value)
        if isinstance(form, EventForm):
            self._fill_parts(form)

    def _fill_parts(self, form: EventForm) -> None:
        parts = [each for each in self._records if isinstance(each, Involvement)]
        for number, part in enumerate(parts):
            line = form.parts.lines[0] if not number else form.parts.append(part.role)
            line.role.set_value(part.role)
            new = self.new(part.person_id)
            if new is not None:
                line.person.take(new)
            else:
                line.person.set_value(part.person_id)
