"""The editor of a reference: type a few letters, choose the record, jump to it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QWidget

from viewer.domain.changes import NOTHING, ChangeSet
from viewer.domain.marking import Draft, NewPerson, NewPlace
from viewer.domain.text import folded
from viewer.domain.titles import title_of
from viewer.errors import InvalidRecordError
from viewer.gui.editors.base import Editor
from viewer.gui.editors.candidates import Candidate, candidates, kind_label
from viewer.gui.editors.text import make_flat
from viewer.gui.icons import icon, kind_icon
from viewer.gui.session import Session

_ID = Qt.ItemDataRole.UserRole
#: What a choice writes into the line; what is offered may name the kind beside it.
_TITLE = Qt.ItemDataRole.UserRole + 1
#: What is created when the last line is chosen, which offers that.
_NEW_ROLE = Qt.ItemDataRole.UserRole + 2
_NOTHING = Qt.ItemDataRole.UserRole + 3
_NEW = {"person": NewPerson, "place": NewPlace}


class ReferenceEditor(Editor):
    """Chooses a record of some kinds, or none where `optional`."""

    def __init__(
        self,
        session: Session,
        kinds: tuple[str, ...],
        *,
        optional: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kinds = kinds
        self._optional = optional
        self._id: str | None = None
        self._title = ""
        self._leads_there = True
        #: What is chosen and not in the case yet.
        self._new: NewPerson | NewPlace | None = None
        self.line = QLineEdit()
        self.line.setMinimumWidth(60)
        self.line.setPlaceholderText("Type to find" if not optional else "None: type to find")
        self.jump = QToolButton()
        self.jump.setIcon(icon("forward"))
        self.jump.hide()
        self.jump.setToolTip("Show this record")
        self.jump.clicked.connect(lambda: self.record_requested.emit(self._id or ""))
        self._found = QStandardItemModel(self)
        self._completer = _completer(self._found, self)
        self.line.setCompleter(self._completer)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.line.textEdited.connect(self._offer)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self._leave)
        # The overload with an index, of which the stubs know nothing.
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.jump)
        self._layout.addLayout(row)
        self.setFocusProxy(self.line)

    def value(self) -> str | None:
        """Return the value; raises `InvalidRecordError` while there is none."""
        typed = self.line.text().strip()
        if typed == self._title and self._id is not None:
            return self._id
        if not typed and self._optional:
            return None
        if not typed:
            raise InvalidRecordError(f"Choose the {self._wanted()} that is meant.")
        meant = self._meant(typed)
        if meant is None:
            raise InvalidRecordError(
                f"“{typed}” is no {self._wanted()} of this case, or could be several. "
                "Choose one from the list."
            )
        return meant.id

    def _wanted(self) -> str:
        if len(self._kinds) > 2:
            return "record"
        return " or ".join(kind_label(kind).lower() for kind in self._kinds)

    def _meant(self, typed: str) -> Candidate | None:
        found = candidates(self._session.case, self._kinds, typed)
        same = [each for each in found if folded(each.title) == folded(typed)]
        return same[0] if len(same) == 1 else None

    @property
    def new(self) -> NewPerson | NewPlace | None:
        """The person or place that is chosen and must be created, if it is one."""
        chosen = self._new if self._new is not None and self._new.id == self._id else None
        is_there = chosen is not None and self._session.case.find(chosen.id) is not None
        return None if is_there or self.line.text().strip() != self._title else chosen

    def additions(self) -> ChangeSet:
        """Return the change set that creates what is chosen; empty where it is there already."""
        if self.new is None:
            return NOTHING
        draft = Draft(self._session.case)
        draft.new(self.new, None)
        return draft.change_set(f"Add {self._wanted()}")

    def take(self, new: NewPerson | NewPlace) -> None:
        """Show a person or place that is to be created."""
        self._new, self._id, self._title = new, new.id, new.text
        self.line.setText(new.text)
        self.jump.hide()

    def set_value(self, value: str | None) -> None:
        """Show a value."""
        self._id = value
        self._title = title_of(self._session.case, value)
        self.line.setText(self._title)
        self.line.setCursorPosition(0)
        self.jump.setVisible(value is not None and self._leads_there)

    @property
    def is_choosing(self) -> bool:
        """Whether something else is typed than what was chosen, and still may change."""
        is_in_use = self.line.hasFocus() or self._popup_is_open()
        return is_in_use and self.line.text().strip() != self._title

    def draft(self) -> Any:
        """Return what was typed, valid or not."""
        return self._id, self._title, self.line.text(), self._new

    def set_draft(self, draft: Any) -> None:
        """Show again what `draft` returned."""
        self._id, self._title, typed, self._new = draft
        self.line.setText(typed)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        make_flat(self.line, read_only)

    def stay_here(self) -> None:
        """Offer no way to the chosen record, as in a form that must be finished first."""
        self._leads_there = False
        self.jump.hide()

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.line.setAccessibleName(name)
        self.jump.setAccessibleName(f"Show {name.lower()}")

    def _offer(self, typed: str) -> None:
        self._found.clear()
        several = len(self._kinds) > 1
        for each in candidates(self._session.case, self._kinds, typed):
            words = f"{each.title} — {kind_label(each.kind)}" if several else each.line
            item = QStandardItem(kind_icon(each.kind), words)
            item.setData(each.id, _ID)
            item.setData(each.title, _TITLE)
            item.setEditable(False)
            self._found.appendRow(item)
        self._offer_new(typed.strip())
        self._completer.complete()

    def _offer_new(self, typed: str) -> None:
        """Offer to create what was typed, where that is all that is needed for one."""
        make = _NEW.get(self._kinds[0]) if len(self._kinds) == 1 else None
        if make is not None and typed:
            item = QStandardItem(icon("add"), f"New {self._kinds[0]} “{typed}”")
            item.setData(typed, _TITLE)
            item.setData(make(typed), _NEW_ROLE)
            item.setEditable(False)
            self._found.appendRow(item)

    def _choose(self, index: QModelIndex) -> None:
        new = index.data(_NEW_ROLE)
        if new is not None:
            self.take(new)
        else:
            self.set_value(str(index.data(_ID)))
        self.finished.emit()

    def _leave(self) -> None:
        if not self._popup_is_open():
            self.finished.emit()

    def _popup_is_open(self) -> bool:
        popup = self._completer.popup()
        return popup is not None and popup.isVisible()


class _Completer(QCompleter):
    """Offers all rows and stands on none of them, so that Down leads to the first."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        # No row has it: otherwise the one that begins as typed would be stood on.
        self.setCompletionRole(_NOTHING)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what a row writes into the line."""
        return str(index.data(_TITLE))


def _completer(model: QStandardItemModel, parent: QWidget) -> QCompleter:
    completer = _Completer(model, parent)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(12)
    popup = completer.popup()
    assert popup is not None
    popup.setIconSize(QSize(16, 16))
    popup.setProperty("look", "choices")
    popup.setTextElideMode(Qt.TextElideMode.ElideRight)
    return completer
