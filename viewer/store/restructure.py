"""Giving an older file the tables, indexes and triggers of the present version.

A table that is described otherwise than today is made anew and its rows are copied, as SQLite's
own page on ALTER TABLE advises; what it says besides its records is computed again. Foreign keys
must be off on the connection, and `legacy_alter_table` on, or renaming would rewrite them.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from viewer.store import chain, derived, opening, schema, search

#: The parts of a date that are never null.
_WRITTEN = [part for part in schema.DATE_PARTS if part != "anchor_id"]

#: What a column that older rows lack begins with, as SQL; others begin with their default.
FIRST_VALUES = {
    ("history", "deed"): "'begin'",
    ("history", "digest"): "''",
    ("history", "hash"): "''",
    ("history_change", "digest"): "''",
    ("export", "documents"): "''",
    ("evidence", "value"): "''",
    ("annotation", "modified"): "''",
    ("document", "file_name"): "''",
    ("person", "consent"): "'not_asked'",
    **{("person", f"consent_date_{part}"): "''" for part in _WRITTEN},
    **{(kind, "protection"): "'public'" for kind in ("document", "place", "event", "annotation")},
}

# FTS5 keeps its own tables beside the one that is declared.
_OF_SEARCH = "search_index"

Item = tuple[str, str, str, str]


def restructure(db: Database) -> None:
    """Bring the structure of a file, and what is computed from its records, up to date."""
    wanted: list[Item] = [item for item in opening.expected_structure() if _is_ours(item)]
    present: list[Item] = [item for item in opening.structure(db) if _is_ours(item)]
    _drop(db, (item for item in present if item[0] in ("index", "trigger")))
    known = {name: sql for kind, name, _, sql in present if kind == "table"}
    for kind, name, _, sql in wanted:
        if kind == "table" and known.get(name) != sql:
            _make(db, name, sql, is_new=name not in known)
    _create(db, wanted, "index")
    chain.begin(db)
    _compute(db)
    _create(db, wanted, "trigger")


def compute_again(db: Database) -> None:
    """Compute anew all that is computed from records; of what it was before nothing is left."""
    names = ("search_added", "search_removed", "search_changed")
    with without_triggers(db, names):
        _compute(db)


@contextmanager
def without_triggers(db: Database, names: Collection[str]) -> Iterator[None]:
    """Take triggers away and give them back as they were; for use within a transaction."""
    found = [item for item in opening.structure(db) if item[0] == "trigger" and item[1] in names]
    _drop(db, found)
    yield
    _create(db, found, "trigger")


def _compute(db: Database) -> None:
    derived.refresh_all(db)
    # Without the triggers, so that the index is built once and not row by row.
    _make_search_index(db)
    search.refresh_all(db)


def _is_ours(item: Item) -> bool:
    return not item[1].startswith(_OF_SEARCH)


def _drop(db: Database, items: Iterable[Item]) -> None:
    for kind, name, _, _ in items:
        db.execute(f'DROP {kind} "{name}"')


def _create(db: Database, items: Iterable[Item], wanted: str) -> None:
    for kind, _, _, sql in items:
        if kind == wanted:
            db.execute(sql)


def _make(db: Database, name: str, sql: str, *, is_new: bool) -> None:
    if is_new:
        db.execute(sql)
        return
    other = f"new {name}"
    old = _columns(db, name)
    db.execute(sql.replace(f'"{name}"', f'"{other}"', 1))
    values = {
        column: f'"{column}"' if column in old else FIRST_VALUES[name, column]
        for column in _columns(db, other)
        if column in old or (name, column) in FIRST_VALUES
    }
    into = ", ".join(f'"{column}"' for column in values)
    db.execute(f'INSERT INTO "{other}" ({into}) SELECT {", ".join(values.values())} FROM "{name}"')
    db.execute(f'DROP TABLE "{name}"')
    db.execute(f'ALTER TABLE "{other}" RENAME TO "{name}"')


def _make_search_index(db: Database) -> None:
    db.execute(f"DROP TABLE {_OF_SEARCH}")
    for sql in schema.SEARCH_INDEX:
        db.execute(sql)


def _columns(db: Database, table: str) -> list[str]:
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")').fetchall()]
