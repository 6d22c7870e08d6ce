"""What lies beside a case as it was, and how it goes."""

from pathlib import Path

from viewer.store import CaseFile, access_to
from viewer.store.backup import back_up
from viewer.store.former import discard, former_files


def test_backups_and_copies_that_were_put_aside_are_found(closed: Path) -> None:
    with CaseFile.open(closed, read_only=True) as case:
        made = back_up(access_to(case)).path
    names = [
        f"{closed.stem} (before version 5).casefile",
        f"{closed.stem} (before restoring, 2026-11-27 03.00.00 UTC).casefile",
    ]
    for name in (*names, f"{closed.stem}s (before version 5).casefile", f"{closed.stem} notes.txt"):
        closed.with_name(name).write_bytes(b"")
    assert {path.name for path in former_files(closed)} == {made.name, *names}


def test_backups_in_a_chosen_folder_are_found(closed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    with CaseFile.open(closed, read_only=True) as case:
        made = back_up(access_to(case), folder).path
    assert former_files(closed, folder) == [made]
    assert former_files(closed, tmp_path / "nowhere") == []


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
