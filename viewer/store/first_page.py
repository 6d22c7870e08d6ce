"""The first page of an encrypted file, looked at before the engine believes it.

SQLCipher decrypts 4,096 bytes at a time, whatever size of a page the first one names once it is
decrypted; SQLite makes room for that size. A file, or a journal beside it, of somebody who means
harm would overwrite memory.
"""

import stat
import threading
import weakref
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as engine

from viewer.store import on_disk, trouble
from viewer.store.keys import Key

#: Where the first page says how large each is, and how many bytes at its end hold no data.
_SIZE, _KEPT = slice(16, 18), 20

_File = tuple[int, int]
#: How often each encrypted file is open here. To open and close it past the engine would drop the
#: engine's locks (POSIX); it was looked at before it was opened.
_open: Counter[_File] = Counter()
#: Taken twice where the collector closes a connection that nobody did.
_turn = threading.RLock()


class _Connection(engine.Connection):  # type: ignore[misc]
    let_go: Callable[[], object]

    def close(self) -> None:
        super().close()
        self.let_go()


def looked_at(path: Path, key: Key) -> Any:
    """Return what makes a connection to a file; raises `DamagedCaseFile` for one that does harm."""
    try:
        file = _begun(path, key)
    except OSError:
        return engine.Connection  # It does not open, either, and says why.

    def connection(*args: Any, **options: Any) -> Any:
        try:
            made = _Connection(*args, **options)
        except BaseException:
            _ended(file)
            raise
        made.let_go = weakref.finalize(made, _ended, file)
        return made

    return connection


def _begun(path: Path, key: Key) -> _File:
    found = path.stat()
    file = found.st_dev, found.st_ino
    with _turn:
        if not _open[file] and stat.S_ISREG(found.st_mode) and _does_harm(path, key):
            raise trouble.foreign(path)
        _open[file] += 1
    return file


def _ended(file: _File) -> None:
    with _turn:
        _open[file] -= 1
        if not _open[file]:
            del _open[file]


def _does_harm(path: Path, key: Key) -> bool:
    decrypted = on_disk.decrypting(key)

    def is_odd(page: bytes) -> bool:
        found = decrypted(page, 1)
        is_ours = found is None or (on_disk.big(found[_SIZE]), found[_KEPT]) == (
            on_disk.SIZE,
            on_disk.KEPT,
        )
        return not is_ours

    with path.open("rb") as file:
        if is_odd(file.read(on_disk.SIZE)):
            return True
    with on_disk.journal(path) as journal:
        return journal is not None and (
            journal.page_size != on_disk.SIZE
            or any(is_odd(page) for number, page, _ in journal.entries() if number == 1)
        )
