"""What putting a backup in the place of a case would change, record by record."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from viewer.domain import values
from viewer.domain.changes import Change
from viewer.domain.fields import NamedField
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Record, fields_of
from viewer.domain.text import shortened
from viewer.domain.titles import title
from viewer.errors import NotFoundError

#: What happens to a record: it comes back, goes, or says something else again.
Fate = Literal["back", "gone", "other"]

#: Records of a kind that are named; the others are counted.
NAMED = 100
#: Code points of a value, beyond which only its beginning is given.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field of a record, as it is now and as the backup has it, in words; "" for nothing."""

    label: str
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """A record that would come back, go or change; only what changes has fields."""

    fate: Fate
    title: str
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class KindDifference:
    """How many records of a kind would come back, go or change; some of them are named."""

    kind: str
    back: int
    gone: int
    other: int
    named: tuple[RecordDifference, ...]

    @property
    def number(self) -> int:
        """How many records of the kind differ."""
        return self.back + self.gone + self.other


def compared(now: CaseReader, then: CaseReader, most: int = NAMED) -> list[KindDifference]:
    """Return what differs between a case and its backup, for each kind of which something does.

    Both are read once, in order of id, and only what is named is kept.
    """
    found = (_of_kind(now, then, kind, most) for kind in KINDS)
    return [each for each in found if each.number]


def _of_kind(now: CaseReader, then: CaseReader, kind: str, most: int) -> KindDifference:
    numbers: dict[Fate, int] = {"back": 0, "gone": 0, "other": 0}
    named: list[RecordDifference] = []
    for change in _changes(now.all(KINDS[kind]), then.all(KINDS[kind])):
        fate = _fate(change)
        numbers[fate] += 1
        if len(named) < most:
            named.append(_told(now, then, change, fate))
    return KindDifference(kind, numbers["back"], numbers["gone"], numbers["other"], tuple(named))


def _changes(now: Iterator[Record], then: Iterator[Record]) -> Iterator[Change]:
    """Go through two rows of records in order of id, and yield where they differ."""
    left, right = next(now, None), next(then, None)
    while left is not None or right is not None:
        if right is None or (left is not None and left.id < right.id):
            yield Change(left, None)
            left = next(now, None)
        elif left is None or right.id < left.id:
            yield Change(None, right)
            right = next(then, None)
        else:
            if left != right:
                yield Change(left, right)
            left, right = next(now, None), next(then, None)


def _fate(change: Change) -> Fate:
    if change.before is None:
        return "back"
    return "gone" if change.after is None else "other"


def _told(now: CaseReader, then: CaseReader, change: Change, fate: Fate) -> RecordDifference:
    if fate == "back":
        return RecordDifference(fate, _title(then, change.record))
    assert change.before is not None
    differing = set(change.changed_fields) if fate == "other" else set()
    each = (field for field in fields_of(change.kind) if field.name in differing)
    told = tuple(_field(now, then, change, field) for field in each)
    return RecordDifference(fate, _title(now, change.before), told)


def _title(case: CaseReader, record: Record) -> str:
    try:
        return title(case, record)
    except NotFoundError:  # of a damaged case
        return record.labels[0]


def _field(now: CaseReader, then: CaseReader, change: Change, field: NamedField) -> FieldDifference:
    return FieldDifference(
        field.spec.label, _said(now, field, change.before), _said(then, field, change.after)
    )


def _said(case: CaseReader, field: NamedField, record: Record | None) -> str:
    return shortened(values.said(case, field, getattr(record, field.name)), _LONGEST)
