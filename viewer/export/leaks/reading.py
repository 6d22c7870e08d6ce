"""Reading a file back, and the files inside it."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from viewer.errors import LeakError
from viewer.export.leaks import text
from viewer.export.leaks.places import Reading, together
from viewer.export.progress import Progress, report

#: A file in a file in a file … is followed so far.
_DEEPEST = 4


def readings(path: Path, progress: Progress | None = None) -> Iterator[Reading]:
    """Yield all that a file says, in every way in which it may be read; raises `Cancelled`.

    Raises `LeakError` where files are packed into one another too often to be looked through.
    """
    report(progress, 0, 1)
    yield from _of(path.read_bytes(), progress, 0)


def _of(data: bytes, progress: Progress | None, depth: int) -> Iterator[Reading]:
    if depth > _DEEPEST:
        raise LeakError(
            "Nothing was written: files lie so deep inside one another that the export cannot be "
            "searched for protected names. Leave them out."
        )
    if data.startswith(b"%PDF-"):
        yield from _of_pdf(data, progress, depth)
    elif data.startswith(b"PK\x03\x04"):
        yield from _of_zip(data, depth)
    else:
        yield from text.readings(data)


def _of_pdf(data: bytes, progress: Progress | None, depth: int) -> Iterator[Reading]:
    from viewer.export.leaks import pdf

    yield from pdf.readings(data, progress)
    for inside in pdf.attached(data):
        yield from _inside("attachment", inside, depth)


def _of_zip(data: bytes, depth: int) -> Iterator[Reading]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        yield from together("packed file's name", packed.namelist())
        for name in packed.namelist():
            yield from _inside(f"packed file “{name}”,", packed.read(name), depth)


def _inside(name: str, data: bytes, depth: int) -> Iterator[Reading]:
    for reading in _of(data, None, depth + 1):
        yield reading._replace(place=f"{name} {reading.place}")
