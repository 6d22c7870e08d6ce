"""Saving what is typed without being asked: after a short stillness, and before an undo.

The keys of undo and redo belong to the case also while a field has the keyboard: what was typed
is written first and is then the deed that is undone, so that there is one order of undoing and
not one for each field beside it. Only a text that is no value, and so was never written, is
taken back by its field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from viewer.errors import InvalidRecordError
from viewer.gui.editors.base import Editor
from viewer.gui.editors.field_row import FieldRow
from viewer.gui.session import Session
from viewer.gui.unsaved import Place

#: Milliseconds of stillness after which is written, and the longest time without.
STILLNESS = 800
LONGEST = 5000

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@dataclass(frozen=True, slots=True)
class Watched:
    """An editor, and how what it holds is written."""

    place: Place
    #: What the field is called.
    label: str
    editor: Editor
    save: Callable[[], object]
    #: Whether it holds something else than the file.
    is_changed: Callable[[], bool]


def of_row(record_id: str, row: FieldRow, save: Callable[[str], object]) -> Watched:
    """Return a field of a form as it is watched; `save` takes the field's name."""
    return Watched(
        place=Place(record_id, row.field.name),
        label=row.field.spec.label,
        editor=row.editor,
        save=partial(save, row.field.name),
        is_changed=lambda: row.is_changed,
    )


class Autosave(QObject):
    """One timer for all editors of a form. It moves neither keyboard nor cursor."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._unsaved = session, session.unsaved
        self._typed: dict[Place, Watched] = {}
        self._watched: dict[Place, Watched] = {}
        self._inputs: dict[QObject, Watched] = {}
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.write)
        self._unsaved.settling.connect(self.write)
        self._unsaved.retrying.connect(self.write_again)

    def watch(self, watched: Watched) -> None:
        """Look after an editor from now on; its `finished` must save it, as it did before."""
        self._watched[watched.place] = watched
        watched.editor.typed.connect(partial(self._on_typed, watched))
        watched.editor.finished.connect(partial(self._look, watched))
        for kind in (QLineEdit, QTextEdit):
            for line in watched.editor.findChildren(kind):
                self._inputs[line] = watched
                line.installEventFilter(self)

    def forget(self, place: Place) -> None:
        """Look after an editor no more: it goes away."""
        self._watched.pop(place, None)
        self._typed.pop(place, None)

    def look(self) -> None:
        """Say which editors hold what is not in the file, after all were filled or saved.

        In which one is typing at the moment waits for its stillness.
        """
        for watched in self._watched.values():
            if watched.place not in self._typed:
                self._look(watched)

    def write(self) -> None:
        """Write what was typed, where it is a value by now."""
        self._timer.stop()
        typed, self._typed = list(self._typed.values()), {}
        for watched in typed:
            if self._is_there(watched.place) and _is_value(watched.editor):
                watched.save()
            self._look(watched)

    def write_again(self) -> None:
        """Write what could not be written before, where it is a value."""
        for watched in list(self._watched.values()):
            if self._is_there(watched.place) and watched.is_changed() and _is_value(watched.editor):
                watched.save()
            self._look(watched)

    def _is_there(self, place: Place) -> bool:
        return self._session.is_open and self._session.case.find(place.record_id) is not None

    def _on_typed(self, watched: Watched) -> None:
        if not self._typed:
            self._since.start()
        self._typed[watched.place] = watched
        self._unsaved.hold(watched.place, "typed", watched.label)
        left = max(LONGEST - self._since.elapsed(), 0)
        self._timer.start(min(STILLNESS, left))

    def _look(self, watched: Watched) -> None:
        """Say how it stands with an editor once it was saved or could not be."""
        self._typed.pop(watched.place, None)
        if not self._is_there(watched.place) or not watched.is_changed():
            self._unsaved.drop(watched.place)
        elif _is_value(watched.editor):
            self._unsaved.hold(watched.place, "refused", watched.label)
        else:
            self._unsaved.hold(watched.place, "unfinished", watched.label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the case, unless the field holds what cannot be written."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        found = self._inputs.get(watched)
        if found is None or not any(event.matches(key) for key in _UNDO):
            return super().eventFilter(watched, event)
        self._unsaved.settle()
        return _is_value(found.editor)


def _is_value(editor: Editor) -> bool:
    if editor.is_choosing:
        return False
    try:
        editor.value()
    except InvalidRecordError:
        return False
    return True
