"""Writing the entities of a case, one on a line."""

import json
from collections.abc import Iterator
from pathlib import Path

from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary
from viewer.export.ftm.entities import Entity
from viewer.export.ftm.things import Things
from viewer.export.ftm.ties import Ties
from viewer.export.guarded import guarded
from viewer.export.progress import Progress

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_ftm(summary: CaseSummary, path: Path, progress: Progress | None = None) -> None:
    """Write what an audience may see of a case to `path` as lines of JSON, all or nothing; UTF-8.

    The same input gives the same bytes. Raises `LeakError`, `Cancelled`, and `WriteFailed` when
    the folder cannot be written to.
    """
    with guarded(path, summary, progress, again=_write) as temporary:
        _write(summary, temporary)


def _write(summary: CaseSummary, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in ftm_entities(summary.view):
            file.write(f"{_encode(entity)}\n")


def ftm_entities(view: Snapshot) -> Iterator[Entity]:
    """Yield the entities of what an audience sees of a case."""
    yield from Things(view).all()
    yield from Ties(view).all()
