"""`casefile forget`: shown, asked, done; and what is not meant is left alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.domain.records import Person
from viewer.store import CaseFile, access_to
from viewer.store.backup import back_up


@pytest.fixture
def file(sample_copy: Path) -> Path:
    return sample_copy


def forget(file: Path, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, ["forget", str(file), *words], input=answer)


def persons(file: Path) -> int:
    with CaseFile.open(file, read_only=True) as case:
        return len(list(case.all(Person)))


def test_it_shows_what_would_go_and_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    shown = forget(file, "person", "amjad", "--dry-run").output
    assert "1 person: Amjad Aldhamat" in shown
    assert "Killing of Amjad Aldhamat" in shown
    assert "Amjad Aldhamat (2), Amjad (2) – the name is taken out, the original goes" in shown
    assert "“Aldhamat” stays readable, as it is also a name of “Mohammed Aldhamat”." in shown
    assert "Backups and copies" in shown
    assert file.read_bytes() == before


def test_it_asks_and_does_nothing_without_a_yes(file: Path) -> None:
    before = persons(file)
    done = forget(file, "person", "amjad", answer="n\n")
    assert done.exit_code == 1
    assert "cannot be undone" in done.output
    assert persons(file) == before


@pytest.mark.parametrize("documents", ["take-out", "remove"])
def test_after_a_yes_the_name_is_in_no_byte(file: Path, documents: str) -> None:
    done = forget(file, "person", "amjad", "--documents", documents, answer="y\n")
    assert done.exit_code == 0, done.output
    assert "no byte of sample.casefile holds it" in done.output
    assert b"amjad" not in file.read_bytes().lower()


def test_backups_that_still_hold_it_are_named(file: Path) -> None:
    with CaseFile.open(file, read_only=True) as case:
        made = back_up(access_to(case))
        chosen = back_up(access_to(case), file.with_name("stick"))
    done = forget(file, "person", "amjad", "--yes", "--backups", chosen.path.parent)
    assert str(made.path) in done.output
    assert str(chosen.path) in done.output
    assert b"Amjad" in made.path.read_bytes()


def test_what_is_kept_with_the_name_is_said(file: Path) -> None:
    done = forget(file, "person", "amjad", "--documents", "keep", "--yes")
    assert "is kept with the name" in done.output
    assert b"amjad" in file.read_bytes().lower()


def test_another_form_of_the_name_is_looked_for_too(file: Path) -> None:
    assert b"protest leaders" in file.read_bytes()
    forget(file, "person", "amjad", "--also", "Protest Leaders", "--yes")
    assert b"protest leaders" not in file.read_bytes().lower()


def test_what_was_deleted_before_is_found_in_the_trash(file: Path) -> None:
    with CaseFile.open(file) as case:
        (hit,) = case.search("person", "amjad")
        case.apply(case.removal_of(hit.id))
    done = forget(file, "person", "amjad", "--yes")
    assert done.exit_code == 0, done.output
    assert "1 of the deletions in the trash" in done.output
    assert b"amjad" not in file.read_bytes().lower()


def test_a_document_is_removed_for_good(file: Path) -> None:
    done = forget(file, "document", "abstract", "--yes")
    assert done.exit_code == 0, done.output
    assert b"flee abroad" not in file.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["person", "nobody"], "There is no person called “nobody”"),
        (["event", "killing of amjad"], "neither a person nor a document"),
        (["document", "abstract", "--also", "Amjad"], "Only a person has further names"),
        (["person"], "More than one person is meant"),
    ],
)
def test_what_is_not_clear_is_told(file: Path, words: list[str], said: str) -> None:
    before = file.read_bytes()
    done = forget(file, *words, "--yes")
    assert done.exit_code != 0
    assert said in done.output
    assert file.read_bytes() == before
