"""Older case files as they were: their structure from a pinned script, their rows of a case."""

from pathlib import Path

from sqlite_utils import Database

from tests.store.looking import raw


def older_copy(present: Path, old: Path, version: int) -> Path:
    """Make at `old` what an earlier version of the program would have kept of a plain case."""
    old.touch()
    script = Path(__file__).with_name(f"schema-{version}.sql").read_text("utf-8")
    with raw(old) as db:
        db.conn.executescript(script)
        db.execute("ATTACH ? AS now", (str(present),))
        for name, kept in _old_tables(db).items():
            columns = ", ".join(f'"{column}"' for column in kept)
            db.execute(f'INSERT OR IGNORE INTO "{name}" SELECT {columns} FROM now."{name}"')
    return old


def _old_tables(db: Database) -> dict[str, list[str]]:
    own = [row[0] for row in db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
    return {
        name: [row[1] for row in db.execute(f'PRAGMA main.table_info("{name}")').fetchall()]
        for name in own
        if not name.startswith(("search_index", "sqlite_"))
    }
