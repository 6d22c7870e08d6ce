"""Making a new file, or leaving nothing where it was to be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.errors import (
    CasefileError,
    CaseFileMissing,
    CaseFileReplaced,
    FileProblem,
    ReadOnlyCaseFile,
    Unconfirmed,
)
from viewer.store import engine, opening, trouble


@contextmanager
def making(path: Path) -> Iterator[None]:
    """Reserve a path for a new case file; where that cannot be made, leave nothing, and say so.

    Raises a `FileProblem` where there is a file already, or the journal of one.
    """
    _require_no_journal(path)
    opening.reserve(path)
    try:
        yield
    except CaseFileReplaced:
        raise  # What is there now is somebody else's.
    except BaseException as error:
        is_gone = _is_removed(path)
        if isinstance(error, CasefileError) and not (is_gone and _is_told_rightly(error, path)):
            raise trouble.not_made(path, is_gone=is_gone) from error
        raise


def _require_no_journal(path: Path) -> None:
    """Keep the engine from taking away the journal of a file that was moved without it."""
    if _has_journal(path):
        raise FileProblem(
            path,
            "There is a file “{name}-journal”, without which what it belongs to may be lost: it "
            "was left as it is. Choose another name.",
        )


def _journal(path: Path) -> Path:
    return path.parent / f"{path.name}-journal"


def _has_journal(path: Path) -> bool:
    return os.path.exists(_journal(path))  # noqa: PTH110 - what is too long a name, is none


def _is_removed(path: Path) -> bool:
    try:
        if _has_journal(path):
            _journal(path).unlink()
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _is_told_rightly(error: CasefileError, path: Path) -> bool:
    """Whether what is told of a file that was there is as true of one that is gone again."""
    cause = error.__cause__
    if isinstance(error, Unconfirmed | CaseFileMissing | ReadOnlyCaseFile):
        return False
    if not isinstance(cause, engine.DatabaseError):
        return True
    return engine.is_long(path) if engine.cannot_open(cause) else not engine.is_of_disk(cause)
