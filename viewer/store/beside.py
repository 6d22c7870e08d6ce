"""What lies beside a file, looked at before the engine does something with it.

A crash leaves a journal. One of somebody who means harm could let the engine write beyond its
memory, or make the file as large as the disk; or it could name a third file, which SQLite deletes
in the end. A write-ahead log no case has.
"""

from pathlib import Path

from viewer.store import on_disk, trouble
from viewer.store.keys import Key


def require_no_log(path: Path) -> None:
    """Raise `DamagedCaseFile` for a file with a log, which the engine reads whatever is in it."""
    try:
        is_logged = on_disk.beside(path, "-wal").stat().st_size > 0
    except OSError:
        return
    if is_logged:
        raise trouble.logged(path)


def require_harmless_journal(path: Path, key: Key | None) -> None:
    """Raise `DamagedCaseFile` for a file with a journal that is none of a case."""
    try:
        with on_disk.journal(path) as journal:
            is_harmless = journal is None or _is_harmless(journal, path, key)
    except OSError:
        return  # The engine cannot read it, either, and says why.
    if not is_harmless:
        raise trouble.meddled(path)


def _is_harmless(journal: on_disk.Journal, path: Path, key: Key | None) -> bool:
    if not journal.is_ours or journal.count > on_disk.whole(path.stat().st_size) + journal.most:
        return False
    first = (entry for entry in journal.entries() if entry.number == 1)
    if key is None:
        return all(on_disk.is_fit(each.page) for each in first if each.is_sound)
    # Its checksum says nothing that the signature does not.
    decrypted = on_disk.decrypting(key)
    return all(on_disk.is_fit(decrypted(each.page, 1), on_disk.KEPT) for each in first)
