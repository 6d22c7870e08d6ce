"""What the command line shows of a case file, as text or JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from viewer.domain.records import KINDS, Record
from viewer.domain.text import unisolated
from viewer.domain.titles import title, title_of
from viewer.export.objects import as_objects
from viewer.opening import open_case
from viewer.output import json_of
from viewer.store import SEARCHED, CaseFile

#: Kinds that say something by themselves, in the order in which people ask for them.
_OVERVIEW = (
    "person",
    "event",
    "quote",
    "document",
    "place",
    "figure",
    "involvement",
    "relationship",
    "event_link",
    "annotation",
    "tag",
)


def show(file: Path, kind: str | None, *, as_json: bool) -> str:
    """Return the records of a kind, or how many there are of each."""
    with open_case(file, read_only=True) as case:
        if kind is None:
            return json_of(_counts(case)) if as_json else "\n".join(_overview(case))
        found = kind_called(kind)
        if as_json:
            return json_of(as_objects(case, found))
        lines = [unisolated(title(case, record)) for record in case.all(found)]
        return "\n".join(lines) or f"No {found.labels[1].lower()} yet."


def _counts(case: CaseFile) -> dict[str, Any]:
    counts = {_plural(kind): case.total(kind) for kind in _OVERVIEW}
    return {"title": case.case.title, "reference": case.case.reference, **counts}


def _overview(case: CaseFile) -> Iterator[str]:
    yield case.case.title or "Untitled case"
    for kind in _OVERVIEW:
        number = case.total(kind)
        yield f"{number:>8,}  {KINDS[kind].labels[number != 1].lower()}"


def _plural(kind: str) -> str:
    return KINDS[kind].labels[1].lower().replace(" ", "_")


def kind_called(word: str) -> type[Record]:
    """Return the kind that a word of the command line names, in singular or plural."""
    wanted = word.lower().replace("-", "_").replace(" ", "_")
    for kind, record in KINDS.items():
        if wanted in (kind, f"{kind}s", _plural(kind)):
            return record
    known = ", ".join(_plural(kind).replace("_", "-") for kind in _OVERVIEW)
    raise click.BadParameter(f"“{word}” is not one of {known}.", param_hint="KIND")


def search(file: Path, words: str, *, as_json: bool) -> str:
    """Return the records that hold all words, by kind."""
    with open_case(file, read_only=True) as case:
        hits = [
            {"kind": hit.kind, "id": hit.id, "title": unisolated(title_of(case, hit.id))}
            for kind in SEARCHED
            for hit in case.search(kind, words)
        ]
    if as_json:
        return json_of(hits)
    lines = [f"{KINDS[hit['kind']].labels[0]}: {hit['title']}" for hit in hits]
    return "\n".join(lines) or "Nothing in this case holds all of these words."


def tell_of_update(case: CaseFile) -> None:
    """Say on standard error that a file was brought up to date, where it was."""
    if case.set_aside is not None:
        click.echo(
            f"“{case.path.name}” was brought up to date for this version of Casefile; as it was "
            f"before, it is in “{case.set_aside.name}”.",
            err=True,
        )
