"""What is not a sound case file is refused in a clear sentence, and left byte for byte."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.looking import marks, raw
from tests.store.test_locks import PRELUDE, SPILLING
from tests.store.test_saving import mounted
from viewer.domain.changes import edit
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Person
from viewer.errors import (
    CasefileError,
    DamagedCaseFile,
    FileProblem,
    NewerCaseFile,
    NotACaseFile,
    NotFoundError,
    ReadOnlyCaseFile,
)
from viewer.store import CaseFile, ListQuery, check
from viewer.store.schema import SCHEMA_VERSION

WAYS: dict[str, Callable[[Path], object]] = {
    "write": lambda path: CaseFile.open(path).close(),
    "read": lambda path: CaseFile.open(path, read_only=True).close(),
    "check": check,
}
each_way = pytest.mark.parametrize("way", WAYS)


def refused(path: Path, way: str, kind: type[CasefileError]) -> str:
    before = marks(path)
    with pytest.raises(kind) as refusal:
        WAYS[way](path)
    assert marks(path) == before
    assert path.name in str(refusal.value)
    assert str(refusal.value).endswith(".")
    return str(refusal.value)


# ── Not a case file ──────────────────────────────────────────────────────────────────────────


def another_database(path: Path, *deeds: str) -> None:
    with sqlite3.connect(path) as db:
        for deed in deeds:
            db.execute(deed)
    db.close()


STRANGERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(5000)),
    "text": lambda path: path.write_text("Under attack, activists flee abroad. " * 100),
    "short text": lambda path: path.write_text("x"),
    "PDF": lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n" * 50),
    "header alone": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "database": lambda path: another_database(path, "CREATE TABLE person (id TEXT)"),
    "empty database": lambda path: another_database(path, "VACUUM"),
    "database of its own version": lambda path: another_database(path, "PRAGMA user_version=1"),
    "database with a log": lambda path: another_database(
        path, "PRAGMA journal_mode=WAL", "CREATE TABLE x (y)"
    ),
}


@each_way
@pytest.mark.parametrize("stranger", STRANGERS)
def test_another_file_is_not_a_case_file(path: Path, way: str, stranger: str) -> None:
    STRANGERS[stranger](path)
    assert "not a case file" in refused(path, way, NotACaseFile)


@each_way
def test_a_missing_file_is_missing(path: Path, way: str) -> None:
    with pytest.raises(NotFoundError, match=path.name):
        WAYS[way](path)
    assert list(path.parent.iterdir()) == []


@each_way
def test_a_folder_is_no_file(path: Path, way: str) -> None:
    path.mkdir()
    with pytest.raises(NotACaseFile, match=path.name):
        WAYS[way](path)


# ── Damaged, or built by somebody else ───────────────────────────────────────────────────────


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.5, 0.99, -1, -5000])
def test_a_truncated_file_is_damaged(closed: Path, kept: float) -> None:
    size = closed.stat().st_size
    os.truncate(closed, int(size * kept) if kept > 0 else size + int(kept))
    assert "damaged" in refused(closed, "write", DamagedCaseFile)
    assert "damaged" in refused(closed, "read", DamagedCaseFile)
    before = marks(closed)
    assert check_says(closed, "damaged")
    assert marks(closed) == before


STRUCTURES = [
    "CREATE TRIGGER extra AFTER UPDATE ON person BEGIN DELETE FROM record; END",
    "CREATE VIEW extra AS SELECT 1",
    "CREATE TABLE extra (x)",
    "CREATE INDEX extra ON person(about)",
    "DROP TRIGGER passage_is_fixed",
    "DROP INDEX by_person_sort",
    "ALTER TABLE person ADD COLUMN extra TEXT",
]


@pytest.mark.parametrize("way", ["write", "read"])
@pytest.mark.parametrize("deed", STRUCTURES)
def test_another_structure_is_refused(closed: Path, way: str, deed: str) -> None:
    with raw(closed) as db:
        db.execute(deed)
    assert "structure" in refused(closed, way, DamagedCaseFile)
    assert ["structure" in problem for problem in check(closed)] == [True]


def test_a_trigger_under_a_known_name_is_compared_letter_by_letter(closed: Path) -> None:
    with raw(closed) as db:
        db.execute("DROP TRIGGER passage_is_fixed")
        db.execute("CREATE TRIGGER passage_is_fixed BEFORE UPDATE ON passage BEGIN SELECT 1; END")
    refused(closed, "write", DamagedCaseFile)


@each_way
def test_a_file_without_its_case_is_damaged(closed: Path, way: str) -> None:
    with raw(closed) as db:
        db.execute('DELETE FROM "case"')
    if way == "check":
        assert any("damaged" in problem for problem in check(closed))
    else:
        refused(closed, way, DamagedCaseFile)


READS: dict[str, Callable[[CaseFile], object]] = {
    "list": lambda case_file: case_file.page(ListQuery("person")),
    "records": lambda case_file: list(case_file.all(Person)),
    "selection": lambda case_file: case_file.where(Person, unit="individual"),
}


@pytest.mark.parametrize("read", READS)
def test_text_that_is_not_unicode_is_damage(closed: Path, read: str) -> None:
    with raw(closed) as db:
        broken = "CAST(x'ff41' AS TEXT)"
        db.execute(f"UPDATE person SET described_as = {broken}, title = {broken}")
    with CaseFile.open(closed) as case_file, pytest.raises(DamagedCaseFile, match="damaged"):
        READS[read](case_file)
    assert check_says(closed, "damaged")


def check_says(path: Path, word: str) -> bool:
    try:
        return any(word in problem for problem in check(path))
    except DamagedCaseFile as error:
        return word in str(error)


def test_overwritten_pages_are_found(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    for page in range(8, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 200] = bytes(200)
    closed.write_bytes(data)
    before = marks(closed)
    assert check_says(closed, "damaged")
    assert marks(closed) == before


# ── Newer, older ─────────────────────────────────────────────────────────────────────────────


@each_way
def test_a_newer_file_is_left_to_the_newer_program(closed: Path, way: str) -> None:
    with raw(closed) as db:
        db.execute("PRAGMA user_version=2000")
    assert "newer version" in refused(closed, way, NewerCaseFile)


# ── Read-only ────────────────────────────────────────────────────────────────────────────────

AS_NOBODY = """
import os, sys
sys.path[:0] = {path!r}
from pathlib import Path
from viewer.errors import CasefileError
from viewer.store import CaseFile, check, opening
path = Path(sys.argv[1])
# Read the vocabularies and load modules while root's own folders can still be read.
opening.expected_structure(), path.as_uri()
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
CaseFile.open(path, read_only=True).close()
assert check(path) == []
try:
    CaseFile.open(path)
