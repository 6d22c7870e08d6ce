"""What the rows of each table of a case file look like, whichever version wrote it.

It is told from what the program knows: SQL that stands in a damaged file is a stranger's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from viewer.domain.records import KINDS
from viewer.store import engine, schema
from viewer.store.schema import DATE_PARTS

#: The tables whose rows are wanted; all others are computed from them.
WANTED = (*KINDS, "record", "total", "content", "history_change")
#: Those whose rows are the entries of an index (WITHOUT ROWID).
AS_INDEX = ("record", "total", "history_change")
_SPAN = ("earliest", "latest")

#: The version that brought a column, where that was a later one than its table's.
_SINCE: dict[str, dict[str, int]] = {
    "annotation": {"modified": 2, "protection": 4},
    "document": {"file_name": 3, "protection": 4},
    "event": {"protection": 4},
    "evidence": {"value": 2},
    "export": {"documents": 5},
    "history_change": {"salt": 5, "digest": 5},
    "person": {"consent": 4, **{f"consent_date_{part}": 4 for part in (*DATE_PARTS, *_SPAN)}},
    "place": {"protection": 4},
}

_TYPES: dict[str, tuple[type, ...]] = {
    "TEXT": (str,),
    "INTEGER": (int,),
    "REAL": (int, float),
    "BLOB": (bytes,),
}

#: A row by the names of its columns.
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, of what types its values are, whether one may be missing."""

    name: str
    types: tuple[type, ...]
    optional: bool

    def takes(self, value: object) -> bool:
        """Return whether a value may stand in it."""
        return type(value) in self.types or (value is None and self.optional)


#: The columns of one version.
Layout = tuple[Column, ...]


def row_of(table: str, values: tuple[object, ...]) -> Row | None:
    """Return values as a row; None where they are not such as the table takes in any version."""
    layout = layouts(table).get(len(values), ())
    fits = bool(layout) and all(c.takes(v) for c, v in zip(layout, values, strict=True))
    return {c.name: v for c, v in zip(layout, values, strict=True)} if fits else None


@cache
def layouts(table: str) -> dict[int, Layout]:
    """Return how rows of a table look, by how many values they have: more in each version."""
    versions = range(schema.SCHEMA_VERSION, 0, -1)
    return {len(layout): layout for v in versions if (layout := layout_of(table, v))}


def layout_of(table: str, version: int) -> Layout:
    """Return the columns that a table has in a version, or would have if it were there."""
    since = _SINCE.get(table, {})
    return tuple(c for c in _present()[table] if since.get(c.name, 1) <= version)


@cache
def _present() -> dict[str, Layout]:
    connection = engine.in_memory()
    try:
        connection.executescript(schema.script())
        return {name: tuple(columns(connection, name)) for name in WANTED}
    finally:
        connection.close()


def columns(connection: Any, table: str) -> Iterator[Column]:
    """Yield the columns of a table of a database."""
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    for _, name, type_, needed, _, is_key in found:
        yield Column(name, _TYPES.get(type_, ()), not (needed or is_key))
