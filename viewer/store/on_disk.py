"""Pages as they lie on the disk: decrypting one, and those that a journal keeps.

See “Database File Format” and, for encrypted files, “SQLCipher Design”: each page is encrypted and
signed for itself.
"""

import hashlib
import hmac
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from viewer.store.keys import Key

#: Bytes of a page of every case file.
SIZE = 4096
#: What the first page begins with; in an encrypted file the salt of its key is in that place.
HEADER = b"SQLite format 3\0"
#: At the end of an encrypted page: the initialisation vector, and the signature (HMAC-SHA512).
_VECTOR, _SIGNATURE = 16, 64
#: Bytes at the end of an encrypted page that hold no data.
KEPT = _VECTOR + _SIGNATURE
#: Where the first page says how large each is, whether a log is kept (1, 1 if none is), and how
#: many bytes at the end of each page hold no data.
_SAID = slice(16, 21)
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
#: Bytes of the header of a journal: no power of two below or above these is a disk's sector.
_SECTORS = tuple(1 << n for n in range(9, 17))
#: Bytes of a page in a journal, with its number before it and its checksum behind.
_ENTRY = 4 + SIZE + 4
#: Of the checksum of a page in a journal: every so many bytes, from the end.
_SAMPLED = 200


def as_it_is(page: bytes, _: int) -> bytes:
    """Return a page of a file that is not encrypted."""
    return page


def decrypting(key: Key) -> Callable[[bytes, int], bytes | None]:
    """Return what decrypts a page, by its number; None where it is not signed with this key."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt = bytes(byte ^ 0x3A for byte in key.salt)
    signing = hashlib.pbkdf2_hmac("sha512", key.secret, salt, 2, len(key.secret))

    def opened(page: bytes, number: int) -> bytes | None:
        start, end = (len(HEADER) if number == 1 else 0), SIZE - _SIGNATURE
        signed = page[start:end] + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(signing, signed, "sha512"), page[end:]):
            return None
        vector = page[end - _VECTOR : end]
        decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(vector)).decryptor()
        plain = decryptor.update(page[start : end - _VECTOR]) + decryptor.finalize()
        return (HEADER if number == 1 else b"") + plain + bytes(KEPT)

    return opened


def is_fit(page: bytes | None, kept: int = 0) -> bool:
    """Return whether a first page, once it is decrypted, says of all pages what a case's does.

    What the engine takes for none is fit, too: None, and what begins in another way.
    """
    if page is None or not page.startswith(HEADER):
        return True
    return page[_SAID] == SIZE.to_bytes(2, "big") + bytes([1, 1, kept])


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as it was, with its number."""

    number: int
    page: bytes
    _told: int
    _nonce: int

    @property
    def is_sound(self) -> bool:
        """Whether its checksum holds."""
        found = sum(self.page[place] for place in range(SIZE - _SAMPLED, 0, -_SAMPLED))
        return (self._nonce + found) % 2**32 == self._told


class Journal:
    """What a change that was never finished had overwritten, and the engine puts back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        #: Bytes of the journal.
        self.size = file.seek(0, os.SEEK_END)
        #: Whether there is anything to put back.
        self.is_begun = self.size >= _SECTORS[0] and self._read(0, len(_JOURNAL)) == _JOURNAL
        #: How many pages the case had.
        self.count = self._number(16)
        self._sector = self._number(20)
        is_usual = self._sector in _SECTORS and self._number(24) == SIZE
        #: Whether it is one as a case file has: of its pages, and about no other file.
        self.is_ours = is_usual and self._read(self.size - len(_JOURNAL), 8) != _JOURNAL

    @property
    def most(self) -> int:
        """How many pages there is room for."""
        return self.size // _ENTRY

    def entries(self) -> Iterator[Entry]:
        """Yield the pages of a journal as a case file has."""
        at = 0
        while self._read(at, len(_JOURNAL)) == _JOURNAL:
            number, nonce = self._number(at + 8), self._number(at + 12)
            at += self._sector
            for _ in range(min(number, (self.size - at) // _ENTRY)):
                yield self._entry(self._read(at, _ENTRY), nonce)
                at += _ENTRY
            at += -at % self._sector

    @staticmethod
    def _entry(entry: bytes, nonce: int) -> Entry:
        return Entry(big(entry[:4]), entry[4:-4], big(entry[-4:]), nonce)

    def _number(self, at: int) -> int:
        return big(self._read(at, 4))

    def _read(self, at: int, size: int) -> bytes:
        self._file.seek(at)
        return self._file.read(size)


def whole(size: int) -> int:
    """Return how many pages so many bytes are, a torn last one too."""
    return -(-size // SIZE)


def big(number: bytes) -> int:
    """Return a number as the format writes it."""
    return int.from_bytes(number, "big")


def beside(path: Path, ending: str) -> Path:
    """Return where the engine keeps something of a file: beside it, not beside a link to it."""
    real = path.resolve()
    return real.with_name(f"{real.name}{ending}")


def journal_of(path: Path) -> Path:
    """Return where the engine keeps the journal of a file."""
    return beside(path, "-journal")


@contextmanager
def journal(path: Path) -> Iterator[Journal | None]:
    """Give what the engine keeps beside a case during a change, if there is something."""
    try:
        file = journal_of(path).open("rb")
    except OSError:
        yield None
        return
    with file:
        found = Journal(file)
        yield found if found.is_begun else None
