"""What comes from a stranger may neither hold the program up nor make it write or reach beyond."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.looking import marks, raw
from tests.store.test_opening import WAYS, each_way, refused
from viewer.errors import CasefileError, DamagedCaseFile, NotACaseFile, NotFoundError
from viewer.store import Access, CaseFile, back_up, engine, restore

# ── What is no file at all ───────────────────────────────────────────────────────────────────


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(path))


NO_FILES: dict[str, tuple[Callable[[Path], object], type[CasefileError], str]] = {
    "pipe": (os.mkfifo, NotACaseFile, "pipe"),
    "socket": (a_socket, NotACaseFile, "socket"),
    "device": (lambda path: path.symlink_to("/dev/zero"), NotACaseFile, "device"),
    "loop": (lambda path: path.symlink_to(path), NotACaseFile, "link"),
    "link to nowhere": (lambda path: path.symlink_to("nowhere"), NotACaseFile, "link"),
    "folder": (lambda path: path.mkdir(), NotACaseFile, "folder"),
    "nothing": (lambda path: None, NotFoundError, "no file"),
}
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and sockets are POSIX's")


@posix
@each_way
@pytest.mark.parametrize("what", NO_FILES)
def test_what_is_no_file_is_refused_without_being_opened(
    path: Path, way: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, kind, word = NO_FILES[what]
    monkeypatch.chdir(path.parent)
    make(path)
    with pytest.raises(kind, match=word) as refusal:
        WAYS[way](path)
    assert path.name in str(refusal.value)


@posix
@each_way
@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_a_pipe_beside_a_case_does_not_hold_it_up(closed: Path, way: str, suffix: str) -> None:
    os.mkfifo(closed.with_name(closed.name + suffix))
    with pytest.raises(NotACaseFile, match=f"a pipe called .*{suffix}"):
        WAYS[way](closed)


@posix
def test_a_pipe_beside_a_backup_does_not_hold_up_the_next_one(closed: Path) -> None:
    first = back_up(Access(closed)).path
    os.mkfifo(f"{first}-journal")
    assert back_up(Access(closed)).path != first


@posix
def test_what_is_no_file_is_not_replaced_by_a_backup(closed: Path) -> None:
    backup, target = back_up(Access(closed)).path, closed.with_name("other.casefile")
    os.mkfifo(target)
    with pytest.raises(NotACaseFile, match="pipe"):
        restore(backup, target)
    target.unlink()
    shutil.copy(closed, target)
    os.mkfifo(f"{target}-journal")
    with pytest.raises(NotACaseFile, match="pipe"):
        restore(backup, target)


# ── What the first page says ─────────────────────────────────────────────────────────────────

#: Where in the first page, what stands there then, and a word of the refusal.
HEADERS: dict[str, tuple[int, bytes, str]] = {
    "write-ahead log": (18, b"\2\2", "beside it"),
    "log to read by": (19, b"\2", "beside it"),
    "later format": (19, b"\3", "damaged"),
    "pages of 8192": (16, b"\x20\0", "damaged"),
    "pages of 512": (16, b"\2\0", "structure"),
    "UTF-16": (56, b"\0\0\0\2", "damaged"),
    "later schema": (44, b"\0\0\0\x09", "structure"),
}


@each_way
@pytest.mark.parametrize("header", HEADERS)
def test_a_header_that_is_not_ours_is_refused_before_anything_is_written(
    closed: Path, way: str, header: str
) -> None:
    place, said, word = HEADERS[header]
    data = bytearray(closed.read_bytes())
    data[place : place + len(said)] = said
    closed.write_bytes(data)
    assert word in refused(closed, way, DamagedCaseFile)


def test_a_header_that_is_wrong_about_the_size_is_no_reason_to_write(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    data[28:32] = bytes(4)
    closed.write_bytes(data)
    before = marks(closed)
    CaseFile.open(closed).close()
    assert marks(closed) == before


# ── What the engine is asked for ─────────────────────────────────────────────────────────────

FORBIDDEN = [
    "ATTACH 'elsewhere' AS other",
    "VACUUM INTO 'elsewhere'",
    "PRAGMA writable_schema=ON",
    "PRAGMA journal_mode=WAL",
    "PRAGMA temp_store_directory='/tmp'",
    "PRAGMA trusted_schemas",
    "SELECT load_extension('x')",
    "SELECT fts3_tokenizer('simple')",
    "CREATE VIRTUAL TABLE other USING rtree(a, b, c)",
]


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_the_engine_does_only_what_the_program_needs(closed: Path, sql: str) -> None:
    db = engine.connect(closed, "rw")
    with pytest.raises(engine.DatabaseError, match=r"not authorized|prohibited|denied"):
        db.execute(sql)
    db.close()
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


ENDLESS = """WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted)
    SELECT count(*) FROM counted"""


def test_work_without_end_is_given_up(closed: Path) -> None:
    db = engine.connect(closed, "ro")
    with pytest.raises(DamagedCaseFile, match="without end"), engine.budget(db, closed):
        db.execute(ENDLESS).fetchall()
    assert db.execute("SELECT 1").fetchone() == (1,)
    db.close()


FOREIGN = [
    f"CREATE VIEW extra AS {ENDLESS}",
    "CREATE TABLE extra (x, y AS (abs(x)) STORED)",
    "CREATE TABLE sqlite_stat (x)",
    'CREATE TRIGGER "case_added" AFTER INSERT ON "case" BEGIN SELECT 1; END',
]


@pytest.mark.parametrize("way", ["write", "read"])
@pytest.mark.parametrize("sql", FOREIGN)
def test_a_structure_put_in_by_hand_is_refused(closed: Path, way: str, sql: str) -> None:
    kind, name = sql.split()[1:3]
    with raw(closed) as db, engine.attaching(db):
        db.execute("PRAGMA writable_schema=ON")
        row = (kind.lower(), name.strip('"'), name.strip('"'), sql)
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, 0, ?)", row)
    refused(closed, way, DamagedCaseFile)


def test_a_copy_of_a_case_is_opened_where_its_journal_is_not_a_file(closed: Path) -> None:
    copy = Path(shutil.copy(closed, closed.with_name("copy")))
    closed.with_name("copy-journal").mkdir()
    before = marks(copy)
    with pytest.raises(NotACaseFile, match="folder"):
        CaseFile.open(copy)
    assert marks(copy) == before
