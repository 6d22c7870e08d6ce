"""Saving what can still be read of a damaged case file into a new one.

The damaged file is read past the engine, page by page, and is never written. Every record is
looked at as one that comes from a stranger, and the new file is written like any other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.domain.changes import Content, creation, sha256
from viewer.domain.records import KINDS, Case, Document
from viewer.errors import NotACaseFile, WrongPassphrase
from viewer.store import trouble, untrusted
from viewer.store.casefile import CaseFile
from viewer.store.giving_up import IsGivenUp, never
from viewer.store.keys import Key
from viewer.store.salvage.fitting import Records, fitting, with_whole_documents
from viewer.store.salvage.found import Found
from viewer.store.salvage.pages import Pages
from viewer.store.salvage.report import Loss, Salvaged, counts, loss_of
from viewer.store.salvage.tables import Table, read

__all__ = ["Loss", "Salvaged", "needs_key", "salvage"]

_LABEL = "Recover from a damaged case file"


def salvage(
    path: Path,
    new: Path,
    key: Key | None = None,
    who: str = "",
    is_given_up: IsGivenUp = never,
) -> Salvaged:
    """Write all that can be read of a damaged case file into a new one; returns what was lost.

    The new file is encrypted with the key, if the damaged one is. Raises a `FileProblem` where
    nothing of a case is in the file, or where the new one cannot be made, or `Interrupted`; then
    there is none.
    """
    untrusted.require_file(path)
    found, contents = _read(path, key, is_given_up)
    if key is not None and not found.records:
        # One that was never encrypted, and lost its first bytes, looks as if it were.
        found, contents = _read(path, None, is_given_up)
        key = None if found.records else key
    if not found.records:
        raise _nothing(path) if key is None else _locked(path)
    records, out, marked = with_whole_documents(found.with_case(path.stem), contents)
    records, misfits, cut = fitting(records, is_given_up)
    _write(new, records, contents, key, who, is_given_up)
    lost = (*found.lost, *map(loss_of, (*out, *misfits)))
    changed = tuple(map(loss_of, (*found.changed, *marked, *cut)))
    return Salvaged(new, counts(found.known, found.totals, records), lost, changed)


def _read(path: Path, key: Key | None, is_given_up: IsGivenUp) -> tuple[Found, dict[str, bytes]]:
    with _explained(path):
        tables = read(Pages(path, key, is_given_up))
        return Found(tables, is_given_up), _contents(tables["content"])


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise trouble.not_read(path) from error
    except MemoryError as error:
        raise trouble.too_large(path) from error


def needs_key(path: Path) -> bool:
    """Return whether nothing can be read of a file as it stands, so that it may be encrypted."""
    untrusted.require_file(path)
    with _explained(path):
        tables = read(Pages(path))
    return not any(table.rows or table.strays for table in tables.values())


def _nothing(path: Path) -> NotACaseFile:
    return NotACaseFile(
        path,
        "Nothing of a case could be read from “{name}” without a passphrase, so no new file was "
        "made. Nothing was changed: look for a backup.",
    )


def _contents(table: Table) -> dict[str, bytes]:
    """Return the originals that are as they were received, by their hashes."""
    found: dict[str, bytes] = {}
    for row in (*table.rows, *table.strays):
        data = row["data"]
        if isinstance(data, bytes) and sha256(data) == row["sha256"]:
            found[str(row["sha256"])] = data
    return found


def _locked(path: Path) -> WrongPassphrase:
    return WrongPassphrase(
        path,
        "Nothing of “{name}” could be read with that passphrase, so no new file was made. Nothing "
        "was changed: try the passphrase again. If it is right, the beginning of the file is lost, "
        "without which nobody can open it: look for a backup.",
    )


def _write(
    new: Path,
    records: Records,
    contents: dict[str, bytes],
    key: Key | None,
    who: str,
    is_given_up: IsGivenUp,
) -> None:
    case, *ordered = (r for kind in KINDS for r in records.values() if r.kind == kind)
    assert isinstance(case, Case)
    originals = [_original(r, contents) for r in ordered if isinstance(r, Document)]
    first = creation(*ordered, label=_LABEL, contents=tuple(originals))
    CaseFile.create(new, case, first=first, who=who, key=key, is_given_up=is_given_up).close()


def _original(document: Document, contents: dict[str, bytes]) -> Content:
    return Content(contents.get(document.sha256) or document.text.encode())
