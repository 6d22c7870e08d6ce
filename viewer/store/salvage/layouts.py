"""What the rows of each table of a case file look like, whichever version wrote it."""

from dataclasses import dataclass
from typing import Any

from viewer.domain.records import KINDS
from viewer.store import engine, schema

#: The tables whose rows are wanted; all others are computed from them.
WANTED = (*KINDS, "record", "total", "content", "history_change")
#: Those whose rows are the entries of an index (WITHOUT ROWID).
AS_INDEX = ("record", "total", "history_change")

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


Layouts = dict[str, tuple[Column, ...]]


def row_of(columns: tuple[Column, ...], values: tuple[object, ...]) -> Row | None:
    """Return values as a row; None where they are not such as these columns take."""
    if len(columns) != len(values):
        return None
    pairs = list(zip(columns, values, strict=True))
    return {c.name: v for c, v in pairs} if all(c.takes(v) for c, v in pairs) else None


def layouts(found: dict[str, str], version: int) -> Layouts:
    """Return the columns of the wanted tables, from their SQL where an older version wrote it.

    A file of the present version has the present columns, whatever its damaged SQL may say.
    """
    present = _described(schema.script())
    if not 0 < version < schema.SCHEMA_VERSION:
        return present
    older = {name: _described(sql).get(name, ()) for name, sql in found.items() if name in WANTED}
    return {name: older.get(name) or columns for name, columns in present.items()}


def _described(sql: str) -> Layouts:
    """Return the columns of the wanted tables that some SQL makes; none where it does not."""
    connection = engine.in_memory()
    try:
        connection.executescript(sql)
        return {name: columns for name in WANTED if (columns := _columns(connection, name))}
    except (engine.DatabaseError, ValueError):
        return {}
    finally:
        connection.close()


def _columns(connection: Any, table: str) -> tuple[Column, ...]:
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return tuple(
        Column(name, _TYPES.get(type_, ()), not (needed or is_key))
        for _, name, type_, needed, _, is_key in found
    )
