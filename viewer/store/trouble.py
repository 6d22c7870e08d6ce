"""What to say when a case that is open cannot be written, or read, any more.

Each sentence ends in what can be done: the window offers to try again and to save a copy.
"""

import os
from pathlib import Path

from viewer.errors import (
    CaseFileMissing,
    CaseFileReplaced,
    DamagedCaseFile,
    FileProblem,
    ReadOnlyCaseFile,
    Unconfirmed,
    WriteFailed,
)


class UnfitRow(ValueError):  # noqa: N818 - says what a row is
    """A row, or a line of the history, holds values that no record has: the file is damaged."""


_WHAT_NOW = (
    "Nothing was changed: open a backup of it, or save what can still be read into a new file "
    "(“casefile recover”, or “Salvage…” in the window)."
)


def full(path: Path) -> WriteFailed:
    """Return the error for a medium without room."""
    return WriteFailed(
        path,
        "There is no room left where “{name}” is, so the last change was not written; the file is "
        "as it was before. Make room on the disk and try again, or save a copy elsewhere.",
    )


def not_written(path: Path) -> FileProblem:
    """Return the error for a write that the system refused, by what is found at the path now."""
    return _absent(path) or WriteFailed(
        path,
        "The last change could not be written to “{name}”, which is as it was before. See that the "
        "disk is still connected and sound and try again, or save a copy elsewhere.",
    )


def unconfirmed(path: Path) -> Unconfirmed:
    """Return the error for a change that is written, of which the disk did not say so."""
    return Unconfirmed(
        path,
        "The last change is in “{name}”, but the disk did not confirm that it would outlast a "
        "power cut. See that the disk is still connected and sound and try again, or save a copy "
        "elsewhere.",
    )


def not_made(path: Path, *, is_gone: bool) -> WriteFailed:
    """Return the error for a new file that its medium did not take, by whether nothing is left."""
    left = (
        "no file was left."
        if is_gone
        else "what was begun of it could not be removed: delete it, as it is no case."
    )
    return WriteFailed(
        path,
        "“{name}” could not be made: its folder cannot be written, or the disk is full or failing; "
        f"{left} See that the disk is connected and sound and has room and try again, or choose "
        "another place.",
    )


def not_read(path: Path) -> FileProblem:
    """Return the error for a read that the system refused."""
    return _absent(path) or WriteFailed(
        path,
        "“{name}” could not be read from its disk. Nothing was changed. See that the disk is still "
        "connected and sound and try again.",
    )


def moved(path: Path) -> FileProblem:
    """Return the error for a file that is not at its path any more, or no longer the same."""
    return _absent(path) or CaseFileReplaced(
        path,
        "Another file was put in the place of “{name}” while it was open here, perhaps by a "
        "program that synchronises folders. The last change was not written, and that file was not "
        "touched. Save a copy of this case elsewhere, and then compare the two.",
    )


def unfinished(path: Path) -> ReadOnlyCaseFile:
    """Return the error for what a crash cut off, where it cannot be undone."""
    return ReadOnlyCaseFile(
        path,
        "“{name}” was being written when its computer stopped, and what is half done cannot be "
        "undone here, where nothing may be written. Nothing was changed: copy it, together with "
        "“{name}-journal”, to a folder of your own, and open it there.",
    )


def too_long(path: Path) -> WriteFailed:
    """Return the error for a name that leaves no room for the journal's, or a path too long."""
    return WriteFailed(
        path,
        "“{name}” has too long a name, or lies in too many folders with long names. Nothing was "
        "changed: give it a shorter name, or put it in a folder nearer to the top.",
    )


def changed(path: Path) -> FileProblem:
    """Return the error for a file that somebody wrote to past all locks."""
    return CaseFileReplaced(
        path,
        "Another program wrote to “{name}” while it was open here. The last change was not "
        "written, so that nothing is mixed. Save a copy of this case elsewhere, and then compare "
        "the two.",
    )


def locked_up(path: Path) -> FileProblem:
    """Return the error for a file, a folder or a medium that was made read-only meanwhile."""
    return _absent(path) or ReadOnlyCaseFile(
        path,
        "“{name}” was made read-only, or its folder or medium was, while it was open here. The "
        "last change was not written. Allow writing and try again, or save a copy elsewhere.",
    )


def damaged(path: Path) -> DamagedCaseFile:
    """Return the error for a file whose bytes are not as they were written."""
    return DamagedCaseFile(path, f"“{{name}}” is damaged. {_WHAT_NOW}")


def shown(path: Path) -> DamagedCaseFile:
    """Return what is told of a damaged file whose records can all be read."""
    return DamagedCaseFile(
        path,
        "“{name}” is damaged, so it can only be looked at and exported; lists and the search may "
        f"leave something out. {_WHAT_NOW}",
    )


def foreign(path: Path) -> DamagedCaseFile:
    """Return the error for a file with other tables, indexes or triggers than a case has."""
    return DamagedCaseFile(
        path,
        "“{name}” does not have the structure of a case file, so it was not opened: it is damaged, "
        f"or another program changed it. {_WHAT_NOW}",
    )


def meddled(path: Path) -> DamagedCaseFile:
    """Return the error for a journal that would do harm, as none of a crash does."""
    return DamagedCaseFile(
        path,
        "Beside “{name}” is a journal, “{name}-journal”, as a crash leaves one, but Casefile did "
        f"not write it, or it is damaged, so the file was not opened. {_WHAT_NOW}",
    )


def logged(path: Path) -> DamagedCaseFile:
    """Return the error for a file that another program set to keep a log beside it (WAL)."""
    return DamagedCaseFile(
        path,
        "“{name}” was last written by another program, which keeps a part of it in a file of its "
        f"own beside it, so it was not opened. {_WHAT_NOW}",
    )


def endless(path: Path) -> DamagedCaseFile:
    """Return the error for a file that takes more work than any case of its size."""
    return DamagedCaseFile(
        path,
        "To open “{name}” would take work without end, as no case file does, so it was given up. "
        f"{_WHAT_NOW}",
    )


def too_large(path: Path) -> DamagedCaseFile:
    """Return the error for something that the memory has no room for."""
    return DamagedCaseFile(
        path,
        "There is not enough memory to read “{name}”: close other programs and try again. If that "
        f"does not help, it is damaged. {_WHAT_NOW}",
    )


def _absent(path: Path) -> CaseFileMissing | None:
    if os.path.exists(path):  # noqa: PTH110 - a disk that fails raises nothing
        return None
    if os.path.isdir(path.parent):  # noqa: PTH112
        return CaseFileMissing(
            path,
            "“{name}” was moved, renamed or deleted while it was open here. The last change was "
            "not written. Put it back where it was and try again, or save a copy elsewhere.",
        )
    return CaseFileMissing(
        path,
        "The folder or medium of “{name}” is gone. The last change was not written. Connect it "
        "again where it was and try again, or save a copy elsewhere.",
    )
