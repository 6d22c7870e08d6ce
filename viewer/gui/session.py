"""The case that is open in a window: what all its panes share, and their one way to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from viewer.errors import CasefileError

if TYPE_CHECKING:
    from viewer.domain.changes import ChangeSet
    from viewer.domain.records import Case
    from viewer.store import CaseFile


class Session(QObject):
    """One case file at most, and the deeds done to it since it was opened.

    A pane never changes what it shows by itself: it asks with `do` and waits for `changed`.
    """

    opened = Signal()
    #: The case is about to be let go: save what is still being typed.
    closing = Signal()
    closed = Signal()
    #: The `ChangeSet` that was written, also by undo and redo.
    changed = Signal(object)
    #: A sentence for the user; nothing was changed.
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, who: str = "") -> None:
        super().__init__(parent)
        #: How the user signs in the history; may be empty.
        self.who = who
        self.undo_stack = QUndoStack(self)
        self._case: CaseFile | None = None
        self._moving = False

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._case is not None

    @property
    def case(self) -> CaseFile:
        """The case that is open; it is a bug to ask when none is."""
        if self._case is None:
            raise RuntimeError("no case is open")
        return self._case

    @property
    def read_only(self) -> bool:
        """Whether the open case can only be read; true when none is open."""
        return self._case is None or self._case.read_only

    @property
    def path(self) -> Path:
        """Where the open case is kept."""
        return self.case.path

    # The importing of the store is late: it takes longer than showing the first window.

    def open(self, path: Path, read_only: bool = False) -> None:
        """Open a case file in place of the present one; raises a `CasefileError` and keeps it."""
        from viewer.store import CaseFile

        self._replace(CaseFile.open(path, read_only=read_only))

    def create(self, path: Path, title: str) -> None:
        """Make and open a new case file; raises a `CasefileError`."""
        from viewer.domain.ids import new_id
        from viewer.domain.records import Case

        self._create(path, Case(id=new_id(), title=title), None)

    def open_sample(self, path: Path) -> None:
        """Make and open a copy of the sample case; raises a `CasefileError`."""
        from viewer.domain.sample import sample_case

        self._create(path, *sample_case())

    def _create(self, path: Path, case: Case, rest: ChangeSet | None) -> None:
        from viewer.store import CaseFile

        case_file = CaseFile.create(path, case, who=self.who)
        if rest is not None:
            case_file.apply(rest, who="Casefile")
        self._replace(case_file)

    def _replace(self, case_file: CaseFile) -> None:
        self.close()
        self._case = case_file
        self.opened.emit()

    def close(self) -> None:
        """Let the case go; everything was written already."""
        if self._case is None:
            return
        self.closing.emit()
        case_file, self._case = self._case, None
        self.undo_stack.clear()
        case_file.close()
        self.closed.emit()

    def do(self, change_set: ChangeSet) -> bool:
        """Write a change set and remember it for undo; False, with `failed`, if it cannot be."""
        if change_set.is_empty:
            return True
        command = _Command(change_set, self._taken)
        return self._step(change_set, lambda: self.undo_stack.push(command))

    def undo(self) -> bool:
        """Undo the last deed; when that fails it stays done and stays on the stack."""
        if not self.undo_stack.canUndo():
            return False
        change_set = self._change_set(self.undo_stack.index() - 1)
        return self._step(change_set.inverse, self.undo_stack.undo)

    def redo(self) -> bool:
        """Do again what was undone last; when that fails it stays undone."""
        if not self.undo_stack.canRedo():
            return False
        return self._step(self._change_set(self.undo_stack.index()), self.undo_stack.redo)

    def _change_set(self, index: int) -> ChangeSet:
        command = self.undo_stack.command(index)
        assert isinstance(command, _Command)
        return command.change_set

    def _step(self, change_set: ChangeSet, move: Callable[[], None]) -> bool:
        """Write first and move the stack afterwards, so that a failure leaves both as they were."""
        if not self._written(change_set):
            return False
        self._moving = True
        try:
            move()
        finally:
            self._moving = False
        self.changed.emit(change_set)
        return True

    def _taken(self, change_set: ChangeSet) -> bool:
        """Answer a command that the stack runs: it is written already, or is to be now."""
        if self._moving:
            return True
        if not self._written(change_set):
            return False
        self.changed.emit(change_set)
        return True

    def _written(self, change_set: ChangeSet) -> bool:
        try:
            self.case.apply(change_set, self.who)
        except CasefileError as error:
            self.failed.emit(str(error))
            return False
        return True


class _Command(QUndoCommand):
    """One deed on the stack. Run by the stack itself and failing, it leaves the stack."""

    def __init__(self, change_set: ChangeSet, take: Callable[[ChangeSet], bool]) -> None:
        super().__init__(change_set.label)
        self.change_set = change_set
        self._take = take

    def redo(self) -> None:
        self.setObsolete(not self._take(self.change_set))

    def undo(self) -> None:
        self.setObsolete(not self._take(self.change_set.inverse))
