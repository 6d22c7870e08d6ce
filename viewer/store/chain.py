"""The history as a chain of hashes, so that what was changed in it afterwards can be named.

Each line of the history (what a deed did to one record) has a salt, 16 random bytes, and a digest:
SHA-256 over the salt and the line as a JSON array `[seq, n, kind, record_id, before, after]`. Each
entry has a digest of its own words in the same way, `[seq, at, who, label, deed, reverses]`, and a
hash: SHA-256 over the hash of the entry before it (32 zero bytes for the first), its number (8
bytes, the most significant first), its digest and the digests of its lines in their order. Arrays
are written in UTF-8, without spaces, and with no escape that JSON does not ask for; salts, digests
and hashes are kept as hexadecimal digits and hashed as bytes.

Nothing of a line can be guessed from its digest as soon as its salt is gone. So contents can be
forgotten: values and salt go, the digest stays, and every hash after it is still right. A deed
`forget` has a line for each record whose older lines it emptied: with nothing before and nothing
after for a record that is gone, or with nothing before and all fields after for one that stays.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from viewer.store.trouble import UnfitRow

#: What comes before the first entry.
NOTHING_BEFORE = "00" * 32
_HASH = re.compile("[0-9a-f]{64}")
_SALT = 16
_BATCH = 1000

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def salts() -> Iterator[str]:
    """Yield salts without end; many at a time, as asking the system for each takes long."""
    while True:
        batch = os.urandom(_SALT * _BATCH).hex()
        yield from (batch[at : at + 2 * _SALT] for at in range(0, len(batch), 2 * _SALT))


def new_salt() -> str:
    """Return one salt."""
    return os.urandom(_SALT).hex()


def digest(salt: str, said: Iterable[Any]) -> str:
    """Return the digest of a line, or of the words of an entry; of numbers, texts and None.

    Raises `ValueError` for a salt that is not hexadecimal.
    """
    return sha256(bytes.fromhex(salt) + _encode(tuple(said)).encode()).hexdigest()


class Link:
    """The hash of one entry, to which the digests of its lines are added one by one."""

    def __init__(self, previous: str, seq: int, words: str) -> None:
        """Begin with the hash of the entry before, the number and the digest of its words."""
        number = seq.to_bytes(8, "big")
        self._hash = sha256(bytes.fromhex(previous) + number + bytes.fromhex(words))

    def add(self, line: str) -> None:
        """Add the digest of the next line."""
        self._hash.update(bytes.fromhex(line))

    @property
    def hash(self) -> str:
        """The hash of all that was added until now."""
        return self._hash.hexdigest()


def head(db: Database) -> tuple[int, str]:
    """Return number and hash of the newest entry; raises `UnfitRow` where that is no hash."""
    seq, found = _newest(db)
    if not _HASH.fullmatch(found):
        raise UnfitRow
    return seq, found


def _newest(db: Database) -> tuple[int, str]:
    sql = "SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1"
    seq, found = db.execute(sql).fetchone() or (0, NOTHING_BEFORE)
    return int(seq), str(found)


def next_number(db: Database) -> int:
    """Return the number of the next entry: never one that was given before."""
    return 1 + max(last_number(db), _newest(db)[0])


def last_number(db: Database) -> int:
    """Return the highest number that was ever given, as the engine itself keeps it."""
    sql = "SELECT seq FROM sqlite_sequence WHERE name = 'history'"
    row = db.execute(sql).fetchone()
    return int(row[0]) if row else 0


def begin(db: Database) -> None:
    """Give salts, digests and hashes to a history that has none, of an older file."""
    _digest_lines(db)
    sql = "SELECT seq, at, who, label, deed, reverses FROM history WHERE hash = '' ORDER BY seq"
    previous = NOTHING_BEFORE
    for words in db.execute(sql).fetchall():
        seq, salt = words[0], new_salt()
        link = Link(previous, seq, own := digest(salt, words))
        sql = "SELECT digest FROM history_change WHERE seq = ? ORDER BY n"
        for row in db.execute(sql, (seq,)):
            link.add(row[0])
        previous = link.hash
        sql = "UPDATE history SET salt = ?, digest = ?, hash = ? WHERE seq = ?"
        db.execute(sql, (salt, own, previous, seq))


def _digest_lines(db: Database) -> None:
    sql = f"""SELECT seq, n, kind, record_id, before, after FROM history_change
              WHERE (seq, n) > (?, ?) AND digest = '' ORDER BY seq, n LIMIT {_BATCH}"""
    fresh, place = salts(), (0, -1)
    while lines := db.execute(sql, place).fetchall():
        place = lines[-1][:2]
        rows = ((salt := next(fresh), digest(salt, line), *line[:2]) for line in lines)
        update = "UPDATE history_change SET salt = ?, digest = ? WHERE seq = ? AND n = ?"
        db.conn.executemany(update, rows)
