"""Careful defaults: who a deed brings into danger starts protected, in the same deed.

Relatives of victims, minors, survivors of sexual violence, people in hiding and those who asked
not to be named start with their name withheld or stricter. Nobody's protection is ever lowered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from viewer.domain.careful.rules import Reason, Rules, reasons
from viewer.domain.changes import Change, ChangeSet
from viewer.domain.overlay import Overlay
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Event,
    Involvement,
    Name,
    Person,
    Quote,
    Record,
    Relationship,
)
from viewer.domain.vocabularies import vocabulary

__all__ = ["Precaution", "Reason", "careful", "precautions", "reasons", "with_precautions"]


@dataclass(frozen=True, slots=True)
class Precaution:
    """A person who is to start protected: how (a code of `protection`), and why, in words."""

    person_id: str
    protection: str
    reason: str


def careful(case: CaseReader, change_set: ChangeSet) -> ChangeSet:
    """Return a change set, about to be applied to `case`, with all precautions taken in it."""
    return with_precautions(case, change_set, precautions(case, change_set))


def precautions(case: CaseReader, change_set: ChangeSet) -> tuple[Precaution, ...]:
    """Return whom a change set brings under a rule who is public, without consent to be named.

    Only a rule that begins to hold counts: who was made public in spite of it stays so. Whoever's
    protection the change set itself edits is left as it says.
    """
    records = [change.after for change in change_set.changes if change.after is not None]
    if not any(isinstance(record, _TELLING) for record in records):
        return ()
    return tuple(_Deed(case, change_set, records).precautions())


def with_precautions(
    case: CaseReader, change_set: ChangeSet, taken: tuple[Precaution, ...]
) -> ChangeSet:
    """Return the change set with the persons' protection raised."""
    levels = {each.person_id: each.protection for each in taken}
    last = {change.id: at for at, change in enumerate(change_set.changes)}
    changes = list(change_set.changes)
    for id, level in levels.items():
        if id in last:
            before = changes[last[id]]
            person = cast(Person, before.after)
            changes[last[id]] = replace(before, after=replace(person, protection=level))
        else:
            person = case.get(Person, id)
            changes.append(Change(person, replace(person, protection=level)))
    return replace(change_set, changes=tuple(changes)) if levels else change_set


#: Records that can tell of somebody's danger.
_TELLING = (Person, Name, Relationship, Involvement, Quote, Event)


class _Deed:
    """A case before and after a change set."""

    def __init__(self, case: CaseReader, change_set: ChangeSet, records: list[Record]) -> None:
        self._case, self._records = case, records
        self._after = Overlay(case, records)
        self._rules, self._rules_before = Rules(self._after), Rules(case)
        self._decided = {
            change.id
            for change in change_set.changes
            if change.before is not None and "protection" in change.changed_fields
        }

    def precautions(self) -> Iterator[Precaution]:
        for id in dict.fromkeys(self._concerned()):
            person = self._after.find(id)
            may_rise = isinstance(person, Person) and id not in self._decided and _may_rise(person)
            if may_rise and (why := self._new_reasons(cast(Person, person))):
                words = ", ".join(reason.words for reason in why)
                yield Precaution(id, _strictest(why), words)

    def _concerned(self) -> Iterator[str]:
        """Yield the ids of those of whom a record tells something."""
        for record in self._records:
            match record:
                case Person():
                    yield record.id
                case Name() | Involvement():
                    yield record.person_id
                    yield from self._relatives(record.person_id)
                case Relationship():
                    yield from (record.person_id, record.other_id)
                case Quote(speaker_id=str(id)):
                    yield id
                case Event() if self._case.find(record.id) is not None:
                    yield from self._victims(record.id)

    def _relatives(self, person_id: str) -> Iterator[str]:
        for tie in self._after.where(Relationship, person_id=person_id):
            yield tie.other_id
        for tie in self._after.where(Relationship, other_id=person_id):
            yield tie.person_id

    def _victims(self, event_id: str) -> Iterator[str]:
        parts = self._after.where(Involvement, event_id=event_id, role="victim")
        yield from (part.person_id for part in parts)

    def _new_reasons(self, person: Person) -> list[Reason]:
        before = self._case.find(person.id)
        why = list(self._rules.of(person))
        if not why or not isinstance(before, Person) or self._is_first_named(person.id):
            return why
        known = {reason.rule for reason in self._rules_before.of(before)}
        return [reason for reason in why if reason.rule not in known]

    def _is_first_named(self, person_id: str) -> bool:
        """Whether there was no name to withhold before."""
        named = any(isinstance(r, Name) and r.person_id == person_id for r in self._records)
        return named and not self._case.where(Name, person_id=person_id)


def _may_rise(person: Person) -> bool:
    return person.protection == "public" and person.consent != "given"


def _strictest(why: list[Reason]) -> str:
    return max((reason.protection for reason in why), key=vocabulary("protection").codes.index)
