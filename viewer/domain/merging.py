"""Making one person of two, in one change set whose inverse parts them again exactly."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.fields import DateField, Ref
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Distinction,
    Evidence,
    Involvement,
    Name,
    Person,
    Record,
    Relationship,
    Tagging,
    fields_of,
)
from viewer.domain.vocabularies import vocabulary

#: The choice, beside the fields of a person, of the `Name` that is to be the main one: its id.
MAIN_NAME = "main_name"
#: Fields that nobody chooses: the stricter of two protections always stays.
_DECIDED = frozenset({"protection"})
#: Two records of a kind that agree in these fields say the same.
_SAYING: dict[type[Record], tuple[str, ...]] = {
    Name: ("person_id", "text"),
    Involvement: ("event_id", "person_id", "role"),
    Relationship: ("person_id", "other_id", "type"),
    Tagging: ("tag_id", "target_id"),
    Evidence: ("record_id", "field", "passage_id", "stance", "note", "value"),
}
#: The words of a record that are put together when two of them become one.
_WORDS: dict[type[Record], str] = {
    Involvement: "detail",
    Relationship: "detail",
    Distinction: "note",
}


def merged(
    case: CaseReader, keep: Person, gone: Person, choices: Mapping[str, Any] | None = None
) -> ChangeSet:
    """Return the change set after which everything that `gone` had is `keep`'s.

    `choices` are values for the fields of the person, and under `MAIN_NAME` the id of a name;
    what is not chosen is as `defaults` says. Ties between the two come first and go. What both
    have becomes one, with the evidence and the notes of both.
    """
    if keep.id == gone.id:
        raise ValueError("one person cannot be merged with itself")
    return _Merge(case, keep, gone, choices or {}).change_set()


def stricter(one: str, other: str) -> str:
    """Return the stricter of two protections."""
    codes = vocabulary("protection").codes
    return max(one, other, key=codes.index)


def defaults(case: CaseReader, keep: Person, gone: Person) -> dict[str, Any]:
    """Return the fields of a person made of two: `keep`'s, where it has any, else `gone`'s."""
    values = {
        field.name: getattr(keep, field.name) or getattr(gone, field.name)
        for field in fields_of(Person.kind)
    }
    if _has_main_name(case, gone) and not _has_main_name(case, keep):
        values["naming"] = gone.naming
    values["pseudonym"] = _pseudonym(keep, gone) or values["pseudonym"]
    values["protection"] = stricter(keep.protection, gone.protection)
    return values


def _has_main_name(case: CaseReader, person: Person) -> bool:
    return bool(case.where(Name, person_id=person.id, type="main"))


def differing(keep: Person, gone: Person) -> tuple[str, ...]:
    """Return the fields in which two persons differ and of which one may be chosen."""
    names = (field.name for field in fields_of(Person.kind) if field.name not in _DECIDED)
    return tuple(
        name
        for name in names
        if getattr(keep, name) != getattr(gone, name)
        and not (name == "pseudonym" and _pseudonym(keep, gone))
    )


def between(case: CaseReader, keep: Person, gone: Person) -> list[Record]:
    """Return what ties the two to one another, and so goes when they become one."""
    pair = {keep.id, gone.id}
    tied = [r for r in case.referring(gone.id) if isinstance(r, Relationship | Distinction)]
    return [record for record in tied if {record.person_id, record.other_id} <= pair]


def _pseudonym(keep: Person, gone: Person) -> str:
    """Return the pseudonym under which the only protected one of two is known already."""
    protected = [person for person in (keep, gone) if person.protection != "public"]
    return protected[0].pseudonym if len(protected) == 1 else ""


class _Merge:
    """What each record is before and after, collected until nothing refers to what goes.

    What a gone record hands on to, its heir, never goes itself.
    """

    def __init__(
        self, case: CaseReader, keep: Person, gone: Person, choices: Mapping[str, Any]
    ) -> None:
        self._case, self._keep, self._gone = case, keep, gone
        self._choices = choices
        self._before: dict[str, Record] = {}
        self._after: dict[str, Record | None] = {}
        self._heirs: dict[str, Record] = {}
        #: The records that were changed, by what they say.
        self._saying: dict[tuple[Any, ...], str] = {}
        #: What refers to these is to refer to their heirs.
        self._waiting: deque[Record] = deque()

    def change_set(self) -> ChangeSet:
        for going in (*between(self._case, self._keep, self._gone), self._gone):
            self._drop(going, self._keep)
        while self._waiting:
            gone = self._waiting.popleft()
            for stored in self._case.referring(gone.id):
                self._repoint(stored, gone)
        self._choose_main_name()
        self._set(self._keep, self._whole_person())
        return ChangeSet("Merge persons", tuple(self._in_order()))

    def _set(self, stored: Record, after: Record | None) -> None:
        self._before.setdefault(stored.id, stored)
        self._after[stored.id] = after

    def _now(self, stored: Record) -> Record | None:
        return self._after.get(stored.id, stored)

    def _drop(self, record: Record, heir: Record) -> None:
        self._set(record, None)
        self._heirs[record.id] = heir
        self._waiting.append(record)

    def _repoint(self, stored: Record, gone: Record) -> None:
        record = self._now(stored)
        if record is None:
            return
        record = _repointed(record, gone, self._heirs[gone.id])
        twin = self._twin(record)
        if twin is None:
            self._set(stored, record)
            self._saying[_said(record)] = record.id
        else:
            self._set(twin, _both(twin, record))
            self._drop(stored, twin)

    def _twin(self, record: Record) -> Record | None:
        """Return another record that says the same."""
        changed = self._after.get(self._saying.get(_said(record), ""))
        same = (changed, *(self._now(stored) for stored in self._case_says(record)))
        return next((each for each in same if each is not None and each.id != record.id), None)

    def _case_says(self, record: Record) -> list[Record]:
        return [
            each
            for values in _asked(record)
            for each in self._case.where(type(record), **values)
            if each.id not in self._after or self._after[each.id] == each
        ]

    def _choose_main_name(self) -> None:
        names = self._names()
        wanted = self._heir_of(self._choices.get(MAIN_NAME, ""))
        for main in (wanted, *self._mains_of(self._keep), *self._mains_of(self._gone)):
            if main in names:
                break
        for id, name in names.items():
            if (id == main) != (name.type == "main"):
                self._set(name, replace(name, type="main" if id == main else "alias"))

    def _names(self) -> dict[str, Name]:
        """Return the names that the person has in the end."""
        stored = self._case.where(Name, person_id=self._keep.id)
        names = (*stored, *(each for each in self._after.values() if isinstance(each, Name)))
        return {name.id: name for name in names}

    def _mains_of(self, person: Person) -> list[str]:
        mains = self._case.where(Name, person_id=person.id, type="main")
        return [self._heir_of(name.id) for name in mains]

    def _heir_of(self, id: str) -> str:
        return self._heirs[id].id if id in self._heirs else id

    def _whole_person(self) -> Person:
        names = {field.name for field in fields_of(Person.kind)} - _DECIDED
        chosen = {name: value for name, value in self._choices.items() if name in names}
        values = defaults(self._case, self._keep, self._gone) | chosen
        values["pseudonym"] = _pseudonym(self._keep, self._gone) or values["pseudonym"]
        return replace(self._keep, **values)

    def _in_order(self) -> Iterator[Change]:
        """Yield what goes before what changes: a name is main only when none is any more."""
        changes = [Change(self._before[id], after) for id, after in self._after.items()]
        changes = [change for change in changes if change.before != change.after]
        yield from sorted(changes, key=_rank)


def _rank(change: Change) -> int:
    if change.after is None:
        return 3 if isinstance(change.before, Person) else 0
    return 2 if _is_main(change.after) else 1


def _is_main(record: Record) -> bool:
    return isinstance(record, Name) and record.type == "main"


def _said(record: Record) -> tuple[Any, ...]:
    """Return what two records that say the same have in common; else the id itself."""
    if isinstance(record, Distinction):
        return (Distinction, frozenset((record.person_id, record.other_id)))
    names = _SAYING.get(type(record), ("id",))
    return (type(record), *(getattr(record, name) for name in names))


def _asked(record: Record) -> list[dict[str, Any]]:
    """Return the values by which a case finds what says the same."""
    if isinstance(record, Distinction):
        one, other = record.person_id, record.other_id
        return [{"person_id": one, "other_id": other}, {"person_id": other, "other_id": one}]
    names = _SAYING.get(type(record), ())
    return [{name: getattr(record, name) for name in names}] if names else []


def _both(twin: Record, record: Record) -> Record:
    """Return one record with the words of two."""
    field = _WORDS.get(type(twin))
    if field is None:
        return twin
    said = dict.fromkeys(filter(None, (getattr(twin, field), getattr(record, field))))
    return replace(twin, **cast(Any, {field: "; ".join(said)}))


def _repointed(record: Record, gone: Record, heir: Record) -> Record:
    """Return the record as it speaks of the heir instead."""
    if isinstance(record, Evidence) and record.record_id == gone.id and gone.kind != heir.kind:
        # Words on a tie of one person with itself still speak of that person.
        return replace(record, record_id=heir.id, field="", stance="mentions")
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(field.spec, Ref) and value == gone.id:
            record = replace(record, **cast(Any, {field.name: heir.id}))
        elif isinstance(field.spec, DateField) and value.anchor_id == gone.id:
            anchored = replace(value, anchor_id=heir.id)
            record = replace(record, **cast(Any, {field.name: anchored}))
    return record
