"""A backup is a whole copy of the case as it was; whatever goes wrong, the older ones stay."""

import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.looking import dump, marks, raw
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Place
from viewer.domain.sample import sample_case
from viewer.errors import BackupFailed, CaseFileBusy, FileProblem, PassphraseNeeded
from viewer.store import Access, CaseFile, Key, access_to, back_up, backups, check, copying, key_for
from viewer.store.backup import Backup
from viewer.store.backup_names import BackupName, folder_beside, stem_of, tag_of
from viewer.store.rekeying import rekey
from viewer.store.schema import SCHEMA_VERSION

WORD = "Amjad"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def older(path: Path, days: int) -> Path:
    """Let a backup be one of some days ago."""
    name = BackupName.read(path.name.removesuffix(".new"))
    assert name is not None
    past = BackupName(name.stem, name.at - timedelta(days=days), name.tag)
    return path.rename(path.with_name(str(past)))


def test_a_backup_holds_all_that_the_case_holds(sample: CaseFile) -> None:
    made = back_up(access_to(sample))
    assert made.path.parent == folder_beside(sample.path)
    assert check(made.path) == []
    with CaseFile.open(made.path, read_only=True) as copy:
        assert dump(copy) == dump(sample)
        assert copy.history(limit=1000) == sample.history(limit=1000)


def test_only_its_user_may_read_it(sample: CaseFile) -> None:
    made = back_up(access_to(sample))
    assert made.path.stat().st_mode & 0o077 == 0
    assert made.path.parent.stat().st_mode & 0o077 == 0


def test_its_name_tells_the_file_and_the_time_and_no_more(sample: CaseFile) -> None:
    made = back_up(access_to(sample))
    assert made.path.name.startswith("a case 20")
    assert made.path.name.endswith(f" UTC {tag_of(sample.case.id)}.casefile")
    assert sample.case.id not in made.path.name


