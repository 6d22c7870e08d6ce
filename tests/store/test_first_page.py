"""An encrypted file of somebody who knows its passphrase writes past no memory."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.mutating.enciphering import deciphered, enciphered
from tests.store.looking import PASSPHRASE
from viewer.errors import DamagedCaseFile
from viewer.store import CaseFile, Key, access_to, check, key_for
from viewer.store.salvage import salvage

#: Where the first page says how large each is, and how many bytes at its end hold no data.
SIZE, KEPT = 16, 20
ODD = {
    **{f"pages of {1 << n}": (SIZE, (1 << n).to_bytes(2, "big")) for n in (9, 10, 11, 13, 14, 15)},
    "pages of 65536": (SIZE, b"\0\1"),
    "pages of no size": (SIZE, b"\0\0"),
    "nothing kept": (KEPT, b"\0"),
    "one byte less kept": (KEPT, bytes([79])),
    "most kept": (KEPT, b"\xff"),
}


@pytest.fixture(params=ODD)
def first_page(request: pytest.FixtureRequest, secret: Path, key: Key) -> bytes:
    """An encrypted, rightly signed page 1 that says something odd."""
    at, said = ODD[request.param]
    data = bytearray(deciphered(secret, key))
    data[at : at + len(said)] = said
    return enciphered(bytes(data[:4096]), key, Random(1))


WAYS: dict[str, Callable[[Path, Key], object]] = {
    "open": lambda path, key: CaseFile.open(path, key=key),
    "read": lambda path, key: CaseFile.open(path, key=key, read_only=True),
    "check": check,
}


def require_refused(path: Path, key: Key) -> None:
    for way in WAYS.values():
        with pytest.raises(DamagedCaseFile, match="not have the structure of a case file"):
            way(path, key)


def test_a_first_page_that_says_something_odd_is_refused(
    encrypted: Path, key: Key, first_page: bytes
) -> None:
    data = first_page + encrypted.read_bytes()[4096:]
    encrypted.write_bytes(data)
    require_refused(encrypted, key)
    assert encrypted.read_bytes() == data
    assert key_for(encrypted, PASSPHRASE) == key


def test_what_it_says_keeps_nothing_from_being_salvaged(
    encrypted: Path, key: Key, first_page: bytes
) -> None:
    encrypted.write_bytes(first_page + encrypted.read_bytes()[4096:])
    done = salvage(encrypted, encrypted.with_name("new.casefile"), key)
    assert not done.lost
    assert check(done.path, key) == []


def test_a_file_is_looked_at_again_once_it_is_closed(
    encrypted: Path, key: Key, first_page: bytes
) -> None:
    with CaseFile.open(encrypted, key=key) as closed:
        assert closed.case.title
    encrypted.write_bytes(first_page + encrypted.read_bytes()[4096:])
    require_refused(encrypted, key)


def test_to_look_at_a_file_that_is_held_drops_no_lock(encrypted: Path, key: Key) -> None:
    program = f"""
import sys
sys.path[:0] = {sys.path!r}
from pathlib import Path
from viewer.store import CaseFile, Key, engine
engine.HELD_SECONDS = 0.1
CaseFile.open(Path(sys.argv[1]), key=Key.of({PASSPHRASE!r}, bytes.fromhex(sys.argv[2])))
"""
    with CaseFile.open(encrypted, key=key) as held:
        access_to(held).open().close()
        CaseFile.open(encrypted, key=key, read_only=True).close()
        assert check(encrypted, key) == []
        command = [sys.executable, "-c", program, str(encrypted), key.salt.hex()]
        done = subprocess.run(command, capture_output=True, text=True)
    assert "CaseFileBusy" in done.stderr
