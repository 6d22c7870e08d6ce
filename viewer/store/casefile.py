"""A case file: how it is made, opened, held for writing and let go."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.changes import NOTHING, ChangeSet
from viewer.domain.ids import new_id
from viewer.domain.records import Case
from viewer.store import (
    damage,
    engine,
    expunging,
    holding,
    leftovers,
    migrations,
    opening,
    schema,
    writing,
)
from viewer.store.giving_up import IsGivenUp, heeding, never
from viewer.store.keys import Key
from viewer.store.making import making
from viewer.store.writable import WritableCase


class CaseFile(WritableCase):
    """One SQLite file, opened to read, or held for writing until it is closed.

    While it is held, other programs may read it and none may write it. Not for use from
    several threads: each opens its own.
    """

    def __init__(
        self, db: Database, path: Path, *, read_only: bool, key: Key | None = None
    ) -> None:
        super().__init__(db, path, read_only=read_only, key=key)
        #: Where the file as it was before a migration was put aside, if it was.
        self.set_aside: Path | None = None
        #: What to say of a file that is damaged and can still be looked at; "" for any other.
        self.damage = ""
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
        is_given_up: IsGivenUp = never,
    ) -> "CaseFile":
        """Make a new case file; never overwrites one, and leaves none behind when it fails.

        With a key it is encrypted, and no word of it reaches the disk otherwise. What it begins
        with, the case and `first`, is not to be undone. Raises a `FileProblem`, or `Interrupted`.
        """
        with making(path), engine.translated(path), cls._connected(path, "rw", key) as db:
            with heeding(db.conn, is_given_up):
                db.conn.executescript(f"BEGIN;\n{schema.script()}\nCOMMIT;")
                case_file = cls._held(db, path, key)
                case_file._write(writing.new_case(case or Case(id=new_id())), who, "begin")
                case_file._write(first, who, "begin")
            case_file._note = holding.Note(path, who, key)
            return case_file

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
                    leftovers.sweep_all(path)
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

    def close(self) -> None:
        """Let the file go."""
        if self._note is not None:
            self._note.remove()  # before anybody else can hold the file and leave another
        self._db.close()

    def __enter__(self) -> "CaseFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
