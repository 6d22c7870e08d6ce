"""Ways in which a case file is built, through the engine, by somebody who means harm."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from tests.mutating.byte_mutations import Mutation
from tests.store.looking import raw
from viewer.domain.records import KINDS
from viewer.store import engine

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
