"""Setting, changing and removing the passphrase of a case: the whole of it is written anew.

The new file is made beside the old one, looked through, made durable and put in its place in one
step; wherever that is interrupted, one of the two is there, whole. SQLCipher's own rekeying knows
no way between an encrypted file and one that is not, so all goes by its export.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.errors import Unconfirmed, WriteFailed
from viewer.store import engine, history, leftovers, opening, schema
from viewer.store.casefile import CaseFile
from viewer.store.durable import make_durable
from viewer.store.keys import Key

_NOTHING_DONE = (
    "“{name}” could not be written anew, so it is as it was, with the passphrase that it had. "
    "See that its folder may be written and that the disk has room for the case once more."
)
_UNCONFIRMED = (
    "“{name}” has the passphrase that it was given, or none, but the disk did not confirm that "
    "this would outlast a power cut: after one, try the former passphrase, too. See that the disk "
    "is sound, and make a backup elsewhere."
)
#: Bytes that are overwritten at a time.
_PIECE = 1 << 20


def rekey(case: CaseFile, key: Key | None) -> None:
    """Encrypt a case that is held for writing with another key; None takes the encryption away.

    Afterwards the case is closed, and opens with the new key. Raises a `FileProblem`; the file is
    then as it was, and the case is still open, but for `Unconfirmed`, after which all is done. What
    was on the disk before is overwritten, which copying file systems and most flash storage do
    elsewhere than in its place.
    """
    if case.read_only:
        raise engine.read_only(case.path)
    case.require_there()
    path = case.path.resolve()
    with _explained(case.path), _beside(path) as fresh:
        _export(path, case.key, fresh, key)
        _look_through(fresh, key, case)
        _put_in_place(fresh, path, case)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        with engine.translated(path):
            yield
    except (OSError, engine.DatabaseError) as error:
        # What ends an export half-way says so in words alone.
        raise WriteFailed(path, _NOTHING_DONE) from error


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a new file in the same folder, which is gone afterwards unless it was moved."""
    leftovers.sweep(path)
    fresh = leftovers.fresh_of(path)
    opening.reserve(fresh)
    try:
        shutil.copymode(path, fresh)
        yield fresh
    finally:
        leftovers.sweep(path)


def _export(path: Path, old: Key | None, fresh: Path, key: Key | None) -> None:
    db = engine.connect(path, "ro", old)
    try:
        with engine.attaching(db):
            engine.attach(db, fresh, "fresh", key)
            db.execute("SELECT sqlcipher_export('fresh')").fetchall()
            db.execute(f"PRAGMA fresh.application_id={schema.APPLICATION_ID}")
            db.execute(f"PRAGMA fresh.user_version={schema.SCHEMA_VERSION}")
            db.execute("DETACH fresh")
    finally:
        db.close()
    make_durable(fresh)


def _look_through(fresh: Path, key: Key | None, case: CaseFile) -> None:
    """Raise unless the new file is whole, and its history ends as that of the case does."""
    db = engine.connect(fresh, "ro", key)
    try:
        opening.require_sound(db, fresh)
        found = [row[0] for row in db.execute("PRAGMA quick_check").fetchall()]
        is_whole = found == ["ok"] and history.entries(db, limit=1) == case.history(limit=1)
    finally:
        db.close()
    if not is_whole:
        raise WriteFailed(case.path, _NOTHING_DONE)


def _put_in_place(fresh: Path, path: Path, case: CaseFile) -> None:
    if os.name != "posix":
        case.close()  # Windows replaces no file that is open.
        fresh.replace(path)
        return
    old = os.open(path, os.O_WRONLY)
    try:
        case.require_there()
        fresh.replace(path)
        case.close()
        _confirm(path)
        _overwrite(old)
    finally:
        # Only now: to close it would drop the locks of the case.
        os.close(old)


def _confirm(path: Path) -> None:
    try:
        make_durable(path)
    except OSError as error:
        raise Unconfirmed(path, _UNCONFIRMED) from error


def _overwrite(descriptor: int) -> None:
    """Leave nothing to read of a file without a name; one that has another name stays."""
    state = os.fstat(descriptor)
    if state.st_nlink:
        return
    try:
        for place in range(0, state.st_size, _PIECE):
            os.pwrite(descriptor, bytes(min(_PIECE, state.st_size - place)), place)
        os.fsync(descriptor)
    except OSError:
        return  # A disk that fails now keeps what any deleted file leaves on it.
