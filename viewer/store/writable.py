"""A case that is held for writing: the one way to change it, all or nothing and durably."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.changes import NOTHING, ChangeSet, creation
from viewer.domain.forgetting import Forgetting
from viewer.domain.records import Export
from viewer.domain.removal import removal
from viewer.errors import CaseFileBusy, NotFoundError, Unconfirmed
from viewer.store import derived, engine, expunging, history, search, undoing, writing
from viewer.store.history import Deed, HistoryEntry
from viewer.store.keys import Key
from viewer.store.readable import ReadableCase
from viewer.store.standing import Standing


class WritableCase(ReadableCase):
    """Writes change sets while it holds its file, which others may then only read.

    Made by `CaseFile`, which knows how a file is opened.
    """

    def __init__(
        self, db: Database, path: Path, *, read_only: bool, key: Key | None = None
    ) -> None:
        super().__init__(db, path, key)
        self.read_only = read_only
        self._standing = Standing(db, path)

    def apply(self, change_set: ChangeSet, who: str = "") -> ChangeSet:
        """Write a change set and its history entry, all or nothing, durably; returns it.

        Raises `InvalidRecordError`, `ConflictError` when a record is not as `before` says, or a
        `FileProblem`; the file is then as it was, but for `Unconfirmed`.
        """
        return self._write(change_set, who, "do")

    def write_to(self, copy: Database) -> None:
        """Copy every page to an empty file under the same key; lets go of its own meanwhile."""
        self._db.conn.rollback()
        try:
            self._db.conn.backup(copy.conn, pages=-1, progress=engine.require_unlocked)
        finally:
            self._hold_again()

    def require_there(self) -> None:
        """Raise a `FileProblem` unless the file at the path is the one that is held."""
        self._standing.require_there()

    def confirm(self) -> None:
        """Wait until the last change would outlast a power cut; raises `Unconfirmed`.

        Every change does so by itself; this tries again.
        """
        self._standing.confirm()

    def log(self, export: Export, who: str = "") -> ChangeSet:
        """Note an export, which undo passes over; raises what `apply` raises."""
        return self._write(creation(export, label="Export"), who, "log")

    def _write(
        self, change_set: ChangeSet, who: str, deed: Deed, reverses: int | None = None
    ) -> ChangeSet:
        if change_set.is_empty:
            return change_set
        if self.read_only:
            raise engine.read_only(self.path)
        try:
            with self._transaction():
                writing.write(self._db, change_set, who)
                derived.refresh(self._db, change_set)
                search.refresh(self._db, change_set)
                history.write(self._db, change_set, who, deed, reverses)
        except Unconfirmed as error:
            error.written = change_set
            raise
        return change_set

    @property
    def next_undo(self) -> HistoryEntry | None:
        """The entry of the history that `undo` would take back; it survives closing."""
        with engine.translated(self.path):
            return undoing.next_undo(self._db)

    @property
    def next_redo(self) -> HistoryEntry | None:
        """The undoing that `redo` would take back."""
        with engine.translated(self.path):
            return undoing.next_redo(self._db)

    def undo(self, who: str = "") -> ChangeSet:
        """Take back the last deed that stands; returns what was written, empty if there is none.

        Raises what `apply` raises; the file is then as it was.
        """
        return self._reverse(self.next_undo, who, "undo")

    def redo(self, who: str = "") -> ChangeSet:
        """Do again what was undone last; like `undo`."""
        return self._reverse(self.next_redo, who, "redo")

    def _reverse(self, entry: HistoryEntry | None, who: str, deed: Deed) -> ChangeSet:
        if entry is None:
            return NOTHING
        with engine.translated(self.path):
            change_set = undoing.reversal(self._db, entry)
        return self._write(change_set, who, deed, entry.seq)

    def forget(self, plan: Forgetting, who: str = "") -> ChangeSet:
        """Remove for good what a plan says, so that it is in no byte of the file; returns it all.

        It is not to be undone, and nothing from before it is. Raises what `apply` raises, or
        `NotForgotten`.
        """
        if self.read_only:
            raise engine.read_only(self.path)
        with engine.translated_writing(self.path), writing.explained():
            self._require_held()
            self._standing.require()
            self._db.rollback()
            write = partial(expunging.carry_out, self._db, self.path, plan, who)
            try:
                write(self._commit_there, is_encrypted=self.key is not None)
                self.confirm()
            finally:
                self._hold_again()
        return plan.change_set

    def _commit_there(self) -> None:
        self._standing.require_there()
        self._commit()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with engine.translated_writing(self.path), writing.explained():
            self._require_held()
            self._standing.require()
            try:
                yield
                self._commit_there()
                self.confirm()
            except BaseException:
                self._db.rollback()
                raise
            finally:
                self._hold_again()

    def _commit(self) -> None:
        try:
            self._db.commit()
        except engine.OperationalError as error:
            if not engine.is_busy(error):
                raise
            raise CaseFileBusy(
                self.path,
                "“{name}” is being read by another program, so the change was not written. "
                "Nothing was changed: try again when that is done.",
            ) from error

    def _require_held(self) -> None:
        if not self._db.conn.in_transaction:
            self._hold()

    def _hold_again(self) -> None:
        """Take the lock for the next change; when that fails, the next change says so."""
        try:
            self._hold()
        except engine.DatabaseError:
            return

    def removal_of(self, id: str) -> ChangeSet:
        """Return the change set that deletes a record with all that cannot be without it."""
        record = self.find(id)
        if record is None:
            raise NotFoundError("This record was deleted already; nothing was changed.")
        return removal(self, record)

    # Holding

    def _hold(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        self._standing.note()
