"""A damaged file of an earlier version is salvaged like one of the present."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from tests.store.older import older_copy
from tests.store.salvage.test_salvage import DAMAGES, salvaged
from viewer.domain.records import KINDS, Record
from viewer.store import CaseFile, engine, schema
from viewer.store.salvage.layouts import WANTED, columns, layout_of, layouts

VERSIONS = range(1, schema.SCHEMA_VERSION)
each_version = pytest.mark.parametrize("version", VERSIONS)
#: What is lost: all that tells which version it is, or also what leads to the tables.
LOST = ["header", "first page"]


@pytest.fixture
def older(closed: Path, tmp_path: Path, version: int) -> Path:
    return older_copy(closed, tmp_path / "older.casefile", version)


def migrated(path: Path) -> dict[str, Record]:
    """The records that the file has once it is brought to the present version."""
    copy = path.with_name("migrated.casefile")
    copy.write_bytes(path.read_bytes())
    with CaseFile.open(copy) as case:
        return {record.id: record for kind in KINDS.values() for record in case.all(kind)}


@pytest.mark.parametrize("version", [*VERSIONS, schema.SCHEMA_VERSION])
def test_what_is_known_of_an_earlier_structure_is_what_it_was(version: int) -> None:
    script = Path(__file__).parents[1].joinpath(f"schema-{version}.sql").read_text("utf-8")
    connection = engine.in_memory()
    connection.executescript(script)
    for table in WANTED:
        found = tuple(columns(connection, table))
        assert not found or found == layout_of(table, version), table
        assert not found or layouts(table)[len(found)] == found
    connection.close()


@each_version
@pytest.mark.parametrize("lost", LOST)
def test_each_record_of_an_older_file_is_as_it_was_or_named(older: Path, lost: str) -> None:
    before = migrated(older)
    data = bytearray(older.read_bytes())
    DAMAGES[lost](data, Random(lost))
    older.write_bytes(data)
    done, found = salvaged(older)
    named = {loss.id for loss in (*done.lost, *done.changed)}
    same = {id for id, record in found.items() if before.get(id) == record}
    assert len(before.keys() - same - named) <= done.unknown
    assert len(same) > len(before) / 6
    if lost == "header":
        assert found == before


@pytest.mark.parametrize("version", [4])
def test_no_sql_of_a_damaged_file_is_run(older: Path, version: int) -> None:
    """What a stranger wrote there could make files, or go on for ever."""
    attacked = older.with_name("of the user.db")
    sql = f"CREATE TABLE person (x); ATTACH '{attacked}' AS y; CREATE TABLE y.z (x)"
    with sqlite3.connect(older) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'person'", (sql,))
    connection.close()
    salvaged(older)
    assert not attacked.exists()
