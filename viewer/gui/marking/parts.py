"""Who had which part in an event: as many lines of a person and a role as are needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.editors.term import TermEditor
from viewer.gui.icons import icon
from viewer.gui.session import Session


class PartLine(QWidget):
    """One person and the role of that person; blank until somebody is chosen."""

    def __init__(self, session: Session, role: str) -> None:
        super().__init__()
        self.person = ReferenceEditor(session, ("person",), optional=True)
        self.person.set_name("Person who took part")
        self.person.line.setPlaceholderText("Person: type to find or to add")
        self.person.stay_here()
        self.role = TermEditor(vocabulary("role"))
        self.role.set_name("Role")
        self.role.set_value(role)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close"))
        self.remove.setToolTip("Remove this line")
        self.remove.setAccessibleName("Remove this person")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.person, 5)
        row.addWidget(self.role, 4)
        row.addWidget(self.remove)
        self.setFocusProxy(self.person)


class Parts(QWidget):
    """Begins with one line. A role that accuses is never chosen by itself."""

    def __init__(self, session: Session, role: str) -> None:
        super().__init__()
        self._session = session
        self.lines: list[PartLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add = QPushButton(icon("add"), "Another person")
        self.add.setProperty("look", "link")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add_next)
        self.append(role)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def read(self) -> list[tuple[str, str]]:
        """Return the ids of the persons with their roles; raises `InvalidRecordError`."""
        found = []
        for line in self.lines:
            try:
                person_id = line.person.value()
            except InvalidRecordError:
                line.setFocus()
                raise
            if person_id is not None:
                found.append((person_id, line.role.value()))
        return list(dict.fromkeys(found))

    def _add_next(self) -> None:
        self.append("participant").setFocus()

    def append(self, role: str) -> PartLine:
        """Add a line at the end."""
        line = PartLine(self._session, role)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._column.insertWidget(len(self.lines), line)
        before = self.lines[-1].remove if self.lines else None
        self.lines.append(line)
        if before is not None:
            self._set_tab_order(before, line)
        return line

    def _set_tab_order(self, before: QWidget, line: PartLine) -> None:
        """Let the keyboard come to a line after the one above it."""
        for widget in (line.person.line, line.role.combo, line.remove, self.add):
            QWidget.setTabOrder(before, widget)
            before = widget

    def _remove(self, line: PartLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.setParent(None)
        line.deleteLater()
        self.add.setFocus()
