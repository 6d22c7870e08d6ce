"""`casefile forget`: whom or what to remove for good, shown before it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

import click

from viewer.domain.forgetting import (
    UNREACHED,
    Choice,
    Forgetting,
    NamingDocument,
    Target,
    planned,
    previewed,
)
from viewer.domain.forgetting.preview import Group
from viewer.domain.records import Document, Person
from viewer.domain.text import folded, normalised, shortened, unisolated
from viewer.errors import CasefileError, NotFoundError
from viewer.meaning import called, record_meant
from viewer.opening import open_case
from viewer.reading import kind_called, tell_of_update
from viewer.store import CaseFile, Emptied
from viewer.store.former import former_files

#: Titles of one kind that are shown.
_SHOWN = 8
_ASKED = "This cannot be undone, nor can what was done before it. Remove all this for good?"
_DEALT_WITH: dict[Choice, str] = {
    "take-out": "the name is taken out, the original goes",
    "remove": "goes",
    "keep": "is kept with the name",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which record, what becomes of documents that name it, and further forms of its name."""

    which: tuple[str, ...]
    documents: Choice
    also: tuple[str, ...] = ()


def choice(documents: str) -> Choice:
    """Return a choice that was given as text."""
    assert documents in get_args(Choice)
    return cast(Choice, documents)


def forget(
    file: Path, wanted: Wanted, *, backups: Path | None, dry_run: bool, yes: bool
) -> Iterator[str]:
    """Yield what goes, line by line; ask, remove it for good, and say so.

    `backups` is a folder in which there may be backups. Raises a `CasefileError` that says what is
    not there or not clear; nothing is changed then.
    """
    with open_case(file, read_only=dry_run) as case:
        tell_of_update(case)
        target = _target(case, wanted)
        plan = planned(case, target, case.content, otherwise=wanted.documents)
        yield from map(unisolated, _told(case, plan))
        if dry_run:
            yield "Nothing was changed."
            return
        if not yes:
            click.confirm(_ASKED, abort=True)
        case.forget(plan)
        yield _done(file, plan)
        former = former_files(case.case.id, file, backups)
    yield from _former(former)


def _target(case: CaseFile, wanted: Wanted) -> Target:
    found = _meant(case, wanted.which)
    if wanted.also and not isinstance(found.record, Person):
        raise CasefileError("Only a person has further names to look for. Nothing was changed.")
    also = (normalised(name).strip() for name in wanted.also)
    return replace(found, names=tuple(dict.fromkeys((*found.names, *filter(None, also)))))


def _meant(case: CaseFile, which: tuple[str, ...]) -> Target:
    try:
        record = record_meant(case, which)
    except NotFoundError as error:
        return _deleted(case, which, error)
    if not isinstance(record, Person | Document):
        raise CasefileError(
            f"“{called(case, record)}” is neither a person nor a document, so it was not removed "
            "for good. Delete it in the window, and then remove it for good from the trash."
        )
    return case.target(record.id)


def _deleted(case: CaseFile, which: tuple[str, ...], error: NotFoundError) -> Target:
    """Return the deletion in the trash that is meant; raises the error where there is none."""
    found = [
        entry
        for entry in case.trash(limit=-1)
        if entry.record.id == which[0] or _is_called(entry.record.kind, entry.title, which)
    ]
    if len(found) != 1:
        raise error
    return case.deleted_target(found[0].entry.seq)


def _is_called(kind: str, title: str, which: tuple[str, ...]) -> bool:
    words = folded(" ".join(which[1:])).split()
    if not words or kind_called(which[0]).kind != kind:
        return False
    return all(word in folded(unisolated(title)) for word in words)


def _told(case: CaseFile, plan: Forgetting) -> Iterator[str]:
    preview, emptied = previewed(case, plan), case.emptied(plan)
    yield f"To remove “{preview.title}” for good:"
    yield from _listed("These go:", preview.going)
    yield from _listed("The name is taken out of these:", preview.rewritten)
    if preview.documents:
        yield "Documents that name the person:"
        yield from (f"  {_document(each)}" for each in preview.documents)
    if emptied.lines:
        yield f"Emptied in the history: {_lines(emptied)}."
    if emptied.deletions:
        yield f"Not to be restored any more: {emptied.deletions:,} of the deletions in the trash."
    yield from preview.staying
    yield UNREACHED


def _lines(emptied: Emptied) -> str:
    deeds = f"{emptied.deeds:,} {'deeds' if emptied.deeds > 1 else 'deed'}"
    return f"{emptied.lines:,} {'lines' if emptied.lines > 1 else 'line'} of {deeds}"


def _listed(heading: str, groups: Iterable[Group]) -> Iterator[str]:
    for number, group in enumerate(groups):
        if not number:
            yield heading
        titles = [shortened(title, 60) for title in group.titles[:_SHOWN]]
        more = ["…"] if len(group.titles) > _SHOWN else []
        said = f": {'; '.join(titles + more)}" if titles else ""
        yield f"  {group.number:,} {group.label}{said}"


def _document(each: NamingDocument) -> str:
    words = ", ".join(f"{word} ({n})" for word, n in each.words.most_common(_SHOWN))
    where = words or "only in its original"
    return f"{each.document.title or 'Untitled document'}: {where} – {_DEALT_WITH[each.choice]}"


def _former(found: list[Path]) -> Iterator[str]:
    if found:
        yield "These backups and older copies were made before, and still hold it:"
        yield from (f"  {path}" for path in found)


def _done(file: Path, plan: Forgetting) -> str:
    title = unisolated(plan.target.title)
    if any(each.choice == "keep" for each in plan.documents):
        return f"“{title}” was removed for good, but for what is kept with the name."
    return f"“{title}” was removed for good: no byte of {file.name} holds it any more."
