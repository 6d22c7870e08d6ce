"""Pages as they lie on the disk: decrypting one, and those that a journal keeps.

See “Database File Format” and, for encrypted files, “SQLCipher Design”: each page is encrypted and
signed for itself.
"""

import hashlib
import hmac
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
#: Bytes of the header of a journal, if its sector is not larger.
_HEAD = 28
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


class Journal:
    """What a change that was never finished had overwritten, and the engine puts back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, os.SEEK_END)
        #: Whether there is anything to put back.
        self.is_begun = self._read(0, len(_JOURNAL)) == _JOURNAL
        #: How many pages the case had.
        self.count = self._number(16)
        self._sector = max(self._number(20), _HEAD)
        #: Bytes of a page.
        self.page_size = self._number(24)

    def entries(self) -> Iterator[tuple[int, bytes, bool]]:
        """Yield the number of each page of `SIZE`, the page, and whether its checksum holds."""
        at = 0
        while self._read(at, len(_JOURNAL)) == _JOURNAL:
            number, nonce = self._number(at + 8), self._number(at + 12)
            at += self._sector
            for _ in range(min(number, (self._size - at) // _ENTRY)):
                yield self._entry(self._read(at, _ENTRY), nonce)
                at += _ENTRY
            at += -at % self._sector

    @staticmethod
    def _entry(entry: bytes, nonce: int) -> tuple[int, bytes, bool]:
        number, page, told = entry[:4], entry[4:-4], entry[-4:]
        found = nonce + sum(page[place] for place in range(SIZE - _SAMPLED, 0, -_SAMPLED))
        return big(number), page, found % 2**32 == big(told)

    def _number(self, at: int) -> int:
        return big(self._read(at, 4))

    def _read(self, at: int, size: int) -> bytes:
        self._file.seek(at)
        return self._file.read(size)


def big(number: bytes) -> int:
    """Return a number as the format writes it."""
    return int.from_bytes(number, "big")


def journal_of(path: Path) -> Path:
    """Return where the engine keeps the journal of a file: beside it, not beside a link to it."""
    real = path.resolve()
    return real.with_name(f"{real.name}-journal")


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
