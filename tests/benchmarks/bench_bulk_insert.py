"""Bulk insert with checks, history and search, against the same rows by raw `executemany`.

`python -m tests.benchmarks.bench_bulk_insert --quotes 100000`
"""

import argparse
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.measure import Ratio, change_set, table, timed
from viewer.domain.changes import ChangeSet
from viewer.store import CaseFile, engine, rows, schema

QUOTES = 100_000


def run(quotes: int = QUOTES) -> list[Ratio]:
    """Insert the same rows into bare tables and into a case."""
    deed = change_set(quotes)
    with TemporaryDirectory() as folder:
        bare = _raw(Path(folder, "bare.db"), deed, "")
        indexed = _raw(Path(folder, "indexed.db"), deed, schema.script())
        with CaseFile.create(Path(folder, "case.casefile")) as case_file:
            seconds = timed(lambda: case_file.apply(deed))
    name = f"bulk insert, {quotes:,} quotes"
    return [
        Ratio(name, "raw `executemany`, bare tables", seconds, bare),
        Ratio(name, "raw `executemany`, tables with keys and indexes", seconds, indexed),
    ]


def _raw(path: Path, deed: ChangeSet, script: str) -> float:
    """Time the rows alone, into tables of a script or else without keys and indexes."""
    by_kind: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for change in deed.changes:
        by_kind[change.kind].append(rows.values_of(change.kind)(change.record))
    path.touch()
    connection = engine.connect(path, "rw").conn
    connection.execute("PRAGMA foreign_keys=OFF")
    bare = (f'CREATE TABLE "{kind}" ({", ".join(_quoted(kind))});' for kind in by_kind)
    connection.executescript(script or "\n".join(bare))

    def insert() -> None:
        connection.execute("BEGIN")
        for kind, values in by_kind.items():
            marks = ", ".join("?" * len(values[0]))
            names = ", ".join(_quoted(kind))
            connection.executemany(f'INSERT INTO "{kind}" ({names}) VALUES ({marks})', values)
        connection.execute("COMMIT")

    try:
        return timed(insert)
    finally:
        connection.close()


def _quoted(kind: str) -> list[str]:
    return [f'"{name}"' for name in schema.columns(kind)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=QUOTES)
    print(table(run(parser.parse_args().quotes)))  # noqa: T201
