"""Looking at a case file from outside: its rows, its bytes, what lies beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from viewer.domain.records import KINDS
from viewer.store import CaseFile, engine

#: What opens the encrypted case that the tests copy.
PASSPHRASE = "two rivers, one bridge"
SEARCH = "SELECT source_id, record_id, text FROM search ORDER BY source_id"


def dump(case_file: CaseFile) -> dict[str, list[Any]]:
    """Every record table with its derived columns, the registry and the search text."""
    db = case_file._db
    tables = {kind: f'SELECT * FROM "{kind}" ORDER BY id' for kind in KINDS}
    tables["total"] = "SELECT * FROM total WHERE number > 0 ORDER BY kind"
    tables |= {"record": "SELECT * FROM record ORDER BY id", "search": SEARCH}
    return {name: db.execute(sql).fetchall() for name, sql in tables.items()}


def marks(path: Path) -> tuple[str, list[str]]:
    """What must not change when a file is refused: its bytes, and what lies beside it."""
    return sha256(path.read_bytes()).hexdigest(), sorted(p.name for p in path.parent.iterdir())


@contextmanager
def raw(path: Path) -> Iterator[Database]:
    """Somebody else's hand in the file, past all that Casefile checks."""
    db = engine.connect(path, "rw")
    try:
        db.execute("PRAGMA foreign_keys=OFF")
        yield db
    finally:
        db.close()


@contextmanager
def without_trigger(db: Database, name: str) -> Iterator[None]:
    """A guard taken away for a moment and put back letter by letter."""
    sql = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    db.execute(f'DROP TRIGGER "{name}"')
    yield
    db.execute(sql)
