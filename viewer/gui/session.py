"""The case that is open in a window: what all its panes share, and their one way to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.domain.changes import NOTHING
from viewer.errors import CasefileError
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
    #: What `undo` and `redo` would do next is another deed than before.
    moved = Signal()
    #: Whom a deed protected by careful defaults: a tuple of `Precaution`.
    protected = Signal(object)
    #: A sentence for the user; nothing was changed.
    failed = Signal(str)

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
        from viewer.store import CaseFile

        self._replace(CaseFile.open(path, read_only=read_only, key=key))

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

    def _replace(self, case_file: CaseFile) -> None:
        self.close()
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

    def do(self, change_set: ChangeSet, *, as_it_was: bool = False) -> bool:
        """Write a change set; False, with `failed`, if it cannot be.

        Whom it brings into danger is protected in the same deed, unless it only brings back what
        was there.
        """
        if as_it_was:
            return self._step(lambda: self.case.apply(change_set, self.who))
        from viewer.domain.careful import precautions, with_precautions

        taken: tuple[Precaution, ...] = ()

        def write() -> ChangeSet:
            nonlocal taken
            taken = precautions(self.case, change_set)
            return self.case.apply(with_precautions(self.case, change_set, taken), self.who)

        done = self._step(write)
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

    def _step(self, write: Callable[[], ChangeSet]) -> bool:
        try:
            change_set = write()
        except CasefileError as error:
            self.failed.emit(str(error))
            return False
        if not change_set.is_empty:
            self.changed.emit(change_set)
            self.moved.emit()
        return True
