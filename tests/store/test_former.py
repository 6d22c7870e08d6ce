"""What lies beside a case as it was, and how it goes."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from viewer.store import CaseFile, Key, access_to
from viewer.store.backup import back_up, formers
from viewer.store.former import discard, former_files, unencrypted_files
from viewer.store.rekeying import rekey


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="others keep no such time")
@pytest.mark.parametrize("moment", [-(10**12), 10**12])
def test_a_copy_of_no_time_that_there_is_is_still_listed(moment: int) -> None:
    with TemporaryDirectory(dir="/dev/shm") as folder:
        path = Path(folder, "a (before something).casefile")
        path.touch()
        os.utime(path, (moment, moment))
        (found,) = formers(Path(folder, "a.casefile"))
        assert found.path == path
        assert found.at.astimezone().year in (1969, 1970, 2242)


def test_backups_and_copies_that_were_put_aside_are_found(closed: Path) -> None:
    with CaseFile.open(closed, read_only=True) as case:
        case_id, made = case.case.id, back_up(access_to(case)).path
    names = [
        f"{closed.stem} (before version 5).casefile",
        f"{closed.stem} (before restoring, 2026-11-27 03.00.00 UTC).casefile",
    ]
    for name in (*names, f"{closed.stem}s (before version 5).casefile", f"{closed.stem} notes.txt"):
        closed.with_name(name).write_bytes(b"")
    assert {path.name for path in former_files(case_id, closed)} == {made.name, *names}


def test_backups_in_a_chosen_folder_and_those_beside_the_case_are_found(
    closed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    with CaseFile.open(closed, read_only=True) as case:
        case_id = case.case.id
        made = [back_up(access_to(case), chosen).path for chosen in (folder, None)]
    assert former_files(case_id, closed, folder) == made
    assert former_files(case_id, closed, tmp_path / "nowhere") == made[1:]


def test_backups_of_another_case_of_that_name_are_not_of_this_one(
    closed: Path, tmp_path: Path
) -> None:
    other, folder = tmp_path / "other" / closed.name, tmp_path / "backups"
    other.parent.mkdir()
    with CaseFile.create(other) as case:
        back_up(access_to(case), folder)
    with CaseFile.open(closed, read_only=True) as case:
        made = back_up(access_to(case), folder).path
        assert former_files(case.case.id, closed, folder) == [made]


def test_backups_from_before_a_case_was_renamed_are_found(closed: Path, tmp_path: Path) -> None:
    with CaseFile.open(closed, read_only=True) as case:
        case_id, made = case.case.id, back_up(access_to(case), tmp_path / "backups").path
    renamed = closed.rename(tmp_path / "renamed.casefile")
    assert former_files(case_id, renamed, made.parent) == [made]


def test_those_that_open_without_a_passphrase_are_told_from_the_others(closed: Path) -> None:
    with CaseFile.open(closed) as case:
        case_id, plain = case.case.id, back_up(access_to(case)).path
        key = Key.random()
        rekey(case, key)
    with CaseFile.open(closed, key=key) as case:
        back_up(access_to(case))
    aside = closed.with_name(f"{closed.stem} (before version 5).casefile")
    aside.write_bytes(plain.read_bytes())
    no_case, other = (aside.with_name(aside.name.replace("5", n)) for n in "67")
    no_case.write_text("Dear all,")
    CaseFile.create(other).close()
    assert set(unencrypted_files(case_id, closed)) == {plain, aside}


def test_what_a_link_leads_to_stays(tmp_path: Path) -> None:
    target, linked, named = (tmp_path / name for name in ("target", "link", "second name"))
    target.write_bytes(b"Amjad")
    linked.symlink_to(target)
    named.hardlink_to(target)
    assert discard([linked, named]) == []
    assert not linked.is_symlink()
    assert not named.exists()
    assert target.read_bytes() == b"Amjad"


def test_what_is_discarded_is_overwritten_first(tmp_path: Path) -> None:
    file, journal = tmp_path / "a.casefile", tmp_path / "a.casefile-journal"
    for path in (file, journal):
        path.write_bytes(b"Amjad")
    kept = [path.open("rb") for path in (file, journal)]
    assert discard([file, tmp_path / "gone.casefile"]) == []
    assert list(tmp_path.iterdir()) == []
    assert [opened.read() for opened in kept] == [bytes(5), bytes(5)]


def test_what_cannot_be_deleted_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a.casefile"
    folder.mkdir()
    assert discard([folder]) == [folder]
