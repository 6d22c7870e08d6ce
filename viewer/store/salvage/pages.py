"""The pages of a damaged file as they were after its last change, read past the engine.

A page that cannot be read is None, and no other page suffers from it. See “Database File Format”
and, for encrypted files, “SQLCipher Design”: each page is encrypted and signed for itself.
"""

import hashlib
import hmac
import mmap
from collections.abc import Callable
from pathlib import Path

from viewer.store.keys import Key

#: Bytes of a page of every case file.
SIZE = 4096
#: At the end of an encrypted page: the initialisation vector, and the signature (HMAC-SHA512).
_VECTOR, _SIGNATURE = 16, 64
_SALT = 16
_HEADER = b"SQLite format 3\0"
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
#: Of the checksum of a page in a journal: every so many bytes, from the end.
_SAMPLED = 200


class Unreadable(Exception):  # noqa: N818 - says what a cell is
    """A cell, or what it goes on with, is not as it must be."""


class Pages:
    """All pages of a file, numbered from 1."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self._opened = _as_it_is if key is None else _decrypting(key)
        #: Bytes of a page that hold data.
        self.usable = SIZE if key is None else SIZE - _VECTOR - _SIGNATURE
        with path.open("rb") as file:
            size = path.stat().st_size
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        #: What a change that was never finished had overwritten.
        self._before, count = _journal(path.with_name(f"{path.name}-journal"), key is None)
        #: How many pages there are, a torn last one too.
        self.count = count or -(-size // SIZE)
        #: Pages that long values may still go on with; of a sound file each is of one value.
        self._left = 4 * self.count

    def __getitem__(self, number: int) -> bytes | None:
        """Return a page, None where it cannot be read."""
        if not 0 < number <= self.count:
            return None
        start = (number - 1) * SIZE
        page = self._before.get(number) or self._data[start : start + SIZE]
        return self._opened(page.ljust(SIZE, b"\0"), number)

    def followed(self, number: int, size: int) -> bytes:
        """Return the bytes with which a long value goes on from a page; raises `Unreadable`.

        Whoever bends pages into circles, or gives one to many values, gets no endless work.
        """
        pieces: list[bytes] = []
        seen: set[int] = set()
        while size > 0:
            page = None if number in seen or self._left <= 0 else self[number]
            if page is None:
                raise Unreadable
            seen.add(number)
            self._left -= 1
            pieces.append(page[4 : 4 + min(size, self.usable - 4)])
            size -= self.usable - 4
            number = int.from_bytes(page[:4], "big")
        return b"".join(pieces)


def _as_it_is(page: bytes, _: int) -> bytes:
    return page


def _decrypting(key: Key) -> Callable[[bytes, int], bytes | None]:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt = bytes(byte ^ 0x3A for byte in key.salt)
    signing = hashlib.pbkdf2_hmac("sha512", key.secret, salt, 2, len(key.secret))

    def opened(page: bytes, number: int) -> bytes | None:
        start, end = (_SALT if number == 1 else 0), SIZE - _SIGNATURE
        signed = page[start:end] + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(signing, signed, "sha512"), page[end:]):
            return None
        vector = page[end - _VECTOR : end]
        decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(vector)).decryptor()
        plain = decryptor.update(page[start : end - _VECTOR]) + decryptor.finalize()
        return (_HEADER if number == 1 else b"") + plain + bytes(SIZE - end + _VECTOR)

    return opened


def _journal(path: Path, is_plain: bool) -> tuple[dict[int, bytes], int]:
    """Return the pages that a journal keeps, and how many the file had; none without one."""
    found: dict[int, bytes] = {}
    data = path.read_bytes() if path.is_file() else b""
    count = int.from_bytes(data[16:20], "big") if data.startswith(_JOURNAL) else 0
    at = 0
    while data[at : at + 8] == _JOURNAL:
        number, nonce, _, sector = (
            int.from_bytes(data[at + n : at + n + 4], "big") for n in (8, 12, 16, 20)
        )
        at += max(sector, 28)
        left = (len(data) - at) // (SIZE + 8)
        for _ in range(min(number, left)):
            page, entry = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + SIZE + 8]
            at += SIZE + 8
            if not is_plain or _sum(entry, nonce) == int.from_bytes(entry[SIZE:], "big"):
                found.setdefault(page, entry[:SIZE])
        at += -at % max(sector, 1)
    return found, count


def _sum(entry: bytes, nonce: int) -> int:
    return (nonce + sum(entry[place] for place in range(SIZE - _SAMPLED, 0, -_SAMPLED))) % 2**32
