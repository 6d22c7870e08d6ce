"""The first page of an encrypted file, looked at before the engine believes it.

SQLCipher decrypts 4,096 bytes at a time, whatever size of a page the first one names once it is
decrypted; SQLite makes room for that size. A file of somebody who means harm would overwrite
memory.
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

#: What the first page says where another program keeps a log beside the file, and where it does.
_LOGGED, _LOG = b"\2\2", slice(18, 20)

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
        if not _open[file] and stat.S_ISREG(found.st_mode):
            _require_harmless(path, key)
        _open[file] += 1
    return file


def _ended(file: _File) -> None:
    with _turn:
        _open[file] -= 1
        if not _open[file]:
            del _open[file]


def _require_harmless(path: Path, key: Key) -> None:
    with path.open("rb") as file:
        page = on_disk.decrypting(key)(file.read(on_disk.SIZE), 1)
    if page is not None and not on_disk.is_fit(page, on_disk.KEPT):
        raise trouble.logged(path) if page[_LOG] == _LOGGED else trouble.foreign(path)