@pytest.mark.parametrize("name", ["a case.casefile", "ق" * 100 + ".casefile", "no suffix", "a.b.c"])
def test_every_name_of_a_case_is_known_again(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with CaseFile.create(path) as case_file:
        made = back_up(access_to(case_file))
    assert backups(path) == [made]
    assert made.name.stem == stem_of(path)


def test_backups_of_the_same_second_do_not_replace_each_other(sample: CaseFile) -> None:
    made = [back_up(access_to(sample)).path for _ in range(3)]
    assert len(set(made)) == 3
    assert [each.path for each in backups(sample.path)] == made[::-1]


def test_one_that_is_made_during_another_keeps_its_name(sample: CaseFile) -> None:
    during: list[Backup] = []

    def hear() -> None:
        if not during:
            during.append(back_up(access_to(sample)))

    made = back_up(access_to(sample), hear=hear)
    assert backups(sample.path) == [made, *during]


def test_no_name_is_used_twice_however_many_are_made_at_once_and_rotated_away(
    path: Path,
) -> None:
    now = BackupName.now(path, "01234567")
    used, there = [now], [now]
    for _ in range(60):  # more than a computer makes in a second
        used.append(now.after(there))
        there = [*there, used[-1]][-3:]
    assert len(set(used)) == len(used)


def test_a_name_is_passed_over_that_a_wrong_clock_gave(path: Path) -> None:
    now = BackupName.now(path, "01234567")
    future = [replace(now, at=now.at + timedelta(seconds=s)) for s in (60, 61, 3600)]
    assert now.after(future).at == now.at + timedelta(seconds=62)


def test_a_backup_never_takes_the_place_of_a_file(
    sample: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up(access_to(sample))
    before = first.path.read_bytes()
    # As in a folder that can be written but not listed.
    monkeypatch.setattr("viewer.store.backup.backups", lambda *_: [])
    monkeypatch.setattr(BackupName, "now", lambda *_: first.name)
    assert back_up(access_to(sample)).at == first.at + timedelta(seconds=1)
    assert first.path.read_bytes() == before


def test_a_case_that_cannot_be_opened_gives_none(path: Path) -> None:
    path.write_bytes(b"Dear all, " * 1000)
    with pytest.raises(FileProblem):
        back_up(Access(path))
    assert names(path.parent) == [path.name]


# Rotation


def test_the_oldest_goes_when_a_new_one_is_there(sample: CaseFile) -> None:
    made = [older(back_up(access_to(sample)).path, days) for days in (1, 2, 3)]
    newest = back_up(access_to(sample), keep=3).path
    assert [each.path for each in backups(sample.path)] == [newest, *made[:2]]


def test_what_is_not_a_backup_of_this_case_is_never_touched(
    sample: CaseFile, tmp_path: Path
) -> None:
    folder = folder_beside(sample.path)
    own = older(back_up(access_to(sample)).path, 1)
    with CaseFile.create(tmp_path / "other.casefile") as case_file:
        other = back_up(access_to(case_file)).path
    letter, foreign = older(Path(shutil.copy(own, f"{own}.new")), 2), older(other, 3)
    letter.write_text("Dear all, " * 1000)
    foreign = foreign.rename(folder / foreign.name.replace("other", "a case"))
    note = folder / "a case 2020-01-01.casefile"
    note.write_text("mine")
    before = marks(letter), marks(foreign), marks(note)
    back_up(access_to(sample), keep=1)
    assert not own.exists()
    assert [mark[0] for mark in before] == [marks(each)[0] for each in (letter, foreign, note)]


def test_cases_of_the_same_name_share_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "all of them"
    for place in ("one", "two"):
        path = tmp_path / place / "iraq.casefile"
        path.parent.mkdir()
        with CaseFile.create(path, Case(id=new_id(), title=place)) as case_file:
            for _ in range(3):
                back_up(access_to(case_file), folder, keep=2)
    found = backups(tmp_path / "one" / "iraq.casefile", folder)
    tags = [each.name.tag for each in found]
    assert sorted(tags.count(tag) for tag in set(tags)) == [2, 2]


def test_after_a_clock_was_wrong_the_new_one_stays(sample: CaseFile) -> None:
    future = [older(back_up(access_to(sample)).path, -days) for days in (100, 200)]
    made = back_up(access_to(sample), keep=2).path
    assert [each.path for each in backups(sample.path)] == [future[1], made]


# Beside somebody who writes, and when something goes wrong


def write(case_file: CaseFile, number: int) -> None:
    case_file.apply(creation(*(Place(id=new_id(), name=f"{number} {n}") for n in range(200))))


def test_a_backup_beside_a_writer_is_the_case_as_it_was_at_one_moment(
    sample: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_STEP", 16)
    written: list[int] = []

    def hear() -> None:
        # The copying thread waits here, so that the file changes between its steps.
        if len(written) < 2:
            written.append(len(written))
            wanted.set()
            done.wait()
            done.clear()

    wanted, done = threading.Event(), threading.Event()
    made: list[Path] = []
    access = access_to(sample)
    copier = threading.Thread(target=lambda: made.append(back_up(access, hear=hear).path))
    copier.start()
    for number in range(2):
        wanted.wait()
        wanted.clear()
        write(sample, number)
        done.set()
    copier.join()
    with CaseFile.open(made[0], read_only=True) as copy:
        assert dump(copy) == dump(sample)


def test_a_writer_who_never_rests_is_let_wait_where_that_is_short(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_STEP", 16)
    with raw(closed) as db:

        def hear() -> None:
            db.execute("PRAGMA user_version=99")
            db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")

        assert check(back_up(Access(closed), hear=hear).path) == []
        monkeypatch.setattr(copying, "_SHORT", 0)
        with pytest.raises(CaseFileBusy, match="was being written all the time"):
            back_up(Access(closed), hear=hear)
    assert len(names(folder_beside(closed))) == 1


def test_a_locked_case_is_given_up(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying.engine, "BUSY_SECONDS", 0.05)
    with copying.source(closed) as source, raw(closed) as db:
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseFileBusy), copying.whole_copy(source, closed.parent):
            pass
    assert names(closed.parent) == [closed.name]


@pytest.fixture
def small_disk() -> Iterator[None]:
    """No file may grow beyond 300 kB: what a full disk does, too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_no_half_backup(
    sample: CaseFile, request: pytest.FixtureRequest
) -> None:
    first = back_up(access_to(sample))
    before = sample.path.read_bytes()
    request.getfixturevalue("small_disk")
    with pytest.raises(BackupFailed, match="the disk is full"):
        back_up(access_to(sample), keep=1)
    assert names(first.path.parent) == [first.path.name]
    assert sample.path.read_bytes() == before


_KILLED = """
import os, sys
from itertools import count
from pathlib import Path
from viewer.store import Access, back_up, copying
copying._STEP = 64
moments = count()
hear = lambda: next(moments) == int(sys.argv[2]) and os.abort()
back_up(Access(Path(sys.argv[1])), keep=1, hear=hear)
"""


@pytest.mark.parametrize("moment", [0, 3, 6])
def test_who_is_killed_while_backing_up_leaves_case_and_backups_whole(
    closed: Path, moment: int
) -> None:
    first = back_up(Access(closed))
    before = closed.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(closed), str(moment)], check=False, capture_output=True
    )
    assert done.returncode == -6, done.stderr
    assert closed.read_bytes() == before
    assert check(first.path) == []
    (left,) = set(first.path.parent.iterdir()) - {first.path}
    assert (left / "copy").exists()
    CaseFile.open(closed).close()
    assert not left.exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(sample: CaseFile, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="its folder could not be made"):
        back_up(access_to(sample), tmp_path / "no" / "such")


def test_a_copy_that_is_not_whole_is_no_backup(
    sample: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up(access_to(sample)).path
    copy = copying._copy

    def bent(source: copying.Source, fresh: Path, hear: copying.Hear) -> None:
        copy(source, fresh, hear)
        with fresh.open("r+b") as file:
            file.seek(4096 * 20)
            file.write(b"\xff" * 4096)

    monkeypatch.setattr(copying, "_copy", bent)
    with pytest.raises(BackupFailed, match="what was copied is not whole"):
        back_up(access_to(sample), keep=1)
    assert names(first.parent) == [first.name]


def test_a_backup_that_nobody_waits_for_leaves_nothing(sample: CaseFile) -> None:
    class GivenUp(Exception):  # noqa: N818
        pass

    def hear() -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        back_up(access_to(sample), hear=hear)
    assert names(folder_beside(sample.path)) == []


# Encrypted


def test_a_backup_of_an_encrypted_case_opens_with_its_passphrase_only(path: Path) -> None:
    case, everything = sample_case()
    with CaseFile.create(path, case, first=everything, key=Key.new("horse battery")) as secret:
        made = back_up(access_to(secret)).path
        assert WORD.encode() not in made.read_bytes()
        with pytest.raises(PassphraseNeeded):
            CaseFile.open(made, read_only=True)
        with CaseFile.open(made, read_only=True, key=key_for(made, "horse battery")) as copy:
            assert dump(copy) == dump(secret)


def test_backups_with_an_older_passphrase_are_rotated_too(path: Path) -> None:
    case, everything = sample_case()
    with CaseFile.create(path, case, first=everything, key=Key.new("horse battery")) as secret:
        old = older(back_up(access_to(secret)).path, 1)
        key = Key.new("staple")
        rekey(secret, key)
        made = back_up(Access(path, key), keep=1)
    assert not old.exists()
    assert backups(path) == [made]
