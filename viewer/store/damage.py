"""What is damaged in a case file, in words for the people whose case it is.

The engine looks at every page and row, and names trees, rows and indexes; here it is told whose
records these are, how many of them can still be read, and what can be done.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.records import KINDS
from viewer.store import derived, engine, rows, trouble

#: Bytes up to which a file is looked through before it is used; that takes less than 0.1 s.
SMALL = 16 << 20
#: What was found that no sentence of its own is told of.
_MOST = 5

WHAT_NOW = (
    "Keep this file as it is, and open a backup from before; or save what can still be read into "
    "a new file: “casefile recover”, or “Salvage…” in the window."
)
_SEARCH = "The search is damaged: it may not find everything. No record is touched by that."
_HISTORY = "The history is damaged: not all of what was changed can be looked up any more."
_REGISTRY = "The registry of records is damaged: what refers to what may not be found."
_ROOM = "Room in the file that holds nothing is damaged; no record is touched by that."
_SENTENCES = {
    "search": _SEARCH,
    "search_index": _SEARCH,
    "history": _HISTORY,
    "history_change": _HISTORY,
    "record": _REGISTRY,
    "total": _REGISTRY,
}
#: Where a line of the engine names a tree by its first page, an index, a table, or no tree.
_TREE = re.compile(r"^Tree (\d+) ")
_INDEX = re.compile(r"index (\w+)$")
_TABLE = re.compile(r"(?: in |from table \"|table main\.)(\w+)")
_FREE = re.compile(r"Freelist|never used|free")


def lines(db: Database, check: str = "quick_check") -> list[str]:
    """Return what the engine finds damaged, in its own words; an empty list for nothing."""
    try:
        return _said(db, check)
    except engine.DatabaseError as error:
        if engine.is_interrupted(error):
            raise
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = [line for (table,) in tables for line in _said_of(db, check, table)]
    return found or ["The pages cannot be followed"]


def _said_of(db: Database, check: str, table: str) -> list[str]:
    try:
        return _said(db, f'{check}("{table}")')
    except engine.DatabaseError as error:
        if engine.is_interrupted(error):
            raise
        return [f"What cannot be followed is in {table}"]


def _said(db: Database, check: str) -> list[str]:
    found = [line for row in db.execute(f"PRAGMA {check}") for line in str(row[0]).split("\n")]
    return [line for line in found if line != "ok" and not line.startswith("***")]


def is_small(path: Path) -> bool:
    """Whether a file is looked through before it is used."""
    return path.stat().st_size <= SMALL


def require_none(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` where a small file is damaged."""
    if is_small(path) and lines(db):
        raise trouble.damaged(path)


def warning(db: Database, path: Path) -> str:
    """Return what to say of a damaged file that can still be looked at; "" for a small sound one.

    Raises `DamagedCaseFile` where its records cannot all be read.
    """
    if not is_small(path) or not lines(db):
        return ""
    for kind in KINDS.values():
        rows.select(db, kind)
    return str(trouble.shown(path))


def explained(db: Database, found: Iterable[str]) -> Iterator[str]:
    """Say what the engine's lines mean for the records, and what can be done."""
    places = dict(_place(db, line) for line in found)
    yield from dict.fromkeys(_sentence(db, place, line) for place, line in places.items())
    yield WHAT_NOW


def _place(db: Database, line: str) -> tuple[str, str]:
    """Return whose damage a line tells of: a table, “table/index”, “free”, or the line itself."""
    for pattern, column in ((_TREE, "rootpage"), (_INDEX, "name")):
        if match := pattern.search(line):
            sql = f"SELECT type, tbl_name FROM sqlite_master WHERE {column} = ?"
            kind, table = db.execute(sql, (match[1],)).fetchone() or ("", "")
            if table:
                return f"{table}/index" if kind == "index" else str(table), line
    if match := _TABLE.search(line):
        return match[1], line
    return ("free" if _FREE.search(line) else line), line


def _sentence(db: Database, place: str, line: str) -> str:
    table, _, index = place.partition("/")
    table = re.sub(r"^search_index_\w+$", "search_index", table)
    if place == "free":
        return _ROOM
    if table in _SENTENCES:
        return _SENTENCES[table]
    if table == "content":
        return "Originals of documents are damaged: not all of them can be saved again."
    if table not in KINDS:
        return f"The file is damaged: {' '.join(line.split())}."
    label = KINDS[table].labels[1]
    readable, all_ = _readable(db, table), derived.total(db, table)
    if index or readable == all_ > 0:
        return f"A list of {label.lower()} is damaged and may leave some out; the records are not."
    return f"{label} are damaged: at least {readable:,} of {all_:,} can be read."


def _readable(db: Database, kind: str) -> int:
    """Return how many records can be read from both ends of their table, up to the damage."""
    ids: set[str] = set()
    for order in ("ASC", "DESC"):
        try:
            cursor = db.execute(f'SELECT {rows.listed(kind)} FROM "{kind}" ORDER BY rowid {order}')
            for row in cursor:
                ids.add(rows.record(KINDS[kind], row).id)
        except (engine.DatabaseError, ValueError):
            continue
    return len(ids)
