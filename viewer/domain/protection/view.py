"""The records that an audience is given, with every name in them replaced."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from viewer.domain.dates import Date
from viewer.domain.fields import Text
from viewer.domain.protection.remaining import remaining, without_the_unused
from viewer.domain.protection.rewriting import left_out
from viewer.domain.protection.rules import Rules
from viewer.domain.protection.telling import Telling
from viewer.domain.protection.texts import Texts
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Decision,
    Document,
    Name,
    Passage,
    Place,
    Record,
    fields_of,
)
from viewer.domain.redaction import Redactor
from viewer.domain.redaction.owners import redactor_of
from viewer.domain.wording import Wording

#: Text fields that the program fills and that hold no words of the case.
TECHNICAL = frozenset(
    {"sha256", "media_type", "received", "extracted_by", "language", "created", "modified", "field"}
)


class View:
    """Builds the records of a case for one audience; `wording` says that something is withheld."""

    def __init__(self, case: CaseReader, rules: Rules, wording: Wording) -> None:
        self._left_out = left_out(wording)
        self._case = case
        self._rules = rules
        self._telling = Telling(case, rules)
        self.redactor: Redactor = _redactor(case, rules, wording)
        self._texts = Texts(rules, self._telling, self.redactor, self._left_out)
        self._decisions: dict[str, list[Decision]] = defaultdict(list)
        for decision in self._telling.decisions:
            self._decisions[decision.target_id].append(decision)

    @property
    def redacted(self) -> frozenset[str]:
        """The documents in whose words something was replaced, once the records were asked for."""
        return frozenset(self._texts.redacted)

    def records(self) -> Iterator[Record]:
        """Yield the records; persons who are masked get their pseudonym as their main name."""
        left = remaining(self._case, self._rules, self._telling)
        left = without_the_unused(left)
        texts = {record.id: record for record in self._texts.rewrite(left)}
        for record in left.values():
            known = texts.get(record.id, record)
            yield known if isinstance(known, Passage) else self._replaced(known)
        for id, pseudonym in self._rules.masks.items():
            yield Name(id=_name_id(id), person_id=id, text=pseudonym)

    def _replaced(self, record: Record) -> Record:
        changed: dict[str, Any] = {}
        for field in fields_of(record.kind):
            value = getattr(record, field.name)
            safe = self._safe(record, field.name, field.spec, value)
            if safe != value:
                changed[field.name] = safe
        return replace(record, **changed) if changed else record

    def _safe(self, record: Record, name: str, spec: object, value: Any) -> Any:
        if isinstance(value, Date):
            written = self.redactor.redacted(value.written)
            return replace(value, written=written, basis=self.redactor.redacted(value.basis))
        if not isinstance(spec, Text) or name in TECHNICAL:
            return value
        if isinstance(record, Document) and name in ("text", "text_sha256"):
            return value
        return self.redactor.redacted(self._decided(record.id, name, value))

    def _decided(self, id: str, field: str, value: str) -> str:
        """Leave out what was decided on, from the end, so that places stay true."""
        found = [each for each in self._decisions.get(id, ()) if each.field == field]
        for decision in sorted(found, key=lambda d: d.start, reverse=True):
            start, end = decision.start, decision.end
            if value[start:end] == decision.words:
                value = f"{value[:start]}{self._left_out}{value[end:]}"
            else:
                value = value.replace(decision.words, self._left_out)
        return value


def _redactor(case: CaseReader, rules: Rules, wording: Wording) -> Redactor:
    persons = dict.fromkeys(rules.absent, wording("withheld.name")) | rules.masks
    places = (case.get(Place, id) for id in rules.places)
    written = (name for place in places for name in (place.name, *_names(place.also_written)))
    others = {name: wording("withheld.place") for name in written if name.strip()}
    return redactor_of(case, persons, rules.bare, others, wording)


def _names(also_written: str) -> list[str]:
    return re.split("[,;،؛/]", also_written)


def _name_id(person_id: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{person_id} pseudonym"))
