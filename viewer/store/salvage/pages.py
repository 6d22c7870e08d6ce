"""The pages of a damaged file as they were after its last change, read past the engine.

A page that cannot be read is None, and no other page suffers from it.
"""

import weakref
from pathlib import Path

from viewer.store import on_disk
from viewer.store.giving_up import IsGivenUp, never, require_wanted
from viewer.store.keys import Key
from viewer.store.on_disk import SIZE


class Unreadable(Exception):  # noqa: N818 - says what a cell is
    """A cell, or what it goes on with, is not as it must be."""


class Pages:
    """All pages of a file, numbered from 1."""

    def __init__(self, path: Path, key: Key | None = None, is_given_up: IsGivenUp = never) -> None:
        self._is_given_up = is_given_up
        self._opened = on_disk.as_it_is if key is None else on_disk.decrypting(key)
        #: Bytes of a page that hold data.
        self.usable = SIZE if key is None else SIZE - on_disk.KEPT
        # Not mapped: a disk that fails, or a file that is cut off meanwhile, would end the program.
        self._file = path.open("rb", buffering=0)
        weakref.finalize(self, self._file.close)
        size = path.stat().st_size
        #: What a change that was never finished had overwritten.
        self._before, count = _overwritten(path, key is None)
        #: How many pages there are, a torn last one too.
        self.count = count or on_disk.whole(size)
        #: Pages that long values may still go on with; of a sound file each is of one value.
        self._left = 4 * self.count

    def __getitem__(self, number: int) -> bytes | None:
        """Return a page, None where it cannot be read; raises `Interrupted`."""
        require_wanted(self._is_given_up)
        if not 0 < number <= self.count:
            return None
        page = self._before.get(number) or self._read(number)
        return None if page is None else self._opened(page.ljust(SIZE, b"\0"), number)

    def _read(self, number: int) -> bytes | None:
        try:
            self._file.seek((number - 1) * SIZE)
            return self._file.read(SIZE)
        except OSError:
            return None

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


def _overwritten(path: Path, is_plain: bool) -> tuple[dict[int, bytes], int]:
    """Return the pages that a journal keeps, and how many the file had; none without one."""
    found: dict[int, bytes] = {}
    with on_disk.journal(path) as journal:
        if journal is None or not journal.is_ours:
            return found, 0
        for entry in journal.entries():
            if entry.is_sound or not is_plain:
                found.setdefault(entry.number, entry.page)
        return found, min(journal.count, on_disk.whole(path.stat().st_size) + journal.most)
