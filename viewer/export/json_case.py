"""A whole case as one JSON document, from which it can be made again.

Every record stands on a line of its own, so that the file can be searched, compared and read by
simple means. The format is described by `resources/schemas/case-1.schema.json`.
"""

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from viewer.domain.exchange import FORMAT, VERSION, as_given, plain
from viewer.domain.records import KINDS, Document
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary
from viewer.export.file import replacing

#: Gives the original bytes that the case keeps under a SHA-256.
Originals = Callable[[str], bytes]

#: A multiple of three, so that the base64 of the parts is the base64 of the whole.
_PART = 3 * 64 * 1024

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_case_json(
    summary: CaseSummary, view: Snapshot, path: Path, originals: Originals | None = None
) -> None:
    """Write all that an audience may see of a case to `path`, all or nothing; UTF-8.

    `originals` gives the original bytes of the documents, which go along where it is given. The
    same input gives the same bytes. Raises `WriteFailed` when the folder cannot be written to.
    """
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8", newline="\n") as file,
    ):
        _write(summary, as_given(view, summary.audience), file, originals)


def _write(summary: CaseSummary, view: Snapshot, file: TextIO, originals: Originals | None) -> None:
    head = {"format": FORMAT, "version": VERSION, "audience": summary.audience}
    lines = (f"  {_encode(name)}: {_encode(value)}" for name, value in head.items())
    file.write("{\n" + ",\n".join(lines) + ',\n  "records": {')
    for number, kind in enumerate(KINDS):
        file.write(f'{"," if number else ""}\n    "{kind}": [')
        _write_lines(file, map(_encode, map(plain, view.all(KINDS[kind]))), "]")
    file.write("\n  }")
    if originals is not None:
        file.write(',\n  "originals": {')
        _write_originals(file, view, originals)
    file.write("\n}\n")


def _write_lines(file: TextIO, lines: Iterable[str], end: str) -> None:
    separator = "\n      "
    for line in lines:
        file.write(separator)
        file.write(line)
        separator = ",\n      "
    file.write(f"\n    {end}" if separator.startswith(",") else end)


def _write_originals(file: TextIO, view: Snapshot, originals: Originals) -> None:
    hashes = sorted({document.sha256 for document in view.all(Document)} - {""})
    for number, sha256 in enumerate(hashes):
        file.write(f'{"," if number else ""}\n    "{sha256}": "')
        file.writelines(_base64(originals(sha256)))
        file.write('"')
    file.write("\n  }" if hashes else "}")


def _base64(data: bytes) -> Iterator[str]:
    for start in range(0, len(data), _PART):
        yield base64.b64encode(data[start : start + _PART]).decode("ascii")
