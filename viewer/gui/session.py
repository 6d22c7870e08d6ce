"""The case that is open in a window: what all its panes share, and their one way to write."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.domain.changes import NOTHING
from viewer.errors import CasefileError, FileProblem, Unconfirmed
from viewer.gui.unsaved import Unsaved

if TYPE_CHECKING:
    from viewer.domain.careful import Precaution
    from viewer.domain.changes import ChangeSet
    from viewer.domain.records import Case, Export
    from viewer.store import Access, CaseFile, Key


class Session(QObject):
    """One case file at most, and the one way to write to it.

    A pane never changes what it shows by itself: it asks with `do` and waits for `changed`.
    """

    opened = Signal()
    #: The case is about to be let go: save what is still being typed.
    closing = Signal()
    closed = Signal()
    #: The `ChangeSet` that was written, also by undo and redo.
    changed = Signal(object)
    #: The file is about to be written, and was or could not be: nothing may be in the way between.
    writing = Signal()
    written = Signal()
    #: What `undo` and `redo` would do next is another deed than before.
    moved = Signal()
    #: Whom a deed protected by careful defaults: a tuple of `Precaution`.
    protected = Signal(object)
    #: A sentence for the user; nothing was changed.
    failed = Signal(str)
    #: Whether there is something that the file could not take, and that can be tried again.
    stuck = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, who: str = "") -> None:
        super().__init__(parent)
        #: How the user signs in the history; may be empty.
        self.who = who
        #: Whether the case is one that an audience would see, made only to be looked at.
        self.is_preview = False
        #: What is typed and not in the file yet.
        self.unsaved = Unsaved(self)
        self.changed.connect(self.unsaved.follow)
        self.closed.connect(self.unsaved.clear)
        self._case: CaseFile | None = None
        #: Who holds the case that is open read-only, in words; "" where nobody does.
        self.held_by = ""
        self._refused: Callable[[], ChangeSet] | None = None

    @property
    def is_stuck(self) -> bool:
        """Whether the file could not take the last deed, which `retry` does once more."""
        return self._refused is not None

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

    @property
    def access(self) -> Access:
        """What a job beside the window opens the case with."""
        from viewer.store import access_to

        return access_to(self.case)

    # The importing of the store is late: it takes longer than showing the first window.

    def open(self, path: Path, read_only: bool = False, key: Key | None = None) -> None:
        """Open a case file in place of the present one; raises a `CasefileError` and keeps it."""
        from viewer.store import CaseFile, holder

        held_by = str(holder(path, key) or "") if read_only else ""
        self._replace(CaseFile.open(path, read_only=read_only, key=key, who=self.who), held_by)

    def create(self, path: Path, title: str, key: Key | None = None) -> None:
        """Make and open a new case file, encrypted with a key; raises a `CasefileError`."""
        from viewer.domain.ids import new_id
        from viewer.domain.records import Case

        self._create(path, Case(id=new_id(), title=title), NOTHING, key)

    def open_sample(self, path: Path) -> None:
        """Make and open a copy of the sample case; raises a `CasefileError`."""
        from viewer.domain.sample import sample_case

        self._create(path, *sample_case())

    def _create(self, path: Path, case: Case, first: ChangeSet, key: Key | None = None) -> None:
        from viewer.store import CaseFile

        self._replace(CaseFile.create(path, case, first=first, who=self.who, key=key))

    def _replace(self, case_file: CaseFile, held_by: str = "") -> None:
        self.close()
        self.held_by = held_by
        self._case = case_file
        self.opened.emit()
        self.moved.emit()

    def close(self) -> None:
        """Let the case go; everything was written already."""
        if self._case is None:
            return
        self.closing.emit()
        case_file, self._case = self._case, None
        case_file.close()
        self.held_by = ""
        self._free()
        self.closed.emit()
        self.moved.emit()

    # The history is the case's own, so that what was done before it was closed can be undone.

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, as in "Edit person"; "" when there is nothing."""
        entry = None if self.read_only else self.case.next_undo
        return entry.label if entry is not None else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would do again; "" when there is nothing."""
        entry = None if self.read_only else self.case.next_redo
        return entry.label if entry is not None else ""

    def do(self, change_set: ChangeSet, *, as_it_was: bool = False, is_typed: bool = False) -> bool:
        """Write a change set; False, with `failed`, if it cannot be.

        Whom it brings into danger is protected in the same deed, unless it only brings back what
        was there. What `is_typed` stands in its field until it could be written.
        """
        if as_it_was:
            return self._step(lambda: self.case.apply(change_set, self.who))
        from viewer.domain.careful import precautions, with_precautions

        taken: tuple[Precaution, ...] = ()

        def write() -> ChangeSet:
            nonlocal taken
            taken = precautions(self.case, change_set)
            return self.case.apply(with_precautions(self.case, change_set, taken), self.who)

        done = self._step(write, is_typed=is_typed)
        if done and taken:
            self.protected.emit(taken)
        return done

    def log(self, export: Export) -> bool:
        """Note an export in the case; False, with `failed`, if it cannot be."""
        return self._step(lambda: self.case.log(export, self.who))

    def undo(self) -> bool:
        """Undo the last deed; False when there is none, or when it fails and stays done."""
        self.unsaved.settle()
        return bool(self.undo_label) and self._step(lambda: self.case.undo(self.who))

    def redo(self) -> bool:
        """Do again what was undone last; False when there is nothing, or it stays undone."""
        self.unsaved.settle()
        return bool(self.redo_label) and self._step(lambda: self.case.redo(self.who))

    def _step(self, write: Callable[[], ChangeSet], *, is_typed: bool = False) -> bool:
        try:
            change_set = self._written(write)
        except CasefileError as error:
            self._keep(error, _nothing if is_typed else write)
            return False
        self._free()
        self._tell(change_set)
        return True

    def _written(self, write: Callable[[], ChangeSet]) -> ChangeSet:
        self.writing.emit()
        try:
            return write()
        finally:
            self.written.emit()

    def _tell(self, change_set: ChangeSet) -> None:
        if not change_set.is_empty:
            self.changed.emit(change_set)
            self.moved.emit()

    def _keep(self, error: CasefileError, write: Callable[[], ChangeSet]) -> None:
        """Keep a deed that the file could not take, so that it can be done once more."""
        if isinstance(error, Unconfirmed):
            self._refused = self._confirm
            self._tell(error.written)  # type: ignore[arg-type]
        else:
            self._refused = write if isinstance(error, FileProblem) else None
        self.stuck.emit(self.is_stuck)
        self.failed.emit(str(error))

    def _confirm(self) -> ChangeSet:
        self.case.confirm()
        return NOTHING

    def _free(self) -> None:
        if self.is_stuck:
            self._refused = None
            self.stuck.emit(False)

    # When the file cannot be written

    def retry(self) -> bool:
        """Do once more what the file could not take, and write the fields that it did not take.

        A file that was lost and is there again, as it was left, is taken up first.
        """
        refused = self._refused
        self._take_up()
        done = refused is None or self._step(refused)
        if done:
            self.unsaved.retry()
        return done

    def _take_up(self) -> None:
        from viewer.store.rescue import taken_up

        try:
            self.case.require_there()
        except CasefileError:
            with suppress(CasefileError):
                self._go_on_in(taken_up(self.case, self.who))

    def save_copy(self, path: Path) -> bool:
        """Save all that can be read, and what could not be written, elsewhere; go on in that."""
        from viewer.store.rescue import copied_to

        try:
            self._go_on_in(copied_to(self.case, path, self.who))
        except CasefileError as error:
            self.failed.emit(str(error))
            return False
        self.unsaved.settle()
        return self.retry()

    def _go_on_in(self, case_file: CaseFile | None) -> None:
        if case_file is not None:
            former, self._case = self.case, case_file
            former.close()

    def show_anew(self) -> None:
        """Have everything that shows the case, or reads it, begin again with the file as it is."""
        self.closed.emit()
        self.opened.emit()
        self.moved.emit()


def _nothing() -> ChangeSet:
    """Leave a deed to the field in which it stands."""
    return NOTHING
