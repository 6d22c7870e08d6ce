"""The structure of a case file is pinned: a change to it needs a new version and a migration."""

from pathlib import Path

import pytest

from tests.store.looking import raw
from viewer.domain.fields import Term
from viewer.domain.records import KINDS, fields_of
from viewer.domain.vocabularies import vocabulary
from viewer.store import CaseFile, opening, schema

PINNED = Path(__file__).with_name(f"schema-{schema.SCHEMA_VERSION}.sql")
TABLES = {name for type, name, _, _ in opening.expected_structure() if type == "table"}


def test_the_structure_is_the_one_that_this_version_is_known_by() -> None:
    assert schema.script() == PINNED.read_text("utf-8"), (
        "The structure changed: give it a new SCHEMA_VERSION and a migration, and pin it anew."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_table_is_strict_and_knows_its_vocabularies(case_file: CaseFile, kind: str) -> None:
    rows = {row[1]: row[5] for row in case_file._db.execute("PRAGMA table_list")}
    assert rows[kind] == 1
    sql = case_file._db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (kind,)).fetchone()[
        0
    ]
    for field in fields_of(kind):
        if isinstance(field.spec, Term):
            assert all(f"'{code}'" in sql for code in vocabulary(field.spec.vocabulary).codes)


@pytest.mark.parametrize("kind", KINDS)
def test_each_reference_is_a_foreign_key_with_an_index(case_file: CaseFile, kind: str) -> None:
    keys = {row[3] for row in case_file._db.execute(f'PRAGMA foreign_key_list("{kind}")')}
    assert keys == set(schema.reference_columns(kind))
    for column in keys:
        plan = case_file._db.execute(
            f'EXPLAIN QUERY PLAN SELECT 1 FROM "{kind}" WHERE "{column}" = ?', ("x",)
        ).fetchall()
        assert "SEARCH" in plan[0][3]


def test_the_case_file_is_written_durably_and_without_a_log(closed: Path) -> None:
    with raw(closed) as db:
        wanted = {"journal_mode": "delete", "synchronous": 2, "secure_delete": 1}
        wanted |= {"trusted_schema": 0, "recursive_triggers": 1, "cell_size_check": 1}
        found = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted
    with CaseFile.open(closed) as case_file:
        assert case_file._db.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_a_name_is_found_by_an_index(case_file: CaseFile) -> None:
    plan = case_file._db.execute("EXPLAIN QUERY PLAN SELECT 1 FROM name WHERE text IS ?", ("x",))
    assert "SEARCH" in plan.fetchone()[3]
