"""Reading a file back: by its ending, and as bytes."""

from collections.abc import Iterator
from pathlib import Path

from viewer.export.leaks import structured
from viewer.export.leaks.places import Reading
from viewer.export.progress import Progress, report


def readings(path: Path, progress: Progress | None = None) -> Iterator[Reading]:
    """Yield all that a file says, in every way in which it may be read; raises `Cancelled`."""
    ending = path.suffix.lower()
    if ending == ".pdf":
        from viewer.export.leaks import pdf

        yield from pdf.readings(path, progress)
    else:
        report(progress, 0, 1)
        yield from structured.readings(path.read_bytes(), ending)
        report(progress, 1, 1)
