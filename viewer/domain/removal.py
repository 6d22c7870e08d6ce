"""What must go, or let go, when a record is deleted: the whole of it in one change set."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.fields import DateField, Ref
from viewer.domain.reader import CaseReader
from viewer.domain.records import Annotation, Evidence, Passage, Quote, Record, fields_of


def removal(case: CaseReader, record: Record, *others: Record) -> ChangeSet:
    """Return the change set that deletes records with everything that cannot be without them.

    Records that merely point to one lose the pointer. Passages that only the deleted records
    used go with them. The first record names the deed.
    """
    going = _closure(case, (record, *others))
    letting_go = _pointers(case, going)
    changes = [Change(old, new) for old, new in letting_go.values()]
    changes += [Change(gone, None) for gone in reversed(going.values())]
    return ChangeSet(f"Delete {record.labels[0].lower()}", tuple(changes))


def _closure(case: CaseReader, records: Iterable[Record]) -> dict[str, Record]:
    going = {record.id: record for record in records}
    waiting = deque(going.values())
    while waiting:
        gone = waiting.popleft()
        bound = [r for r in case.referring(gone.id) if _needs(r, gone.id)]
        for dependent in (*bound, *_orphans(case, gone, going)):
            if dependent.id not in going:
                going[dependent.id] = dependent
                waiting.append(dependent)
    return going


def _needs(record: Record, id: str) -> bool:
    return any(
        isinstance(field.spec, Ref) and not field.optional and getattr(record, field.name) == id
        for field in fields_of(record.kind)
    )


def _orphans(case: CaseReader, gone: Record, going: dict[str, Record]) -> list[Record]:
    passage = _passage_of(case, gone)
    if passage is None:
        return []
    users = [user for user in case.referring(passage.id) if user.id not in going]
    return [] if users else [passage]


def _passage_of(case: CaseReader, gone: Record) -> Passage | None:
    match gone:
        case Evidence() | Quote():
            return case.get(Passage, gone.passage_id)
        case Annotation():
            target = case.find(gone.target_id)
            return target if isinstance(target, Passage) else None
    return None


def _pointers(case: CaseReader, going: dict[str, Record]) -> dict[str, tuple[Record, Record]]:
    changed: dict[str, tuple[Record, Record]] = {}
    for id in going:
        for record in case.referring(id):
            if record.id not in going:
                old, new = changed.get(record.id, (record, record))
                changed[record.id] = (old, _without(new, id))
    return changed


def _without(record: Record, id: str) -> Record:
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(field.spec, Ref) and value == id:
            record = replace(record, **cast(Any, {field.name: None}))
        elif isinstance(field.spec, DateField) and value.anchor_id == id:
            unanchored = replace(value, anchor_id=None, offset="")
            record = replace(record, **cast(Any, {field.name: unanchored}))
    return record
