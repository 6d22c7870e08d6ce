"""Ways in which a case file is damaged, or built by somebody who means harm."""

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from tests.store.looking import raw
from viewer.domain.records import KINDS
from viewer.store import engine

PAGE = 4096
Mutation = Callable[[Path, Random], None]

# ── Bytes ────────────────────────────────────────────────────────────────────────────────────


def on_bytes(change: Callable[[bytearray, Random], None]) -> Mutation:
    def mutate(path: Path, luck: Random) -> None:
        data = bytearray(path.read_bytes())
        change(data, luck)
        path.write_bytes(data)

    return mutate


def _page(data: bytearray, luck: Random) -> slice:
    number = luck.randrange(len(data) // PAGE)
    return slice(number * PAGE, (number + 1) * PAGE)


def _flip(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 1, 2, 10, 100])):
        data[luck.randrange(len(data))] ^= 1 << luck.randrange(8)


def _overwrite(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 3, 20])):
        at = luck.randrange(len(data))
        odd = luck.choice([b"\0" * 64, b"\xff" * 64, luck.randbytes(64), b"\x80" * 9, b"\x7f" * 9])
        data[at : at + len(odd)] = odd[: len(data) - at]


def _cut(data: bytearray, luck: Random) -> None:
    del data[luck.choice([luck.randrange(len(data)), luck.randrange(len(data) // PAGE) * PAGE]) :]


def _grow(data: bytearray, luck: Random) -> None:
    data += luck.choice([bytes(PAGE), luck.randbytes(PAGE), b"x", bytes(data[:PAGE])])


def _zero(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 1, 4])):
        data[_page(data, luck)] = bytes(PAGE)


def _swap(data: bytearray, luck: Random) -> None:
    one, other = _page(data, luck), _page(data, luck)
    data[one], data[other] = data[other], data[one]


def _double(data: bytearray, luck: Random) -> None:
    data[_page(data, luck)] = data[_page(data, luck)]


def _header(data: bytearray, luck: Random) -> None:
    for _ in range(luck.choice([1, 1, 2])):
        at = luck.randrange(16, 100)
        data[at] = luck.choice([0, 1, 2, 3, 4, 5, 0x7F, 0x80, 0xFF, luck.randrange(256)])


def _number(data: bytearray, luck: Random) -> None:
    """Change one of the numbers that a header holds: pages, freelist, encoding, versions."""
    at = luck.choice([16, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96])
    value = luck.choice([0, 1, 2, 3, 2**31 - 1, 2**32 - 1, len(data) // PAGE, luck.randrange(400)])
    data[at : at + 4] = struct.pack(">I", value)


def _freelist(data: bytearray, luck: Random) -> None:
    """Let the list of free pages go round in a circle, or lead into a table."""
    pages = len(data) // PAGE
    trunk = luck.randrange(2, pages)
    data[32:36] = struct.pack(">I", trunk)
    data[36:40] = struct.pack(">I", luck.choice([1, 5, pages, 2**31]))
    following = luck.choice([trunk, luck.randrange(pages)])
    leaves = [luck.randrange(1, pages + 5) for _ in range(luck.choice([0, 3, 900]))]
    start = (trunk - 1) * PAGE
    packed = struct.pack(f">II{len(leaves)}I", following, len(leaves), *leaves)
    data[start : start + len(packed)] = packed


def _branch(data: bytearray, luck: Random) -> None:
    """Make a page a branch all of whose children are pages at random, itself among them."""
    where = _page(data, luck)
    number = where.start // PAGE + 1
    children = luck.choice([2, 40, 400])
    kind = luck.choice([0x05, 0x02])
    pages = len(data) // PAGE
    cells = bytearray()
    places = []
    for row in range(children):
        places.append(PAGE - len(cells) - 8)
        child = luck.choice([number, luck.randrange(1, pages + 1), luck.randrange(1, pages + 1)])
        cells[:0] = struct.pack(">I", child) + bytes([luck.randrange(128), 1, 9, row % 128])
    head = struct.pack(">BHHHBI", kind, 0, children, PAGE - len(cells), 0, number)
    page = bytearray(PAGE)
    page[PAGE - len(cells) :] = cells
    body = head + b"".join(struct.pack(">H", place) for place in places)
    page[: len(body)] = body
    start = 100 if number == 1 else 0
    data[where.start + start : where.stop] = page[start:] if start else page


def _kind(data: bytearray, luck: Random) -> None:
    """Change what a page says that it is, or where its cells are."""
    where = _page(data, luck).start
    at = where + (100 if where == 0 else 0)
    if luck.random() < 0.5:
        data[at] = luck.choice([0x02, 0x05, 0x0A, 0x0D, 0, 0xFF])
    else:
        data[at + luck.randrange(1, 40)] = luck.randrange(256)


# ── Through the engine ───────────────────────────────────────────────────────────────────────

_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
_MANY = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3000) SELECT "
_SCHEMAS = [
    "CREATE TRIGGER extra AFTER INSERT ON search BEGIN DELETE FROM record; END",
    "CREATE TRIGGER extra AFTER UPDATE ON person BEGIN SELECT load_extension('x'); END",
    "CREATE VIEW extra AS SELECT * FROM person",
    f"CREATE VIEW extra AS {_ENDLESS}",
    "CREATE VIEW extra AS SELECT * FROM extra",
    "CREATE TABLE extra (x, y AS (x || x || x) STORED, z AS (abs(y)) VIRTUAL)",
    "CREATE TABLE extra (x CHECK (x IN (SELECT 1)))",
    "CREATE INDEX extra ON person(randomblob(1000000000))",
    "CREATE INDEX extra ON person(about) WHERE zeroblob(1000000000) = about",
    "CREATE TABLE sqlite_stat1 (tbl, idx, stat)",
    "CREATE VIRTUAL TABLE extra USING fts5(x, tokenize = 'unicode61 separators ''xyz''')",
    "CREATE VIRTUAL TABLE extra USING rtree(a, b, c)",
]
_VALUES = [
    "x'ff41'",
    "5",
    "1e999",
    "''",
    "NULL",
    "zeroblob(100000)",
    "char(0)",
    "9223372036854775807",
]


def _lawless(db: Any) -> None:
    for pragma in ("ignore_check_constraints=ON", "foreign_keys=OFF", "writable_schema=ON"):
        db.execute(f"PRAGMA {pragma}")


@contextmanager
def _freed(path: Path) -> Iterator[Any]:
    with raw(path) as db, engine.attaching(db):
        _lawless(db)
        try:
            yield db
        except engine.DatabaseError:
            return  # The engine itself refuses that change: another file is made of the next.


def _schema(path: Path, luck: Random) -> None:
    sql = luck.choice(_SCHEMAS)
    kind, name = sql.replace("VIRTUAL ", "").split()[1:3]
    with _freed(path) as db:
        root = luck.choice([0, 2, 5, 10**6])
        row = (kind.lower(), name, luck.choice([name, "person"]), root, sql)
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)


def _schema_text(path: Path, luck: Random) -> None:
    """Change the SQL of a table, an index or a trigger that is there."""
    old, new = luck.choice(
        [
            ("STRICT", ""),
            ("TEXT", "BLOB"),
            ("NOT NULL", ""),
            ("RAISE(ABORT", "RAISE(IGNORE"),
            ("INTEGER", "TEXT"),
            ("PRIMARY KEY", "PRIMARY KEY DESC"),
            ("DEFAULT ''", "DEFAULT (zeroblob(1000000000))"),
            ("CREATE", "CREATE "),
            ("detail='column'", "detail='none'"),
            ("(", "(("),
            ("id", "id, id"),
        ]
    )
    with _freed(path) as db:
        names = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE sql NOT NULL")]
        sql = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?"
        db.execute(sql, (old, new, luck.choice(names)))


def _roots(path: Path, luck: Random) -> None:
    """Let a table stand where another one is, or nowhere."""
    with _freed(path) as db:
        names = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE rootpage > 0")]
        sql = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
        root = luck.choice([1, 2, 3, luck.randrange(1, 250), 10**6, 0])
        db.execute(sql, (root, luck.choice(names)))


def _without_guards(db: Any) -> None:
    for name in ("document_is_fixed", "passage_is_fixed", "content_is_fixed"):
        db.execute(f"DROP TRIGGER {name}")
    for name in ("history_is_fixed", "history_change_is_fixed"):
        db.execute(f"DROP TRIGGER {name}")


def _values(path: Path, luck: Random) -> None:
    """Put values where no program would, as far as the tables' types let it."""
    kind = luck.choice([*KINDS, "search", "total", "record", "history", "history_change"])
    with _freed(path) as db:
        saved = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        _without_guards(db)
        columns = [r[1] for r in db.execute(f'PRAGMA table_info("{kind}")')]
        for _ in range(luck.choice([1, 3])):
            value = luck.choice([f"CAST({luck.choice(_VALUES)} AS TEXT)", *_VALUES])
            sql = f'UPDATE OR IGNORE "{kind}" SET "{luck.choice(columns)}" = {value}'
            try:
                db.execute(sql)
            except engine.DatabaseError:
                continue
        have = {r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
        for name, sql in saved:
            if name not in have:
                db.execute(sql)


def _mistyped(path: Path, luck: Random) -> None:
    """Take STRICT away, put in what it forbids, and put it back."""
    kind = luck.choice(list(KINDS))
    take = f"UPDATE sqlite_master SET sql = replace(sql, ' STRICT', '') WHERE name = '{kind}'"
    with _freed(path) as db:
        db.execute(take)
    _values_of(path, kind, luck)
    with _freed(path) as db:
        db.execute(f"UPDATE sqlite_master SET sql = sql || ' STRICT' WHERE name = '{kind}'")


def _values_of(path: Path, kind: str, luck: Random) -> None:
    with _freed(path) as db:
        columns = [r[1] for r in db.execute(f'PRAGMA table_info("{kind}")')]
        db.execute(f'UPDATE "{kind}" SET "{luck.choice(columns)}" = {luck.choice(_VALUES)}')


def _search_index(path: Path, luck: Random) -> None:
    deeds = [
        "UPDATE search_index_data SET block = randomblob(length(block)) WHERE id > 10",
        "UPDATE search_index_data SET block = x''",
        "UPDATE search_index_data SET block = zeroblob(1000000) WHERE id = 10",
        "DELETE FROM search_index_idx",
        "DELETE FROM search_index_data",
        "UPDATE search_index_docsize SET sz = x'ffffffffff'",
        "UPDATE search_index_config SET v = 0 WHERE k = 'secure-delete'",
        "UPDATE search_index_config SET v = 99 WHERE k = 'version'",
        "INSERT OR REPLACE INTO search_index_config VALUES ('rank', 'bm25(' || char(0) || ')')",
        "INSERT OR REPLACE INTO search_index_config VALUES ('pgsz', 2147483647)",
        "INSERT INTO search_index(search_index) VALUES ('delete-all')",
    ]
    with _freed(path) as db:
        db.execute(luck.choice(deeds))


def _history(path: Path, luck: Random) -> None:
    says = [
        "'{'",
        "'[]'",
        "'{\"title\": 5}'",
        "printf('%.*c', 99999, '[')",
        "'null'",
        "'{}'",
        "x'00'",
    ]
    with _freed(path) as db:
        trigger = "history_change_is_fixed"
        sql = f"SELECT sql FROM sqlite_master WHERE name = '{trigger}'"
        guard = db.execute(sql).fetchone()[0]
        db.execute(f"DROP TRIGGER {trigger}")
        side = luck.choice(["before", "after"])
        db.execute(f"UPDATE history_change SET {side} = CAST({luck.choice(says)} AS TEXT)")
        db.execute(guard)


def _swollen(path: Path, luck: Random) -> None:
    """Fill a table with rows, or one value with very much."""
    with _freed(path) as db:
        deed = luck.choice(
            [
                f"INSERT INTO search(source_id, record_id, text) {_MANY} x, x, x FROM n",
                f"INSERT INTO record {_MANY} 'r' || x, 'person' FROM n",
                "UPDATE person SET about = printf('%.*c', 100000, 'x')",
                "UPDATE \"case\" SET title = printf('%.*c', 1000000, '(')",
                "UPDATE name SET text = char(0x202e) || text || char(0x1f600)",
            ]
        )
        db.execute(deed)


ON_BYTES: dict[str, Mutation] = {
    "bits flipped": on_bytes(_flip),
    "bytes overwritten": on_bytes(_overwrite),
    "cut off": on_bytes(_cut),
    "something added": on_bytes(_grow),
    "pages zeroed": on_bytes(_zero),
    "pages swapped": on_bytes(_swap),
    "page doubled": on_bytes(_double),
    "header's bytes": on_bytes(_header),
    "header's numbers": on_bytes(_number),
    "freelist bent": on_bytes(_freelist),
    "tree bent": on_bytes(_branch),
    "page's kind": on_bytes(_kind),
}
BY_ENGINE: dict[str, Mutation] = {
    "foreign structure": _schema,
    "structure's text": _schema_text,
    "roots moved": _roots,
    "values": _values,
    "types": _mistyped,
    "search index": _search_index,
    "history": _history,
    "swollen": _swollen,
}
