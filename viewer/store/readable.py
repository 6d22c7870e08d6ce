"""What can be asked of a case file that is open: records, lists, the search, the history."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from viewer.domain.claims import Piece
from viewer.domain.custody import Step, custody
from viewer.domain.forgetting import Forgetting, Target
from viewer.domain.records import KINDS, Case, Export, Passage, Record, fields_of
from viewer.domain.restoring import Restoration
from viewer.errors import NotFoundError
from viewer.store import (
    derived,
    engine,
    finding,
    forgetting,
    history,
    lists,
    passages,
    rows,
    schema,
    trash,
    worklist,
)
from viewer.store.finding import LIMIT, Hit
from viewer.store.forgetting import Emptied
from viewer.store.history import HistoryEntry, RecordChange
from viewer.store.keys import Key
from viewer.store.passages import PassageUse
from viewer.store.trash import TrashEntry

R = TypeVar("R", bound=Record)

#: Records that `all` holds at a time; documents are long.
_BATCH, _OF_DOCUMENTS = 500, 20


class ReadableCase:
    """Answers questions; implements `domain.reader.CaseReader`."""

    def __init__(self, db: Database, path: Path, key: Key | None = None) -> None:
        self.path = path
        #: What the file is encrypted with; None where anybody can read it.
        self.key = key
        self._db = db

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
        return None if row is None else self.get(self._kind(row[0]), id)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield every record of a kind, in order of id."""
        last, most = "", _OF_DOCUMENTS if kind.kind == "document" else _BATCH
        while batch := self._select(kind, f"WHERE id > ? ORDER BY id LIMIT {most}", (last,)):
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
            for column in schema.reference_columns(kind.kind, self._kind(row[0]).kind):
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
        if not isinstance(row[0], bytes):
            raise engine.damaged(self.path)
        return row[0]

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

    def custody(self, document_id: str) -> tuple[Step, ...]:
        """Return what happened to a document since it was received, oldest first."""
        found = self._select(Export, "WHERE instr(documents, ?) ORDER BY id", (document_id,))
        noted = [(export, self.history_of(export.id)[:1]) for export in found]
        exports = [(export, past.entry) for export, pasts in noted for past in pasts]
        return custody(self.history_of(document_id), exports)

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

    def target(self, id: str) -> Target:
        """Return a record as what is to be removed for good; raises `NotFoundError`."""
        record = self.find(id)
        if record is None:
            raise NotFoundError("This record is no longer in the case; nothing was removed.")
        with engine.translated(self.path):
            return forgetting.target_of(self._db, self, record)

    def deleted_target(self, seq: int) -> Target:
        """Return the deletion of entry `seq` in the trash likewise; raises `NotFoundError`."""
        with engine.translated(self.path):
            found = forgetting.deletion(self._db, self, seq)
            if found is None:
                raise NotFoundError("This is no longer in the trash; nothing was removed.")
            return forgetting.target_of_deletion(self._db, found)

    def emptied(self, plan: Forgetting) -> Emptied:
        """Return how much of the history a removing for good would empty."""
        with engine.translated(self.path):
            return forgetting.counted(self._db, plan, self.content)

    def _kind(self, name: str) -> type[Record]:
        if name not in KINDS:
            raise engine.damaged(self.path)
        return KINDS[name]

    def _select(self, kind: type[R], rest: str = "", params: Iterable[Any] = ()) -> list[R]:
        with engine.translated(self.path):
            return rows.select(self._db, kind, rest, params)

    def _row(self, sql: str, params: Iterable[Any] = ()) -> Any:
        with engine.translated(self.path):
            return self._db.execute(sql, tuple(params)).fetchone()
