"""A case file that is open: how it is opened and held, and the one way to write it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.changes import NOTHING, ChangeSet, creation
from viewer.domain.forgetting import Forgetting
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Export
from viewer.domain.removal import removal
from viewer.errors import CaseFileBusy, NotFoundError, Unconfirmed
from viewer.store import (
    damage,
    derived,
    engine,
    expunging,
    history,
    holding,
    leftovers,
    migrations,
    opening,
    schema,
    search,
    undoing,
    writing,
)
from viewer.store.history import Deed, HistoryEntry
from viewer.store.keys import Key
from viewer.store.readable import ReadableCase
from viewer.store.standing import Standing


class CaseFile(ReadableCase):
    """One SQLite file, opened to read, or held for writing until it is closed.

    While it is held, other programs may read it and none may write it. Not for use from
    several threads: each opens its own.
    """

    def __init__(
        self, db: Database, path: Path, *, read_only: bool, key: Key | None = None
    ) -> None:
        super().__init__(db, path, key)
        self.read_only = read_only
        #: Where the file as it was before a migration was put aside, if it was.
        self.set_aside: Path | None = None
        #: What to say of a file that is damaged and can still be looked at; "" for any other.
        self.damage = ""
        self._standing = Standing(db, path)
        self._note: holding.Note | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        case: Case | None = None,
        *,
        first: ChangeSet = NOTHING,
        who: str = "",
        key: Key | None = None,
    ) -> "CaseFile":
        """Make a new case file; never overwrites one, and leaves none behind when it fails.

        With a key it is encrypted, and no word of it reaches the disk otherwise. What it begins
        with, the case and `first`, is not to be undone.
        """
        opening.reserve(path)
        try:
            with engine.translated(path), cls._connected(path, "rw", key) as db:
                db.conn.executescript(f"BEGIN;\n{schema.script()}\nCOMMIT;")
                case_file = cls._held(db, path, key)
                case_file._write(writing.new_case(case or Case(id=new_id())), who, "begin")
                case_file._write(first, who, "begin")
                case_file._note = holding.Note(path, who, key)
                return case_file
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        key: Key | None = None,
        who: str = "",
        is_stranger: bool = True,
    ) -> "CaseFile":
        """Open a case file; raises a `FileProblem` or `NotFoundError` that says why not.

        A file of up to 16 MiB is looked through for damage, unless it is no `is_stranger`, as it
        is open already. A damaged one opens read-only, where its records can be read. `who`
        holds it for writing, as others are told; "" is whoever uses the computer.
        """
        engine.require_file(path)
        with holding.named(key), opening.guarded(path):
            key = opening.fitting(path, key)
            opening.require_case_file(path, key)
            if read_only:
                engine.recover(path, key)
            mode = "ro" if read_only else "rw"
            with cls._connected(path, mode, key) as db, engine.budget(db, path):
                case_file = cls._opened(db, path, key, read_only=read_only, is_stranger=is_stranger)
                if not read_only:
                    leftovers.sweep(path)
                    case_file._note = holding.Note(path, who, key)
                return case_file

    @staticmethod
    @contextmanager
    def _connected(path: Path, mode: str, key: Key | None) -> Iterator[Database]:
        """Give a connection that stays open unless something fails."""
        db = engine.connect(path, mode, key)
        try:
            yield db
        except BaseException:
            db.close()
            raise

    @classmethod
    def _opened(
        cls, db: Database, path: Path, key: Key | None, *, read_only: bool, is_stranger: bool
    ) -> "CaseFile":
        found = migrations.version(db, path)
        if read_only:
            migrations.require_present(found, path)
            opening.require_sound(db, path)
            case_file = cls(db, path, read_only=True, key=key)
            case_file.damage = damage.warning(db, path) if is_stranger else ""
            return case_file
        opening.require_writable(path)
        damage.require_none(db, path)
        set_aside = (
            migrations.migrate(db, path, found, key) if found < schema.SCHEMA_VERSION else None
        )
        opening.require_sound(db, path)
        case_file = cls._held(db, path, key)
        case_file.set_aside = set_aside
        return case_file

    @classmethod
    def _held(cls, db: Database, path: Path, key: Key | None) -> "CaseFile":
        case_file = cls(db, path, read_only=False, key=key)
        engine.wait(db, engine.HELD_SECONDS)
        db.execute("PRAGMA journal_mode=DELETE")
        # Where the header is wrong about the size, to hold the file already makes a journal.
        is_left = expunging.was_interrupted(path)
        case_file._hold()
        if is_left and expunging.was_interrupted(path):
            expunging.finish(db, path)
            case_file._hold()
        engine.wait(db, engine.BUSY_SECONDS)
        return case_file

    def _hold(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        self._standing.note()

    def close(self) -> None:
        """Let the file go."""
        if self._note is not None:
            self._note.remove()  # before anybody else can hold the file and leave another
        self._db.close()

    def __enter__(self) -> "CaseFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing

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
