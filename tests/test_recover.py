"""`casefile recover` as its user meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.domain.changes import creation
from viewer.domain.documents import received
from viewer.domain.ids import new_id
from viewer.domain.records import Place
from viewer.store import CaseFile, check
from viewer.store.damage import SMALL

PAGE = 4096


def casefile(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.casefile"
    assert casefile("sample", path).exit_code == 0
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("a heron in the reeds\n")
    return path


def wipe(path: Path, *pages: int) -> bytes:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return bytes(data)


def test_a_sound_case_is_copied(sample: Path) -> None:
    result = casefile("recover", sample, sample.with_name("new.casefile"))
    assert result.exit_code == 0
    assert "185  passages" in result.output
    assert "Every record is in it as it was." in result.output


def test_what_is_lost_is_listed_by_kind_id_and_title(sample: Path) -> None:
    length = sample.stat().st_size // PAGE
    wiped = wipe(sample, 0, *range(7, length, 2))
    new = sample.with_name("new.casefile")
    result = casefile("recover", sample, new)
    assert result.exit_code == 0
    assert " of 185" in result.output
    assert "Lost: " in result.output
    assert "what it belongs to is lost." in result.output
    assert check(new) == []
    assert sample.read_bytes() == wiped


def test_an_encrypted_case_is_saved_with_its_passphrase(sample: Path, secret: Path) -> None:
    assert casefile("passphrase", sample, "--new-passphrase-file", secret).exit_code == 0
    wipe(sample, *range(9, sample.stat().st_size // PAGE, 5))
    new = sample.with_name("new.casefile")
    result = casefile("recover", sample, new, "--passphrase-file", secret)
    assert result.exit_code == 0, result.output
    assert "26  persons" in result.output
    assert b"Amjad" not in new.read_bytes()
    assert casefile("check", new, "--passphrase-file", secret).output.endswith("is sound.\n")


def test_a_case_that_lost_its_first_bytes_asks_for_no_passphrase(sample: Path) -> None:
    sample.write_bytes(b"overwritten here" + sample.read_bytes()[16:])
    refused = casefile("show", sample)
    assert refused.exit_code != 0
    assert "“casefile recover” may save it" in refused.output
    result = casefile("recover", sample, sample.with_name("new.casefile"))
    assert result.exit_code == 0, result.output
    assert "Every record is in it as it was." in result.output


def test_a_large_damaged_case_is_not_written(tmp_path: Path) -> None:
    path, scan = tmp_path / "large.casefile", tmp_path / "words.txt"
    document, content = received(b"x" * SMALL, "Salma was in Basra.", title="A scan")
    with CaseFile.create(path) as case:
        case.apply(creation(document, contents=(content,)))
        case.apply(creation(*(Place(id=new_id(), name=f"Place {n}") for n in range(500))))
    scan.write_text("Nobody saw the car.")
    assert casefile("import", path, scan).exit_code == 0
    before = wipe(path, path.stat().st_size // PAGE - 30)
    refused = casefile("import", path, scan)
    assert refused.exit_code != 0
    assert "is damaged" in refused.output
    assert path.read_bytes() == before


def test_a_wrong_passphrase_says_so(sample: Path, secret: Path) -> None:
    assert casefile("passphrase", sample, "--new-passphrase-file", secret).exit_code == 0
    secret.write_text("another bird\n")
    new = sample.with_name("new.casefile")
    result = casefile("recover", sample, new, "--passphrase-file", secret)
    assert result.exit_code == 1
    assert "passphrase" in result.output
    assert not new.exists()
