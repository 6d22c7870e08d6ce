"""`casefile import` of a case that came as JSON: into a new case file, or one that is there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from viewer.domain.changes import creation
from viewer.domain.exchange import Exchanged, taking_in
from viewer.domain.records import KINDS
from viewer.opening import create_case
from viewer.store import CaseFile


def made_of(exchanged: Exchanged, path: Path) -> CaseFile:
    """Make a case file that holds what came."""
    first = creation(*exchanged.records, label="Import case", contents=exchanged.contents)
    return create_case(path, exchanged.case, first)


def take(case: CaseFile, exchanged: Exchanged) -> int:
    """Bring what came into a case, in one deed; returns how many records are new."""
    return len(case.apply(taking_in(case, exchanged)).changes)


def outcome(source: str, exchanged: Exchanged, new: int | None = None) -> dict[str, Any]:
    """Return what was done, as a plain object; without `new`, the case was made of it."""
    return {
        "source": source,
        "case_id": exchanged.case.id,
        "title": exchanged.case.title,
        "audience": exchanged.audience,
        "records": exchanged.counts,
        "new": len(exchanged.records) if new is None else new,
        "is_known": new == 0,
    }


def lines(outcome: dict[str, Any], path: Path) -> Iterator[str]:
    """Say what was done."""
    title, source, new = outcome["title"] or "Untitled case", outcome["source"], outcome["new"]
    if outcome["is_known"]:
        yield f"{source}: all of the case “{title}” is in {path.name} already."
        return
    yield f"{source}: the case “{title}”, made for “{outcome['audience']}”, was taken in."
    for kind, number in outcome["records"].items():
        yield f"{number:>8,}  {KINDS[kind].labels[number != 1].lower()}"
    if left := sum(outcome["records"].values()) - new:
        yield f"  {left:,} of these records {'was' if left == 1 else 'were'} there already."
