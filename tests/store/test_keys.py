"""An encrypted case file: opened with its passphrase and no other, and readable to nobody else."""

from pathlib import Path

import pytest

from tests.store.looking import PASSPHRASE
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Person
from viewer.domain.sample import sample_case
from viewer.errors import (
    CasefileError,
    DamagedCaseFile,
    NotACaseFile,
    PassphraseNeeded,
    UnfitPassphrase,
    WrongPassphrase,
)
from viewer.store import CaseFile, Key, access_to, check, is_encrypted, key_for
from viewer.store.rekeying import rekey

CANARY = "Kingfisher-of-Amara"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a b?#%ن.casefile"


def titled(path: Path, key: Key | None) -> str:
    with CaseFile.open(path, read_only=True, key=key) as case:
        return case.case.title


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_a_case_opens_with_its_passphrase(encrypted: Path) -> None:
    assert is_encrypted(encrypted)
    with CaseFile.open(encrypted, key=key_for(encrypted, PASSPHRASE)) as case:
        assert case.total("person") > 3
        with access_to(case).open() as reader:
            assert reader.case == case.case
    assert check(encrypted, key_for(encrypted, PASSPHRASE)) == []


def test_no_passphrase_and_a_wrong_one_are_told_apart(encrypted: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(PassphraseNeeded, match="Nothing was changed"):
            CaseFile.open(encrypted, read_only=read_only)
        with pytest.raises(WrongPassphrase, match="another one, or the file is damaged"):
            CaseFile.open(encrypted, read_only=read_only, key=key_for(encrypted, "two rivers"))


def test_a_wrong_passphrase_writes_nothing_on_standard_error(
    encrypted: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WrongPassphrase):
        CaseFile.open(encrypted, key=key_for(encrypted, "two rivers"))
    with pytest.raises(PassphraseNeeded):
        CaseFile.open(encrypted)
    assert capfd.readouterr() == ("", "")


def test_damage_within_an_encrypted_file_is_damage(encrypted: Path, key: Key) -> None:
    data = bytearray(encrypted.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 99] ^= 1
    encrypted.write_bytes(data)
    with pytest.raises(DamagedCaseFile):
        CaseFile.open(encrypted, key=key)


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"SQLite format 3\0" + b"x" * 200])
def test_what_is_no_case_file_needs_no_passphrase(path: Path, data: bytes, key: Key) -> None:
    path.write_bytes(data)
    with pytest.raises(NotACaseFile):
        CaseFile.open(path)
    with pytest.raises(CasefileError):
        CaseFile.open(path, key=key)
    assert path.read_bytes() == data


def test_a_case_without_a_passphrase_opens_whatever_key_is_given(path: Path, key: Key) -> None:
    CaseFile.create(path, Case(id=new_id(), title="Open to all")).close()
    with CaseFile.open(path, key=key) as case:
        assert case.key is None
    assert not is_encrypted(path)


def test_composed_and_decomposed_letters_are_one_passphrase(key: Key) -> None:
    assert Key.of("\u00e9té", key.salt) == Key.of("e\u0301té", key.salt)


@pytest.mark.parametrize("passphrase", ["", "a\0b"])
def test_what_cannot_be_a_passphrase_is_refused(passphrase: str, key: Key) -> None:
    with pytest.raises(UnfitPassphrase, match="nothing was done"):
        Key.new(passphrase)
    assert not key.fits(passphrase)


def test_a_key_tells_nothing_of_itself(key: Key) -> None:
    assert key.secret.hex()[:8] not in f"{key!r} {key}"


def test_no_word_of_an_encrypted_case_is_on_the_disk(tmp_path: Path, path: Path, key: Key) -> None:
    person = Person(id=new_id(), described_as=CANARY)
    with CaseFile.create(path, Case(id=new_id(), title=CANARY), key=key) as case:
        case.apply(creation(person))
        case._db.execute("INSERT INTO total VALUES ('x', 1)")  # a journal is there
        assert path.with_name(f"{path.name}-journal").exists()
        found = bytes_of(tmp_path)
    assert len(found) > 4096
    for letters in (CANARY.encode(), CANARY.lower().encode(), b"SQLite format 3", b"CREATE TABLE"):
        assert letters not in found


@pytest.mark.parametrize("old", [None, "first"])
@pytest.mark.parametrize("new", [None, "second"])
def test_a_passphrase_is_set_changed_and_removed(
    path: Path, old: str | None, new: str | None
) -> None:
    before, after = (Key.random() if word else None for word in (old, new))
    record, first = sample_case()
    with CaseFile.create(path, record, first=first, key=before) as case:
        persons = list(case.all(Person))
        rekey(case, after)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert is_encrypted(path) == bool(new)
    assert check(path, after) == []
    with CaseFile.open(path, key=after) as case:
        assert list(case.all(Person)) == persons
        assert case.undo().is_empty
    if new:
        with pytest.raises(WrongPassphrase if old else PassphraseNeeded):
            CaseFile.open(path, key=before)
        assert b"SQLite" not in path.read_bytes()


def test_who_may_read_the_file_stays(encrypted: Path, key: Key) -> None:
    encrypted.chmod(0o640)
    with CaseFile.open(encrypted, key=key) as case:
        rekey(case, None)
    assert encrypted.stat().st_mode & 0o777 == 0o640


def test_a_passphrase_of_a_case_that_cannot_be_written_stays(encrypted: Path, key: Key) -> None:
    data = encrypted.read_bytes()
    with CaseFile.open(encrypted, read_only=True, key=key) as case, pytest.raises(CasefileError):
        rekey(case, None)
    assert encrypted.read_bytes() == data
