"""A damaged case opens read-only where it can be read, and check says whose records are damaged."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.looking import marks, raw
from viewer.domain.changes import edit
from viewer.domain.records import Person
from viewer.errors import DamagedCaseFile, ReadOnlyCaseFile
from viewer.store import CaseFile, Key, ListQuery, check

PAGE = 4096


def root(path: Path, name: str) -> int:
    with raw(path) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(db.execute(sql, (name,)).fetchone()[0])


def wiped(name: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        at = (root(path, name) - 1) * PAGE
        data[at : at + PAGE] = bytes(PAGE)
        path.write_bytes(data)

    return damage


def bent_freelist(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[32:40] = (2).to_bytes(4, "big") + (7).to_bytes(4, "big")
    path.write_bytes(data)


#: What is damaged, whether all records can be read, and what check says of it.
DAMAGES: dict[str, tuple[Callable[[Path], None], bool, str]] = {
    "list": (wiped("by_person_sort"), True, "list of persons is damaged"),
    "search": (wiped("search_index_data"), True, "search is damaged"),
    "history": (wiped("history_change_record"), True, "history is damaged"),
    "room": (bent_freelist, True, "holds nothing is damaged"),
    "records": (wiped("figure"), False, "Reported figures are damaged: at least 0 of 3"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_check_says_whose_the_damage_is_and_what_can_be_done(closed: Path, name: str) -> None:
    damage, _, words = DAMAGES[name]
    damage(closed)
    before = marks(closed)
    problems = check(closed)
    assert any(words in problem for problem in problems), problems
    assert "backup" in problems[-1]
    assert "casefile recover" in problems[-1]
    assert marks(closed) == before


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_case_is_read_where_it_can_be_and_never_written(closed: Path, name: str) -> None:
    damage, is_readable, _ = DAMAGES[name]
    damage(closed)
    before = marks(closed)
    with pytest.raises(DamagedCaseFile, match="backup"):
        CaseFile.open(closed)
    if not is_readable:
        with pytest.raises(DamagedCaseFile, match="casefile recover"):
            CaseFile.open(closed, read_only=True)
    else:
        with CaseFile.open(closed, read_only=True) as case:
            assert "looked at and exported" in case.damage
            assert len(list(case.all(Person))) == 26
            with pytest.raises(ReadOnlyCaseFile):
                case.apply(edit(case.case, title="Other"))
    assert marks(closed) == before


def test_a_sound_case_has_no_warning(closed: Path) -> None:
    with CaseFile.open(closed, read_only=True) as case:
        assert case.damage == ""


def test_a_damaged_page_of_an_encrypted_case_is_damage(path: Path) -> None:
    key = Key.random()
    CaseFile.create(path, key=key).close()
    data = bytearray(path.read_bytes())
    data[5 * PAGE + 100] ^= 1
    path.write_bytes(data)
    with pytest.raises(DamagedCaseFile):
        CaseFile.open(path, key=key)


def test_the_search_keeps_its_secure_delete(closed: Path) -> None:
    with raw(closed) as db:
        db.execute("UPDATE search_index_config SET v = 0 WHERE k = 'secure-delete'")
    with pytest.raises(DamagedCaseFile, match="structure"):
        CaseFile.open(closed)


def test_a_version_that_only_the_header_says_is_not_migrated(closed: Path) -> None:
    with raw(closed) as db:
        db.execute("PRAGMA user_version=1")
    before = marks(closed)
    with pytest.raises(DamagedCaseFile):
        CaseFile.open(closed)
    assert marks(closed) == before


def test_a_registry_with_a_kind_of_its_own_is_damage(closed: Path) -> None:
    with raw(closed) as db:
        id = db.execute("SELECT id FROM person").fetchone()[0]
        db.execute("UPDATE record SET kind = 'ghost'")
    with CaseFile.open(closed) as case:
        with pytest.raises(DamagedCaseFile):
            case.find(id)
        assert case.page(ListQuery("person"))


def test_a_history_that_is_no_json_is_damage(closed: Path) -> None:
    with raw(closed) as db:
        guard = db.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'history_change_is_fixed'"
        ).fetchone()[0]
        db.execute("DROP TRIGGER history_change_is_fixed")
        db.execute("UPDATE history_change SET after = '{'")
        db.execute(guard)
        id = db.execute("SELECT id FROM person").fetchone()[0]
    with CaseFile.open(closed) as case, pytest.raises(DamagedCaseFile):
        case.history_of(id)
