"""Bringing back what a deed deleted, into a case that has gone on since.

It is not an undo: what was written since stays. A record comes back unless something that it
cannot be without is gone for good; a pointer to it is set again only where nobody set another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.dates import Date
from viewer.domain.fields import DateField, Ref
from viewer.domain.ids import new_id
from viewer.domain.overlay import Overlay
from viewer.domain.reader import CaseReader
from viewer.domain.records import Name, Passage, Person, Record, Tagging, fields_of


@dataclass(frozen=True, slots=True)
class Loosened:
    """A field of a record that stayed, before and after the deed."""

    record_id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Restoration:
    """The change set that brings records back, empty if none can be, and those that cannot."""

    change_set: ChangeSet
    left_out: tuple[Record, ...]


def restoration(
    case: CaseReader, main: Record, gone: Sequence[Record], loosened: Iterable[Loosened]
) -> Restoration:
    """Return what brings back `gone`, given in an order in which they can be written.

    None of them may be in the case. `main` is what the deed was about, and names the restoring.
    """
    links = tuple(loosened)
    possible = _possible(case, main, gone)
    left_out = tuple(record for record in gone if record.id not in possible)
    coming = _fitting(case, possible)
    back = [*coming.values(), *_names_of_the_nameless(case, coming, links)]
    changes = [Change(None, record) for record in back]
    changes += [Change(old, new) for old, new in _tied_again(case, coming, links)]
    label = f"Restore {main.labels[0].lower()}"
    return Restoration(ChangeSet(label, tuple(changes)), left_out)


def _possible(case: CaseReader, main: Record, gone: Sequence[Record]) -> dict[str, Record]:
    """Leave out, until nothing changes, what cannot be without a record that is not there."""
    coming = {record.id: record for record in gone}
    while lost := [r for r in coming.values() if not _can_be(case, r, coming)]:
        for record in lost:
            del coming[record.id]
    # Passages alone mark words that nothing speaks of any more.
    is_left = main.id in coming or not all(isinstance(r, Passage) for r in coming.values())
    return coming if is_left else {}


def _can_be(case: CaseReader, record: Record, coming: dict[str, Record]) -> bool:
    needed = (
        getattr(record, field.name)
        for field in fields_of(record.kind)
        if isinstance(field.spec, Ref) and not field.optional
    )
    return all(id in coming or case.find(id) is not None for id in needed)


def _fitting(case: CaseReader, possible: dict[str, Record]) -> dict[str, Record]:
    """Let go of pointers to nothing, and of what may be said once and is said already."""
    coming: dict[str, Record] = {}
    said: set[tuple[str, str]] = set()
    for record in possible.values():
        fitting = _once(case, _let_go(case, record, possible), said)
        if fitting is not None:
            coming[fitting.id] = fitting
    return coming


def _let_go(case: CaseReader, record: Record, possible: dict[str, Record]) -> Record:
    values: dict[str, Any] = {}
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        target = value.anchor_id if isinstance(value, Date) else value
        is_link = isinstance(field.spec, Ref | DateField) and isinstance(target, str)
        if is_link and target not in possible and case.find(str(target)) is None:
            is_date = isinstance(value, Date)
            values[field.name] = replace(value, anchor_id=None, offset="") if is_date else None
    return replace(record, **cast(Any, values)) if values else record


def _once(case: CaseReader, record: Record, said: set[tuple[str, str]]) -> Record | None:
    """Return a record as it may be said; None where it is said already, here or in the case."""
    match record:
        case Name(type="main", person_id=person_id):
            is_said = ("main", person_id) in said
            said.add(("main", person_id))
            mains = case.where(Name, person_id=person_id, type="main")
            return replace(record, type="alias") if is_said or mains else record
        case Tagging(tag_id=tag_id, target_id=target_id):
            is_said = (tag_id, target_id) in said
            said.add((tag_id, target_id))
            same = case.where(Tagging, tag_id=tag_id, target_id=target_id)
            return None if is_said or same else record
        case _:
            return record


def _names_of_the_nameless(
    case: CaseReader, coming: dict[str, Record], links: tuple[Loosened, ...]
) -> Iterator[Name]:
    """Copy the names that went to another person: who was merged would come back without any."""
    over = Overlay(case, coming.values())
    for person in coming.values():
        if not isinstance(person, Person) or over.where(Name, person_id=person.id):
            continue
        went = [link.record_id for link in links if link.before == person.id]
        names = [name for name in map(case.find, went) if isinstance(name, Name)]
        for n, name in enumerate(names):
            kind = "main" if n == 0 else "alias"
            yield replace(name, id=new_id(), person_id=person.id, type=kind)


def _tied_again(
    case: CaseReader, coming: dict[str, Record], links: tuple[Loosened, ...]
) -> list[tuple[Record, Record]]:
    changed: dict[str, tuple[Record, Record]] = {}
    for link in (link for link in links if _was_tied(link, coming)):
        present = case.find(link.record_id)
        if present is None:
            continue
        old, now = changed.get(link.record_id, (present, present))
        if getattr(now, link.field) != link.after:
            continue
        tied = replace(now, **cast(Any, {link.field: link.before}))
        others = {id: new for id, (_, new) in changed.items()}
        if not _is_circle(case, coming | others, tied, link.before):
            changed[now.id] = old, tied
    return list(changed.values())


def _was_tied(link: Loosened, coming: dict[str, Record]) -> bool:
    """Whether the deed took away a pointer to what comes back, and put no other in its place."""
    if isinstance(link.before, Date):
        return link.before.anchor_id in coming and link.after.anchor_id is None
    return link.before in coming and link.after is None


def _is_circle(case: CaseReader, over: dict[str, Record], record: Record, value: object) -> bool:
    """Whether a date would count from itself, perhaps by way of others."""
    waiting = [value.anchor_id] if isinstance(value, Date) else []
    seen: set[str] = set()
    while waiting:
        id = waiting.pop()
        found = over.get(id) or case.find(id) if id and id not in seen else None
        if found is None:
            continue
        if found.id == record.id:
            return True
        seen.add(found.id)
        dates = (getattr(found, field.name) for field in fields_of(found.kind))
        waiting += [date.anchor_id for date in dates if isinstance(date, Date)]
    return False
