"""`casefile backup` and `casefile restore`, from a terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.domain.changes import creation, deletion, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Person, Place, Tag
from viewer.store import CaseFile, check


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "iraq.casefile"
    assert casefile("sample", path).exit_code == 0
    return path


def casefile(*args: object, answer: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answer)


def backed_up(case: Path) -> Path:
    return Path(casefile("backup", case).output.strip())


def test_a_backup_is_made_and_named(case: Path) -> None:
    made = backed_up(case)
    assert made.parent == case.with_name("iraq backups")
    assert check(made) == []


def test_no_more_are_kept_than_wished(case: Path, tmp_path: Path) -> None:
    for _ in range(4):
        assert casefile("backup", case, "--to", tmp_path / "kept", "--keep", "2").exit_code == 0
    assert len(list((tmp_path / "kept").iterdir())) == 2


def change(case: Path) -> None:
    with CaseFile.open(case) as case_file:
        case_file.apply(edit(next(case_file.all(Person)), occupation="baker"))
        case_file.apply(creation(Place(id=new_id(), name="Nowhere")))
        case_file.apply(deletion(*case_file.where(Tag, label="to call")))


def test_what_differs_is_shown_and_nothing_done(case: Path) -> None:
    with CaseFile.open(case) as case_file:
        case_file.apply(creation(Tag(id=new_id(), label="to call")))
    made = backed_up(case)
    change(case)
    before = case.read_bytes()
    shown = casefile("restore", made, case, "--dry-run").output
    assert "  + to call\n" in shown
    assert "  − Nowhere\n" in shown
    assert "      Occupation: “baker” → " in shown
    assert case.read_bytes() == before


def test_it_asks_before_it_replaces(case: Path) -> None:
    made = backed_up(case)
    change(case)
    before = case.read_bytes()
    assert casefile("restore", made, case, answer="n\n").exit_code == 1
    assert case.read_bytes() == before
    assert "is kept as" in casefile("restore", made, case, answer="y\n").output
    assert check(case) == []
    assert casefile("restore", made, case, "--yes").output.count("would change nothing") == 1


def test_the_newest_of_a_folder_is_taken(case: Path) -> None:
    backed_up(case)
    change(case)
    newest = backed_up(case)
    shown = casefile("restore", newest.parent, case, "--dry-run").output
    assert newest.name in shown
    assert casefile("restore", case.parent, case, "--dry-run").exit_code == 66


def test_a_damaged_case_is_told_of_and_replaced(case: Path) -> None:
    made = backed_up(case)
    case.write_bytes(b"\xff" * 4096 + case.read_bytes()[4096:])
    done = casefile("restore", made, case, "--yes", "--passphrase-file", "-", answer="words\n")
    assert "cannot be read, so there is nothing to compare with" in done.output
    assert "Nothing was changed" not in done.output
    assert check(case) == []


def test_an_encrypted_case_is_backed_up_and_restored_with_its_passphrase(
    case: Path, tmp_path: Path
) -> None:
    words = tmp_path / "words"
    words.write_text("horse battery staple\n")
    assert casefile("passphrase", case, "--new-passphrase-file", words).exit_code == 0
    refused = casefile("backup", case)
    assert refused.exit_code == 1
    assert "--passphrase-file" in refused.output
    made = Path(casefile("backup", case, "--passphrase-file", words).output.strip())
    assert b"Amjad" not in made.read_bytes()
    done = casefile("restore", made, case, "--yes", "--passphrase-file", words)
    assert done.exit_code == 0
    assert "change nothing" in done.output
