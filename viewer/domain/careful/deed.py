"""Whom a change set brings into danger, and the change set that protects them too."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from viewer.domain.careful.beside import told_beside
from viewer.domain.careful.rules import Reason, Rules
from viewer.domain.changes import Change, ChangeSet, combined, creation
from viewer.domain.ids import new_id
from viewer.domain.marking.passages import passage_for
from viewer.domain.overlay import Overlay
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Document,
    Event,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Quote,
    Record,
    Relationship,
)
from viewer.domain.vocabularies import vocabulary

#: Records that can tell of somebody's danger.
_TELLING = (Person, Name, Relationship, Involvement, Quote, Event)
#: Fields whose evidence is where somebody is named or spoken of: the record as a whole, a name.
_NAMING = ("", "text", "described_as")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document that say why, in code points, half open."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Precaution:
    """A person who is to start protected: how (a code of `protection`), and why, in words.

    `said` are the words of documents that say so, where it is not records that do.
    """

    person_id: str
    protection: str
    reason: str
    said: tuple[Span, ...] = ()


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
    """Return the change set with the persons' protection raised, and evidence of why."""
    if not taken:
        return change_set
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
    raised = replace(change_set, changes=tuple(changes))
    return combined(change_set.label, [raised, *_evidence(case, raised, taken)])


def _evidence(
    case: CaseReader, change_set: ChangeSet, taken: tuple[Precaution, ...]
) -> Iterator[ChangeSet]:
    for each in taken:
        for span in each.said:
            so_far = Overlay(case, (c.after for c in change_set.changes if c.after is not None))
            document = so_far.get(Document, span.document_id)
            passage, added = passage_for(so_far, document, span.start, span.end)
            tie = Evidence(
                id=new_id(), record_id=each.person_id, field="protection", passage_id=passage.id
            )
            made = combined("", [added, creation(replace(tie, note=each.reason.capitalize()))])
            change_set = combined("", [change_set, made])
            yield made


class _Deed:
    """A case before and after a change set."""

    def __init__(self, case: CaseReader, change_set: ChangeSet, records: list[Record]) -> None:
        self._case, self._records = case, records
        self._after = Overlay(case, records)
        self._rules, self._rules_before = Rules(self._after), Rules(case)
        self._ties: dict[str, list[Evidence]] = defaultdict(list)
        for tie in records:
            if isinstance(tie, Evidence) and tie.field in _NAMING:
                self._ties[tie.record_id].append(tie)
        self._decided = {
            change.id
            for change in change_set.changes
            if change.before is not None and "protection" in change.changed_fields
        }

    def precautions(self) -> Iterator[Precaution]:
        for id in dict.fromkeys(self._concerned()):
            person = self._after.find(id)
            if isinstance(person, Person) and id not in self._decided and _may_rise(person):
                yield from self._precaution(person)

    def _precaution(self, person: Person) -> Iterator[Precaution]:
        why, said = self._new_reasons(person), []
        known = {reason.rule for reason in why}
        for reason, span in self._beside(person):
            if reason.rule not in known:
                known.add(reason.rule)
                why.append(reason)
                said.append(span)
        if why:
            words = ", ".join(reason.words for reason in why)
            yield Precaution(person.id, _strictest(why), words, tuple(dict.fromkeys(said)))

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

    def _beside(self, person: Person) -> Iterator[tuple[Reason, Span]]:
        """Yield what stands beside the name of somebody new, where words of a document are it."""
        if self._case.find(person.id) is not None and not self._is_first_named(person.id):
            return
        for passage in self._naming(person.id):
            document = self._after.get(Document, passage.document_id)
            for told in told_beside(document.text, passage.start, passage.end):
                span = Span(document.id, told.start, told.end)
                yield from ((reason, span) for reason in self._rules.told(person, told))

    def _naming(self, person_id: str) -> Iterator[Passage]:
        names = self._after.where(Name, person_id=person_id)
        for id in (person_id, *(name.id for name in names)):
            for tie in self._ties.get(id, ()):
                yield self._after.get(Passage, tie.passage_id)

    def _is_first_named(self, person_id: str) -> bool:
        """Whether there was no name to withhold before."""
        named = any(isinstance(r, Name) and r.person_id == person_id for r in self._records)
        return named and not self._case.where(Name, person_id=person_id)


def _may_rise(person: Person) -> bool:
    return person.protection == "public" and person.consent != "given"


def _strictest(why: list[Reason]) -> str:
    return max((reason.protection for reason in why), key=vocabulary("protection").codes.index)
