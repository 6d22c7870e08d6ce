"""The names of a person: each edited where it stands, one of them the main name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Name
from viewer.domain.vocabularies import vocabulary
from viewer.gui.details.autosave import Autosave, Watched
from viewer.gui.details.name_row import NameRow
from viewer.gui.details.resemblance import Resemblance
from viewer.gui.details.section import Section
from viewer.gui.editors.base import Editor
from viewer.gui.links import LinkLine
from viewer.gui.session import Session
from viewer.gui.unsaved import Place


class NamesSection(Section):
    """Lines for the names of one person, and one more for a new name."""

    passage_requested = Signal(str)
    record_requested = Signal(str)

    def __init__(self, session: Session, person_id: str, parent: QWidget | None = None) -> None:
        super().__init__("Names", parent)
        self._session = session
        self._person_id = person_id
        self._rows: dict[str, NameRow] = {}
        self._autosave = Autosave(session, self)
        self.body.setSpacing(8)
        self._add = LinkLine("Add a name", icon_name="add")
        self._add.clicked.connect(self._begin)
        self.resemblance = Resemblance(session, person_id, self)
        self.resemblance.record_requested.connect(self.record_requested)
        self.body.addWidget(self._add)
        self.body.addWidget(self.resemblance)
        # Only now: shown before it has a parent, it would be a window of its own for a moment.
        self._add.setVisible(not session.read_only)
        self.refresh()

    @property
    def editors(self) -> dict[str, Editor]:
        """The line of each name, by the name's id."""
        return {id: row.text for id, row in self._rows.items()}

    def refresh(self) -> None:
        """Show the names as they are in the case."""
        names = {name.id: name for name in _ordered(self._session, self._person_id)}
        for id in [id for id in self._rows if id not in names]:
            self._rows.pop(id).deleteLater()
            self._autosave.forget(Place(id, "text"))
        for place, name in enumerate(names.values()):
            row = self._rows.get(name.id) or self._new_row(name)
            row.show_name(name)
            if self.body.indexOf(row) != place:
                self.body.insertWidget(place, row)
        self._autosave.look()

    def save_pending(self) -> None:
        """Save what was typed and not left yet."""
        self._autosave.write()
        for row in list(self._rows.values()):
            row.save()
        self._autosave.look()

    def _new_row(self, name: Name) -> NameRow:
        row = self._rows[name.id] = NameRow(self._session)
        place = Place(name.id, "text")
        self._autosave.watch(Watched(place, "Name", row.text, row.save, lambda: row.is_changed))
        row.passage_requested.connect(self.passage_requested)
        row.record_requested.connect(self.record_requested)
        row.show_name(name)
        self.body.insertWidget(self.body.indexOf(self._add), row)
        return row

    def _begin(self) -> None:
        """Add an empty name, to be written over."""
        names = _ordered(self._session, self._person_id)
        kind = "alias" if any(name.type == "main" for name in names) else "main"
        name = Name(id=new_id(), person_id=self._person_id, text="New name", type=kind)
        if self._session.do(creation(name, label="Add name")) and name.id in self._rows:
            line = self._rows[name.id].text.line
            line.setFocus()
            line.selectAll()


def _ordered(session: Session, person_id: str) -> list[Name]:
    codes = vocabulary("name_type").codes
    names = session.case.where(Name, person_id=person_id)
    return sorted(names, key=lambda name: codes.index(name.type))
