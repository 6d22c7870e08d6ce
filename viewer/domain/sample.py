"""The sample case, made from an abstract and a data file that a reviewer can read line by line.

In the data file a record is a table `[kind.slug]`; other records are meant by their slug (by
`kind.slug` where any kind may stand), passages by their exact words. Everything that is made
here is the same each time, ids included, and ids keep the order of the file. A mistake in the
data raises `SampleError`.
"""

import itertools
import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

from viewer import resources
from viewer.domain.changes import ChangeSet, creation
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at, received
from viewer.domain.fields import DateField, NamedField, Ref, Term
from viewer.domain.ids import id_at
from viewer.domain.records import (
    KINDS,
    Case,
    Evidence,
    Passage,
    Quote,
    Record,
    field_of,
    fields_of,
)
from viewer.domain.text import occurrences
from viewer.domain.vocabularies import vocabulary

#: Kind, slug, and the fields and evidence of one record.
Tables = dict[str, dict[str, dict[str, Any]]]

_NAMESPACE = uuid.UUID("5a6d0f5e-9a0c-4e0b-8f6b-0d2c7f1b93a4")
#: From when on ids count: the midnight of 22 November 2026 in milliseconds of Unix time.
_BEGINNING = 1_795_305_600_000
#: Keys of a record's table that are not fields.
_BESIDES = ("evidence", "words", "within")
#: Keys of a piece of evidence.
_OF_EVIDENCE = ("field", "words", "within", "stance", "note")


class SampleError(ValueError):
    """The data file does not fit the abstract, the records or the vocabularies."""


def sample_case() -> tuple[Case, ChangeSet]:
    """Return the record of the sample case and the change set that creates all the others."""
    # Read as text, so that a checkout with other line ends makes the same bytes.
    text = resources.path("sample", "abstract.txt").read_text(encoding="utf-8")
    return case_from(_tables(), text)


def case_from(data: Tables, text: str) -> tuple[Case, ChangeSet]:
    """Return the case that a data file makes of the text of its one document."""
    return _Maker(data, text).made()


def sample_id(kind: str, slug: str) -> str:
    """Return the id of a record of the sample, for example `sample_id("person", "amjad")`."""
    return _record_id(_tables(), kind, slug)


@cache
def _tables() -> Tables:
    return resources.toml("sample", "case.toml")


def _record_id(data: Tables, kind: str, slug: str) -> str:
    if slug not in data.get(kind, {}):
        raise SampleError(f"there is no {kind}.{slug}")
    return _ordered_id(list(data[kind]).index(slug), f"{kind}.{slug}")


def _ordered_id(number: int, name: str) -> str:
    return id_at(_BEGINNING + number, uuid.uuid5(_NAMESPACE, name).int % 2**80)


class _Maker:
    def __init__(self, data: Tables, text: str) -> None:
        self._refuse(set(data) - set(KINDS), "no such kind:")
        self._data = data
        self._passages: dict[tuple[int, int], Passage] = {}
        self._evidence_so_far = itertools.count()
        (slug,) = data["document"]
        given = {"id": _record_id(data, "document", slug), **self._values("document", slug)}
        self._document, self._content = received(text.encode(), text, **given)

    def made(self) -> tuple[Case, ChangeSet]:
        (case_slug,) = self._data["case"]
        case = self._record("case", case_slug)
        assert isinstance(case, Case)
        records = list(self._records())
        order = list(KINDS)
        # Stable, so that records of a kind keep the order of the data file.
        records.sort(key=lambda record: order.index(record.kind))
        return case, creation(*records, label="Sample case", contents=(self._content,))

    def _records(self) -> Iterator[Record]:
        yield self._document
        for kind, tables in self._data.items():
            for slug, table in tables.items():
                if kind not in ("case", "document"):
                    yield self._record(kind, slug)
                    yield from self._evidence(kind, slug, table)
        yield from (self._passages[span] for span in sorted(self._passages))

    def _record(self, kind: str, slug: str) -> Record:
        values = self._values(kind, slug)
        table = self._data[kind][slug]
        if "words" in table:
            target = "passage_id" if kind == Quote.kind else "target_id"
            values[target] = self._passage(table).id
        return KINDS[kind](id=self._id(kind, slug), **values)

    def _values(self, kind: str, slug: str) -> dict[str, Any]:
        table = self._data[kind][slug]
        values = {key: value for key, value in table.items() if key not in _BESIDES}
        known = {field.name: field for field in fields_of(kind)}
        self._refuse(set(values) - set(known), f"{kind}.{slug} has no field")
        return {name: self._value(known[name], value) for name, value in values.items()}

    def _value(self, field: NamedField, value: Any) -> Any:
        match field.spec:
            case Ref(kind=kind):
                return self._id(kind, value)
            case DateField():
                return self._date(value)
            case Term(vocabulary=name) if value not in vocabulary(name):
                raise SampleError(f"“{value}” is not in the vocabulary {name}")
        return value

    @staticmethod
    def _refuse(unknown: set[str], saying: str) -> None:
        if unknown:
            raise SampleError(f"{saying} {', '.join(sorted(unknown))}")

    def _id(self, kind: str, reference: str) -> str:
        kind, slug = (kind, reference) if kind else reference.split(".", 1)
        return _record_id(self._data, kind, slug)

    def _date(self, table: dict[str, str]) -> Date:
        if "anchor" in table:
            table = {**table, "anchor_id": self._id("", table["anchor"])}
            del table["anchor"]
        return Date(**table).checked()

    def _evidence(self, kind: str, slug: str, table: dict[str, Any]) -> Iterator[Evidence]:
        if kind == Quote.kind:
            own = {key: table[key] for key in table if key in ("words", "within")}
            yield self._one_evidence(kind, slug, {**own, "field": "passage_id"})
        for given in table.get("evidence", ()):
            yield self._one_evidence(kind, slug, given)

    def _one_evidence(self, kind: str, slug: str, given: dict[str, str]) -> Evidence:
        self._refuse(set(given) - set(_OF_EVIDENCE), f"{kind}.{slug} has evidence with")
        name = given.get("field", "")
        names = {"", *(field.name for field in fields_of(kind))}
        self._refuse({name} - names, f"{kind}.{slug} has no field")
        stance = given.get("stance", "supports")
        self._value(field_of("evidence", "stance"), stance)
        passage = self._passage(given)
        return Evidence(
            id=_ordered_id(next(self._evidence_so_far), f"evidence.{kind}.{slug}"),
            record_id=self._id(kind, slug),
            field=name,
            passage_id=passage.id,
            stance=stance,
            note=given.get("note", ""),
        )

    def _passage(self, given: dict[str, str]) -> Passage:
        start, end = self._span(given["words"], given.get("within", ""))
        if (start, end) not in self._passages:
            # In the order of the text, shorter ones first.
            id = _ordered_id(start * len(self._document.text) + end, f"passage.{start}-{end}")
            self._passages[start, end] = passage_at(self._document, start, end, id)
        return self._passages[start, end]

    def _span(self, words: str, within: str) -> tuple[int, int]:
        around = _only(self._document.text, within or words)
        start = around + _only(within, words) if within else around
        return start, start + len(words)


def _only(text: str, words: str) -> int:
    found = list(occurrences(text, words))
    if len(found) != 1:
        raise SampleError(f"“{words}” stands {len(found)} times, not once, in “{text[:60]}”")
    return found[0]
