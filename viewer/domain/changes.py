"""The one way to write: records before and after, given to `CaseFile.apply` as a `ChangeSet`."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from viewer.domain.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record created (`before` is None), changed, or deleted (`after` is None)."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        ends = [record for record in (self.before, self.after) if record is not None]
        if not ends or len({(record.kind, record.id) for record in ends}) != 1:
            raise ValueError("a change concerns one record")

    @property
    def record(self) -> Record:
        """The record as it is afterwards, or as it was before it was deleted."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def kind(self) -> str:
        """The record's kind."""
        return self.record.kind

    @property
    def id(self) -> str:
        """The record's id."""
        return self.record.id

    @property
    def inverse(self) -> "Change":
        """The change that undoes this one."""
        return Change(self.after, self.before)

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """The names of the fields that differ; all of them for a creation or deletion."""
        names = tuple(field.name for field in fields(self.record) if field.name != "id")
        if self.before is None or self.after is None:
            return names
        return tuple(n for n in names if getattr(self.before, n) != getattr(self.after, n))


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Content:
    """The original bytes of a document. They are kept under their hash and never change."""

    data: bytes

    @property
    def sha256(self) -> str:
        """The hash in lower-case hexadecimal."""
        return sha256(self.data)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one deed of the user changes, all or nothing; `label` names it in Undo and history."""

    label: str
    changes: tuple[Change, ...]
    contents: tuple[Content, ...] = ()

    @property
    def inverse(self) -> "ChangeSet":
        """The change set that undoes this one exactly; originals stay until removed for good."""
        return ChangeSet(self.label, tuple(change.inverse for change in reversed(self.changes)))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record it touches."""
        return frozenset(change.kind for change in self.changes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.changes and not self.contents


#: The change set that changes nothing.
NOTHING = ChangeSet("", ())


def creation(*records: Record, label: str = "", contents: tuple[Content, ...] = ()) -> ChangeSet:
    """Return the change set that adds records."""
    changes = tuple(Change(None, record) for record in records)
    return ChangeSet(label or _label("Add", records), changes, contents)


def deletion(*records: Record, label: str = "") -> ChangeSet:
    """Return the change set that deletes records."""
    return ChangeSet(
        label or _label("Delete", records), tuple(Change(record, None) for record in records)
    )


def edit(record: Record, label: str = "", /, **values: Any) -> ChangeSet:
    """Return the change set that gives fields of a record new values; empty if none differs."""
    after = replace(record, **values)
    label = label or _label("Edit", (record,))
    return ChangeSet(label, () if after == record else (Change(record, after),))


def combined(label: str, change_sets: Iterable[ChangeSet]) -> ChangeSet:
    """Return one change set that does what several do, in their order."""
    parts = tuple(change_sets)
    return ChangeSet(
        label,
        tuple(change for part in parts for change in part.changes),
        tuple(content for part in parts for content in part.contents),
    )


def _label(verb: str, records: tuple[Record, ...]) -> str:
    if not records:
        return verb
    one, many = records[0].labels
    if len(records) == 1:
        return f"{verb} {one.lower()}"
    same = len({record.kind for record in records}) == 1
    return f"{verb} {len(records)} {many.lower() if same else 'records'}"
