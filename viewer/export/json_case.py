"""A whole case as one JSON document, from which it can be made again.

Every record stands on a line of its own, so that the file can be searched, compared and read by
simple means. The format is described by `resources/schemas/case-1.schema.json`.
"""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from viewer.domain.exchange import FORMAT, VERSION, plain
from viewer.domain.records import KINDS, Document, Record
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary
from viewer.errors import LeakError
from viewer.export.guarded import guarded
from viewer.export.progress import Progress, first_half, report

#: Gives the original bytes that the case keeps under a SHA-256.
Originals = Callable[[str], bytes]

#: A multiple of three, so that the base64 of the parts is the base64 of the whole.
_PART = 3 * 64 * 1024

#: Records between two reports of progress.
_BETWEEN = 1000
#: The audience of those who work on the case.
INTERNAL = "internal"

_NO_ORIGINALS = (
    "Nothing was written: originals hold every name that is in them, so they go only to those who "
    "work on the case. Choose the audience “Internal”, or leave the originals out."
)

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_case_json(
    summary: CaseSummary,
    path: Path,
    originals: Originals | None = None,
    progress: Progress | None = None,
) -> None:
    """Write all that an audience may see of a case to `path`, all or nothing; UTF-8.

    `originals` gives the original bytes of the documents, which go along where it is given: only
    those who see everything may have them. The same input gives the same bytes. Raises
    `LeakError`, `Cancelled`, and `WriteFailed` when the folder cannot be written to.
    """
    if originals is not None and summary.audience != INTERNAL:
        raise LeakError(_NO_ORIGINALS)
    with guarded(path, summary, progress, again=_write) as temporary:
        _write(summary, temporary, originals, first_half(progress))


def _write(
    summary: CaseSummary,
    path: Path,
    originals: Originals | None = None,
    progress: Progress | None = None,
) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        _Writing(file, summary.view, progress).write(summary, originals)


class _Writing:
    """Writes a case piece by piece, so that no more than a record is in memory twice."""

    def __init__(self, file: TextIO, view: Snapshot, progress: Progress | None) -> None:
        self._file, self._view, self._progress = file, view, progress
        self._total = sum(1 for kind in KINDS.values() for _ in view.all(kind))
        self._done = 0

    def write(self, summary: CaseSummary, originals: Originals | None) -> None:
        """Write the whole."""
        head = {"format": FORMAT, "version": VERSION, "audience": summary.audience_label}
        lines = (f"  {_encode(name)}: {_encode(value)}" for name, value in head.items())
        self._file.write("{\n" + ",\n".join(lines) + ',\n  "records": {')
        for number, kind in enumerate(KINDS):
            self._file.write(f'{"," if number else ""}\n    "{kind}": [')
            self._write_records(KINDS[kind])
        self._file.write("\n  }")
        if originals is not None:
            self._write_originals(originals)
        self._file.write("\n}\n")

    def _write_records(self, kind: type[Record]) -> None:
        separator = "\n      "
        for record in self._view.all(kind):
            self._file.write(separator)
            self._file.write(_encode(plain(record)))
            separator = ",\n      "
            self._count()
        self._file.write("\n    ]" if separator.startswith(",") else "]")

    def _count(self) -> None:
        self._done += 1
        if self._done % _BETWEEN == 0:
            report(self._progress, self._done, self._total)

    def _write_originals(self, originals: Originals) -> None:
        self._file.write(',\n  "originals": {')
        hashes = sorted({document.sha256 for document in self._view.all(Document)} - {""})
        for number, sha256 in enumerate(hashes):
            self._file.write(f'{"," if number else ""}\n    "{sha256}": "')
            self._file.writelines(_base64(originals(sha256)))
            self._file.write('"')
        self._file.write("\n  }" if hashes else "}")


def _base64(data: bytes) -> Iterator[str]:
    for start in range(0, len(data), _PART):
        yield base64.b64encode(data[start : start + _PART]).decode("ascii")
