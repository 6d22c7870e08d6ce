"""Journals as a crash leaves them beside a case, or somebody who means harm."""

from collections.abc import Iterable
from pathlib import Path

PAGE = 4096
#: A program that is killed while it writes to a case.
DIES_WHILE_WRITING = """
import os, sys
from sqlcipher3 import dbapi2
db = dbapi2.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size=1")
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE search SET text = text || 'x'")
os._exit(0)
"""

MAGIC = bytes.fromhex("d9d505f920a163d7")


def with_journal(
    path: Path,
    *pages: tuple[int, bytes],
    count: int | None = None,
    sector: int = 512,
    size: int = PAGE,
    named: bytes = b"",
) -> bytes:
    """Leave beside a file a journal of numbered pages; returns the bytes of the file.

    `count` is how many pages the file had, as the journal says, `named` the file (a
    “super-journal”) that it says it belongs to.
    """
    data = path.read_bytes()
    said = (len(pages), 0, len(data) // PAGE if count is None else count, sector, size)
    head = (MAGIC + numbers(said)).ljust(min(sector, 1 << 16), b"\0")
    entries = b"".join(_entry(number, page[:size]) for number, page in pages)
    path.with_name(f"{path.name}-journal").write_bytes(head + entries + _naming(named))
    return data


def numbers(said: Iterable[int]) -> bytes:
    """Return numbers as the format writes them."""
    return b"".join(number.to_bytes(4, "big") for number in said)


def _entry(number: int, page: bytes) -> bytes:
    checksum = sum(page[at] for at in range(len(page) - 200, 0, -200))
    return numbers([number]) + page + numbers([checksum])


def _naming(named: bytes) -> bytes:
    if not named:
        return b""
    return numbers([(1 << 30) // PAGE + 1]) + named + numbers([len(named), sum(named)]) + MAGIC


def with_log(path: Path, page: bytes) -> None:
    """Leave a write-ahead log beside a file, which holds its first page."""
    size = path.stat().st_size // PAGE
    head = numbers((0x377F0683, 3007000, PAGE, 0, 1, 2))
    sums = _sums(head, (0, 0))
    frame = numbers((1, size))
    of_frame = _sums(frame + page, sums)
    log = head + numbers(sums) + frame + numbers((1, 2, *of_frame)) + page
    path.with_name(f"{path.name}-wal").write_bytes(log)


def _sums(data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    for at in range(0, len(data), 8):
        first = (first + int.from_bytes(data[at : at + 4], "big") + second) % 2**32
        second = (second + int.from_bytes(data[at + 4 : at + 8], "big") + first) % 2**32
    return first, second
