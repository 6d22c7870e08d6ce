"""What somebody who means harm leaves beside a case does none."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mutating.enciphering import deciphered, enciphered
from tests.store.journals import PAGE, with_journal, with_log
from viewer.domain.ids import new_id
from viewer.domain.records import Case
from viewer.errors import CasefileError, DamagedCaseFile
from viewer.store import CaseFile, Key, check
from viewer.store.restore import restore
from viewer.store.salvage import salvage

KEY = Key.random()
#: Where the first page says how large each is, whether a log is kept, how many bytes hold no data.
SIZE, LOG, KEPT = 16, 18, 20
ODD = {
    "small pages": (SIZE, b"\2\0"),
    "large pages": (SIZE, b"\0\1"),
    "pages of no size": (SIZE, b"\0\0"),
    "a log": (LOG, b"\2\2"),
    "most kept": (KEPT, b"\xff"),
}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finished")
    for key in (None, KEY):
        path = folder / f"{key is KEY}.casefile"
        CaseFile.create(path, Case(id=new_id(), title="A case"), key=key).close()
    return folder


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    found: Key | None = request.param
    return found


@pytest.fixture
def small(finished: Path, path: Path, key: Key | None) -> Path:
    return Path(shutil.copy(finished / f"{key is KEY}.casefile", path))


@pytest.fixture
def encrypted(finished: Path, path: Path) -> Path:
    return Path(shutil.copy(finished / "True.casefile", path))


@pytest.fixture(params=ODD)
def odd(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def first_page(path: Path, key: Key | None, odd: str) -> bytes:
    """Return the first page as it would be if it said something odd, rightly signed."""
    data = bytearray(path.read_bytes() if key is None else deciphered(path, key))
    at, said = ODD[odd]
    data[at : at + len(said)] = said
    return bytes(data[:PAGE]) if key is None else enciphered(bytes(data[:PAGE]), key, Random(1))


WAYS: dict[str, Callable[[Path, Key | None], object]] = {
    "open": lambda path, key: CaseFile.open(path, key=key).close(),
    "read": lambda path, key: CaseFile.open(path, key=key, read_only=True).close(),
    "check": check,
}


def require_refused(path: Path, key: Key | None, why: str = "journal”, as a crash leaves") -> None:
    before = [(each.name, each.read_bytes()) for each in sorted(path.parent.iterdir())]
    for way in WAYS.values():
        with pytest.raises(DamagedCaseFile, match=why):
            way(path, key)
    assert [(each.name, each.read_bytes()) for each in sorted(path.parent.iterdir())] == before


def test_a_journal_of_a_crash_is_undone(small: Path, key: Key | None) -> None:
    sound = with_journal(
        small, (1, small.read_bytes()[:PAGE]), (2, small.read_bytes()[PAGE:][:PAGE])
    )
    small.write_bytes(sound[:PAGE] + bytes(PAGE) + sound[2 * PAGE :])
    CaseFile.open(small, key=key).close()
    assert small.read_bytes() == sound
    assert check(small, key) == []


def test_a_journal_that_puts_an_odd_first_page_there_is_refused(
    small: Path, key: Key | None, odd: str
) -> None:
    with_journal(small, (1, first_page(small, key, odd)))
    require_refused(small, key)


def test_it_is_refused_in_a_later_part_of_the_journal_too(encrypted: Path) -> None:
    with_journal(encrypted, (1, first_page(encrypted, KEY, "small pages")))
    journal = encrypted.with_name(f"{encrypted.name}-journal")
    later = journal.read_bytes()
    with_journal(encrypted, (2, encrypted.read_bytes()[PAGE:][:PAGE]))
    whole = journal.read_bytes()
    journal.write_bytes(whole + bytes(-len(whole) % 512) + later)
    require_refused(encrypted, KEY)


@pytest.mark.parametrize("size", [0, 512, 1024, 8192, 65536])
def test_a_journal_of_pages_of_another_size_is_refused(
    small: Path, key: Key | None, size: int
) -> None:
    with_journal(small, (1, bytes(size)), size=size)
    require_refused(small, key)


@pytest.mark.parametrize("sector", [32, 256, 513, 1 << 17])
def test_a_journal_of_no_disk_is_refused(small: Path, key: Key | None, sector: int) -> None:
    with_journal(small, (2, bytes(PAGE)), sector=sector)
    require_refused(small, key)


def test_a_journal_that_would_fill_the_disk_is_refused(small: Path, key: Key | None) -> None:
    with_journal(small, count=1 << 30)
    require_refused(small, key)


def test_a_journal_that_names_another_file_is_refused(small: Path, key: Key | None) -> None:
    victim = small.with_name("precious.odt")
    victim.write_bytes(b"years of work")
    with_journal(small, (1, small.read_bytes()[:PAGE]), named=bytes(victim))
    require_refused(small, key)


def test_a_journal_beside_what_a_link_leads_to_is_looked_at_too(
    small: Path, key: Key | None
) -> None:
    with_journal(small, count=1 << 30)
    link = small.with_name("link.casefile")
    link.symlink_to(small)
    require_refused(link, key)


@pytest.mark.skipif(os.name != "posix", reason="names of one file")
def test_a_journal_beside_another_name_of_an_open_file_is_looked_at(encrypted: Path) -> None:
    other = encrypted.with_name("other.casefile")
    other.hardlink_to(encrypted)
    with_journal(other, (1, first_page(encrypted, KEY, "small pages")))
    with CaseFile.open(encrypted, key=KEY, read_only=True):
        require_refused(other, KEY)


@pytest.mark.parametrize("has_journal", [False, True])
def test_a_log_beside_a_file_is_refused(
    small: Path, key: Key | None, odd: str, has_journal: bool
) -> None:
    with_log(small, first_page(small, key, odd))
    if has_journal:
        with_journal(small, (1, small.read_bytes()[:PAGE]))
    require_refused(small, key, "last written by another program")


def test_a_file_that_asks_for_a_log_is_refused_once_its_journal_is_undone(
    small: Path, key: Key | None
) -> None:
    small.write_bytes(first_page(small, key, "a log") + small.read_bytes()[PAGE:])
    data = with_journal(small, (2, small.read_bytes()[PAGE:][:PAGE]))
    for way in WAYS.values():
        with pytest.raises(DamagedCaseFile, match="last written by another program"):
            way(small, key)
    assert small.read_bytes() == data
    assert {path.suffix for path in small.parent.iterdir()} <= {".casefile", ".casefile-journal"}


HARMS: dict[str, Callable[[Path, Key | None], object]] = {
    "a first page": lambda path, key: with_journal(path, (1, first_page(path, key, "small pages"))),
    "other pages": lambda path, _: with_journal(path, (1, bytes(512)), size=512),
    "a huge file": lambda path, _: with_journal(path, count=2**32 - 1),
    "another file": lambda path, _: with_journal(path, named=bytes(path)),
    "a log": lambda path, key: with_log(path, first_page(path, key, "small pages")),
}


@pytest.fixture(params=HARMS)
def harmed(request: pytest.FixtureRequest, small: Path, key: Key | None) -> Path:
    HARMS[request.param](small, key)
    return small


def test_a_file_beside_which_it_lies_is_salvaged(harmed: Path, key: Key | None) -> None:
    done = salvage(harmed, harmed.with_name("new.casefile"), key)
    assert check(done.path, key) == []


@pytest.mark.parametrize("is_known", [True, False])
def test_a_file_beside_which_it_lies_is_replaced_by_a_backup(
    harmed: Path, key: Key | None, finished: Path, is_known: bool
) -> None:
    before = harmed.read_bytes()
    aside = restore(finished / "False.casefile", harmed, None, key if is_known else None)
    assert check(harmed) == []
    assert aside is not None
    assert aside.read_bytes() == before


PLACES = st.integers(16, 100) | st.integers(0, PAGE - 100)
EDITS = st.lists(st.tuples(PLACES, st.integers(0, 255)), max_size=3)
NUMBERS = st.sampled_from([0, 1, 1, 2, 3, 200, 2**31, 2**32 - 1])
ENTRIES = st.lists(st.tuples(NUMBERS, st.integers(0, 9), EDITS), max_size=4)
COUNTS = st.none() | st.sampled_from([0, 1, 2, 10, 100, 2**31])


@settings(max_examples=int(os.environ.get("EXAMPLES", "25")))
@given(ENTRIES, COUNTS, st.sampled_from([512, 512, 4096, 64, 1 << 16]), st.booleans())
def test_whatever_a_journal_holds_the_file_is_opened_or_refused_with_a_sentence(
    finished: Path, entries: list[Any], count: int | None, sector: int, is_encrypted: bool
) -> None:
    key = KEY if is_encrypted else None
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(finished / f"{is_encrypted}.casefile", folder))
        sound = path.read_bytes() if key is None else deciphered(path, key)
        pages = [(number, _page(sound, at, edits, key)) for number, at, edits in entries]
        with_journal(path, *pages, count=count, sector=sector)
        for way in (*WAYS.values(), _salvage):
            try:
                way(path, key)
            except CasefileError as error:
                assert str(error).endswith((".", ")"))  # noqa: PT017 - that it is raised is no must


def _page(sound: bytes, at: int, edits: list[tuple[int, int]], key: Key | None) -> bytes:
    page = bytearray(sound[at * PAGE : (at + 1) * PAGE])
    for place, byte in edits:
        page[place] = byte
    if key is None:
        return bytes(page)
    before = bytes(at * PAGE)
    return enciphered(before + page, key, Random(1))[-PAGE:]


def _salvage(path: Path, key: Key | None) -> None:
    done = salvage(path, path.with_name("salvaged.casefile"), key)
    assert check(done.path, key) == []
