"""One program writes, the others may read; what is acknowledged survives a crash."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.looking import marks
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Person
from viewer.errors import CaseFileBusy
from viewer.store import CaseFile, ListQuery, check, engine

PRELUDE = f"""
import sys
sys.path[:0] = {sys.path!r}
from pathlib import Path
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Person
from viewer.store import CaseFile, engine
path = Path(sys.argv[1])
"""
HOLDING = """
with CaseFile.open(path) as case_file:
    case_file.apply(edit(case_file.case, title="Written elsewhere"))
    print("held", flush=True)
    sys.stdin.read()
"""
READING = """
db = engine.connect(path, "ro")
db.execute("BEGIN")
db.execute("SELECT count(*) FROM person").fetchone()
print("reading", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)


@contextmanager
def elsewhere(program: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process at the same file, from the moment that it says so."""
    command = [sys.executable, "-c", PRELUDE + program, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def test_a_case_held_elsewhere_is_read_and_not_written(closed: Path) -> None:
    with elsewhere(HOLDING, closed):
        before = marks(closed)
        with pytest.raises(CaseFileBusy, match=r"another window or program.*read-only"):
            CaseFile.open(closed)
        with CaseFile.open(closed, read_only=True) as reader:
            assert reader.case.title == "Written elsewhere"
        assert check(closed) == []
        assert marks(closed) == before
    CaseFile.open(closed).close()


def test_a_second_window_of_the_same_program_is_refused_too(sample: CaseFile) -> None:
    with pytest.raises(CaseFileBusy):
        CaseFile.open(sample.path)
    with CaseFile.open(sample.path, read_only=True) as reader:
        sample.apply(edit(sample.case, title="Seen at once"))
        assert reader.case.title == "Seen at once"
    assert check(sample.path) == []
    with elsewhere_is_refused(sample.path):
        pass


@contextmanager
def elsewhere_is_refused(path: Path) -> Iterator[None]:
    """The lock still stands although others in this process opened and closed the file."""
    program = PRELUDE + "engine.BUSY_SECONDS = 0.1\nCaseFile.open(path)"
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True)
    assert b"CaseFileBusy" in done.stderr
    yield


def test_nothing_opens_a_held_case_past_the_engine(sample: CaseFile) -> None:
    """Closing another descriptor of the file would drop the engine's locks (POSIX)."""
    program = f"""
opened = []
with CaseFile.open(path) as case_file:
    sys.addaudithook(lambda event, args: event in ("open", "os.open") and opened.append(args[0]))
    from viewer.store import check, ListQuery
    case_file.apply(creation(Person(id=new_id())))
    assert check(path) == []
    CaseFile.open(path, read_only=True).close()
    for again in (lambda: CaseFile.open(path), lambda: CaseFile.create(path)):
        try:
            again()
        except Exception as error:
            assert "{sample.path.name}" in str(error)
    case_file.page(ListQuery("person"))
# Its journal may be looked at: no lock is on that.
print([name for name in opened if str(name) == str(path)])
"""
    sample.close()
    program = PRELUDE + "engine.BUSY_SECONDS = 0.1\n" + program
    command = [sys.executable, "-c", program, str(sample.path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.strip() == f"['{sample.path}']", done.stderr  # create's own O_EXCL


def test_a_change_that_a_reader_blocks_is_not_made_and_can_be_repeated(sample: CaseFile) -> None:
    title, entries = sample.case.title, sample.history()
    with elsewhere(READING, sample.path):
        with pytest.raises(CaseFileBusy, match="being read"):
            sample.apply(edit(sample.case, title="New"))
        assert (sample.case.title, sample.history()) == (title, entries)
    sample.apply(edit(sample.case, title="New"))
    assert sample.case.title == "New"
    assert check(sample.path) == []


def test_a_lost_lock_is_taken_again_or_said(sample: CaseFile) -> None:
    sample._db.conn.rollback()
    with elsewhere(HOLDING, sample.path), pytest.raises(CaseFileBusy):
        sample.apply(edit(sample.case, title="Mine"))
    assert sample.case.title == "Written elsewhere"
    sample.apply(edit(sample.case, title="Mine"))
    assert sample._db.conn.in_transaction


WRITING = """
with CaseFile.open(path) as case_file:
    print("held", flush=True)
    for n in range(100_000):
        people = [Person(id=new_id(), described_as=f"{n}", about="x" * 3000) for _ in range(n % 40)]
        case_file.apply(creation(Person(id=new_id(), described_as=f"deed {n}"), *people))
        print(n, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_what_was_acknowledged_survives_a_kill(path: Path) -> None:
    CaseFile.create(path).close()
    for round_ in range(6):
        with elsewhere(WRITING, path) as process:
            assert process.stdout is not None
            for _ in range(5 + 7 * round_):
                last = int(process.stdout.readline())
            os.kill(process.pid, signal.SIGKILL)
            last = max([last, *map(int, process.stdout.read().split())])
        with CaseFile.open(path, read_only=True) as reader:
            deeds = [p.described_as for p in reader.all(Person) if p.described_as[:4] == "deed"]
            assert deeds.count(f"deed {last}") >= 1
            assert len(deeds) == len(reader.history(limit=10**6)) - 1
        assert check(path) == []
    CaseFile.open(path).close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


SPILLING = """
db = engine.connect(path, "rw")
db.execute("PRAGMA cache_size=5")
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE person SET about = hex(randomblob(5000))")
print("half written", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("look", ["read", "check", "write"])
def test_a_half_written_change_is_undone_by_whoever_comes_next(closed: Path, look: str) -> None:
    with CaseFile.open(closed, read_only=True) as reader:
        before = list(reader.all(Person))
    with elsewhere(SPILLING, closed):
        pass
    assert closed.with_name(f"{closed.name}-journal").exists()
    if look == "check":
        assert check(closed) == []
    with CaseFile.open(closed, read_only=look != "write") as case_file:
        assert list(case_file.all(Person)) == before
        assert case_file.count(ListQuery("person")) == len(before)
    assert check(closed) == []


def test_an_apply_that_is_interrupted_leaves_nothing(
    sample: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = sample.history()
    stop = iter([KeyboardInterrupt()])

    def interrupted(*_: object) -> None:
        raise next(stop)

    with monkeypatch.context() as patch:
        patch.setattr("viewer.store.history.write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            sample.apply(creation(Person(id=new_id())))
    assert sample.history() == entries
    sample.apply(creation(Person(id=new_id())))
    assert check(sample.path) == []
