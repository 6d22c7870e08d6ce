"""A case file that is open: reading it, and the one way to write it."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from viewer.domain.changes import NOTHING, ChangeSet, creation
from viewer.domain.claims import Piece
from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Case, Export, Passage, Record, fields_of
from viewer.domain.restoring import Restoration
from viewer.errors import CaseFileBusy, NotFoundError
from viewer.store import (
    derived,
    engine,
    finding,
    history,
    lists,
    migrations,
    opening,
    passages,
    rows,
    schema,
    search,
    trash,
    undoing,
    worklist,
    writing,
)
from viewer.store.finding import LIMIT, Hit
from viewer.store.history import Deed, HistoryEntry, RecordChange
from viewer.store.passages import PassageUse
from viewer.store.removal import removal
from viewer.store.trash import TrashEntry

R = TypeVar("R", bound=Record)

#: Records that `all` holds at a time: documents are long.
_BATCH = 500


class CaseFile:
    """One SQLite file, opened to read, or held for writing until it is closed.

    While it is held, other programs may read it and none may write it. Not for use from
    several threads: each opens its own. Implements `domain.reader.CaseReader`.
    """

    def __init__(self, db: Database, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        #: Where the file as it was before a migration was put aside, if it was.
        self.set_aside: Path | None = None
        self._db = db

    @classmethod
    def create(
        cls,
        path: Path,
        case: Case | None = None,
        *,
        first: ChangeSet = NOTHING,
        who: str = "",
    ) -> "CaseFile":
        """Make a new case file; never overwrites one, and leaves none behind when it fails.

        What it begins with, the case and `first`, is not to be undone.
        """
        opening.reserve(path)
        try:
            with engine.translated(path), cls._connected(path, "rw") as db:
                db.conn.executescript(f"BEGIN;\n{schema.script()}\nCOMMIT;")
                case_file = cls._held(db, path)
                case_file._write(writing.new_case(case or Case(id=new_id())), who, "begin")
                case_file._write(first, who, "begin")
                return case_file
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "CaseFile":
        """Open a case file; raises a `FileProblem` or `NotFoundError` that says why not."""
        engine.require_file(path)
        with engine.translated(path):
            opening.require_case_file(path)
            if read_only:
                engine.recover(path)
            with cls._connected(path, "ro" if read_only else "rw") as db:
                return cls._opened(db, path, read_only=read_only)

    @staticmethod
    @contextmanager
    def _connected(path: Path, mode: str) -> Iterator[Database]:
        """Give a connection that stays open unless something fails."""
        db = engine.connect(path, mode)
        try:
            yield db
        except BaseException:
            db.close()
            raise

    @classmethod
    def _opened(cls, db: Database, path: Path, *, read_only: bool) -> "CaseFile":
        found = migrations.version(db, path)
        if read_only:
            migrations.require_present(found, path)
            opening.require_sound(db, path)
            return cls(db, path, read_only=True)
        opening.require_writable(path)
        set_aside = migrations.migrate(db, path, found) if found < schema.SCHEMA_VERSION else None
        opening.require_sound(db, path)
        case_file = cls._held(db, path)
        case_file.set_aside = set_aside
        return case_file

    @classmethod
    def _held(cls, db: Database, path: Path) -> "CaseFile":
        case_file = cls(db, path, read_only=False)
        engine.wait(db, engine.HELD_SECONDS)
        db.execute("PRAGMA journal_mode=DELETE")
        case_file._hold()
        engine.wait(db, engine.BUSY_SECONDS)
        return case_file

    def _hold(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def __enter__(self) -> "CaseFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing

    def apply(self, change_set: ChangeSet, who: str = "") -> ChangeSet:
        """Write a change set and its history entry, all or nothing, durably; returns it.

        Raises `InvalidRecordError`, `ConflictError` when a record is not as `before` says, or a
        `FileProblem`; the file is then as it was.
        """
        return self._write(change_set, who, "do")

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
        with self._transaction():
            writing.write(self._db, change_set, who)
            derived.refresh(self._db, change_set)
            search.refresh(self._db, change_set)
            history.write(self._db, change_set, who, deed, reverses)
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

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with engine.translated(self.path), writing.explained():
            self._require_held()
            try:
                yield
                self._commit()
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

    # Reading records

    @property
    def case(self) -> Case:
        """The record of the case itself."""
        return self._select(Case)[0]

    def get(self, kind: type[R], id: str) -> R:
        """Return one record; raises `NotFoundError`."""
        found = self._select(kind, "WHERE id = ?", (id,))
        if not found:
            raise NotFoundError(f"This {kind.labels[0].lower()} is no longer in the case.")
        return found[0]

    def find(self, id: str) -> Record | None:
        """Return the record with that id, of whatever kind, or None."""
        row = self._row("SELECT kind FROM record WHERE id = ?", (id,))
        return None if row is None else self.get(KINDS[row[0]], id)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of a kind, in order of id."""
        last = ""
        while batch := self._select(kind, f"WHERE id > ? ORDER BY id LIMIT {_BATCH}", (last,)):
            yield from batch
            last = batch[-1].id

    def where(self, kind: type[R], *, limit: int = -1, **values: Any) -> list[R]:
        """Return the records whose fields equal `values`, in order of id; the first `limit`."""
        known = {field.name for field in fields_of(kind.kind)}
        if not values.keys() <= known:
            raise KeyError(f"{kind.kind} has no {', '.join(values.keys() - known)}")
        clause = " AND ".join(f'"{name}" IS ?' for name in values)
        rest = f"WHERE {clause or 'true'} ORDER BY id LIMIT ?"
        return self._select(kind, rest, (*values.values(), limit))

    def referring(self, id: str) -> list[Record]:
        """Return the records that refer to that id in any of their fields."""
        found: dict[str, Record] = {}
        row = self._row("SELECT kind FROM record WHERE id = ?", (id,))
        for kind in KINDS.values() if row else ():
            for column in schema.reference_columns(kind.kind, row[0]):
                clause = f'WHERE "{column}" = ? ORDER BY id'
                found |= {record.id: record for record in self._select(kind, clause, (id,))}
        return list(found.values())

    def passages(self, document_id: str) -> list[Passage]:
        """Return a document's passages in the order of the text."""
        order = 'WHERE document_id = ? ORDER BY document_id, "start", "end", id'
        return self._select(Passage, order, (document_id,))

    def passage_uses(
        self,
        document_id: str,
        span: tuple[int, int] | None = None,
        ids: Collection[str] | None = None,
    ) -> list[PassageUse]:
        """Return what a document's passages are used for; see `passages.uses`."""
        with engine.translated(self.path):
            return passages.uses(self._db, document_id, span, ids)

    def pieces(self, record_id: str, limit: int = -1) -> list[Piece]:
        """Return the evidence of a record in order of id, with the documents it stands in."""
        with engine.translated(self.path):
            return worklist.pieces(self._db, record_id, limit)

    def worklist(
        self, place: worklist.Place = worklist.BEGINNING, look: int = worklist.STEP
    ) -> worklist.Step:
        """Return what is to be done on the evidence of the next `look` records."""
        with engine.translated(self.path):
            return worklist.step(self._db, place, look)

    def passage_count(self, document_id: str) -> int:
        """Return how many passages a document has."""
        with engine.translated(self.path):
            return passages.count(self._db, document_id)

    def content(self, sha256: str) -> bytes:
        """Return the original bytes of a document; raises `NotFoundError`."""
        row = self._row("SELECT data FROM content WHERE sha256 = ?", (sha256,))
        if row is None:
            raise NotFoundError("The original of this document is not in the case.")
        return bytes(row[0])

    # Reading lists, the search and the history

    def total(self, kind: str) -> int:
        """Return how many records of a kind there are."""
        with engine.translated(self.path):
            return derived.total(self._db, KINDS[kind].kind)

    def count(self, query: lists.ListQuery) -> int:
        """Return how many rows a list has."""
        with engine.translated(self.path):
            return lists.count(self._db, query)

    def counted(self, query: lists.ListQuery, after: lists.Key | None = None) -> lists.Counted:
        """Count the rows of a list that follow a key, at once those that are soon found."""
        with engine.translated(self.path):
            return lists.counted(self._db, query, after)

    def position(
        self, query: lists.ListQuery, id: str, until: lists.Key | None = None
    ) -> int | None:
        """Return the row of a list in which a record stands; see `lists.position`."""
        with engine.translated(self.path):
            return lists.position(self._db, query, id, until)

    def page(
        self,
        query: lists.ListQuery,
        after: lists.Key | None = None,
        *,
        backwards: bool = False,
        skip: int = 0,
        limit: int = 128,
    ) -> list[lists.ListRow]:
        """Return rows of a list that follow a key; see `lists.page`."""
        with engine.translated(self.path):
            return lists.page(self._db, query, after, backwards=backwards, skip=skip, limit=limit)

    def search(self, kind: str, words: str, limit: int = LIMIT) -> list[Hit]:
        """Return records of a kind that hold all words; see `finding.find`.

        `interrupt` ends it with `Interrupted`.
        """
        with engine.translated(self.path):
            return finding.find(self._db, kind, words, limit)

    def interrupt(self) -> None:
        """Give up what is being read just now; the one thing that another thread may ask for."""
        self._db.conn.interrupt()

    def history(self, before: int | None = None, limit: int = 128) -> list[HistoryEntry]:
        """Return the newest entries of the history, or those older than number `before`."""
        with engine.translated(self.path):
            return history.entries(self._db, before, limit)

    def history_of(self, id: str) -> list[RecordChange]:
        """Return all that was done to a record, oldest first."""
        with engine.translated(self.path):
            return history.of_record(self._db, id)

    def trash(self, before: int | None = None, limit: int = 64) -> list[TrashEntry]:
        """Return the newest deletions that were not taken back, or those before entry `before`."""
        with engine.translated(self.path):
            return trash.entries(self._db, self, before, limit)

    def trash_count(self) -> int:
        """Return how many deletions there are in the trash."""
        with engine.translated(self.path):
            return trash.count(self._db)

    def restoration(self, seq: int) -> Restoration:
        """Return what brings back the deletion of entry `seq`, as far as it still fits."""
        with engine.translated(self.path):
            return trash.restored(self._db, self, seq)

    def _select(self, kind: type[R], rest: str = "", params: Iterable[Any] = ()) -> list[R]:
        with engine.translated(self.path):
            return rows.select(self._db, kind, rest, params)

    def _row(self, sql: str, params: Iterable[Any] = ()) -> Any:
        with engine.translated(self.path):
            return self._db.execute(sql, tuple(params)).fetchone()
