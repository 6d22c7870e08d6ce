"""Cases of any shape, for property tests: each record fits those that are there already."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, cast

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from viewer.domain.changes import ChangeSet, Content, creation, edit
from viewer.domain.dates import NO_DATE, Date
from viewer.domain.documents import passage_at, received
from viewer.domain.fields import DateField, NamedField, Real, Ref, Term, Whole
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Case,
    Document,
    Evidence,
    Name,
    Passage,
    Record,
    Tagging,
    fields_of,
)
from viewer.domain.text import normalised
from viewer.domain.vocabularies import vocabulary

R = TypeVar("R", bound=Record)

#: For tests that write files; `EXAMPLES=1000 pytest tests/store` looks harder.
ON_DISK = settings(
    max_examples=int(os.environ.get("EXAMPLES", "50")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
#: Not now, or names of digits would be met by the clock.
RECEIVED = "2019-12-01T09:30:00Z"
Draw = Callable[[st.SearchStrategy[Any]], Any]

_ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
_REAL = st.sampled_from(
    [
        "",
        "Amjad",
        "أمجد الدهامات",
        "العِمارة",
        "سـلام",
        "😀👨‍👩‍👧",
        "Ünal’s “word”",
        "a\u0301\u200f%_'\"",
        "٤٤",
    ]
)
WORDS = st.one_of(_REAL, _ANY)
LONG = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
DATES = st.builds(
    Date,
    written=WORDS,
    edtf=st.sampled_from(["", "2019", "2019-10~", "2019-10/..", "../2020", "-0044-03-15", "201X"]),
    basis=WORDS,
)
OFFSETS = st.sampled_from(["", "P5D", "-P1Y", "P0D", "P2W", "-P1M"])
# Made once: to make and look through a strategy takes longer than to draw from it.
_NEW_DATES = DATES | st.just(NO_DATE)
_REALS = st.none() | st.floats(-180, 180)
_BOOLEANS = st.booleans()


class State:
    """The records of a case as they stand, kept beside the file to compare with."""

    def __init__(self, case: Case) -> None:
        self.records: dict[str, Record] = {case.id: case}

    def follow(self, change_set: ChangeSet) -> None:
        for change in change_set.changes:
            self.records.pop(change.id, None)
            if change.after is not None:
                self.records[change.id] = change.after

    def of(self, kind: type[R]) -> list[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]

    def ids(self, kind: str) -> list[str]:
        return [r.id for r in self.records.values() if not kind or r.kind == kind]


def new_records(draw: Draw, state: State, kinds: Iterable[str]) -> ChangeSet:
    """Draw records of these kinds, each fitting those before it; kinds that cannot be are left."""
    kept = State(state.of(Case)[0])
    kept.records = dict(state.records)
    made: list[Record] = []
    contents: list[Content] = []
    for kind in kinds:
        record = _new(draw, kept, kind, contents)
        if record is not None:
            made.append(record)
            kept.records[record.id] = record
    return creation(*made, contents=tuple(contents))


def any_edit(draw: Draw, state: State) -> ChangeSet:
    """Draw new values for the fields of a record that may change."""
    record = draw(st.sampled_from(list(state.records.values())))
    if isinstance(record, Passage):
        return ChangeSet("", ())
    if isinstance(record, Document):
        return edit(record, title=draw(WORDS), published=draw(DATES), note=draw(LONG))
    values = {
        field.name: _value(draw, state, field)
        for field in fields_of(record.kind)
        if not isinstance(field.spec, Ref | DateField) or field.optional
    }
    values |= {f.name: draw(DATES) for f in fields_of(record.kind) if isinstance(f.spec, DateField)}
    after = _fitting(draw, state, replace(record, **cast(Any, values)))
    return ChangeSet("", ()) if after is None else edit(record, **_fields(after))


def _fields(record: Record) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields_of(record.kind)}


def _new(draw: Draw, state: State, kind: str, contents: list[Content]) -> Record | None:
    if kind == Document.kind:
        document, content = received(
            draw(st.binary(max_size=20)), draw(LONG), title=draw(WORDS), received=RECEIVED
        )
        contents.append(content)
        return replace(document, published=_date(draw, state), type=_code(draw, "document_type"))
    if kind == Passage.kind:
        return _passage(draw, state)
    if any(not state.ids(field.spec.kind) for field in _needed(kind)):
        return None
    values = {field.name: _value(draw, state, field) for field in fields_of(kind)}
    return _fitting(draw, state, KINDS[kind](id=new_id(), **values))


def _needed(kind: str) -> list[Any]:
    return [f for f in fields_of(kind) if isinstance(f.spec, Ref) and not f.optional]


def _passage(draw: Draw, state: State) -> Passage | None:
    documents = [document for document in state.of(Document) if document.text]
    if not documents:
        return None
    document = draw(st.sampled_from(documents))
    start = draw(st.integers(0, len(document.text) - 1))
    return passage_at(document, start, draw(st.integers(start + 1, len(document.text))))


def _value(draw: Draw, state: State, field: NamedField) -> Any:
    match field.spec:
        case Term(vocabulary=name):
            return _code(draw, name)
        case DateField():
            return _date(draw, state)
        case Ref(kind=kind):
            ids = state.ids(kind)
            if not ids or (field.optional and draw(_BOOLEANS)):
                return None
            return draw(st.sampled_from(ids))
        case Whole(least=least):
            return draw(_wholes(least or 0))
        case Real():
            return draw(_REALS)
    return draw(WORDS)


def _code(draw: Draw, name: str) -> str:
    return str(draw(_codes(name)))


@cache
def _codes(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(vocabulary(name).codes)


@cache
def _wholes(least: int) -> st.SearchStrategy[int]:
    return st.integers(least, 2**63 - 1)


def _date(draw: Draw, state: State) -> Date:
    """Only a new record's date is relative: so no circle comes about."""
    date: Date = draw(_NEW_DATES)
    anchors = [*state.ids("event"), *state.ids("document")]
    if anchors and draw(_BOOLEANS):
        return replace(date, anchor_id=draw(st.sampled_from(anchors)), offset=draw(OFFSETS))
    return date


def _fitting(draw: Draw, state: State, record: Record) -> Record | None:
    """Make a record keep to what may be said once, or to the fields that there are."""
    if isinstance(record, Name):
        mains = {n.person_id for n in state.of(Name) if n.type == "main" and n.id != record.id}
        return replace(record, type="alias") if record.person_id in mains else record
    if isinstance(record, Evidence):
        kind = state.records[record.record_id].kind
        names = ["", *(field.name for field in fields_of(kind))]
        return replace(record, field=draw(st.sampled_from(names)))
    if isinstance(record, Tagging):
        others = [t for t in state.of(Tagging) if t.id != record.id]
        pairs = {(t.tag_id, t.target_id) for t in others}
        return None if (record.tag_id, record.target_id) in pairs else record
    return record


def text_of(length: int = 3) -> str:
    """A short text in two scripts, for documents that are looked at closely."""
    return normalised(" ".join(["Amjad said: “we stay” 😀 قال أمجد: «نبقى»."] * length))
