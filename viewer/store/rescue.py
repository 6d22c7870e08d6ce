"""When a case that is open cannot be written where it is: taken up again there, or elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.errors import WriteFailed
from viewer.store import copying, engine, opening
from viewer.store.casefile import CaseFile


def copied_to(case: CaseFile, target: Path, who: str = "") -> CaseFile:
    """Write all that an open case can still read to a new file, under its key; returns it, held.

    Nothing is asked of the case's own file that is in memory already: its medium may be gone. Never
    overwrites a file. Raises a `FileProblem`; no file is then left at `target`.
    """
    opening.reserve(target)
    try:
        with _explained(target), copying.temporary(target.parent) as fresh:
            _copy(case, fresh)
            copying.put_in_place(fresh, target)
        return CaseFile.open(target, key=case.key, who=who)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def taken_up(case: CaseFile, who: str = "") -> CaseFile | None:
    """Open what is at the path of a case that lost its file, if it is the same case as it was left.

    So it is when a medium that was taken away is there again. None where it is not so.
    """
    known = case.case.id, case.history(limit=1)
    again = CaseFile.open(case.path, key=case.key, who=who)
    if (again.case.id, again.history(limit=1)) == known:
        return again
    again.close()
    return None


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        with engine.translated(path):
            yield
    except (OSError, WriteFailed, engine.DatabaseError) as error:
        raise WriteFailed(
            path,
            "No copy was saved as “{name}”: its folder cannot be written, or too much of the case "
            "can no longer be read. Choose another folder, on another disk if there is one.",
        ) from error


def _copy(case: CaseFile, fresh: Path) -> None:
    copy = engine.connect(fresh, "rw", case.key)
    try:
        copy.execute("PRAGMA journal_mode=OFF")
        case.write_to(copy)
        copying.require_whole(copy, fresh)
    finally:
        copy.close()
