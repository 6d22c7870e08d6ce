"""A case with forty records of each kind, tied and dated at random, always the same."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.dates import NO_DATE, Date
from viewer.domain.documents import passage_at, received
from viewer.domain.fields import DateField, NamedField, Ref, Term, Whole
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Annotation,
    Document,
    Evidence,
    Name,
    Passage,
    Place,
    Record,
    Tagging,
    fields_of,
)
from viewer.domain.vocabularies import vocabulary

NUMBER = 40
WORDS = ("amjad", "river", "committee", "أمجد", "الدهامات", "night", "Zaid", "Río")
_EDTF = ("", "", "2019", "2019-10", "2019-10-25~", "2018/2020", "2020-03/..", "../2018-05", "1999")
_MADE = (
    *("person", "name", "event", "quote", "involvement", "relationship", "event_link", "figure"),
    *("annotation", "tag"),
)


def crowd() -> ChangeSet:
    """The change set that adds them all."""
    return _Crowd().change_set()


class _Crowd:
    def __init__(self) -> None:
        self._random = random.Random(7)
        self._records: list[Record] = []

    def change_set(self) -> ChangeSet:
        contents = []
        for n in range(NUMBER):
            document, content = received(b"%d" % n, self._words(30), title=self._words(2))
            contents.append(content)
            self._records.append(self._filled(document, ("type", "published", "protection")))
            self._records.append(passage_at(document, 0, self._random.randint(3, 25)))
        self._records += self._places()
        for kind in _MADE:
            self._records += [self._record(kind) for _ in range(NUMBER)]
        self._records += [self._evidence() for _ in range(NUMBER * 2)]
        self._records += self._taggings()
        return creation(*self._records, contents=tuple(contents))

    def _record(self, kind: str) -> Record:
        values = {field.name: self._value(field) for field in fields_of(kind)}
        if kind == Name.kind:
            values["type"] = "alias"
        if kind == Annotation.kind:
            values["created"] = self._random.choice([f"2026-01-0{n}" for n in range(1, 8)])
            values["created"] += "T08:00:00Z"
        return KINDS[kind](id=new_id(), **values)

    def _filled(self, document: Document, names: tuple[str, ...]) -> Document:
        fields = [field for field in fields_of("document") if field.name in names]
        return replace(document, **{field.name: self._value(field) for field in fields})

    def _value(self, field: NamedField) -> Any:
        match field.spec:
            case Term(vocabulary=name):
                return self._random.choice(vocabulary(name).codes)
            case DateField():
                edtf = self._random.choice(_EDTF)
                return Date(edtf=edtf) if edtf else NO_DATE
            case Ref(kind=kind):
                empty = field.optional and self._random.random() < 0.3
                return None if empty else self._any(kind)
            case Whole():
                return self._random.randint(0, 5)
        return self._words(2)

    def _places(self) -> Iterator[Place]:
        """Places in a wood of trees, some of them deep; one circle."""
        ids = [new_id() for _ in range(NUMBER)]
        for n, id in enumerate(ids):
            part_of = ids[max(n - self._random.randint(1, 4), 0)] if n % 5 else None
            yield Place(
                id=id,
                name=self._words(2),
                precision=self._random.choice(vocabulary("precision").codes),
                part_of_id=ids[2] if n == 1 else part_of,
                protection=self._random.choice(vocabulary("item_protection").codes),
            )

    def _evidence(self) -> Evidence:
        kinds = (*_MADE[:8], "place")
        return Evidence(
            id=new_id(),
            record_id=self._any(self._random.choice(kinds)),
            field="",
            passage_id=self._any(Passage.kind),
            stance=self._random.choice(("supports", "supports", "contradicts", "mentions")),
        )

    def _taggings(self) -> Iterator[Record]:
        tags = [record.id for record in self._records if record.kind == "tag"][:5]
        for record in list(self._records):
            if record.kind not in ("tag", "evidence", "name") and self._random.random() < 0.3:
                yield Tagging(id=new_id(), tag_id=self._random.choice(tags), target_id=record.id)

    def _any(self, kind: str) -> str:
        wanted = (kind,) if kind else ("passage", "person", "event", "quote", "document")
        return self._random.choice([r.id for r in self._records if r.kind in wanted])

    def _words(self, number: int) -> str:
        return " ".join(self._random.choice(WORDS) for _ in range(number))
