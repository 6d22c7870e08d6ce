"""One name of a person: its words, what kind of name it is, and in which script it is."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.names import RIGHT_TO_LEFT, script_of
from viewer.domain.records import Name
from viewer.domain.text import normalised
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError
from viewer.gui.deletion import removed_quietly
from viewer.gui.details.evidence import EvidenceLinks, joined, stands, words_by_field
from viewer.gui.details.script_choice import ScriptEditor
from viewer.gui.details.sign import Sign
from viewer.gui.editors.term import TermEditor
from viewer.gui.editors.text import LineEditor
from viewer.gui.icons import icon
from viewer.gui.session import Session


class NameEditor(LineEditor):
    """The line of a name, written from the side from which it is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.textChanged.connect(self._turn)

    @property
    def words(self) -> str:
        """What was typed, empty or not."""
        return normalised(self.line.text()).strip()

    def value(self) -> str:
        """Return the name; raises `InvalidRecordError` where there is none."""
        if not self.words:
            raise InvalidRecordError("Write the name, or remove it.")
        return self.words

    def _turn(self, text: str) -> None:
        from_right = script_of(text) in RIGHT_TO_LEFT
        way = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        self.line.setLayoutDirection(way)


class NameRow(QWidget):
    """Edits one name where it stands."""

    passage_requested = Signal(str)
    record_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name: Name | None = None
        self.text = NameEditor()
        self.text.set_name("Name")
        self.type = TermEditor(vocabulary("name_type"))
        self.type.set_name("Type of name")
        self.script = ScriptEditor()
        self.script.set_name("Script")
        for combo in (self.type.combo, self.script.combo):
            combo.setMinimumWidth(70)  # beside one another on a small screen, too
        self.make_main = _button("main", "Make main")
        self.remove = _button("close", "Remove this name")
        self._evidence = EvidenceLinks(session)
        self.sign = Sign()
        self._lay_out()
        self._connect()
        for editor in (self.text, self.type, self.script):
            editor.set_read_only(session.read_only)
        self.remove.setVisible(not session.read_only)
        self.make_main.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.text, 1)
        line.addWidget(self.make_main)
        line.addWidget(self.remove)
        kinds = QHBoxLayout()
        kinds.setSpacing(4)
        kinds.addWidget(self.type, 3)
        kinds.addWidget(self.script, 2)
        kinds.addWidget(self.sign)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addLayout(kinds)
        layout.addWidget(self._evidence)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        for editor in (self.text, self.type, self.script):
            editor.finished.connect(self.save)
        self.make_main.clicked.connect(self._make_main)
        self.remove.clicked.connect(self._remove)
        self._evidence.passage_requested.connect(self.passage_requested)
        self._evidence.record_requested.connect(self.record_requested)

    def show_name(self, name: Name) -> None:
        """Show the name as it is now, without touching what is being typed."""
        if name != self._name:
            if self._name is None or name.text != self._name.text:
                self.text.set_value(name.text)
            self.type.set_value(name.type)
            self.script.set_value(name.script)
            self._name = name
        self.make_main.setVisible(name.type != "main" and not self._session.read_only)
        self.make_main.setAccessibleName(f"Make {name.text} the main name")
        found = words_by_field(self._session.case, name.id)
        self._evidence.show_words(joined(found.values()))
        self.sign.show_judgement(stands(name, "text", found))

    @property
    def is_changed(self) -> bool:
        """Whether the line holds something else than the file."""
        return self._name is not None and self.text.words != self._name.text

    def save(self) -> None:
        """Save what was typed or chosen; an empty line is no name and takes the old one back."""
        if self._name is not None and not self.text.words:
            self.text.set_value(self._name.text)
        self._save(self.type.value())

    def _save(self, kind: str, label: str = "Edit name") -> None:
        name = self._name
        if name is None or self._session.read_only:
            return
        text = self.text.words or name.text
        after = replace(name, text=text, type=kind, script=self._script(name, text))
        if after == name:
            return
        if self._session.do(_renaming(self._session, name, after, label), is_typed=True):
            self._name = after
            self.script.set_value(after.script)
        else:
            self.type.set_value(name.type)
            self.script.set_value(name.script)

    def _script(self, name: Name, text: str) -> str:
        """Return the script that was chosen; where none was, that of the letters."""
        chosen = self.script.value()
        was_known = name.script not in ("", script_of(name.text))
        if chosen != name.script or was_known or text == name.text:
            return chosen
        return script_of(text)

    def _make_main(self) -> None:
        self._save("main", "Make main name")

    def _remove(self) -> None:
        if self._name is not None:
            removed_quietly(self._session, self._name.id)


def _button(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _renaming(session: Session, before: Name, after: Name, label: str) -> ChangeSet:
    """A new main name makes an alias of the old one: a person has only one."""
    changes = []
    if after.type == "main" != before.type:
        mains = session.case.where(Name, person_id=after.person_id, type="main")
        changes = [Change(main, replace(main, type="alias")) for main in mains]
    return ChangeSet(label, (*changes, Change(before, after)))
