"""CSV files of a summary: one kind as one file, or all kinds packed into one."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from viewer.domain.records import KINDS
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary
from viewer.errors import InvalidRecordError
from viewer.export.guarded import guarded
from viewer.export.progress import Progress, first_half, report
from viewer.export.tables.cells import line
from viewer.export.tables.columns import Columns
from viewer.export.tables.sourced import Sourced

#: What the table of a kind is called; what serves the work alone has none.
FILE_NAMES = {
    "person": "persons.csv",
    "event": "events.csv",
    "quote": "quotes.csv",
    "document": "documents.csv",
    "place": "places.csv",
    "figure": "figures.csv",
    "involvement": "involvements.csv",
    "relationship": "relationships.csv",
    "event_link": "event-links.csv",
    "name": "names.csv",
    "passage": "passages.csv",
    "evidence": "evidence.csv",
    "annotation": "annotations.csv",
    "tag": "tags.csv",
    "tagging": "taggings.csv",
    "case": "case.csv",
}
#: The beginning of time for a packed file: it tells nothing, and makes the same bytes every time.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
#: Rows between two looks at whether the user wants to stop.
_STEP = 500


def kind_of(path: Path) -> str:
    """Return the kind that a file's name says, as "persons for the court.csv" does; or ""."""
    stem = path.stem.lower()
    names = {Path(name).stem: kind for kind, name in FILE_NAMES.items()}
    fitting = [name for name in names if re.match(rf"{name}(?![a-z])", stem)]
    return names[max(fitting, key=len)] if fitting else ""


def write_csv(
    summary: CaseSummary,
    path: Path,
    kinds: Sequence[str] = tuple(FILE_NAMES),
    progress: Progress | None = None,
) -> None:
    """Write the tables of `kinds` (keys of `FILE_NAMES`) to `path`, all or nothing.

    A path that ends in .csv takes one kind; any other becomes a zip with a file for each. UTF-8
    with a byte order mark, without which spreadsheets take Arabic for another character set. The
    same input gives the same bytes.

    Raises `Cancelled`, `WriteFailed` when the folder cannot be written to, and `LeakError` when a
    protected name would be in it.
    """

    def write(summary: CaseSummary, to: Path, progress: Progress | None = None) -> None:
        _write(_Tables(summary, progress), to, kinds, is_packed=path.suffix.lower() != ".csv")

    with guarded(path, summary, progress, again=write) as temporary:
        write(summary, temporary, first_half(progress))


def write_table(summary: CaseSummary, path: Path, progress: Progress | None = None) -> None:
    """Write the table after which `path` is called, as in persons.csv; see `write_csv`.

    Raises `InvalidRecordError` where it is called after none.
    """
    kind = kind_of(path)
    if not kind:
        raise InvalidRecordError(
            f"“{path.name}” does not say what it is to hold; nothing was written. Call it "
            f"{', '.join(FILE_NAMES.values())}, or end it in .zip for all of these."
        )
    write_csv(summary, path, [kind], progress)


class _Tables:
    """The lines of each kind of one summary."""

    def __init__(self, summary: CaseSummary, progress: Progress | None) -> None:
        self._view: Snapshot = summary.view
        self._columns = Columns(self._view, Sourced(summary, self._view))
        self._progress = progress
        self._done = 0
        self._total = sum(1 for kind in FILE_NAMES for _ in self._view.in_order(KINDS[kind]))

    def lines(self, kind: str) -> Iterator[str]:
        """Yield the lines of a table; raises `Cancelled`."""
        columns = self._columns.of(kind)
        yield line(column.heading for column in columns)
        for record in self._view.in_order(KINDS[kind]):
            if self._done % _STEP == 0:
                report(self._progress, self._done, self._total)
            self._done += 1
            yield line(column.value(record) for column in columns)


def _write(tables: _Tables, to: Path, kinds: Sequence[str], *, is_packed: bool) -> None:
    with to.open("wb") as file:
        if not is_packed:
            (kind,) = kinds
            _write_lines(file, tables.lines(kind))
            return
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for kind in kinds:
                info = zipfile.ZipInfo(FILE_NAMES[kind], _NO_TIME)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, _READABLE
                info.create_system = 3
                with packed.open(info, "w", force_zip64=True) as inner:
                    _write_lines(inner, tables.lines(kind))


def _write_lines(file: IO[bytes], lines: Iterator[str]) -> None:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    text.writelines(lines)
    text.detach()
