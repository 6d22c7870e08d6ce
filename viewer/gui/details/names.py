"""The names of a person: each edited where it stands, one of them the main name."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from viewer.domain.changes import Change, ChangeSet, creation
from viewer.domain.ids import new_id
from viewer.domain.records import Name
from viewer.domain.text import normalised
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError
from viewer.gui.deletion import removed_quietly
from viewer.gui.details.autosave import Autosave, Watched
from viewer.gui.details.evidence import EvidenceLinks, joined, words_by_field
from viewer.gui.details.section import Section
from viewer.gui.editors.term import TermEditor
from viewer.gui.editors.text import LineEditor
from viewer.gui.icons import icon
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
        self._rows: dict[str, _NameRow] = {}
        self._autosave = Autosave(session, self)
        self.body.setSpacing(8)
        self._add = LinkLine("Add a name", icon_name="add")
        self._add.clicked.connect(self._begin)
        self.body.addWidget(self._add)
        # Only now: shown before it has a parent, it would be a window of its own for a moment.
        self._add.setVisible(not session.read_only)
        self.refresh()

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

    def save_pending(self) -> None:
        """Save what was typed and not left yet."""
        for row in list(self._rows.values()):
            row.save()
        self._autosave.look()

    def _new_row(self, name: Name) -> "_NameRow":
        row = self._rows[name.id] = _NameRow(self._session)
        place = Place(name.id, "text")
        self._autosave.watch(Watched(place, "Name", row.text, row.save, lambda: row.is_changed))
        row.passage_requested.connect(self.passage_requested)
        row.record_requested.connect(self.record_requested)
        row.show_name(name)
        self.body.insertWidget(self.body.count() - 1, row)
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


class _NameEditor(LineEditor):
    @property
    def words(self) -> str:
        return normalised(self.line.text()).strip()

    def value(self) -> str:
        if not self.words:
            raise InvalidRecordError("Write the name, or remove it.")
        return self.words


class _NameRow(QWidget):
    passage_requested = Signal(str)
    record_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name: Name | None = None
        self.text = _NameEditor()
        self.text.set_name("Name")
        self.type = TermEditor(vocabulary("name_type"))
        self.type.set_name("Type of name")
        self.type.combo.setMinimumContentsLength(14)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close"))
        self.remove.setToolTip("Remove this name")
        self.remove.setAccessibleName("Remove this name")
        self._evidence = EvidenceLinks(session)
        self._lay_out()
        self._connect()
        for editor in (self.text, self.type):
            editor.set_read_only(session.read_only)
        self.remove.setVisible(not session.read_only)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.text, 1)
        line.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self.type, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._evidence)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        self.text.finished.connect(self.save)
        self.type.finished.connect(self.save)
        self.remove.clicked.connect(self._remove)
        self._evidence.passage_requested.connect(self.passage_requested)
        self._evidence.record_requested.connect(self.record_requested)

    def show_name(self, name: Name) -> None:
        if name != self._name:
            if self._name is None or name.text != self._name.text:
                self.text.set_value(name.text)
            self.type.set_value(name.type)
            self._name = name
        found = words_by_field(self._session.case, name.id)
        self._evidence.show_words(joined(found.values()))

    @property
    def is_changed(self) -> bool:
        return self._name is not None and self.text.words != self._name.text

    def save(self) -> None:
        name = self._name
        if name is None or self._session.read_only:
            return
        text = self.text.words
        if not text:
            self.text.set_value(name.text)
        after = replace(name, text=text or name.text, type=self.type.value())
        if after == name:
            return
        if self._session.do(_renaming(self._session, name, after)):
            self._name = after
        else:
            self.type.set_value(name.type)

    def _remove(self) -> None:
        if self._name is not None:
            removed_quietly(self._session, self._name.id)


def _renaming(session: Session, before: Name, after: Name) -> ChangeSet:
    """A new main name makes an alias of the old one: a person has only one."""
    changes = []
    if after.type == "main" != before.type:
        mains = session.case.where(Name, person_id=after.person_id, type="main")
        changes = [Change(main, replace(main, type="alias")) for main in mains]
    return ChangeSet("Edit name", (*changes, Change(before, after)))


def _ordered(session: Session, person_id: str) -> list[Name]:
    codes = vocabulary("name_type").codes
    names = session.case.where(Name, person_id=person_id)
    return sorted(names, key=lambda name: codes.index(name.type))
