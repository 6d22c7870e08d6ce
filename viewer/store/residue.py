"""Whether words that no row holds are left in the bytes of a file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.forgetting.originals import coded
from viewer.domain.forgetting.parts import LEAST_BYTES
from viewer.domain.text import folded

#: Bytes that are looked through at a time.
PIECE = 1 << 24
#: Words that are looked for; of more, the longest.
_MOST = 100
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def words_left(db: Database, path: Path, words: Iterable[str]) -> list[str]:
    """Return those of the words that stand in the file's bytes and in no row of its tables.

    For an unencrypted file: others hold no words. Nobody may hold a lock in this process, as
    closing the file gives up all of them (POSIX). Raises `OSError`.
    """
    found = sorted(_found(path, sorted(set(words), key=len, reverse=True)[:_MOST]))
    return [way.decode(errors="replace") for way in found if not _is_in_a_row(db, way)]


def _found(path: Path, words: Iterable[str]) -> set[bytes]:
    """Look through a file, piece by piece: mapped into memory, a disk that fails is the end."""
    ways = {way for word in words for way in _ways(word) if len(way) >= LEAST_BYTES}
    before = max(map(len, ways), default=1) - 1
    found: set[bytes] = set()
    data = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            data = data[max(0, len(data) - before) :] + piece
            found |= {way for way in ways - found if way in data}
    return found


def _ways(word: str) -> Iterator[bytes]:
    """Yield a word as it may be coded, in capitals and small letters too, and as it is searched."""
    for text in {word, word.lower(), word.upper(), folded(word)}:
        yield from coded(text)


def _is_in_a_row(db: Database, way: bytes) -> bool:
    return any(_holds(db, table, way) for (table,) in db.execute(_TABLES).fetchall())


def _holds(db: Database, table: str, way: bytes) -> bool:
    columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")').fetchall()]
    tests = " OR ".join(f'instr(CAST("{name}" AS BLOB), ?1)' for name in columns)
    sql = f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE {tests})'
    return bool(db.execute(sql, (way,)).fetchone()[0])
