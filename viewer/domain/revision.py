"""Another value for a field, with the evidence kept true to it: what spoke for the old value now
speaks against the new one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from viewer.domain import values
from viewer.domain.annotations import edit_of
from viewer.domain.changes import Change, ChangeSet
from viewer.domain.dates import Date
from viewer.domain.fields import NamedField
from viewer.domain.reader import CaseReader
from viewer.domain.records import Evidence, Passage, Record
from viewer.errors import InvalidRecordError

#: Code points up to which words are taken as a date as it is written.
_WRITTEN = 40


def taken(
    case: CaseReader,
    record: Record,
    field: NamedField,
    source: Evidence,
    evidence: Iterable[Evidence],
) -> ChangeSet:
    """Return the change set that gives a field the value that the words of `source` say.

    Words that say so support it from now on; those that supported the old value contradict it and
    keep the old value. Raises `InvalidRecordError` where that is no value of the field.
    """
    own = [piece for piece in evidence if piece.field == field.name]
    before = getattr(record, field.name)
    after = _as_written(case, source, values.read(case, field, source.value))
    change_set = written(case, record, field, after, own)
    if values.same(before, after):
        return change_set
    old = values.noted(case, field, before)
    basis = before.basis if isinstance(before, Date) else ""
    opposed = (
        Change(piece, replace(piece, stance="contradicts", value=old, note=piece.note or basis))
        for piece in own
        if piece.stance == "supports" and not piece.value
    )
    return replace(change_set, changes=(*change_set.changes, *opposed))


def written(
    case: CaseReader, record: Record, field: NamedField, value: Any, evidence: Iterable[Evidence]
) -> ChangeSet:
    """Return the change set of an edit; words that gave this value instead now support it."""
    label = f"Edit {record.labels[0].lower()}: {field.spec.label}"
    change_set = edit_of(record, label, **cast(Any, {field.name: value}))
    agreeing = _agreeing(case, field, value, evidence)
    return replace(change_set, changes=(*change_set.changes, *agreeing))


def _as_written(case: CaseReader, source: Evidence, value: Any) -> Any:
    """Let a date be written as its words write it, unless they are a whole sentence."""
    words = case.get(Passage, source.passage_id).exact if isinstance(value, Date) else ""
    return replace(value, written=words) if 0 < len(words) <= _WRITTEN else value


def _agreeing(
    case: CaseReader, field: NamedField, value: Any, evidence: Iterable[Evidence]
) -> Iterator[Change]:
    for piece in evidence:
        if piece.field == field.name and piece.value and piece.stance != "mentions":
            try:
                given = values.read(case, field, piece.value)
            except InvalidRecordError:
                continue
            if values.same(given, value):
                yield Change(piece, replace(piece, stance="supports", value=""))
