"""The chain of the history, computed as ARCHITECTURE.md describes it, past the program."""

import json
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from viewer.store import CaseFile


def as_described(db: Database) -> list[str]:
    """Return the hash of each entry, computed from what it says."""
    previous, hashes = bytes(32), []
    for *words, salt, digest in db.execute(
        "SELECT seq, at, who, label, deed, reverses, salt, digest FROM history ORDER BY seq"
    ).fetchall():
        whole = previous + words[0].to_bytes(8, "big") + salted(salt, words, digest)
        for *line, line_salt, line_digest in db.execute(
            """SELECT seq, n, kind, record_id, before, after, salt, digest FROM history_change
               WHERE seq = ? ORDER BY n""",
            words[:1],
        ).fetchall():
            whole += salted(line_salt, line, line_digest)
        previous = sha256(whole).digest()
        hashes.append(previous.hex())
    return hashes


def salted(salt: str | None, said: list[Any], digest: str) -> bytes:
    if salt is None:
        return bytes.fromhex(digest)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return sha256(bytes.fromhex(salt) + text.encode()).digest()


def hashes_of(case_file: CaseFile) -> list[str]:
    sql = "SELECT hash FROM history ORDER BY seq"
    return [row[0] for row in case_file._db.execute(sql).fetchall()]