except CasefileError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_a_read_only_file_is_read_and_not_written(
    closed: Path, shared_folder: Path, file_mode: int, folder_mode: int
) -> None:
    path = Path(shutil.copy(closed, shared_folder))
    path.chmod(file_mode)
    shared_folder.chmod(folder_mode)
    before = marks(path)
    program = AS_NOBODY.format(path=sys.path)
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    shared_folder.chmod(0o777)
    assert done.stdout.startswith(ReadOnlyCaseFile.__name__), done.stderr
    assert "read-only" in done.stdout
    assert marks(path) == before


# ── Names, and making new files ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name",
    [
        "a b",
        "قضية",
        "a?b#c%d&mode=ro",
        "a'b\"c",
        "😀",
        "%41",
        "--",
        "case.casefile.bak",
        "-rf",
        "two\nlines",
        " ",
        "~",
        "x" * 247,
        "é" * 120,
    ],
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a folder? #1" / name
    path.parent.mkdir()
    with CaseFile.create(path, Case(id=new_id(), title="Mine")):
        assert {p.name for p in path.parent.iterdir()} == {name, f".{name}.held"}
    with CaseFile.open(path) as case_file:
        case_file.apply(edit(case_file.case, title="Yours"))
    with CaseFile.open(path, read_only=True) as case_file:
        assert case_file.case.title == "Yours"
    assert check(path) == []
    assert [p.name for p in path.parent.iterdir()] == [name]


def test_a_relative_path_and_a_link_lead_to_the_file(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(closed.parent)
    Path("link").symlink_to(closed)
    for path in (Path(closed.name), Path("link")):
        with CaseFile.open(path) as case_file:
            case_file.apply(edit(case_file.case, title=f"By {path.name}"))


def test_too_long_a_name_or_path_is_said(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d" * 100] * 6)
    deep.mkdir(parents=True)
    for path in (tmp_path / ("x" * 250), deep / "a"):
        with pytest.raises(CasefileError, match="shorter name"):
            CaseFile.create(path)
    assert list(deep.iterdir()) == []


def test_a_crash_cannot_be_undone_on_a_medium_that_is_read_only(closed: Path) -> None:
    with (
        mounted(closed.parent / "medium") as folder,
        subprocess.Popen(
            [sys.executable, "-c", PRELUDE + SPILLING, str(shutil.copy(closed, folder))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as child,
    ):
        assert child.stdout is not None
        assert child.stdout.readline()
        child.kill()
        child.wait()
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        path = folder / closed.name
        for way in WAYS.values():
            with pytest.raises(ReadOnlyCaseFile, match="-journal”, to a folder"):
                way(path)
        own = closed.with_name("own.casefile")
        shutil.copy(path, own)
        shutil.copy(f"{path}-journal", f"{own}-journal")
    assert check(own) == []


def test_creating_never_overwrites(closed: Path) -> None:
    before = marks(closed)
    with pytest.raises(FileProblem, match="already"):
        CaseFile.create(closed)
    closed.with_name("b").symlink_to(closed.with_name("nowhere"))
    with pytest.raises(FileProblem):
        CaseFile.create(closed.with_name("b"))
    closed.with_name("b").unlink()
    assert marks(closed) == before


def test_creating_in_no_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="folder"):
        CaseFile.create(tmp_path / "nowhere" / "a.casefile")


def test_a_failed_creation_leaves_nothing(path: Path) -> None:
    with pytest.raises(CasefileError):
        CaseFile.create(path, Case(id=new_id(), title="a\0b"))
    assert list(path.parent.iterdir()) == []


def test_the_file_says_what_it_is(closed: Path) -> None:
    head = closed.read_bytes()[:100]
    assert head[:16] == b"SQLite format 3\0"
    assert head[68:72] == b"CASE"
    assert int.from_bytes(head[60:64], "big") == SCHEMA_VERSION
